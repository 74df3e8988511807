/** What an administrator does with the staff list, people about who stands in for them, and Social Work about a question. */
import { send } from "../../../e2e/hands.ts";
import type { Filled } from "../../../support/person.ts";
import type { Acting } from "../colleague.ts";

export const staffing = ({ stage, person }: Acting) => ({
  /** Changes somebody's entry, such as `{ Status: "Has left" }`; gives back what the administrator is told. */
  changesEntryOf: async (name: string, values: Filled): Promise<string> => {
    await person.command("contact-register", `staff ${name}`);
    await (person.chat === "slack" ? person.form("Found: 1.") : person.card(new RegExp(`Found: 1.[^]*${name}`)));
    await person.press(`Open ${name}`);
    await person.form(".example");
    await person.press("Change");
    await person.form("Change an officer");
    const said = await send(person, values);
    await stage.settled();
    return said;
  },
  /** Records who decides in their place on these days; gives back what they are told. */
  handsOverTo: async (delegate: { readonly email: string }, days: { from: string; until: string }): Promise<string> => {
    await person.command("contact-register", "delegate");
    // Teams opens no form by typed words: the card's button does.
    if (person.chat === "teams") await person.press("Say who stands in");
    await person.form("Who stands in?");
    const values = { "Who stands in?": delegate.email, "First day": days.from, "Last day": days.until };
    return await send(person, values);
  },
  /** Writes down that Social Work was asked again about this proposal. */
  triesSocialWorkAgain: async (ref: string, how: string): Promise<string> => {
    await person.press("Record that I tried again", { on: new RegExp(`has not answered[^]*${ref} `) });
    await person.form("Which day did you try again?");
    return await send(person, { "How did you try, and who did you reach?": how });
  },
  /** Answers the question that waits about this proposal. */
  answersSocialWork: async (ref: string, answers: Filled): Promise<string> => {
    await person.press("Answer", { on: new RegExp(`A question to Social Work[^]*about ${ref} `) });
    await person.form("Is this customer known to Social Work Services?");
    return await send(person, answers);
  },
});
