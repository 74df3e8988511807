/** What is wrong with the answers to the gates, each beside its field. */
import type { Faults, Form, Values } from "../../../../cards/model.ts";
import { listOf, sentenceCase } from "../../../policy/arrangement/uk-words.ts";
import type { Holding } from "../../../policy/gates/ask-gates.ts";
import { groundOf } from "../../../policy/gates/ground.ts";
import { NEED_WORDS } from "../../../policy/needs/need-words.ts";
import { isSaid } from "../../../policy/said.ts";
import type { AnswerOutcome } from "../../../usecases/propose/answer-gates.ts";
import type { Assessed } from "../../../usecases/propose/assess.ts";
import type { CustomerFact, CustomerFacts } from "../../../usecases/propose/customer-facts.ts";
import { besideFields, one } from "../handler.ts";
import { notOnStaff } from "../people.ts";
import { CAPACITY_WORDS, capacityOf } from "./gates-form.ts";

/** What is typed of the customer's own matter is kept with what it is: without that it would be lost. */
export function halfSaid(values: Values): Faults {
  const typed = one(values, "matterRef") ?? one(values, "matterAnsweredOn");
  return typed && !one(values, "matterKind") ? { matterKind: "Choose what their contact is about." } : {};
}

/**
 * Where what a gate says stands: at the question that is not answered, or whose answer blocks. Undefined: the form does not
 * ask about it, a gate that is answered in an earlier step.
 */
function fieldOf({ gate, code }: Holding, { answers, about, pack }: Assessed): string | undefined {
  switch (gate) {
    case "own_house":
      if (code === "block") return "matterAnsweredOn";
      return groundOf(answers.limb, pack) ? "matterKind" : "limb";
    case "customers_account":
      return code === "block" ? "accountOn" : "accountHow";
    case "adjustments":
      return code === "ask" && isSaid(answers.adjustments) ? "careWorkerDeclined" : "adjustments";
    case "proportionate":
      return isSaid(answers.nothingLess) ? "tailored" : "nothingLess";
    case "meetings":
      return code === "block" && answers.meetings?.answer === "decided_separately" ? "meetingsOn" : "meetings";
    case "minor_or_lacks_capacity":
      return code === "ask" && (about.minor || about.lacksCapacity) ? "bestInterest" : "capacity";
    case "approvers":
      return "complainedAbout";
    case "warned":
    case "continued":
    case "social_work":
    case "way_left_open":
    case "linked":
    case "dated":
    case "scope":
      return undefined;
  }
}

type Faulty = Extract<AnswerOutcome, { code: "faults" }>;

/** A gate that is answered in an earlier step stands beside the first question. */
export function gateFaults(form: Form, { faults, strangers, unread, assessed }: Faulty): Faults {
  const first = form.fields[0]?.id ?? "nothingLess";
  // What follows from age and capacity is asked when it is settled what they are.
  const unsettled = unread.includes("minor") || unread.includes("lacksCapacity");
  const asked = faults.filter(({ gate }) => !(unsettled && gate === "minor_or_lacks_capacity"));
  return {
    ...besideFields(asked.map((gate) => [fieldOf(gate, assessed) ?? first, gateWords(gate)])),
    ...Object.fromEntries(unread.map((fact) => recordedMeanwhile(fact, assessed.about))),
    ...(strangers.length > 0 ? { complainedAbout: notOnStaff(strangers) } : {}),
  };
}

/**
 * What is said of the alternatives: that the one taken is none any more, and nothing else is taken in its place; or that
 * others came up with these answers. No field has this id: the window is drawn anew, with what can be taken now.
 */
export function offerFaults(before: Form, after: Form, isGone: boolean): Faults {
  if (isGone)
    return {
      offers:
        "What you chose to take instead is no longer offered: what it rests on has changed. The rest of your answers is kept. Look at what is offered now.",
    };
  const offered = ({ fields }: Form) => JSON.stringify(fields.filter(({ id }) => id === "offer"));
  return offered(before) === offered(after)
    ? {}
    : { offers: "What you can take instead has changed with your answers. Look at what is offered now." };
}

/** What was typed stays in the window, so what is on record is said beside it. */
function recordedMeanwhile(fact: CustomerFact, about: CustomerFacts): readonly [field: string, words: string] {
  const since = "This was changed while you had the form open.";
  const onRecord = (words: string) => `${since} On record now: ${words}. Enter what is right: that replaces it.`;
  switch (fact) {
    case "needs":
      return ["needs", onRecord(about.needs.length > 0 ? listOf(about.needs.map((need) => NEED_WORDS[need])) : "none")];
    case "language":
      return ["language", onRecord(about.language ?? "none")];
    case "collectionPoint":
      return ["collectionPoint", onRecord(about.collectionPoint ?? "none")];
    case "minor":
    case "lacksCapacity":
      return ["capacity", onRecord(CAPACITY_WORDS[capacityOf(about) ?? "neither"])];
  }
}

/** What a gate wants, in a sentence or two. */
export function gateWords(gate: Holding): string {
  return gate.code === "ask" ? gate.question : `${sentenceCase(gate.because)}. ${gate.opens}`;
}
