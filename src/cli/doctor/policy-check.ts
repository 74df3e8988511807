/** Can the policy in force be read, and could the present staff decide and act under it? */
import { loadOrganisation } from "../../../db/queries/organisation.ts";
import { listKeptPacks } from "../../../db/queries/packs.ts";
import { loadStaff } from "../../../db/queries/staff.ts";
import { background, type Tx } from "../../../db/transaction.ts";
import { sentenceCase } from "../../policy/arrangement/uk-words.ts";
import { roleGaps } from "../../policy/packs/who-could-act.ts";
import { approvalGaps } from "../../policy/packs/who-could-approve.ts";
import { CHATS } from "../../policy/vocabulary.ts";
import { packOf } from "../../usecases/pack-of.ts";
import { gapWords, roleGapWords } from "../commands/policy-words.ts";
import { type Check, type Finding, fault, well } from "./check.ts";

export const policy: Check = {
  name: "policy",
  run: async ({ app, organisations }) => {
    const found = await Promise.all(
      organisations.map(({ id, slug }) => background(app, id, (tx) => findingsOf(tx, { id, slug }))),
    );
    return found.flat();
  },
};

async function findingsOf(tx: Tx, { id, slug }: { id: string; slug: string }): Promise<readonly Finding[]> {
  const own = await loadOrganisation(tx, id);
  for (const key of [...(await listKeptPacks(tx, id)), own]) {
    const pack = await packOf(tx, id, key).catch(() => undefined);
    if (!pack)
      return [
        fault(
          `${slug}: ${key.packId} version ${key.packVersion} cannot be read. Start the version of the product that wrote it`,
        ),
      ];
  }
  const pack = await packOf(tx, id, own);
  const staff = await loadStaff(tx, id, new Set(CHATS));
  const gaps = [
    ...approvalGaps(pack, staff).map(gapWords),
    ...roleGaps(pack, staff).map((gap) => sentenceCase(roleGapWords(gap))),
  ];
  return gaps.length === 0
    ? [well(`${slug}: ${pack.id} version ${pack.version}, and enough people may decide`)]
    : gaps.map((words) => fault(`${slug}: ${words}`));
}
