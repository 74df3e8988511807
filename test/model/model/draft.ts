/** The three forms of a proposal, and what they put on record (CASEWORK sections 1 and 2). */
import { unbarring } from "./approval.ts";
import { dayOf, daysLater, monthsLater } from "./calendar.ts";
import { bypasses } from "./gates.ts";
import { isContinued, isWarned, recordOf } from "./ladder.ts";
import { POLICY, type StepKind } from "./pack.ts";
import { answer, refuseGoingOn, refuseProposal, refuseTriage, reportOf } from "./report-presses.ts";
import type { Answer, Content, Press, Proposal, World } from "./world.ts";

type Draft = Extract<Press, { do: "draft" }>;
type Entered = Omit<Draft, "do" | "by" | "report" | "liaison">;

/** The three forms, filled in: a new draft, or the proposer's own that they have in hand. What holds it is kept in it. */
export function draft(world: World, press: Draft): Answer {
  const own = ownProposal(world, press);
  const content = entered(world, press);
  const isOwnMatter = own?.state === "returned" || own?.state === "expired";
  const reasons = [
    // What went out stays its proposer's, also when they stood in for a manager who is back.
    ...(isOwnMatter ? [] : refuseTriage(world, reportOf(world, press.report), press.by)),
    ...(own ? refuseGoingOn(world, own) : refuseProposal(world, press.by)),
    ...(mayBegin(world, press.report, content) ? [] : ["warned"]),
  ];
  return answer(reasons, () => {
    const proposal = own ?? begun(world, press, content);
    proposal.changed ||= JSON.stringify(proposal.content) !== JSON.stringify(content);
    unbarring(world, () => {
      proposal.content = content;
    });
    if (POLICY[world.pack].socialWorkAlwaysAsked) proposal.socialWorkAskedAt ??= world.now;
    proposal.socialWorkAnswered ||= press.liaison;
    recordEarlier(world, proposal);
    return ["proposal-drafted", "proposal-changed", "proposal-changed"];
  });
}

/** The first form is refused without the earlier steps, those that it records itself among them, or when nothing followed. */
function mayBegin(world: World, report: number, content: Content): boolean {
  if (content.bypass) return bypasses(world, content, report);
  const record = recordOf(world, reportOf(world, report).customer, null);
  const typed = Object.entries(content.earlier).map(([kind, on]) => ({ kind: kind as StepKind, on, onTrust: true }));
  const withTyped = { ...record, given: [...record.given, ...typed] };
  return isWarned(withTyped) && isContinued(withTyped);
}

function ownProposal(world: World, { by, report }: Draft): Proposal | undefined {
  const inHand = ["draft", "returned", "expired"];
  return world.proposals.find((one) => one.proposer === by && one.report === report && inHand.includes(one.state));
}

function begun(world: World, { by, report }: Draft, content: Content): Proposal {
  const proposal: Proposal = {
    report,
    proposer: by,
    begunAt: world.now,
    closedAt: null,
    content,
    state: "draft",
    round: 0,
    changed: false,
    socialWorkAskedAt: null,
    socialWorkAnswered: false,
    socialWorkTriedOn: [],
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
      since: world.now,
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
