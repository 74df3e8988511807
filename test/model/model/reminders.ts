/**
 * Who is reminded of what waits. CASEWORK section 1: of a letter that nobody sent "the register team is told after one
 * working day". It gives no number for a report that nobody looks at and for advice that nobody gives: the same here.
 * Social Work has the pack's working days (section 6).
 */
import { workingTimeLater } from "./calendar.ts";
import { SOCIAL_WORK_WORKING_DAYS } from "./pack.ts";
import type { Proposal, World } from "./world.ts";

const REGISTER_TEAM = "r.byrne";
const LIAISON = "w.adeyemi";

/** By the number of its report, letter or proposal; `to`: who hears of it. */
export type Waiting = {
  readonly what: "report" | "advice" | "letter" | "social-work";
  readonly number: number;
  readonly to: string;
  readonly since: number;
};

export const keyOf = ({ what, number, to }: Pick<Waiting, "what" | "number" | "to">): string =>
  `${what} ${number} to ${to}`;
const EVENTS = {
  report: "triage-waiting",
  advice: "advice-waiting",
  letter: "letter-unsent",
  "social-work": "social-work-waiting",
} as const;

/** Once, for each that has waited long enough by now. Gives back what the audit says of it. */
export function remind(world: World): string[] {
  const late = waiting(world).filter((one) => !world.reminded.has(keyOf(one)) && dueAt(world, one) <= world.now);
  for (const one of late) world.reminded.add(keyOf(one));
  return late.map(({ what }) => EVENTS[what]);
}

/** A report that is taken up and comes back waits anew; whoever is reminded of it sooner than that is not wrong. */
export function mayBeReminded(world: World): ReadonlySet<string> {
  const sooner = world.reports.map(({ reportedAt }, number) => ({
    what: "report" as const,
    number,
    to: REGISTER_TEAM,
    since: reportedAt,
  }));
  return new Set([...world.reminded, ...sooner.filter((one) => dueAt(world, one) <= world.now).map(keyOf)]);
}

function waiting({ reports, steps, letters, proposals }: World): Waiting[] {
  return [
    ...reports.flatMap(({ state, waitsSince }, number) =>
      state === "awaiting_triage" ? [{ what: "report" as const, number, to: REGISTER_TEAM, since: waitsSince }] : [],
    ),
    ...steps.flatMap(({ kind, on, report, owner, since }) =>
      kind === "advice" && on === null && report !== null && owner
        ? [{ what: "advice" as const, number: report, to: owner, since }]
        : [],
    ),
    ...letters.flatMap(({ sent, since }, number) =>
      sent ? [] : [{ what: "letter" as const, number, to: REGISTER_TEAM, since }],
    ),
    ...proposals.flatMap((proposal, number) =>
      asksSocialWork(proposal)
        ? [{ what: "social-work" as const, number, to: LIAISON, since: proposal.socialWorkAskedAt }]
        : [],
    ),
  ];
}

/** Nobody waits for an answer about what was taken back or turned down. */
function asksSocialWork(proposal: Proposal): proposal is Proposal & { readonly socialWorkAskedAt: number } {
  const { state, socialWorkAskedAt, socialWorkAnswered } = proposal;
  return socialWorkAskedAt !== null && !socialWorkAnswered && state !== "withdrawn" && state !== "rejected";
}

function dueAt({ pack }: World, { what, since }: Waiting): number {
  const days = what === "social-work" ? SOCIAL_WORK_WORKING_DAYS : 1;
  return workingTimeLater(since, days, { pack, dayAndNight: false });
}
