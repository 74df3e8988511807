/** Advice and warnings: the forms that ask for them, and the task that records advice. */
import { adviceGivenForm, adviceWords } from "../../../cards/advice-task.ts";
import type { Faults, Form, Values } from "../../../cards/model.ts";
import { stepForm } from "../../../cards/step-form.ts";
import { sentenceCase } from "../../policy/arrangement/uk-words.ts";
import { shownWords } from "../../policy/packs/shown-words.ts";
import { CHANNELS, LIMBS, type Step } from "../../policy/vocabulary.ts";
import type { Actor } from "../../usecases/context.ts";
import type { AdviceOutcome, ReadAdvice, RecordAdvice } from "../../usecases/steps/advice-task.ts";
import type { PreparedStep } from "../../usecases/steps/prepare-step.ts";
import type { StepFault, StepOutcome, TakeStep } from "../../usecases/steps/take-step.ts";
import type { Answer, Submission } from "../desk.ts";
import {
  among,
  dayIn,
  faultsIn,
  type OnPress,
  type OnSubmit,
  one,
  recorded,
  refused,
  refusedAs,
  several,
  tooLong,
} from "./handler.ts";
import { askedBefore } from "./report-words.ts";
import { perhapsIn, saidCustomer, sayWhether } from "./said-customer.ts";
import { triageRefused } from "./triage.ts";

export type StepDeps = {
  readonly prepareStep: (command: { actor: Actor; incident: string; step: Step }) => Promise<PreparedStep>;
  readonly takeStep: (command: TakeStep) => Promise<StepOutcome>;
  readonly readAdvice: (command: { actor: Actor; step: string }) => Promise<ReadAdvice>;
  readonly recordAdvice: (command: RecordAdvice) => Promise<AdviceOutcome>;
};

type Ready = Extract<PreparedStep, { code: "ready" }>;

/** The form of an advice or a warning about this report. */
export const openStep =
  ({ prepareStep }: StepDeps, step: Step): OnPress =>
  async (actor, { target }) => {
    const prepared = await prepareStep({ actor, incident: target.id, step });
    return prepared.code === "ready" ? { kind: "form", form: formOf(prepared) } : triageRefused(prepared, actor);
  };

function formOf({ row, about, perhaps, pack, packStep, self, reporter, standing, advised }: Ready): Form {
  const name = row.typedCustomer.name ?? about?.name;
  const advice = pack.steps.find(({ step }) => step === "advice");
  const notYet = standing.code === "not_yet" ? standing : null;
  // Where advice counts, more of it from before would open nothing.
  const asksForAdvice = packStep.step === "warning" && notYet && !advised;
  return stepForm({
    target: { id: row.id, version: row.version },
    step: packStep.step,
    reportRef: row.ref,
    whoIsMissing: row.customerId === null,
    ...(about ? { customerRef: about.ref } : {}),
    ...(name ? { name } : {}),
    ...(perhaps ? { perhaps } : {}),
    limbs: pack.limbs.value,
    words: [...(packStep.script.value ? ["say" as const] : []), ...(packStep.written.value ? ["send" as const] : [])],
    how: packStep.how.value,
    self,
    reporter: reporter?.name ?? null,
    asked: askedBefore(row.askedToModerate),
    adviceFirst: advice && asksForAdvice ? advice.how.value : null,
    notYet: notYet ? `${sentenceCase(notYet.because)}. ${notYet.opens}` : null,
  });
}

export const sendStep =
  (deps: StepDeps, step: Step): OnSubmit =>
  async (actor, submission) => {
    const prepared = await deps.prepareStep({ actor, incident: submission.target.id, step });
    if (prepared.code !== "ready") return triageRefused(prepared, actor);
    const form = formOf(prepared);
    const unclear = faultsIn(form, { ...tooLong(form, submission.values), ...halfSaid(submission.values, step) });
    if (unclear) return unclear;
    const said = readStep(actor, submission, step);
    const outcome = await deps.takeStep(said);
    switch (outcome.code) {
      case "taken":
        return taken(step, outcome);
      case "faults":
        return {
          kind: "faults",
          form: formOf({ ...prepared, perhaps: perhapsIn(outcome.faults) ?? prepared.perhaps }),
          faults: Object.fromEntries(outcome.faults.map((fault) => faultWords(fault, said, prepared))),
        };
      case "unknown-target":
      case "not-yours":
      case "already-triaged":
      case "not-present":
      case "not-in-policy":
      case "role-too-low":
        return triageRefused(outcome, actor);
    }
  };

function taken(step: Step, { ref, ownerName, done }: Extract<StepOutcome, { code: "taken" }>): Answer {
  if (done) return recorded("Advice recorded", `It is kept with report ${ref}. The reporter is told.`);
  return step === "advice"
    ? recorded("Advice asked for", `${ownerName} has the words and records what was said. The reporter is told.`)
    : recorded("The warning letter is written", "Read it and send it: the task is on its way to you.");
}

function readStep(actor: Actor, { target, values }: Submission, step: Step): TakeStep {
  const [how] = among(CHANNELS, [one(values, "how")]);
  const on = dayIn(values, "on");
  return {
    actor,
    incident: target.id,
    step,
    customer: saidCustomer(values),
    limbs: among(LIMBS, several(values, "limbs")),
    shownBy: one(values, "shownBy"),
    whatHappened: one(values, "whatHappened"),
    whatToChange: one(values, "whatToChange"),
    how: how ?? null,
    by: one(values, "by") === "reporter" ? "reporter" : "me",
    done: step === "advice" && on ? { on, said: one(values, "said") } : null,
    earlierAdvice: step === "warning" ? earlierAdvice(values) : null,
  };
}

/** What was done before has a day and a way: nothing that was typed is lost, and none of it is made up. */
function halfSaid(values: Values, step: Step): Faults {
  if (step === "advice") return one(values, "said") && !dayIn(values, "on") ? { on: "Enter the day it was done." } : {};
  const { how, on, by } = asked(values);
  if (on && !how) return { adviceHow: "Choose how they were asked." };
  return !on && (how || by) ? { adviceOn: "Enter the day they were asked." } : {};
}

function asked(values: Values) {
  const [how] = among(CHANNELS, [one(values, "adviceHow")]);
  return { how, on: dayIn(values, "adviceOn"), by: one(values, "adviceBy") };
}

function earlierAdvice(values: Values): TakeStep["earlierAdvice"] {
  const { how, on, by } = asked(values);
  return on && how ? { on, how, by } : null;
}

function faultWords(
  fault: StepFault,
  { step, limbs }: TakeStep,
  { pack }: Ready,
): readonly [field: string, words: string] {
  if (typeof fault !== "string" && fault.code === "perhaps") return sayWhether(fault.ref);
  if (typeof fault !== "string") return ["adviceOn", `${sentenceCase(fault.because)}. ${fault.opens}`];
  if (fault === "in-the-future" && step === "warning")
    return ["adviceOn", "This day is in the future. Enter the day they were asked."];
  if (fault === "shown-by-missing")
    return ["shownBy", `Say ${shownWords(pack.limbs.value.filter(({ code }) => limbs.includes(code)))}.`];
  return FAULTS[fault];
}

const FAULTS: Readonly<
  Record<Exclude<Extract<StepFault, string>, "shown-by-missing">, readonly [field: string, words: string]>
> = {
  "who-missing": ["name", "Give the customer's name, or a reference on the register."],
  "of-another": [
    "customerRef",
    "This report is another customer's on the register. Leave this empty to go on with them.",
  ],
  "unknown-reference": ["customerRef", "No customer has this reference. Check it, or leave it empty and give a name."],
  "limb-missing": ["limbs", "Choose at least one reason."],
  "what-happened-missing": ["whatHappened", "Say what happened and when."],
  "what-to-change-missing": ["whatToChange", "Say what you ask the customer to change."],
  "how-missing": ["how", "Choose how."],
  "said-missing": ["said", "Say what was said. It is kept with the case."],
  "reporter-away": [
    "by",
    "Whoever reported it is not here now. Ask the customer yourself, or wait until they are back.",
  ],
  "reporters-to-give": ["by", "The policy gives this to the officer who reported it. Choose them."],
  "in-the-future": ["on", "This day is in the future. Enter the day it was done."],
};

export const openAdvice =
  ({ readAdvice }: StepDeps): OnPress =>
  async (actor, { target }) => {
    const read = await readAdvice({ actor, step: target.id });
    return read.code === "opened" ? { kind: "told", card: adviceWords(read) } : refusedAs(read.code);
  };

export const openAdviceGiven =
  ({ readAdvice }: StepDeps): OnPress =>
  async (actor, { target }) => {
    const read = await readAdvice({ actor, step: target.id });
    if (read.code !== "opened") return refusedAs(read.code);
    return read.given
      ? refused({ code: "no-longer-open" })
      : { kind: "form", form: adviceGivenForm({ target, ...read }) };
  };

export const sendAdviceGiven =
  ({ readAdvice, recordAdvice }: StepDeps): OnSubmit =>
  async (actor, { target, values }) => {
    const read = await readAdvice({ actor, step: target.id });
    if (read.code !== "opened") return refusedAs(read.code);
    const form = adviceGivenForm({ target, ...read });
    const [how] = among(read.ways, [one(values, "how")]);
    const on = dayIn(values, "on");
    const said = one(values, "said");
    const missing: Faults = {
      ...tooLong(form, values),
      ...(how ? {} : { how: "Choose how you asked them." }),
      ...(on ? {} : { on: "Enter the day." }),
      ...(said ? {} : { said: "Say what was said." }),
    };
    if (!how || !on || !said || Object.keys(missing).length > 0) return { kind: "faults", form, faults: missing };

    const outcome = await recordAdvice({ actor, step: target.id, how, on, said });
    switch (outcome.code) {
      case "recorded":
        return recorded("Recorded", "It is kept with the case. The reporter is told.");
      case "already-recorded":
        return refused({ code: "no-longer-open" });
      case "in-the-future":
        return { kind: "faults", form, faults: { on: "This day is in the future. Enter the day you asked them." } };
      case "before-it-was-asked-for":
        return { kind: "faults", form, faults: { on: "This is before you were asked to do it. Check the day." } };
      case "unknown-target":
      case "not-yours":
        return refusedAs(outcome.code);
    }
  };
