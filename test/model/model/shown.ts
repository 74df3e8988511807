/** What a card about a case has to say, and to whom it may offer what. */
import { mayStillDecide, stillNeeded } from "./approval.ts";
import { heldAtApproval } from "./gates.ts";
import { POLICY } from "./pack.ts";
import { proposalOf } from "./proposal-presses.ts";
import { refuseProposal, refuseStep, refuseTriage, reportOf } from "./report-presses.ts";
import { actsAs, carries } from "./staff.ts";
import type { Letter, World } from "./world.ts";

/** `offers`: buttons that change something. */
export type Shown = { readonly says: string; readonly offers: readonly string[] };

/** To a senior who was asked, in that round. */
export function approvalCard(
  world: World,
  number: number,
  { holder, round }: { holder: string; round: number },
): Shown {
  const proposal = proposalOf(world, number);
  if (round < proposal.round) return { says: "superseded", offers: [] };
  if (proposal.state !== "submitted") return { says: proposal.state, offers: [] };
  const may = mayStillDecide(world, proposal).includes(holder);
  const offers = may ? ["approve", "reject", "return"] : [];
  return { says: may ? "open" : "not-deciding", offers };
}

/** To the proposer: when it went out, and what became of it. */
export function proposerCard(world: World, number: number, { kind, round }: { kind: string; round: number }): Shown {
  const { state, round: now } = proposalOf(world, number);
  const isOlder = kind === "proposal-sent" && state !== "submitted" && state !== "withdrawn";
  if (round < now || isOlder) return { says: "closed", offers: [] };
  const isBack = state === "returned" || state === "expired";
  const offers = [
    ...(isBack ? ["proposal-edit"] : []),
    ...(isBack || state === "submitted" ? ["proposal-withdraw"] : []),
  ];
  return { says: state === "submitted" ? "sent" : state, offers };
}

/** Too few may decide or a gate holds it, until it can be approved or is over. */
export function stuckCard(world: World, number: number, round: number): Shown {
  const proposal = proposalOf(world, number);
  if (proposal.state !== "submitted" || round < proposal.round) return { says: "closed", offers: [] };
  if (heldAtApproval(world, proposal).length > 0) return { says: "held", offers: ["proposal-withdraw"] };
  const enough = mayStillDecide(world, proposal).length >= stillNeeded(world, proposal);
  return { says: enough ? "enough" : "stuck", offers: enough ? [] : ["proposal-withdraw"] };
}

/** To whoever looks at reports: what this reader may do, and closing, so that none waits. */
export function triageCard(world: World, number: number, holder: string): Shown {
  const report = reportOf(world, number);
  if (report.state !== "awaiting_triage") return { says: report.state.replaceAll("_", "-"), offers: [] };
  // One whose manager is back can only be read.
  if (refuseTriage(world, report, holder).length > 0) return { says: "open", offers: [] };
  const steps = POLICY[world.pack].steps.filter(
    ({ kind }) => refuseStep(world, report, { by: holder, step: kind }).length === 0,
  );
  const proposal = refuseProposal(world, holder).length === 0 ? ["triage-propose"] : [];
  const isSenior = actsAs(world, holder, (roles) => carries(roles, "senior_officer"));
  const give = isSenior ? [] : ["triage-give"];
  const offers = [...steps.map(({ kind }) => `triage-${kind}`), "triage-no-further-action", ...proposal, ...give];
  return { says: "open", offers: offers.toSorted() };
}

/** To the reporter, who hears what became of it. */
export function receiptCard(world: World, number: number): Shown {
  const { state } = reportOf(world, number);
  const sent = world.proposals.find((one) => one.report === number && !["draft", "withdrawn"].includes(one.state));
  const decided = sent?.state === "approved" || sent?.state === "rejected" ? sent.state : "proposed";
  const says = {
    awaiting_triage: "sent",
    proposed: decided,
    no_further_action: "no-further-action",
    advice: "advice",
    warning: "warning",
  };
  return { says: says[state], offers: [] };
}

export function letterCard({ sent }: Letter): Shown {
  return sent ? { says: "sent", offers: [] } : { says: "open", offers: ["letter-sent"] };
}

export function adviceCard(world: World, report: number): Shown {
  const step = world.steps.find((one) => one.kind === "advice" && one.report === report);
  return step?.on === null ? { says: "open", offers: ["advice-given"] } : { says: "given", offers: [] };
}
