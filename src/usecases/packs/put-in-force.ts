/** A pack put in force: kept as it is, named by the organisation, and taken over by proposals that nobody has before them. */
import { isDeepStrictEqual } from "node:util";
import { and, asc, eq, inArray } from "drizzle-orm";
import { findChannel } from "../../../db/queries/deliveries.ts";
import type { Organisation } from "../../../db/queries/organisation.ts";
import { findKeptPack, keepPack } from "../../../db/queries/packs.ts";
import { movedByOthers } from "../../../db/queries/proposals.ts";
import { loadStaff } from "../../../db/queries/staff.ts";
import { organisation, proposal } from "../../../db/schema/index.ts";
import type { Tx } from "../../../db/transaction.ts";
import type { Pack } from "../../policy/packs/pack.ts";
import { packById } from "../../policy/packs/shelf.ts";
import { type RoleGap, roleGaps } from "../../policy/packs/who-could-act.ts";
import { type ApprovalGap, approvalGaps } from "../../policy/packs/who-could-approve.ts";
import { CHATS } from "../../policy/vocabulary.ts";
import { localDate } from "../../policy/working-time/dates.ts";
import { packFrom } from "../pack-of.ts";

export type PackRefusal =
  /** This id and version is another text already, with the product or in this organisation. */
  | { readonly code: "version-taken" }
  | { readonly code: "not-yet-effective"; readonly from: string }
  | { readonly code: "no-longer-effective"; readonly until: string }
  | { readonly code: "nobody-approves"; readonly gap: ApprovalGap };

/** What does not stand against it, and should be known. */
export type PackNote =
  /** Deadlines go by the organisation's calendar, whatever the pack says. */
  | { readonly code: "calendar-differs" }
  | { readonly code: "nobody-holds"; readonly gap: RoleGap }
  /** The pack asks for a card in the senior staff's channel, and none is chosen. */
  | { readonly code: "no-senior-channel" };

export type Setting = { readonly own: Organisation; readonly pack: Pack; readonly at: Date };

/** Why the pack may not be put in force in this organisation with its present staff; empty when it may. */
export async function packRefusals(tx: Tx, { own, pack, at }: Setting): Promise<readonly PackRefusal[]> {
  const today = localDate(at, own.timeZone);
  const { from, until } = pack.effective;
  // Whoever is linked in any chat: which chats are connected is another process's to know.
  const staff = await loadStaff(tx, own.id, new Set(CHATS));
  const known = await knownPack(tx, own.id, pack);
  return [
    ...(known && !isDeepStrictEqual(known, pack) ? [{ code: "version-taken" } as const] : []),
    ...(from > today ? [{ code: "not-yet-effective", from } as const] : []),
    ...(until !== null && until < today ? [{ code: "no-longer-effective", until } as const] : []),
    ...approvalGaps(pack, staff).map((gap) => ({ code: "nobody-approves", gap }) as const),
  ];
}

/** What to know about the pack in this organisation, with its present staff. */
export async function packNotes(tx: Tx, { own, pack }: Setting): Promise<readonly PackNote[]> {
  const staff = await loadStaff(tx, own.id, new Set(CHATS));
  return [
    ...(own.calendar === pack.calendar.value ? [] : [{ code: "calendar-differs" } as const]),
    ...roleGaps(pack, staff).map((gap) => ({ code: "nobody-holds", gap }) as const),
    ...(pack.openProposal.maskedCardInSeniorChannel.value && !(await findChannel(tx, own.id, "seniors"))
      ? [{ code: "no-senior-channel" } as const]
      : []),
  ];
}

/** What this id and version means already, if anything. */
async function knownPack(tx: Tx, id: string, pack: Pack): Promise<Pack | undefined> {
  const key = { packId: pack.id, packVersion: pack.version };
  const kept = await findKeptPack(tx, id, key);
  return kept === undefined ? packById(pack.id, pack.version) : packFrom(kept, key);
}

/** States in which a proposal is with its proposer: it goes on under the pack in force. */
export const WITH_PROPOSER = ["draft", "returned", "expired"] as const;

/**
 * Writes it. What is with the seniors and what is in force stays with the version it was sent or decided under.
 * Gives back the references of the proposals that went over.
 */
export async function putInForce(tx: Tx, { own, pack, at }: Setting): Promise<readonly string[]> {
  const { id: packId, version: packVersion } = pack;
  if ((await knownPack(tx, own.id, pack)) === undefined)
    await keepPack(tx, { organisationId: own.id, id: packId, version: packVersion, content: pack, adoptedAt: at });
  await tx.update(organisation).set({ packId, packVersion }).where(eq(organisation.id, own.id));

  const rows = await tx
    .select()
    .from(proposal)
    .where(and(eq(proposal.organisationId, own.id), inArray(proposal.state, [...WITH_PROPOSER])))
    // In the order in which everybody locks more than one.
    .orderBy(asc(proposal.id))
    .for("update");
  const clauses = new Map<string, string | null>(pack.restrictions.value.map(({ kind, clause }) => [kind, clause]));
  for (const row of rows) {
    const restrictions = row.restrictions.map((one) => ({ ...one, clause: clauses.get(one.kind) ?? null }));
    await tx
      .update(proposal)
      // What was read back before is not what would go out now.
      .set({ packId, packVersion, restrictions, ...movedByOthers(row) })
      .where(and(eq(proposal.organisationId, own.id), eq(proposal.id, row.id)));
  }
  return rows.map(({ ref }) => ref);
}
