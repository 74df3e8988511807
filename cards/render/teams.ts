/** Cards and forms as Teams shows them: Adaptive Card 1.5 messages and dialogs. Pure; limits in teams-limits.ts. */
import type { ActionName, FormName } from "../actions.ts";
import type { Block, Button, Card, Faults, Form, Values } from "../model.ts";
import { clamped, oneLine } from "./plain.ts";
import { fitted } from "./shorten.ts";
import { packTarget } from "./target.ts";
import { type ColumnSet, type Element, fault, heading, teamsBody, teamsElements } from "./teams-elements.ts";
import { type TeamsElement, teamsField } from "./teams-inputs.ts";
import { TEAMS } from "./teams-limits.ts";

export { teamsAction, teamsForm, teamsTarget, teamsValues } from "./teams-answers.ts";
export { teamsFound } from "./teams-inputs.ts";

type Data =
  | { action: ActionName; i: string; v: number; msteams?: { type: "task/fetch" } }
  | { form: FormName; i: string; v: number };
type Style = "positive" | "destructive";
type Submit = { type: "Action.Submit"; title: string; style?: Style; data: Data };
type Execute = { type: "Action.Execute"; title: string; style?: Style; verb: ActionName; data: Data; fallback: Submit };
type ActionSet = { type: "ActionSet"; spacing?: "Medium"; actions: (Submit | Execute)[] };
type Body = (TeamsElement | ActionSet | ColumnSet<Submit | Execute>)[];
export type AdaptiveCard = {
  type: "AdaptiveCard";
  $schema: string;
  version: "1.5";
  lang: "en";
  fallbackText: string;
  msteams: { width: "Full" };
  body: Body;
};
export type TeamsDialog = { title: string; height: "medium" | "large"; width: "medium"; card: AdaptiveCard };

/** A posted card: one heading, the blocks, the buttons. */
export function teamsCard(card: Card): AdaptiveCard {
  return fitted(card.body, (body) => cardOf(card, body, postedButton), fits);
}

/** A card that only the person sees, as a dialog: the window has its title. Its buttons submit: a dialog executes nothing. */
export function teamsTold(card: Card): TeamsDialog {
  const build = (body: readonly Block[]): AdaptiveCard => {
    const content = contentOf(card, body, dialogButton);
    // A card without any element is no card.
    return adaptiveCard(card.notification, content.length > 0 ? content : [heading(card.title)]);
  };
  return { title: dialogTitle(card.title), height: "medium", width: "medium", card: fitted(card.body, build, fits) };
}

/** A form as a dialog. With faults: a summary first, each fault above its field, and what was typed kept, never cut. */
export function teamsDialog(form: Form, faults: Faults = {}, values?: Values): TeamsDialog {
  const build = (intro: readonly Block[]): AdaptiveCard =>
    adaptiveCard(form.title, [
      ...faultSummary(faults),
      ...teamsBody(intro, dialogButton),
      ...form.fields.filter(hasOptions).flatMap((field) => teamsField(field, faults[field.id], values)),
      { type: "ActionSet", spacing: "Medium", actions: [sendButton(form)] },
    ]);
  return { title: dialogTitle(form.title), height: "large", width: "medium", card: fitted(form.intro, build, fits) };
}

function cardOf(card: Card, body: readonly Block[], action: (button: Button) => Submit | Execute): AdaptiveCard {
  return adaptiveCard(card.notification, [heading(card.title), ...contentOf(card, body, action)]);
}

function contentOf(card: Card, body: readonly Block[], action: (button: Button) => Submit | Execute): Body {
  return [...teamsBody(body, action), ...rows(card.buttons.map(action))];
}

function adaptiveCard(summary: string, body: Body): AdaptiveCard {
  return {
    type: "AdaptiveCard",
    $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
    version: "1.5",
    // The schema takes two letters only; "en-GB" is dropped by Microsoft's parser.
    lang: "en",
    fallbackText: clamped(oneLine(summary), TEAMS.label),
    msteams: { width: "Full" },
    body,
  };
}

/** Teams must know before the press whether it opens a dialog (Submit with task/fetch) or is the whole act (Execute). */
function postedButton(button: Button): Submit | Execute {
  switch (button.opens) {
    case "form":
      return { ...submit(button), data: { ...pressed(button), msteams: { type: "task/fetch" } } };
    case "nothing":
      return {
        ...submit(button),
        type: "Action.Execute",
        verb: button.action,
        data: pressed(button),
        fallback: submit(button),
      };
  }
}

function dialogButton(button: Button): Submit {
  return submit(button);
}

function submit(button: Button): Submit {
  const style = button.style === undefined ? {} : { style: styleOf(button.style) };
  return { type: "Action.Submit", title: label(button.label), ...style, data: pressed(button) };
}

function pressed(button: Button): { action: ActionName; i: string; v: number } {
  return { action: button.action, ...packTarget(button.target) };
}

function sendButton(form: Form): Submit {
  return {
    type: "Action.Submit",
    title: label(form.submit),
    style: "positive",
    data: { form: form.name, ...packTarget(form.target) },
  };
}

function styleOf(style: "primary" | "danger"): Style {
  switch (style) {
    case "primary":
      return "positive";
    case "danger":
      return "destructive";
  }
}

function rows(actions: (Submit | Execute)[]): ActionSet[] {
  const sets: ActionSet[] = [];
  const inRow = actions.length > TEAMS.buttonsInRow ? TEAMS.buttonsInRows : TEAMS.buttonsInRow;
  for (let from = 0; from < actions.length; from += inRow) {
    // Apart from what stands above, so that they are not taken for the buttons of the last row there.
    const apart = from === 0 ? { spacing: "Medium" as const } : {};
    sets.push({ type: "ActionSet", ...apart, actions: actions.slice(from, from + inRow) });
  }
  return sets;
}

function faultSummary(faults: Faults): Element[] {
  const sentences = Object.values(faults);
  if (sentences.length === 0) return [];
  const list = teamsElements({ kind: "list", items: sentences.map((sentence) => [sentence]) });
  return [{ type: "Container", style: "attention", items: [fault("There is a problem"), ...list] }];
}

function hasOptions(field: Form["fields"][number]): boolean {
  return (field.kind !== "choice" && field.kind !== "choices") || field.options.length > 0;
}

function dialogTitle(title: string): string {
  return clamped(oneLine(title), TEAMS.title);
}

function label(text: string): string {
  return clamped(oneLine(text), TEAMS.buttonLabel);
}

function fits(card: AdaptiveCard): boolean {
  return JSON.stringify(card).length <= TEAMS.card;
}
