/** What another pack would change for a case that is under way, in plain words and without a name of anybody. */
import { approvalNeeds } from "../approval/approval-needs.ts";
import type { OpenProposal } from "../approval/open-proposal.ts";
import { KIND_WORDS, ROLE_WORDS } from "../arrangement/plain-words.ts";
import { counted, listOf, ukDate, withArticle } from "../arrangement/uk-words.ts";
import type { GateResult } from "../gates/gate.ts";
import { GATE_WORDS, UNANSWERED_WORDS } from "../gates/gate-words.ts";
import type { NextSteps } from "../ladder/next-steps.ts";
import type { Step } from "../vocabulary.ts";
import type { ApproverNeeds } from "./approver-needs.ts";
import type { Pack } from "./pack.ts";

/** A proposal looked at under one pack. */
export type ProposalUnder = {
  readonly pack: Pack;
  readonly record: OpenProposal;
  readonly gates: readonly GateResult[];
  /** How many present could decide it. */
  readonly eligible: number;
  /** Whether its proposer may propose. */
  readonly mayPropose: boolean;
};

/** Empty when the proposal would go the same way under both. */
export function proposalChanges(before: ProposalUnder, after: ProposalUnder): string[] {
  const { record, pack, eligible } = after;
  const offered = pack.restrictions.value.map(({ kind }) => kind);
  const dropped = record.kinds.filter((kind) => !offered.includes(kind));
  const most = pack.length.maxMonths.value;
  const needs = approvalNeeds(record, pack);
  return [
    ...(before.mayPropose && !after.mayPropose ? [notTheProposers(pack)] : []),
    ...dropped.map((kind) => `no longer on offer: ${KIND_WORDS[kind]}`),
    ...(record.months > most ? [`lasts ${counted(record.months, "month")}, and at most ${most} would be allowed`] : []),
    ...needsChange(approvalNeeds(before.record, before.pack), needs),
    ...(eligible < needs.quorum ? [`${needs.quorum} must approve, and ${eligible} of those present may`] : []),
    ...gateChanges(before.gates, after.gates),
  ];
}

function notTheProposers({ proposedBy }: Pack): string {
  const roles = proposedBy.value.map((role) => withArticle(ROLE_WORDS[role]));
  return `its proposer could not send it: it is for ${listOf(roles, "or")}`;
}

function needsChange(before: ApproverNeeds, after: ApproverNeeds): string[] {
  const words = ({ role, quorum, asks }: ApproverNeeds) => `${counted(quorum, ROLE_WORDS[role])} of ${asks} asked`;
  return words(before) === words(after) ? [] : [`decided by ${words(after)}, and not by ${words(before)}`];
}

function gateChanges(before: readonly GateResult[], after: readonly GateResult[]): string[] {
  const changed = after.flatMap((result) => {
    const was = before.find(({ gate }) => gate === result.gate);
    return was && outcomeOf(was) === outcomeOf(result) ? [] : [outcomeOf(result)];
  });
  const gone = before.filter(({ gate }) => after.every((result) => result.gate !== gate));
  return [...changed, ...gone.map(({ gate }) => `no longer asked: ${GATE_WORDS[gate]}`)];
}

/** One line, in a few words: the form has the rest. */
function outcomeOf(result: GateResult): string {
  switch (result.code) {
    case "pass":
      return `would pass: ${GATE_WORDS[result.gate]}`;
    case "open":
      return `would go on, and leave open: ${result.words}`;
    case "ask":
      return `would be held: ${UNANSWERED_WORDS[result.gate]}`;
    case "block":
      return `would be held: ${result.because}`;
  }
}

/** What the manager could do next with a report, under each pack; empty when it is the same. */
export function reportChanges(before: NextSteps, after: NextSteps): string[] {
  const [was, would] = [openWords(before), openWords(after)];
  if (was !== would) return [`next: ${would}, and not ${was}`];
  return reasonsOf(before) === reasonsOf(after) ? [] : ["next: a proposal at once for other reasons"];
}

/** What would become of advice or a warning that was given; empty when it counts as long, or does not count now either. */
export function stepChanges(step: Step, before: NextSteps, after: NextSteps): string[] {
  const was = before.rungs.find(({ rung }) => rung === step);
  const would = after.rungs.find(({ rung }) => rung === step);
  if (was?.code !== "taken") return [];
  switch (would?.code) {
    case undefined:
    case "not_in_policy":
      return [`the ${step} has no place in it`];
    case "open":
      return [`the ${step} no longer counts`];
    case "not_yet":
      return [`the ${step} no longer counts: ${would.because}`];
    case "taken":
      return would.until === was.until
        ? []
        : [`the ${step} counts until ${ukDate(would.until)}, and not until ${ukDate(was.until)}`];
  }
}

/** Why the earlier steps may be left out is a text of the pack's own, and counted here. */
function openWords({ rungs, bypass }: NextSteps): string {
  const open = rungs.flatMap(({ rung, code }) => (code === "open" ? [rung] : []));
  const ways = bypass.length === 0 ? [] : [`a proposal at once for ${counted(bypass.length, "reason")} of the pack`];
  const all = [...open, ...ways];
  return all.length === 0 ? "nothing is open" : listOf(all, "or");
}

function reasonsOf({ bypass }: NextSteps): string {
  return bypass
    .map(({ words }) => words)
    .toSorted()
    .join("; ");
}
