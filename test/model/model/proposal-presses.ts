/** The states of a proposal after its forms: sent, decided, taken back (CASEWORK sections 3 and 4). */
import { excluded, hasDecided, seatFor, stillNeeded } from "./approval.ts";
import { dayOf, startOfDay, workingTimeLater } from "./calendar.ts";
import { held, heldAtApproval } from "./gates.ts";
import { ESCALATE_WORKING_DAYS, EXPIRE_WORKING_DAYS, POLICY } from "./pack.ts";
import { answer, refuseGoingOn, refuseTriage, reportOf } from "./report-presses.ts";
import { standsInFor } from "./staff.ts";
import type { Answer, Content, Press, Proposal, World } from "./world.ts";

type PressOf<Do extends Press["do"]> = Extract<Press, { do: Do }>;

/** Sent twice, it goes out once. */
export function send(world: World, { by, proposal: number, answer: said, stale }: PressOf<"send">): Answer {
  const proposal = proposalOf(world, number);
  const { state, proposer } = proposal;
  if (state === "submitted" && proposer === by) return { code: "accepted", events: [] };
  const isOpen = state === "draft" || state === "returned" || state === "expired";
  const dealtWith = state === "draft" && reportOf(world, proposal.report).state !== "awaiting_triage";
  const reasons = [
    ...(proposer === by ? [] : ["not-yours"]),
    // Whoever began it for somebody who is back now has no more say in what becomes of the report; once it went out, it
    // stays theirs.
    ...(state === "draft"
      ? refuseTriage(world, reportOf(world, proposal.report), by).filter((reason) => reason === "not-yours")
      : []),
    ...(isOpen ? [] : ["not-editable"]),
    ...(isOpen && proposer === by ? refuseGoingOn(world, proposal) : []),
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
    ...(hasDecided(world, proposal, by) ? ["decided-before"] : []),
    ...excluded(world, proposal, by),
    ...(proposal.asked.has(by) ? [] : ["not-asked"]),
    ...((verdict !== "approve" || rests) && !said ? ["reason-missing"] : []),
    ...(verdict === "approve" && heldAtApproval(world, proposal).length > 0 ? ["held"] : []),
  ];
  return answer(reasons, () => {
    proposal.decisions.set(by, { verdict, seat: seatFor(world, proposal, by) ?? by });
    if (verdict === "reject") proposal.state = "rejected";
    if (verdict === "return") proposal.state = "returned";
    if (verdict === "approve" && stillNeeded(world, proposal) === 0) approve(world, number);
    if (isClosed(proposal)) proposal.closedAt = world.now;
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
  return answer([...(isClosed(proposal) ? ["closed"] : []), ...(isTheirs ? [] : ["not-yours"])], () => {
    const wasOut = proposal.state !== "draft";
    proposal.state = "withdrawn";
    proposal.closedAt = world.now;
    if (wasOut) {
      const report = reportOf(world, proposal.report);
      report.state = "awaiting_triage";
      report.waitsSince = world.now;
    }
    return ["proposal-withdrawn", ...(wasOut ? ["incident-reopened"] : [])];
  });
}

/** Written down by the proposer, when Social Work was asked at all. */
export function tryAgain(world: World, { by, proposal: number }: PressOf<"try-again">): Answer {
  const { proposer, socialWorkAskedAt, socialWorkTriedOn } = proposalOf(world, number);
  const reasons = [
    ...(proposer === by ? [] : ["not-yours"]),
    ...(socialWorkAskedAt === null ? ["unknown-target"] : []),
  ];
  return answer(reasons, () => {
    socialWorkTriedOn.push(dayOf(world.now));
    return ["social-work-tried-again"];
  });
}

const isClosed = ({ state }: Proposal): boolean => ["approved", "rejected", "withdrawn"].includes(state);

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
  world.letters.push({ owner: proposal.proposer, step: null, proposal: number, since: world.now, sent: false });
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

export function proposalOf(world: World, number: number): Proposal {
  const found = world.proposals[number];
  if (!found) throw new Error("the model has no such proposal");
  return found;
}
