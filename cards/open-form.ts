/** The typed words in Teams answer with this: a press must come before a dialog (PLATFORM 2.1). */
import { line, opens, primary } from "./blocks.ts";
import type { Card, Target } from "./model.ts";

export type OpenFormFacts = {
  readonly form: "report" | "check" | "search" | "delegate";
  readonly target: Target;
  /** What was typed after the words: a button carries no reference, so the card says it. */
  readonly customerRef?: string;
};

export function openForm({ form, target, customerRef }: OpenFormFacts): Card {
  switch (form) {
    case "report":
      return invitation(
        "Report a contact",
        "Two answers are enough. Nobody else in this conversation sees them.",
        primary(opens("report", "Report a contact", target)),
      );
    case "check":
      return invitation(
        "Check a contact",
        `Find out whether and how a customer may be dealt with. The check is recorded.${customerRef ? ` Enter ${customerRef} in the form.` : ""}`,
        primary(opens("check", "Check a contact", target)),
      );
    case "search":
      return invitation(
        "Search the register",
        "Nothing was searched yet. Type what you are looking for in the form: a message stays in this chat. A search is recorded.",
        primary(opens("register-find", "Search the register", target)),
      );
    case "delegate":
      return invitation(
        "Somebody stands in",
        "Say who decides while somebody is away, and on which days.",
        primary(opens("delegate", "Say who stands in", target)),
      );
  }
}

function invitation(title: string, words: string, button: Card["buttons"][number]): Card {
  return { title, notification: `${title}: open the form.`, body: [line(words)], buttons: [button] };
}
