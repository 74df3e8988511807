/** People leave, go away, come back or declare an interest while a proposal waits (CASEWORK section 4). */
import { appendAudit } from "../../../db/queries/audit.ts";
import { addCopies, refreshCopies } from "../../../db/queries/copies.ts";
import type { Tx } from "../../../db/transaction.ts";
import { approvalNeeds } from "../../policy/approval/approval-needs.ts";
import type { Decider } from "../../policy/approval/may-decide.ts";
import { stillDecidable } from "../../policy/approval/still-decidable.ts";
import { whoToAsk } from "../../policy/approval/who-to-ask.ts";
import type { Context } from "../context.ts";
import type { Assessed } from "../propose/assess.ts";
import { askSeniors } from "../propose/submit-proposal.ts";

/**
 * Asks the next for each of those asked who may decide no more; when fewer are left than must approve, the proposer is
 * told, once in a round.
 * @returns who was asked
 */
export async function askMore(
  tx: Tx,
  assessed: Assessed,
  { at, chats }: { at: Date; chats: Context["chats"] },
): Promise<readonly Decider[]> {
  const { row, record, staff, pack } = assessed;
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
  if (!stillDecidable(record, staff, pack).enough) {
    await addCopies(tx, ledger, [
      { kind: "proposal-stuck", subject: row.id, officer: row.proposedBy, round: row.round },
    ]);
    await appendAudit(tx, {
      organisation: row.organisationId,
      at,
      event: "proposal-stuck",
      by: null,
      subject: { kind: "proposal", id: row.id },
    });
  }
  await refreshCopies(tx, row.organisationId, [row.id]);
  return missing;
}

/** As many as the pack asks, less those who approved and those who were asked and may still decide. */
function missingFrom({ record, staff, pack, parts }: Assessed): readonly Decider[] {
  const { ask, next } = whoToAsk(record, staff, pack);
  const { needed, may } = stillDecidable(record, staff, pack);
  const asked = parts.approvers.map(({ officerId }) => officerId);
  const { asks, quorum } = approvalNeeds(record, pack);
  const wanted = Math.max(needed, asks - (quorum - needed));
  const waiting = may.filter((id) => asked.includes(id)).length;
  const free = [...ask, ...next].filter(({ id }) => may.includes(id) && !asked.includes(id));
  return free.slice(0, Math.max(0, wanted - waiting));
}
