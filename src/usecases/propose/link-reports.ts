/** The links of a proposal's restrictions to the reports that explain them, and what a proposer can choose from. */
import { appendAudit } from "../../../db/queries/audit.ts";
import type { ProposalParts } from "../../../db/queries/proposal-parts.ts";
import { loadReportLinks, reportsOfCustomer, saveReportLinks } from "../../../db/queries/proposal-reports.ts";
import type { ProposalRow } from "../../../db/queries/proposals.ts";
import type { Tx } from "../../../db/transaction.ts";
import { maySee } from "../../policy/disclosure/may-see.ts";
import type { Viewer } from "../../policy/disclosure/view.ts";
import type { ReportLink } from "../../policy/gates/report-links.ts";

/** Older ones stay on record; a list that nobody reads to its end explains nothing. */
const NEWEST = 20;

type Change = {
  readonly by: string;
  readonly at: Date;
  readonly to: (links: readonly ReportLink[]) => readonly ReportLink[];
};

/** Saves what became of the links; `true` when anything is different. The audit names the reports that explain something. */
export async function linkReports(
  tx: Tx,
  { organisationId, id }: Pick<ProposalRow, "organisationId" | "id">,
  { by, at, to }: Change,
): Promise<boolean> {
  const before = await loadReportLinks(tx, { organisationId, id });
  const after = to(before);
  const changed = after.filter((link) => !before.some((one) => sameLink(one, link)));
  if (changed.length === 0) return false;
  await saveReportLinks(tx, { organisationId, id }, changed);
  await appendAudit(tx, {
    organisation: organisationId,
    at,
    event: "reports-linked",
    by,
    subject: { kind: "proposal", id },
    facts: { reports: after.filter(({ explains }) => explains.length > 0).map(({ incident }) => incident) },
  });
  return true;
}

function sameLink(one: ReportLink, other: ReportLink): boolean {
  const kinds = ({ explains }: ReportLink) => explains.toSorted().join();
  return one.incident === other.incident && kinds(one) === kinds(other);
}

export type LinkableReport = { readonly id: string; readonly ref: string; readonly occurredAt: Date };

/**
 * The customer's newest reports that the proposer may read, with those of the proposal, the newest first: whoever links a
 * report reads it in the case.
 */
export async function linkableReports(
  tx: Tx,
  { organisationId, customerId }: ProposalRow,
  { incidents, viewer }: Pick<ProposalParts, "incidents"> & { readonly viewer: Viewer },
): Promise<readonly LinkableReport[]> {
  const newest = await reportsOfCustomer(tx, organisationId, { customer: customerId, limit: NEWEST });
  const readable = newest.filter(
    ({ service, reporterId, triageOfficerId }) =>
      triageOfficerId === viewer.id ||
      maySee(viewer, { view: "report", reportedBy: reporterId, service }).code === "may",
  );
  const own = incidents.filter(({ id }) => readable.every((one) => one.id !== id));
  return [...readable, ...own].toSorted((one, other) => other.occurredAt.getTime() - one.occurredAt.getTime());
}
