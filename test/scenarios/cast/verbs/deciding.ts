/** What senior staff do with a proposal. */
import { send, told } from "../../../e2e/hands.ts";
import type { Filled, Person } from "../../../support/person.ts";
import type { Acting } from "../colleague.ts";
import { sendOrWhyNot } from "./refusal.ts";

export const deciding = ({ stage, person, pack }: Acting) => ({
  /** Waits for the card that asks them; gives back its words. */
  isAsked: async (ref: string): Promise<string> => (await person.card(asks(ref))).lines.join("\n"),
  /** Whether they hold a card that can be decided on, once everything is delivered. */
  wasAsked: async (ref: string): Promise<boolean> => {
    await stage.settled();
    return (await person.cards()).some(({ lines }) => asks(ref).test(lines.join("\n")));
  },
  /** Reads the exact words on the second screen and confirms; gives back what they are told. */
  approves: async (ref: string, reason?: string): Promise<string> => {
    const why = reason ?? (pack === "unacceptable-actions" ? "It fits what happened." : undefined);
    return await decide(person, ref, { label: "Approve", values: why ? { "Why do you approve it?": why } : {} });
  },
  returns: async (ref: string, question: string): Promise<string> =>
    await decide(person, ref, { label: "Return", values: { "What do you ask?": question } }),
  rejects: async (ref: string, why: string): Promise<string> =>
    await decide(person, ref, { label: "Reject", values: { "Why do you reject it?": why } }),
  /** Confirms it on the second screen. */
  declaresInterest: async (ref: string): Promise<string> => {
    await person.press("I have an interest", { on: asks(ref) });
    await person.form("You will not decide this proposal");
    return await send(person);
  },
  /** Sends the form that is open as it stands, such as a second screen that was left open. */
  sendsWhatIsOpen: async (): Promise<string> => await sendOrWhyNot(person),
  /** The case behind a card that names the proposal. */
  readsCase: async (ref: string): Promise<string> =>
    await told(person, await person.press("Read the case", { on: ref })),
});

const asks = (ref: string): RegExp => new RegExp(`Decide: restrict contact for [^(]*\\(${ref}\\)`);

type Deciding = { readonly label: "Approve" | "Return" | "Reject"; readonly values: Filled };

async function decide(person: Person, ref: string, { label, values }: Deciding): Promise<string> {
  const outcome = await person.press(label, { on: asks(ref) });
  const open = await person.dialog();
  // Refused at the press: there is no second screen to fill in.
  if (!outcome.ok || !open?.title.includes(ref)) return await told(person, outcome);
  return await sendOrWhyNot(person, values);
}
