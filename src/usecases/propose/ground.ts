/** What a proposal rests on, as far as it is not the organisation's. */
import { loadBeside } from "../../../db/queries/beside.ts";
import { findDutySenior } from "../../../db/queries/duty-senior.ts";
import { loadProposalParts } from "../../../db/queries/proposal-parts.ts";
import type { ProposalRow } from "../../../db/queries/proposals.ts";
import { findQuestionOf } from "../../../db/queries/social-work.ts";
import type { Tx } from "../../../db/transaction.ts";
import { packOf } from "../pack-of.ts";
import { loadReports } from "../steps/case-facts.ts";
import { loadCustomerFacts } from "./customer-facts.ts";

/** Sent together, as the office around it is: none of them needs another's answer. */
export async function loadGround(tx: Tx, row: ProposalRow, now: Date) {
  const { organisationId: organisation, customerId: customer } = row;
  const [parts, pack, dutySenior, about, question, reports, beside] = await Promise.all([
    loadProposalParts(tx, row),
    packOf(tx, organisation, row),
    findDutySenior(tx, organisation),
    loadCustomerFacts(tx, row),
    findQuestionOf(tx, organisation, row.id),
    loadReports(tx, organisation, customer),
    loadBeside(tx, row, now),
  ]);
  return { parts, pack, dutySenior, about, question, reports, beside };
}

export type Ground = Awaited<ReturnType<typeof loadGround>>;
