/** Every proposal that is not decided, looked at under the pack it has and under another. */
import { and, asc, eq, inArray } from "drizzle-orm";
import { proposal } from "../../../db/schema/index.ts";
import type { Tx } from "../../../db/transaction.ts";
import { asDecider, eligibleApprovers } from "../../policy/approval/may-decide.ts";
import { mayTake } from "../../policy/ladder/may-take.ts";
import { type ProposalUnder, proposalChanges } from "../../policy/packs/case-changes.ts";
import { CHATS } from "../../policy/vocabulary.ts";
import { type Assessed, assess } from "../propose/assess.ts";
import { aboutProposal } from "../propose/refuse-proposer.ts";
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
    const assessed = await assess(tx, stand(row), { now: at, chats: new Set(CHATS) });
    const { pack, record, gates, staff } = assessed;
    const eligible = eligibleApprovers(record, staff, pack).length;
    looked.push({ row, under: { pack, record, gates, eligible, mayPropose: await mayPropose(tx, assessed) } });
  }
  return looked;
}

/** Whether its proposer may go on with it; one with the seniors goes on as it was sent. */
async function mayPropose(tx: Tx, { row, staff, pack }: Assessed): Promise<boolean> {
  const officer = staff.find(({ id }) => id === row.proposedBy);
  if (row.state === "submitted" || !officer) return true;
  const about = await aboutProposal(tx, row);
  return mayTake("proposal", asDecider(officer, staff), { about, pack })?.code !== "role-too-low";
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
