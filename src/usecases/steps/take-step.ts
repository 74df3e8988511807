/** Whoever the pack lets takes a step before a restriction, mostly a service manager: the advice, or the warning letter (7.2.1, 7.2.2). */
import { addCopies, refreshCopies } from "../../../db/queries/copies.ts";
import { loadOrganisation } from "../../../db/queries/organisation.ts";
import { refreshTriageOf } from "../../../db/queries/triage-copies.ts";
import { interactive } from "../../../db/transaction.ts";
import type { TakeRefusal } from "../../policy/ladder/may-take.ts";
import type { Pack, PackStep } from "../../policy/packs/pack.ts";
import type { Channel, Limb, Step } from "../../policy/vocabulary.ts";
import { localDate } from "../../policy/working-time/dates.ts";
import type { Actor, Context } from "../context.ts";
import { packOf } from "../pack-of.ts";
import { type CustomerFault, customerOfReport, linkReport, type SaidCustomer } from "../propose/customer-of-report.ts";
import { lockIncident, NEWS, refuseTriage, staffToday, type TriageRefusal } from "../triage.ts";
import { refuseRung, standingOf, whoGives } from "./prepare-step.ts";
import { addTask } from "./step-task.ts";
import { closeReport, recordEarlierAdvice, saveStep } from "./write-step.ts";

export type TakeStep = {
  readonly actor: Actor;
  readonly incident: string;
  readonly step: Step;
  /** Who it is, when the report does not say. */
  readonly customer: SaidCustomer;
  readonly limbs: readonly Limb[];
  /** What shows it: contacts, minutes, officers. */
  readonly shownBy: string | null;
  readonly whatHappened: string | null;
  readonly whatToChange: string | null;
  readonly how: Channel | null;
  readonly by: "me" | "reporter";
  /** Advice that was given already, by whoever `by` says. Dates are ISO dates. */
  readonly done: { readonly on: string; readonly said: string | null } | null;
  /** Advice from before that is not on record yet, put on record with the warning. */
  readonly earlierAdvice: { readonly on: string; readonly how: Channel; readonly by: string | null } | null;
};

export type StepFault =
  | CustomerFault
  | "limb-missing"
  | "shown-by-missing"
  | "what-happened-missing"
  | "what-to-change-missing"
  | "how-missing"
  | "in-the-future"
  /** The reporter was to give it, and is away or has left since the form was opened, or may not by the pack. */
  | "reporter-away"
  /** The pack gives it to the employee, who is here. */
  | "reporters-to-give"
  | "said-missing"
  /** Why it is not this step's turn, and what would open it. */
  | { readonly code: "not-yet"; readonly because: string; readonly opens: string };

export type StepOutcome =
  | { readonly code: "taken"; readonly ref: string; readonly ownerName: string; readonly done: boolean }
  | { readonly code: "faults"; readonly faults: readonly StepFault[] }
  | TakeRefusal
  | TriageRefusal;

/** Records the step and whose task it is; the reporter is told. Two managers at once: the second hears of the first. */
export function takeStep(context: Context) {
  const take = takeOnce(context);
  return async (command: TakeStep): Promise<StepOutcome> => {
    try {
      return await take(command);
    } catch (error) {
      if (error instanceof NotYet) return { code: "faults", faults: [error.fault] };
      throw error;
    }
  };
}

function takeOnce({ db, now, chats }: Context) {
  return async (command: TakeStep): Promise<StepOutcome> =>
    await interactive(db, command.actor.organisation, async (tx) => {
      const { actor, step } = command;
      const at = now();
      const row = await lockIncident(tx, actor.organisation, command.incident);
      const staff = await staffToday(tx, actor, { now, chats });
      const refusal = refuseTriage({ actor, row, staff });
      if (!row || refusal) return refusal ?? { code: "unknown-target" };
      const pack = await packOf(tx, actor.organisation, actor);
      const packStep = pack.steps.find((one) => one.step === step);
      const mayNot = refuseRung(step, { actor, row, staff, pack });
      if (!packStep || mayNot) return mayNot ?? { code: "not-in-policy" };

      const faults: readonly StepFault[] = [
        ...faultsOf(command, { pack, packStep, today: localDate(at, actor.timeZone) }),
        ...giverFaults(command, whoGives(packStep, { actor, row, staff, pack })),
      ];
      if (faults.length > 0) return { code: "faults", faults };
      const whose = await customerOfReport(tx, { row, typed: command.customer, by: actor.officer, at });
      if (whose.code === "fault") return { code: "faults", faults: [whose.fault] };
      const customer = whose.customer;
      if (command.earlierAdvice)
        await recordEarlierAdvice(tx, command, { customer, advice: command.earlierAdvice, at });
      const standing = await standingOf(tx, { actor, row, customer, pack, step, at });
      if (standing.code === "not_yet")
        // What was written above is undone with the rest.
        throw new NotYet({ code: "not-yet", because: standing.because, opens: standing.opens });

      const owner = command.by === "reporter" ? row.reporterId : actor.officer;
      const own = await loadOrganisation(tx, actor.organisation);
      const id = await saveStep(tx, command, { row, customer, owner, at });
      await linkReport(tx, row.id, { organisationId: own.id, customerId: customer, proposedBy: actor.officer, at });
      await closeReport(tx, command, { row, at });
      await addTask(tx, { command, id, owner, pack, own, at, chats });
      await addCopies(tx, { organisation: own.id, chats, now: at }, [
        { kind: "report-receipt", subject: row.id, officer: row.reporterId, round: NEWS },
      ]);
      await refreshCopies(tx, own.id, [row.id]);
      if (command.done || command.earlierAdvice) await refreshTriageOf(tx, own.id, customer);
      return {
        code: "taken",
        ref: row.ref,
        ownerName: staff.find((officer) => officer.id === owner)?.name ?? "",
        done: command.done !== null,
      };
    });
}

function giverFaults({ by, done }: TakeStep, { self, reporter }: ReturnType<typeof whoGives>): readonly StepFault[] {
  if (by === "me") return self ? [] : ["reporters-to-give"];
  return reporter || done ? [] : ["reporter-away"];
}

/** Found out when something was written already: the transaction goes back. */
class NotYet extends Error {
  override readonly name = "NotYet";
  readonly fault: StepFault;
  constructor(fault: StepFault) {
    super();
    this.fault = fault;
  }
}

function faultsOf(
  { step, limbs, shownBy, whatHappened, whatToChange, how, done, earlierAdvice }: TakeStep,
  { pack, packStep, today }: { pack: Pack; packStep: PackStep; today: string },
): readonly StepFault[] {
  const chosen = pack.limbs.value.filter(({ code }) => limbs.includes(code));
  const faults: StepFault[] = [];
  if (chosen.length === 0) faults.push("limb-missing");
  if (!shownBy && chosen.some((limb) => limb.shownBy.length > 0)) faults.push("shown-by-missing");
  if (!whatHappened) faults.push("what-happened-missing");
  if (!whatToChange) faults.push("what-to-change-missing");
  if (!how || !packStep.how.value.includes(how)) faults.push("how-missing");
  if (done && !done.said) faults.push("said-missing");
  if ([done?.on, step === "warning" ? earlierAdvice?.on : undefined].some((on) => on !== undefined && on > today))
    faults.push("in-the-future");
  return faults;
}
