/** What is in force for whoever is checked, in words: what to do at this moment, and every sentence as it was decided. */
import type { loadInForce } from "../../db/queries/in-force.ts";
import { loadNames } from "../../db/queries/names.ts";
import type { StaffMember } from "../../db/queries/staff.ts";
import type { Tx } from "../../db/transaction.ts";
import { bearsOnService } from "../policy/arrangement/access.ts";
import { arrangementSentences } from "../policy/arrangement/arrangement-sentence.ts";
import { type CheckAnswer, checkAnswer } from "../policy/arrangement/check-answer.ts";
import { type Names, wordingNow, wordingOf } from "../policy/arrangement/wording.ts";
import type { Restriction } from "../policy/restrictions/restriction.ts";
import { personKey } from "../policy/screening/staff.ts";
import type { Channel } from "../policy/vocabulary.ts";
import type { Actor } from "./context.ts";
import { packOf } from "./pack-of.ts";
import { whoReadsNow } from "./who-answers-now.ts";

type InForce = Awaited<ReturnType<typeof loadInForce>>;
type Asking = { readonly actor: Actor; readonly channel: Channel | null; readonly staff: readonly StaffMember[] };

/** `inFull`: the sentences that bear on this officer's service, those of letter and register, each once and in order. */
export type WordsInForce = CheckAnswer & { readonly inFull: string };

/** Two entries may hold one number as theirs alone: then all that either asks is said. */
export async function wordsInForce(tx: Tx, entries: InForce, { actor, channel, staff }: Asking): Promise<WordsInForce> {
  const { nameOf, reachOf } = await loadNames(tx, actor.organisation, staff);
  const bears = (restriction: Restriction): boolean => bearsOnService(restriction, actor.service);
  const readsNow = (reader: string): string | null => whoReadsNow(staff, reader);
  const arrangements = await Promise.all(
    apart(entries).map(async ({ arrangement, restrictions }) => {
      const names: Names = { nameOf, reachOf, pack: await packOf(tx, actor.organisation, arrangement) };
      return {
        provisions: arrangement.provisions,
        sentences: arrangementSentences(restrictions, wordingOf(arrangement, names), bears),
        openWay: restrictions.some((one) => one.kind === "all_contact" && bears(one))
          ? wordingNow(arrangement, { ...names, readsNow }).openWay
          : null,
      };
    }),
  );
  const ways = new Set(arrangements.flatMap(({ openWay }) => openWay ?? []));
  const question = {
    restrictions: entries.map(({ restriction }) => restriction),
    officer: actor.email,
    channel,
    service: actor.service,
    standIns: standIns(staff),
  };
  return {
    ...checkAnswer(question, {
      nameOf,
      openWay: ways.size === 0 ? null : [...ways].join("; or "),
      provisions: arrangements.flatMap(({ provisions }) => provisions),
    }),
    inFull: [...new Set(arrangements.flatMap(({ sentences }) => sentences))].join(" ") || "Nothing to keep to.",
  };
}

/** Each arrangement once, with its restrictions. */
function apart(entries: InForce) {
  const arrangements = new Map(entries.map(({ arrangement }) => [arrangement.id, arrangement]));
  return [...arrangements.values()].map((arrangement) => ({
    arrangement,
    restrictions: entries.flatMap((one) => (one.arrangement.id === arrangement.id ? [one.restriction] : [])),
  }));
}

/** Officers who are away, with the e-mail of whoever stands in for them now. */
function standIns(staff: readonly StaffMember[]): ReadonlyMap<string, string | null> {
  const away = staff.filter(({ status }) => status !== "active");
  return new Map(
    away.map(({ email, deputy }) => [personKey(email), staff.find(({ id }) => id === deputy)?.email ?? null]),
  );
}
