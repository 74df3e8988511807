/** The earlier steps: asking the customer to moderate their behaviour, the warning letter, and sending letters. */
import { becomes, refusedForm, send, told } from "../../../e2e/hands.ts";
import type { Filled, Person, SeenCard } from "../../../support/person.ts";
import type { Acting } from "../colleague.ts";
import type { Customer } from "../customer.ts";
import { whyNot } from "./refusal.ts";
import type { Report } from "./reporting.ts";

const STEP_ANSWERS = {
  "Why is this needed?": ["Abuse"],
  "What happened, and when?": "On Monday you rang nine times and swore at two officers.",
  "What do you ask them to change?": "Ring once a week at most, and do not swear.",
};
const LETTER = { advice: "Ask to moderate", warning: "Write a warning" } as const;

export const stepping = ({ person }: Acting) => ({
  /** The manager asks for advice to be given, or records it as given; any field by its label. */
  asksToModerate: async (report: Report, answers: Filled = {}): Promise<string> =>
    await takeStep(person, report, { step: "advice", answers: { "How?": "Phone", ...answers } }),
  /** Writes the warning letter; it waits to be sent. */
  writesWarning: async (report: Report, answers: Filled = {}): Promise<string> =>
    await takeStep(person, report, { step: "warning", answers }),
  /** Writes the warning letter and records it as sent. */
  sendsWarning: async (report: Report, answers: Filled = {}): Promise<string> => {
    await takeStep(person, report, { step: "warning", answers });
    return await sendLetter(person, report.customer);
  },
  /** Why the form for this step is not accepted, or what is said instead of it. */
  cannotTakeStep: async ({ ref }: Report, step: keyof typeof LETTER, answers: Filled = {}): Promise<string> => {
    await person.press(LETTER[step], { on: `Look at report ${ref}` });
    await person.form("What do you ask them to change?");
    const { form } = await refusedForm(person, { ...STEP_ANSWERS, ...answers });
    await person.close();
    return whyNot(form);
  },
  /** Whoever was given the task records what was said to the customer. */
  recordsWhatWasSaid: async ({ ref }: Customer, answers: Filled = {}): Promise<string> => {
    await person.press("Record what was said", {
      on: new RegExp(`Ask the customer to moderate their behaviour\\nCustomer ${ref} `),
    });
    await person.form("What was said?");
    return await send(person, { "What was said?": "They said that they had not been told.", ...answers });
  },
  /** Records the newest letter to this customer as sent, today unless the form is filled in otherwise. */
  sendsLetter: async (customer: Customer, answers: Filled = {}): Promise<string> =>
    await sendLetter(person, customer, answers),
  readsLetter: async ({ ref }: Customer): Promise<string> =>
    await told(person, await person.press("Read the letter", { on: letterTo(ref) })),
  readsWordsFor: async ({ ref }: Customer): Promise<string> =>
    await told(person, await person.press("Read the words", { on: `Customer ${ref} ` })),
});

type Taking = { readonly step: keyof typeof LETTER; readonly answers: Filled };

async function takeStep(person: Person, { ref, customer }: Report, { step, answers }: Taking): Promise<string> {
  const card = await person.card(`Look at report ${ref}`);
  await person.press(LETTER[step], { on: `Look at report ${ref}` });
  await person.form("What do you ask them to change?");
  const said = await send(person, { ...STEP_ANSWERS, ...answers });
  if (!/is kept with report|records what was said|is on its way to you/.test(said)) throw new Error(said);
  learnReference(customer, await becomes(person, card, / after report /));
  return said;
}

/** Whoever was nobody on the register has a reference now. */
export function learnReference(customer: Customer, { lines }: SeenCard): void {
  const [, ref] = /Customer: ([A-Z]-\d+)/.exec(lines.join("\n")) ?? [];
  if (ref === undefined) throw new Error(`no customer's reference on: ${lines.join(" / ")}`);
  customer.ref = ref;
}

const letterTo = (ref: string): RegExp => new RegExp(`^Send the (warning )?letter\\nCustomer ${ref} `);

async function sendLetter(person: Person, { ref }: Customer, answers: Filled = {}): Promise<string> {
  await person.press("Mark letter as sent", { on: letterTo(ref) });
  await person.form("How was it sent?");
  return await send(person, answers);
}
