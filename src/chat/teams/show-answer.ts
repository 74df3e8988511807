/** An answer of the desk in the three shapes that Teams takes: a dialog, a message, the end of a press. */
import type { ActionName } from "../../../cards/actions.ts";
import type { Card, Form, Target, Values } from "../../../cards/model.ts";
import { type TeamsDialog, teamsCard, teamsDialog, teamsTold } from "../../../cards/render/teams.ts";
import type { Answer } from "../desk.ts";
import { DONE } from "./calm-cards.ts";
import { ADAPTIVE } from "./conversations.ts";
import { plainWords } from "./plain-words.ts";

/** What Teams reads; an empty one makes it ask again (PLATFORM 2.2). */
export type Body = Readonly<Record<string, unknown>>;

/** The dialog of an answer, with what was typed before; `undefined` when there is nothing to show. */
function dialogOf(answer: Answer, typed?: Values): TeamsDialog | undefined {
  switch (answer.kind) {
    case "form":
      return teamsDialog(answer.form);
    case "faults":
      return teamsDialog(answer.form, answer.faults, typed);
    case "told":
      return teamsTold(answer.card);
    case "done":
      return undefined;
  }
}

/** For a dialog that is to open: something must. */
export function opened(answer: Answer): Body {
  const dialog = dialogOf(answer);
  return dialog === undefined ? { task: { type: "message", value: DONE } } : continued(dialog);
}

/** For a dialog that was sent. Nothing in return closes it. */
export function submitted(answer: Answer, typed?: Values): Body | undefined {
  const dialog = dialogOf(answer, typed);
  return dialog && continued(dialog);
}

function continued({ card, ...dialog }: TeamsDialog): Body {
  return { task: { type: "continue", value: { ...dialog, card: { contentType: ADAPTIVE, content: card } } } };
}

/** For an Action.Execute: words over the card. No dialog can open from there, so a form needs one more press. */
export function executed(answer: Answer, pressed: Reopen): Body {
  switch (answer.kind) {
    case "form":
    case "faults":
      return { statusCode: 200, type: ADAPTIVE, value: teamsCard(invitation(answer.form, pressed)) };
    case "told":
      return said(plainWords(answer.card));
    case "done":
      return said(DONE);
  }
}

export function said(words: string): Body {
  return { statusCode: 200, type: "application/vnd.microsoft.activity.message", value: words };
}

/** What opens a form that cannot open by itself. */
export type Reopen = { readonly action: ActionName; readonly target: Target };

/** For what is answered with a message. `invite` makes the card whose button opens the form. */
export function messageFor(answer: Answer, invite: (form: Form) => Card): Card | undefined {
  switch (answer.kind) {
    case "form":
    case "faults":
      return invite(answer.form);
    case "told":
      return answer.posted ?? answer.card;
    case "done":
      return undefined;
  }
}

/** A card whose button opens a form: in Teams a press must come before a dialog (PLATFORM 2.1). */
export function invitation({ title }: Form, { action, target }: Reopen): Card {
  const words = "Press the button to open the form. Only you see it.";
  return {
    title,
    notification: "A form is waiting for you.",
    body: [{ kind: "line", spans: [words] }],
    buttons: [{ action, label: "Open the form", style: "primary", opens: "form", target }],
  };
}
