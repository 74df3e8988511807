/** A council puts a pack in force (CASEWORK section 6). Decisions before keep the version they were made by. */
import { eq } from "drizzle-orm";
import type { Db } from "../../../db/connect.ts";
import { appendAudit } from "../../../db/queries/audit.ts";
import { loadOrganisation, type Organisation } from "../../../db/queries/organisation.ts";
import { refreshEveryTriage } from "../../../db/queries/triage-copies.ts";
import { organisation } from "../../../db/schema/index.ts";
import { background, type Tx } from "../../../db/transaction.ts";
import type { Pack } from "../../policy/packs/pack.ts";
import { type PackNote, type PackRefusal, packNotes, packRefusals, putInForce } from "./put-in-force.ts";

export type AdoptPack = { readonly organisation: string; readonly pack: Pack };

export type AdoptOutcome =
  /** `moved`: references of the proposals that were not sent yet and go on under this pack. */
  | { readonly code: "adopted"; readonly moved: readonly string[]; readonly notes: readonly PackNote[] }
  | { readonly code: "in-force-already" }
  | { readonly code: "refused"; readonly refusals: readonly PackRefusal[] };

/** Puts it in force, or says everything that stands against it; a refusal writes nothing. */
export function adoptPack({ db, now }: { readonly db: Db; readonly now: () => Date }) {
  return async ({ organisation: id, pack }: AdoptPack): Promise<AdoptOutcome> =>
    await background(db, id, async (tx) => {
      const own = await lockOrganisation(tx, id);
      const at = now();
      const refusals = await packRefusals(tx, { own, pack, at });
      if (refusals.length > 0) return { code: "refused", refusals };
      if (own.packId === pack.id && own.packVersion === pack.version) return { code: "in-force-already" };

      const moved = await putInForce(tx, { own, pack, at });
      await refreshEveryTriage(tx, id);
      await appendAudit(tx, {
        organisation: id,
        at,
        event: "policy-adopted",
        by: null,
        subject: { kind: "organisation", id },
        facts: {
          packId: pack.id,
          packVersion: pack.version,
          beforeId: own.packId,
          beforeVersion: own.packVersion,
          moved,
        },
      });
      return { code: "adopted", moved, notes: await packNotes(tx, { own, pack, at }) };
    });
}

/** The organisation, locked until the transaction ends: two packs at once go one after the other. */
export async function lockOrganisation(tx: Tx, id: string): Promise<Organisation> {
  await tx.select({ id: organisation.id }).from(organisation).where(eq(organisation.id, id)).for("update");
  return await loadOrganisation(tx, id);
}
