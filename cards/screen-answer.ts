/**
 * What the officer is told at once about a contact that they screened. Only they see it.
 * What is clear, allowed or a possible match reads the same to the letter: whether there is an entry at all is not said
 * to somebody of whom it asks nothing (SCREENING section 3).
 */
import { type AlertOfficerFacts, alertOfficer } from "./alert-officer.ts";
import { type AlertPointOfContactFacts, alertPointOfContact } from "./alert-point-of-contact.ts";
import { line, note } from "./blocks.ts";
import { type Moment, momentInWords } from "./dates.ts";
import { DANGER_FIRST } from "./handling-words.ts";
import type { Card } from "./model.ts";

export type ScreenAnswerFacts =
  | { readonly code: "as-usual"; readonly checked: Moment }
  | { readonly code: "name-only"; readonly checked: Moment }
  | { readonly code: "not-checked"; readonly checked: Moment }
  | {
      readonly code: "outside";
      /** Those of the alert's own card; absent when it was raised but could not be read. */
      readonly alert: (AlertOfficerFacts & AlertPointOfContactFacts & { readonly part: string }) | undefined;
      /** The officer has the alert in their own messages too. */
      readonly told: boolean;
    };

export function screenAnswer(facts: ScreenAnswerFacts): Card {
  switch (facts.code) {
    case "as-usual":
      return answer("Deal with it as usual", [
        line("Nothing on the register asks anything of you for this contact. You may deal with it as usual."),
        note(`Checked ${momentInWords(facts.checked)}. This was recorded.`),
      ]);
    case "name-only":
      return answer("A name is not enough", [
        line("A name alone cannot be checked. This does not say whether anything is on the register."),
        line("Treat this customer as unknown."),
        line("If you can, do it again with a reference, a phone number or an email address."),
        note(`Not checked, ${momentInWords(facts.checked)}. This was recorded.`),
      ]);
    case "not-checked":
      return answer("Not checked", [
        line("Nobody can be looked up by what you gave. Treat this customer as unknown."),
        line("Do it again with a reference, a whole phone number or an email address."),
        note(`Not checked, ${momentInWords(facts.checked)}. This was recorded.`),
      ]);
    case "outside":
      return outside(facts);
  }
}

function outside({ alert, told }: Extract<ScreenAnswerFacts, { code: "outside" }>): Card {
  if (alert === undefined)
    return answer("Check this contact before you act", [
      line(DANGER_FIRST),
      line("It may be outside an arrangement. Wait before you answer it: we could not look up what to do."),
      note(told ? "A card that says what to do follows in your messages with this app." : "Ask the register team."),
    ]);
  const card = alert.part === "point_of_contact" ? alertPointOfContact(alert) : alertOfficer(alert);
  return answer(card.title, [...card.body, note(told ? inMessages(card) : WITH_OTHERS)]);
}

const WITH_OTHERS =
  "The register team has been told, and whoever answers for that service. Ask them if you are not sure who it is.";

function inMessages({ buttons }: Card): string {
  const open = buttons.some(({ action }) => action === "alert-acknowledge");
  return `The same card is in your messages with this app.${open ? " Press Acknowledge there." : ""}`;
}

function answer(title: string, body: Card["body"]): Card {
  return { title, notification: "The answer about this contact.", body, buttons: [] };
}
