/** Triage: what may become of a report, and the steps before a restriction (CASEWORK section 1; 7.2). */
import { dayOf, daysLater } from "./calendar.ts";
import { mayWarn, recordOf } from "./ladder.ts";
import { POLICY } from "./pack.ts";
import { actsAs, carries, isPresent } from "./staff.ts";
import type { Answer, Press, Proposal, Report, World } from "./world.ts";

type PressOf<Do extends Press["do"]> = Extract<Press, { do: Do }>;
type Taken = Pick<PressOf<"step">, "by" | "step">;

export const answer = (reasons: readonly string[], accept: () => readonly string[]): Answer =>
  reasons.length > 0 ? { code: "refused", reasons } : { code: "accepted", events: accept() };

export function report(world: World, { by, customer, daysAgo, threat, affected }: PressOf<"report">): Answer {
  return answer([], () => {
    const on = daysLater(dayOf(world.now), -daysAgo);
    const since = { reportedAt: world.now, waitsSince: world.now };
    world.reports.push({ customer, reporter: by, affected, on, threat, ...since, state: "awaiting_triage" });
    return ["incident-reported"];
  });
}

export function close(world: World, { by, report: number, said }: PressOf<"close">): Answer {
  const found = reportOf(world, number);
  return answer([...refuseTriage(world, found, by), ...(said ? [] : ["reason-missing"])], () => {
    found.state = "no_further_action";
    return ["incident-closed"];
  });
}

export function step(world: World, press: PressOf<"step">): Answer {
  const found = reportOf(world, press.report);
  const { by, step: kind, given, earlier } = press;
  const today = dayOf(world.now);
  const trusted =
    kind === "warning" && earlier !== null ? { kind: "advice" as const, on: daysLater(today, -earlier) } : null;
  const record = recordOf(world, found.customer, null);
  const after = trusted ? { ...record, given: [...record.given, { ...trusted, onTrust: true }] } : record;
  const reasons = [
    ...refuseTriage(world, found, by),
    ...refuseStep(world, found, press),
    ...(kind === "warning" && !mayWarn(after) ? ["not-yet"] : []),
  ];
  return answer(reasons, () => {
    const on = kind === "advice" && given !== null ? daysLater(today, -given) : null;
    const taken = { customer: found.customer, proposal: null, since: world.now, dropped: false };
    if (trusted) world.steps.push({ ...trusted, ...taken, report: null, owner: null });
    const owner = press.byReporter ? found.reporter : by;
    world.steps.push({ kind, on, ...taken, report: press.report, owner });
    const letter = { owner, step: world.steps.length - 1, proposal: null, since: world.now, sent: false };
    if (kind === "warning") world.letters.push(letter);
    found.state = kind;
    return [...(trusted ? ["advice-recorded"] : []), `${kind}-${on === null ? "asked-for" : "given"}`];
  });
}

export function advise(world: World, { by, report: number }: PressOf<"advise">): Answer {
  const found = world.steps.find(({ kind, report: own }) => kind === "advice" && own === number);
  const isTheirs = found?.owner === by || world.staff[by]?.roles.includes("register_team");
  const reasons = [...(isTheirs ? [] : ["not-yours"]), ...(found?.on === null ? [] : ["already-recorded"])];
  return answer(reasons, () => {
    if (found) found.on = dayOf(world.now);
    return ["advice-given"];
  });
}

/** A warning counts from the day its letter is recorded as sent; of a decision the customer knows from then on. */
export function letterSent(world: World, { by, letter: number }: PressOf<"letter-sent">): Answer {
  const letter = world.letters[number];
  const isTheirs = letter?.owner === by || world.staff[by]?.roles.includes("register_team");
  const reasons = [...(isTheirs ? [] : ["not-yours"]), ...(letter?.sent ? ["already-recorded"] : [])];
  return answer(reasons, () => {
    if (letter) letter.sent = true;
    const warning = letter?.step == null ? undefined : world.steps[letter.step];
    if (warning) warning.on = dayOf(world.now);
    return ["letter-sent", ...(warning ? ["warning-given"] : [])];
  });
}

/** Once, by a service manager or who stands in for one, or the register team. All reports of the model are of one service. */
export function refuseTriage(world: World, { state }: Report, by: string): string[] {
  const isManager = actsAs(world, by, (roles) => roles.includes("service_manager"));
  const may = isManager || (world.staff[by]?.roles.includes("register_team") ?? false);
  return [...(may ? [] : ["not-yours"]), ...(state === "awaiting_triage" ? [] : ["already-triaged"])];
}

/** 7.2.1, "the employee or service manager"; 7.2.2, "a service manager". */
export function refuseStep(world: World, { reporter, affected }: Report, { by, step: kind }: Taken): string[] {
  const own = POLICY[world.pack].steps.find((one) => one.kind === kind);
  const isManager = actsAs(world, by, (roles) => roles.includes("service_manager"));
  const metThem = reporter === by || affected.includes(by);
  return [
    ...(own ? [] : ["not-in-policy"]),
    ...(isPresent(world, by) ? [] : ["not-present"]),
    ...(own && !isManager && !(own.byReporter && metThem) ? ["role-too-low"] : []),
  ];
}

/** "proposal: service manager or senior officer" (CASEWORK section 1). */
export function refuseProposal(world: World, by: string): string[] {
  const may = actsAs(world, by, (roles) => roles.includes("service_manager") || carries(roles, "senior_officer"));
  return [...(isPresent(world, by) ? [] : ["not-present"]), ...(may ? [] : ["role-too-low"])];
}

/**
 * With one that they have in hand: asked again at every press. What went out was theirs to propose, and no policy of the
 * model takes that back.
 */
export function refuseGoingOn(world: World, { proposer, state }: Proposal): string[] {
  const refused = refuseProposal(world, proposer);
  return state === "draft"
    ? refused.map((reason) => (reason === "role-too-low" ? "may-not-propose" : reason))
    : refused.filter((reason) => reason === "not-present");
}

export function reportOf(world: World, number: number): Report {
  const found = world.reports[number];
  if (!found) throw new Error("the model has no such report");
  return found;
}
