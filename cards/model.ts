/**
 * The neutral card and the neutral form: what a message says, without a word about Slack or Teams.
 * Two exhaustive renderers (render/slack.ts, render/teams.ts) turn them into Block Kit and Adaptive Cards.
 * Every string here is data: the renderers escape it and clamp it to each chat's limits.
 */
import type { People } from "../src/policy/staff/people-found.ts";
import type { ActionName, FormName } from "./actions.ts";

/** A run of text; `strong` is the only mark there is. */
export type Span = string | { readonly strong: string };

export type Block =
  | { readonly kind: "line"; readonly spans: readonly Span[] }
  | { readonly kind: "facts"; readonly facts: readonly { readonly label: string; readonly value: string }[] }
  | { readonly kind: "list"; readonly items: readonly (readonly Span[])[] }
  /** Small print under the rest. */
  | { readonly kind: "note"; readonly spans: readonly Span[] }
  /** Text somebody wrote, line breaks kept. In dialogs only: posted messages hold no quotation (DESIGN decision 8). */
  | { readonly kind: "quote"; readonly text: string }
  /** One thing of a list, with its own button beside it. */
  | { readonly kind: "row"; readonly spans: readonly Span[]; readonly button: Button }
  | { readonly kind: "divider" };

/** What a button or a form is about: an opaque id and the version of the thing when the card was made. */
export type Target = { readonly id: string; readonly version: number };

export type Button = {
  readonly action: ActionName;
  readonly label: string;
  readonly style?: "primary" | "danger";
  /** `form`: the press opens a dialog. `nothing`: the press is the whole act. Teams must know before the press. */
  readonly opens: "form" | "nothing";
  readonly target: Target;
};

export type Card = {
  readonly title: string;
  /** Lock screen and screen reader: never a name, an identifier or a behaviour. */
  readonly notification: string;
  readonly body: readonly Block[];
  readonly buttons: readonly Button[];
};

/** Stands in an empty field in which people are searched. */
export const TYPE_TO_FIND = "Type a name, email or extension";

/** So many people are chosen in one field: with all of them by name the longest form still fits a card. */
export const MOST_PEOPLE = 30;

export type Option = { readonly value: string; readonly label: string };

type FieldCommon = {
  readonly id: string;
  /** A heading above the field: a new part of the form begins here. */
  readonly section?: string;
  readonly label: string;
  readonly hint?: string;
  readonly required: boolean;
};

/** Values travel as strings: dates "2026-03-03", times "09:30", numbers in digits, several choices as a list. */
export type Field =
  | (FieldCommon & {
      readonly kind: "text";
      readonly multiline: boolean;
      readonly maxLength: number;
      readonly value?: string;
    })
  | (FieldCommon & { readonly kind: "number"; readonly min: number; readonly max: number; readonly value?: string })
  | (FieldCommon & { readonly kind: "choice"; readonly options: readonly Option[]; readonly value?: string })
  | (FieldCommon & {
      readonly kind: "choices";
      readonly options: readonly Option[];
      readonly value?: readonly string[];
    })
  /** People, found by what is typed of their name, work email or extension (src/chat/desk.ts answers). */
  | (FieldCommon & {
      readonly kind: "people";
      readonly among: People;
      readonly many: boolean;
      /** What those are called who may stand in it already: a chat sends back only who they are. */
      readonly known: readonly Option[];
      readonly value?: readonly string[];
    })
  | (FieldCommon & { readonly kind: "date"; readonly value?: string })
  | (FieldCommon & { readonly kind: "time"; readonly value?: string });

export type Form = {
  readonly name: FormName;
  readonly title: string;
  /** The label of the button that sends it. */
  readonly submit: string;
  readonly intro: readonly Block[];
  readonly fields: readonly Field[];
  readonly target: Target;
};

/** What was typed: one string, several, or nothing, by field id. */
export type Values = Readonly<Record<string, string | readonly string[] | undefined>>;

/** What is wrong with what was typed, by field id: a sentence that says what to do. */
export type Faults = Readonly<Record<string, string>>;
