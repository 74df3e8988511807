/** People leave, go away, come back or declare an interest while a proposal waits, and what it rests on changes (CASEWORK section 4). */
import { appendAudit, factsOnRecord } from "../../../db/queries/audit.ts";
import { addCopies, type Ledger, refreshCopies } from "../../../db/queries/copies.ts";
import type { Tx } from "../../../db/transaction.ts";
import { approvalNeeds } from "../../policy/approval/approval-needs.ts";
import { holdsApproval } from "../../policy/approval/holds-approval.ts";
import type { Decider } from "../../policy/approval/may-decide.ts";
import { stillDecidable } from "../../policy/approval/still-decidable.ts";
import { newReasons, StuckReasons } from "../../policy/approval/stuck-reasons.ts";
import { leftToAsk, whoToAsk } from "../../policy/approval/who-to-ask.ts";
import type { Context } from "../context.ts";
import type { Assessed } from "../propose/assess.ts";
import { askSeniors } from "./ask-seniors.ts";

/**
 * Asks the next for each of those asked who may decide no more; when fewer are left than must approve, or a gate holds it,
 * the proposer is told.
 * @returns who was asked
 */
export async function askMore(
  tx: Tx,
  assessed: Assessed,
  { at, chats }: { at: Date; chats: Context["chats"] },
): Promise<readonly Decider[]> {
  const { row } = assessed;
  if (row.state !== "submitted") return [];
  const missing = missingFrom(assessed);
  await askSeniors(tx, {
    organisation: row.organisationId,
    proposal: row.id,
    officers: missing.map(({ id }) => id),
    at,
  });
  const ledger = { organisation: row.organisationId, chats, now: at };
  await addCopies(
    tx,
    ledger,
    missing.map(({ id }) => ({ kind: "approval", subject: row.id, officer: id, round: row.round })),
  );
  await tellStuck(tx, assessed, ledger);
  await refreshCopies(tx, row.organisationId, [row.id]);
  return missing;
}

/**
 * One card in a round for each proposer, which follows what changes; the record has each reason once, when it is seen: the
 * gates that hold it, or how many lack.
 */
async function tellStuck(tx: Tx, { row, record, staff, pack, gates }: Assessed, ledger: Ledger): Promise<void> {
  const { needed, may } = stillDecidable(record, staff, pack);
  const held = holdsApproval(gates).map(({ gate }) => gate);
  const lacking = Math.max(0, needed - may.length);
  if (lacking === 0 && held.length === 0) return;
  const { organisationId: organisation, round, proposedBy: to } = row;
  await addCopies(tx, ledger, [{ kind: "proposal-stuck", subject: row.id, officer: to, round }]);
  const entry = { organisation, event: "proposal-stuck", subject: { kind: "proposal", id: row.id } } as const;
  const recorded = await factsOnRecord(tx, { ...entry, facts: { to, round } });
  const before = recorded.map((facts) => StuckReasons.parse(facts));
  const facts = newReasons({ gates: held, lacking }, before);
  if (facts) await appendAudit(tx, { ...entry, at: ledger.now, by: null, facts: { to, round, ...facts } });
}

/** As many as the pack asks, less those who approved and those who were asked and may still decide. */
function missingFrom({ record, staff, pack, parts }: Assessed): readonly Decider[] {
  const { needed, may } = stillDecidable(record, staff, pack);
  const asked = parts.approvers.map(({ officerId }) => officerId);
  const { asks, quorum } = approvalNeeds(record, pack);
  const wanted = Math.max(needed, asks - (quorum - needed));
  const waiting = may.filter((id) => asked.includes(id)).length;
  const free = leftToAsk(whoToAsk(record, staff, pack), { may, asked });
  return free.slice(0, Math.max(0, wanted - waiting));
}
