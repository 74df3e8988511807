/** Every proposal that is not decided, looked at under the pack it has and under another. */
import { and, asc, eq, inArray } from "drizzle-orm";
import { proposal } from "../../../db/schema/index.ts";
import type { Tx } from "../../../db/transaction.ts";
import { eligibleApprovers } from "../../policy/approval/may-decide.ts";
import { type ProposalUnder, proposalChanges } from "../../policy/packs/case-changes.ts";
import { CHATS } from "../../policy/vocabulary.ts";
import { assess } from "../propose/assess.ts";
import type { SimulatedCase } from "./live-cases.ts";
import { type Setting, WITH_PROPOSER } from "./put-in-force.ts";

type ProposalRow = typeof proposal.$inferSelect;
type Looked = { readonly row: ProposalRow; readonly under: ProposalUnder };

/** As the row says, or as it would `stand`. */
export async function openProposals(
  tx: Tx,
  { own, at }: Setting,
  stand: (row: ProposalRow) => ProposalRow,
): Promise<readonly Looked[]> {
  const rows = await tx
    .select()
    .from(proposal)
    .where(and(eq(proposal.organisationId, own.id), inArray(proposal.state, [...WITH_PROPOSER, "submitted"])))
    .orderBy(asc(proposal.ref));
  const looked: Looked[] = [];
  for (const row of rows) {
    const { pack, record, gates, staff } = await assess(tx, stand(row), { now: at, chats: new Set(CHATS) });
    looked.push({ row, under: { pack, record, gates, eligible: eligibleApprovers(record, staff, pack).length } });
  }
  return looked;
}

/** What differs between the two looks at each. */
export function proposalCases(before: readonly Looked[], after: readonly Looked[]): readonly SimulatedCase[] {
  return before.flatMap(({ row, under }) => {
    const then = after.find((one) => one.row.id === row.id);
    if (!then) return [];
    const { ref, state, packId, packVersion } = row;
    const sent = state === "submitted";
    const what = sent ? "proposal_sent" : "proposal_not_sent";
    return [{ ref, what, packId, packVersion, keeps: sent, changes: proposalChanges(under, then.under) }];
  });
}
