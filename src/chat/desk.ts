/**
 * What happens at the counter, for both chats: somebody types a command, points at a message, presses a button, sends a
 * form; they get an answer. While they fill it in, they look for people.
 * The adapters slack/ and teams/ translate vendor payloads to these and answers back. They decide nothing.
 */
import type { ActionName, FormName } from "../../cards/actions.ts";
import type { Card, Faults, Form, Option, Target, Values } from "../../cards/model.ts";
import type { People } from "../policy/staff/people-found.ts";
import type { Chat } from "../policy/vocabulary.ts";

/** Who did it, as the chat vouches for it: Slack team and user, or Teams tenant and AAD object. */
export type Account = { readonly chat: Chat; readonly tenant: string; readonly account: string };

export const COMMANDS = ["report-contact", "check-contact", "contact-register"] as const;
export type CommandName = (typeof COMMANDS)[number];

export type Command = {
  readonly from: Account;
  readonly command: CommandName;
  /** The words after the command, trimmed. */
  readonly text: string;
  /** Where it was typed. */
  readonly conversation: { readonly id: string; readonly serviceUrl: string | null };
};

/** What somebody can say of a message that stands in the chat: a message shortcut in Slack, a message action in Teams. */
export const SHORTCUTS = ["screen-contact"] as const;
export type ShortcutName = (typeof SHORTCUTS)[number];

export type Shortcut = {
  readonly from: Account;
  readonly shortcut: ShortcutName;
  /** The words of the message without the chat's marks, however many; empty when it has none. */
  readonly message: string;
};

export type Press = { readonly from: Account; readonly action: ActionName; readonly target: Target };
export type Submission = {
  readonly from: Account;
  readonly form: FormName;
  readonly target: Target;
  readonly values: Values;
};

/** What somebody types in a field that asks for people, while they type it. */
export type PeopleSearch = { readonly from: Account; readonly among: People; readonly typed: string };

/**
 * `form`: open it, or replace the open one.
 * `faults`: keep the form open, what was typed in it, and show each fault beside its field.
 * `told`: show this privately to the person, and only to them; `posted` in its place where that is a message that stays
 * and not a window: it holds references and no names.
 * `done`: nothing to show; the cards follow by themselves. Close the form if one is open.
 */
export type Answer =
  | { readonly kind: "form"; readonly form: Form }
  | { readonly kind: "faults"; readonly form: Form; readonly faults: Faults }
  | { readonly kind: "told"; readonly card: Card; readonly posted?: Card }
  | { readonly kind: "done" };

/** Answers within 2.5 s, whatever the database does (DESIGN decision 4). Never throws for what a person did. */
export interface Desk {
  command(command: Command): Promise<Answer>;
  shortcut(shortcut: Shortcut): Promise<Answer>;
  /** What somebody sees of their own work, always told: a home tab. */
  home(from: Account): Promise<Answer>;
  press(press: Press): Promise<Answer>;
  submit(submission: Submission): Promise<Answer>;
  /** Who fits what was typed, the best first; nobody for whoever is not linked here. */
  people(search: PeopleSearch): Promise<readonly Option[]>;
}
