/** The states of a proposal: drafted, sent, decided, taken back (CASEWORK sections 3 and 4). */
import { excluded, stillNeeded } from "./approval.ts";
import { dayOf, daysLater, monthsLater, startOfDay, workingTimeLater } from "./calendar.ts";
import { bypasses, held } from "./gates.ts";
import { isContinued, isWarned, recordOf } from "./ladder.ts";
import { ESCALATE_WORKING_DAYS, EXPIRE_WORKING_DAYS, POLICY, type StepKind } from "./pack.ts";
import { answer, refuseProposal, refuseTriage, reportOf } from "./report-presses.ts";
import { standsInFor } from "./staff.ts";
import type { Answer, Content, Press, Proposal, World } from "./world.ts";

type PressOf<Do extends Press["do"]> = Extract<Press, { do: Do }>;
type Entered = Omit<PressOf<"draft">, "do" | "by" | "report" | "liaison">;

/** The three forms, filled in: a new draft, or the proposer's own that they have in hand. What holds it is kept in it. */
export function draft(world: World, press: PressOf<"draft">): Answer {
  const own = ownProposal(world, press);
  const content = entered(world, press);
  const isOwnMatter = own?.state === "returned" || own?.state === "expired";
  const reasons = [
    ...refuseTriage(world, reportOf(world, press.report), press.by).filter(
      (reason) => !(isOwnMatter && reason === "already-triaged"),
    ),
    // Whoever has it in hand goes on with it.
    ...(own ? [] : refuseProposal(world, press.by)),
    ...(mayBegin(world, press.report, content) ? [] : ["warned"]),
  ];
  return answer(reasons, () => {
    const proposal = own ?? begun(world, press, content);
    proposal.changed ||= JSON.stringify(proposal.content) !== JSON.stringify(content);
    proposal.content = content;
    proposal.socialWorkAnswered ||= press.liaison;
    recordEarlier(world, proposal);
    return ["proposal-drafted", "proposal-changed", "proposal-changed"];
  });
}

/** Sent twice, it goes out once. */
export function send(world: World, { by, proposal: number, answer: said, stale }: PressOf<"send">): Answer {
  const proposal = proposalOf(world, number);
  const { state, proposer } = proposal;
  if (state === "submitted" && proposer === by) return { code: "accepted", events: [] };
  const isOpen = state === "draft" || state === "returned" || state === "expired";
  const dealtWith = state === "draft" && reportOf(world, proposal.report).state !== "awaiting_triage";
  const reasons = [
    ...(proposer === by ? [] : ["not-yours"]),
    ...(isOpen ? [] : ["not-editable"]),
    ...(stale ? ["changed"] : []),
    ...(dealtWith ? ["already-triaged"] : []),
    ...(state === "returned" && !proposal.changed && !said ? ["questions-open"] : []),
    ...held(world, proposal).map((gate) => `gate:${gate}`),
  ];
  return answer(reasons, () => {
    proposal.state = "submitted";
    proposal.round += 1;
    proposal.changed = false;
    proposal.decisions.clear();
    proposal.asked.clear();
    Object.assign(proposal, clockOf(world, proposal.content));
    reportOf(world, proposal.report).state = "proposed";
    return ["proposal-submitted"];
  });
}

/** A reason is required for return and reject, and of whoever approves what rests on a written one. */
export function decide(world: World, { by, proposal: number, verdict, said, oldCard }: PressOf<"decide">): Answer {
  const proposal = proposalOf(world, number);
  const rests = POLICY[world.pack].bypass.some(
    ({ code, written }) => written && code === proposal.content.bypass?.code,
  );
  const reasons = [
    ...(proposal.state === "submitted" ? [] : ["closed"]),
    ...(oldCard ? ["card-too-old"] : []),
    ...(proposal.decisions.has(by) ? ["decided-before"] : []),
    ...excluded(world, proposal, by),
    ...(proposal.asked.has(by) ? [] : ["not-asked"]),
    ...((verdict !== "approve" || rests) && !said ? ["reason-missing"] : []),
  ];
  return answer(reasons, () => {
    proposal.decisions.set(by, verdict);
    if (verdict === "reject") proposal.state = "rejected";
    if (verdict === "return") proposal.state = "returned";
    if (verdict === "approve" && stillNeeded(world, proposal) === 0) approve(world, number);
    return [{ approve: "proposal-approved", return: "proposal-returned", reject: "proposal-rejected" }[verdict]];
  });
}

/** Whoever has an interest decides no more, and what they decided does not count. */
export function interest(world: World, { by, proposal: number }: PressOf<"interest">): Answer {
  const proposal = proposalOf(world, number);
  const isAsked = proposal.asked.has(by) || proposal.declared.has(by);
  const reasons = [...(proposal.state === "submitted" ? [] : ["closed"]), ...(isAsked ? [] : ["not-asked"])];
  return answer(reasons, () => {
    proposal.declared.add(by);
    proposal.asked.delete(by);
    proposal.decisions.delete(by);
    return ["interest-declared"];
  });
}

/** By the proposer, or whoever stands in for them; what led to it waits to be dealt with again. */
export function withdraw(world: World, { by, proposal: number }: PressOf<"withdraw">): Answer {
  const proposal = proposalOf(world, number);
  const isTheirs = proposal.proposer === by || standsInFor(world, by).includes(proposal.proposer);
  const isOver = ["approved", "rejected", "withdrawn"].includes(proposal.state);
  return answer([...(isOver ? ["closed"] : []), ...(isTheirs ? [] : ["not-yours"])], () => {
    const wasOut = proposal.state !== "draft";
    proposal.state = "withdrawn";
    if (wasOut) reportOf(world, proposal.report).state = "awaiting_triage";
    return ["proposal-withdrawn", ...(wasOut ? ["incident-reopened"] : [])];
  });
}

/** A decision never restricts backwards. The letter is its proposer's to send. */
function approve(world: World, number: number): void {
  const proposal = proposalOf(world, number);
  const { startsOn, endsOn } = proposal.content;
  proposal.state = "approved";
  world.arrangements.push({
    proposal: number,
    startsAt: Math.max(startOfDay(startsOn), world.now),
    endsAt: startOfDay(endsOn),
    ended: false,
  });
  world.letters.push({ owner: proposal.proposer, step: null, proposal: number, sent: false });
}

/** Day and night on the short road; never longer than what was asked for. */
function clockOf(world: World, { bypass, endsOn }: Content) {
  const on = { pack: world.pack, dayAndNight: bypass !== null };
  return {
    submittedAt: world.now,
    escalateAt: workingTimeLater(world.now, ESCALATE_WORKING_DAYS, on),
    expireAt: Math.min(workingTimeLater(world.now, EXPIRE_WORKING_DAYS, on), startOfDay(endsOn)),
  };
}

/** The first form is refused without the earlier steps, those that it records itself among them, or when nothing followed. */
function mayBegin(world: World, report: number, content: Content): boolean {
  if (content.bypass) return bypasses(world, content, report);
  const record = recordOf(world, reportOf(world, report).customer, null);
  const typed = Object.entries(content.earlier).map(([kind, on]) => ({ kind: kind as StepKind, on, onTrust: true }));
  const withTyped = { ...record, given: [...record.given, ...typed] };
  return isWarned(withTyped) && isContinued(withTyped);
}

function ownProposal(world: World, { by, report }: PressOf<"draft">): Proposal | undefined {
  const inHand = ["draft", "returned", "expired"];
  return world.proposals.find((one) => one.proposer === by && one.report === report && inHand.includes(one.state));
}

function begun(world: World, { by, report }: PressOf<"draft">, content: Content): Proposal {
  const proposal: Proposal = {
    report,
    proposer: by,
    content,
    state: "draft",
    round: 0,
    changed: false,
    socialWorkAnswered: false,
    submittedAt: 0,
    escalateAt: 0,
    expireAt: 0,
    asked: new Set(),
    declared: new Set(),
    decisions: new Map(),
  };
  world.proposals.push(proposal);
  return proposal;
}

/** What a proposal says happened before is that proposal's word, and is written anew with its first form. */
function recordEarlier(world: World, proposal: Proposal): void {
  const number = world.proposals.indexOf(proposal);
  const { customer } = reportOf(world, proposal.report);
  for (const step of world.steps) if (step.proposal === number) step.dropped = true;
  for (const [kind, on] of Object.entries(proposal.content.earlier))
    world.steps.push({
      kind: kind as StepKind,
      customer,
      on,
      report: null,
      proposal: number,
      owner: null,
      dropped: false,
    });
}

/** In a week for six months, or today for three days. */
function entered(world: World, { kind, bypass, earlier, short, complainedAbout }: Entered): Content {
  const today = dayOf(world.now);
  const startsOn = short ? today : daysLater(today, 7);
  return {
    kind,
    bypass,
    complainedAbout,
    startsOn,
    endsOn: short ? daysLater(today, 3) : monthsLater(startsOn, 6),
    reviewOn: short ? daysLater(today, 1) : monthsLater(startsOn, 5),
    earlier: Object.fromEntries(Object.entries(earlier).map(([step, ago]) => [step, daysLater(today, -ago)])),
  };
}

export function proposalOf(world: World, number: number): Proposal {
  const found = world.proposals[number];
  if (!found) throw new Error("the model has no such proposal");
  return found;
}
