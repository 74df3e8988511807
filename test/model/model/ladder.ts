/** 7.2: which earlier steps count, and whether the behaviour went on after each (CASEWORK sections 1, 2 and 6). */
import { dayOf, monthsLater, workingDaysLater } from "./calendar.ts";
import { DEEMED_RECEIPT_WORKING_DAYS, type PackName, POLICY, type StepKind } from "./pack.ts";
import type { World } from "./world.ts";

/** A step that was given. `onTrust`: put on record as from before, by somebody's word. */
type Given = { readonly kind: StepKind; readonly on: string; readonly onTrust: boolean };
export type Record = {
  readonly pack: PackName;
  readonly today: string;
  /** The last day on which something may have happened. */
  readonly until: string;
  readonly given: readonly Given[];
  /** The days on which something happened. */
  readonly happened: readonly string[];
};

/** What is on record about a customer, what approved proposals rest on too; `proposal`: with what its proposer entered. */
export function recordOf(world: World, customer: string, proposal: number | null): Record {
  const reports = world.reports.filter((one) => one.customer === customer && one.state !== "no_further_action");
  const given = world.steps.flatMap(({ kind, on, report, dropped, ...step }) => {
    const isOnRecord = step.proposal === null || world.proposals[step.proposal]?.state === "approved";
    const counts = !dropped && step.customer === customer && (isOnRecord || step.proposal === proposal);
    return counts && on !== null ? [{ kind, on, onTrust: report === null }] : [];
  });
  const today = dayOf(world.now);
  return { pack: world.pack, today, until: today, given, happened: reports.map(({ on }) => on) };
}

/** Whether every earlier step was given, each while the one before was valid, and the last is valid today. */
export function isWarned(record: Record): boolean {
  return ladders(record).length > 0;
}

/** Whether it went on after each of them: for one of the ways to read the record. */
export function isContinued(record: Record): boolean {
  return ladders(record).some((ladder) => ladder.every((step, place) => wentOn(record, step, ladder[place + 1])));
}

/** Whether a warning may be written: after advice that is valid, and something since (7.2.2); again at any time. */
export function mayWarn(record: Record): boolean {
  const [first] = POLICY[record.pack].steps;
  if (first?.kind !== "advice") return true;
  const again = ladders(record).some(([advice, warning]) => advice && warning && wentOn(record, advice, warning));
  const last = record.given
    .filter(({ kind, on }) => kind === "advice" && on <= record.today)
    .toSorted((one, other) => (one.on < other.on ? 1 : -1))[0];
  return again || (last !== undefined && isValid(record, last, record.today) && wentOn(record, last, undefined));
}

function ladders(record: Record): Given[][] {
  return POLICY[record.pack].steps.reduceRight<Given[][]>(
    (found, { kind }) =>
      found.flatMap((later) =>
        record.given
          .filter((step) => step.kind === kind && isValid(record, step, later[0]?.on ?? record.today))
          .map((step) => [step, ...later]),
      ),
    [[]],
  );
}

function isValid({ pack }: Record, { kind, on }: Given, day: string): boolean {
  const months = POLICY[pack].steps.find((step) => step.kind === kind)?.months ?? 0;
  return on <= day && day <= monthsLater(on, months);
}

/** A warning counts from its receipt, which is deemed; advice from the day it is given. */
function wentOn({ pack, happened, until }: Record, step: Given, next: Given | undefined): boolean {
  if (step.onTrust && next?.onTrust) return true;
  const had = step.kind === "warning" ? workingDaysLater(step.on, DEEMED_RECEIPT_WORKING_DAYS, pack) : step.on;
  return happened.some((on) => on > had && on <= (next?.on ?? until));
}
