/** A proposal from the first step to the last: sent, refused, changed and sent again, withdrawn. */
import type { Outcome } from "../../../../src/sandbox/wire.ts";
import { becomes, told } from "../../../e2e/hands.ts";
import { GATE_ANSWERS } from "../../../e2e/proposing.ts";
import { until } from "../../../support/person/window.ts";
import type { Filled, Person, SeenCard, SeenDialog } from "../../../support/person.ts";
import type { Acting } from "../colleague.ts";
import type { Customer } from "../customer.ts";
import { isRefused, sendOrWhyNot, whyNot } from "./refusal.ts";
import type { Report } from "./reporting.ts";
import { learnReference } from "./stepping.ts";

/** What is filled in, by the labels of the four steps. What is left out is filled in with what passes. */
export type Wanted = {
  /** As the form calls them, or how that begins. */
  readonly kinds: readonly string[];
  readonly before?: Filled;
  readonly details?: Filled;
  readonly gates?: Filled;
};

/** Changes to a proposal that came back, and what is answered to the questions. */
type Changes = Partial<Wanted> & { readonly answer?: string };

const NO_CHANGE = { before: {}, details: {}, gates: {} };
const REASON = { "Why is this needed?": "The same nine calls a day went on after the warning." };

export const proposing = ({ person }: Acting) => ({
  /** Fills in all four steps and sends it; gives back its reference. */
  proposes: async (report: Report, wanted: Wanted): Promise<string> => {
    const card = await person.card(`Look at report ${report.ref}`);
    const last = await begin(person, report, wanted);
    if (last === undefined || isRefused(last)) throw new Error(last ? whyNot(last) : "it was kept");
    return await confirm(person, report, card);
  },
  /** The same as far as the last step, which is read back: its words. The form stays open. */
  readsBack: async (report: Report, wanted: Wanted): Promise<string> => wordsOf(await begin(person, report, wanted)),
  /** Fills it in until a step is not accepted: why not, or what is said when it is kept for later. */
  cannotPropose: async (report: Report, wanted: Wanted): Promise<string> => {
    const last = await begin(person, report, wanted);
    if (last === undefined) throw new Error("no form is open");
    await person.close();
    if (!isRefused(last) && last.fields.length > 0) throw new Error("every step was accepted");
    return isRefused(last) ? whyNot(last) : wordsOf(last);
  },
  /** Answers the open form of the third step, such as by taking what is offered, and gives back what comes next. */
  answersGates: async (answers: Filled): Promise<string> =>
    wordsOf(await step(person, { title: "Step 3 of 4", next: /Step 4 of 4|is kept/, values: answers })),
  /** Confirms what was read back; gives back the reference of the proposal. */
  confirms: async (report: Report): Promise<string> =>
    await confirm(person, report, await person.card(`Look at report ${report.ref}`)),
  /** Fills it in as far as it goes: it is kept, and waits for somebody's answer. Gives back its reference. */
  leavesWaiting: async (report: Report, wanted: Wanted): Promise<string> => {
    const said = wordsOf(await begin(person, report, wanted));
    await person.close();
    const [, ref] = /Your proposal (\S+) is kept/.exec(said) ?? [];
    if (ref === undefined) throw new Error(`not kept: ${said}`);
    return ref;
  },
  /** Goes on with a proposal that waited, from its second step, and sends it: what is said. */
  goesOnWith: async (ref: string, changes: Changes = {}): Promise<string> => {
    await person.press(`Go on with ${ref}`, { on: ref });
    await fillRest(person, { ...NO_CHANGE, ...changes });
    return await told(person, await person.submit());
  },
  /** Changes a proposal that came back or expired, answers, and sends it again: what is said. */
  sendsAgain: async (ref: string, { answer, ...changes }: Changes = {}): Promise<string> => {
    await person.press("Change and send again", { on: `Your proposal ${ref} ` });
    await step(person, { title: "Step 1 of 4", next: "Step 2 of 4", values: changes.before ?? {} });
    await fillRest(person, { ...NO_CHANGE, ...changes });
    return await sendOrWhyNot(person, answer === undefined ? {} : { "What do you answer?": answer });
  },
  /** Answers, from the news of a proposal, what it was sent without. */
  answersAdjustments: async (ref: string, answers: Filled): Promise<string> => {
    await person.press("Answer about adjustments", { on: `Your proposal ${ref} ` });
    await person.form("Which adjustments did you consider");
    return await sendOrWhyNot(person, answers);
  },
  /** From any card of it: also while it waits for Social Work. */
  withdraws: async (ref: string): Promise<string> => {
    await person.press("Withdraw", { on: new RegExp(`\\b${ref}\\b`) });
    await person.form("nobody decides it");
    return await sendOrWhyNot(person);
  },
});

/** The form that is open at the end: the fourth step, or the one that was not accepted. */
async function begin(person: Person, { ref, customer }: Report, { kinds, before, ...rest }: Wanted) {
  await person.press("Propose a restriction", { on: `Look at report ${ref}` });
  const values = { ...before, "Which restrictions do you propose?": kinds };
  const second = await step(person, { title: "Step 1 of 4", next: "Step 2 of 4", values });
  if (isRefused(second)) return second;
  const details = { ...REASON, ...theirsAlone(second, customer), ...rest.details };
  return await fillRest(person, { details, gates: { ...GATE_ANSWERS, ...rest.gates } });
}

const ALONE = "Which of these are this customer's alone?";

/** What is the customer's alone, where that is not on record yet: else a contact is only a possible match. */
function theirsAlone({ fields }: SeenDialog, { phone, email }: Customer): Filled {
  const asked = fields.find(({ label }) => label.startsWith(ALONE));
  return asked ? { [ALONE]: [phone, email].filter((one) => asked.options.includes(one)) } : {};
}

type Rest = { readonly details?: Filled; readonly gates?: Filled };

async function fillRest(person: Person, { details = {}, gates = {} }: Rest): Promise<SeenDialog> {
  const third = await step(person, { title: "Step 2 of 4", next: "Step 3 of 4", values: details });
  if (isRefused(third)) return third;
  return await step(person, { title: "Step 3 of 4", next: /Step 4 of 4|is kept/, values: gates });
}

type FormStep = { readonly title: string; readonly next: string | RegExp; readonly values: Filled };

/** Fills in one step and sends it; gives back the next one, or the same with what is wrong. */
async function step(person: Person, { title, next, values }: FormStep): Promise<SeenDialog> {
  await person.form(title);
  if (Object.keys(values).length > 0) await person.fill(values);
  const outcome: Outcome = await person.submit();
  if (!outcome.ok) throw new Error(outcome.error);
  const after = async () => {
    const form = await person.dialog();
    const words = form ? [form.title, ...form.lines].join("\n") : "";
    const isNext = typeof next === "string" ? words.includes(next) : next.test(words);
    return form && (isNext || isRefused(form)) ? form : undefined;
  };
  return await until(after, `what follows ${title}`);
}

async function confirm(person: Person, { customer }: Report, card: SeenCard): Promise<string> {
  const answer = await told(person, await person.submit());
  const [, ref] = /Your proposal (\S+) is with senior staff/.exec(answer) ?? [];
  if (ref === undefined) throw new Error(`not sent: ${answer}`);
  learnReference(customer, await becomes(person, card, "proposed a restriction"));
  return ref;
}

const wordsOf = (form: SeenDialog | undefined): string => (form ? [form.title, ...form.lines].join("\n") : "");
