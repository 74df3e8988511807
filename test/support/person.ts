/**
 * A person in front of a chat, the same for Slack and Teams: reads cards by their words, presses buttons and fills
 * fields by their labels. It speaks the sandbox's own routes, so the server may be in this process or in another.
 */
import type { ConversationSummary, Outcome } from "../../src/sandbox/wire.ts";
import { createSlackPerson } from "./person/slack-person.ts";
import { createTeamsPerson } from "./person/teams-person.ts";

export type SeenCard = {
  readonly conversation: string;
  readonly id: string;
  readonly title: string;
  /** All words of the card in order, the title first, marks taken away. */
  readonly lines: readonly string[];
  readonly buttons: readonly string[];
  /** What the lock screen shows. */
  readonly notification: string;
  readonly edited: boolean;
  readonly unread: boolean;
  /** Only this person sees it (Slack). */
  readonly ephemeral: boolean;
  readonly fromBot: boolean;
};

export type SeenField = {
  readonly label: string;
  readonly required: boolean;
  readonly value: string | readonly string[] | null;
  /** The words of the options; empty for a field to type in. */
  readonly options: readonly string[];
  /** What is wrong with it, where the chat can say so beside the field (Slack). */
  readonly fault: string | null;
};

export type SeenDialog = {
  readonly title: string;
  readonly lines: readonly string[];
  readonly fields: readonly SeenField[];
  readonly buttons: readonly string[];
  /** All faults shown: beside fields (Slack), or as text in the attention colour (Teams). */
  readonly faults: readonly string[];
};

/** By the label of the field: text, "2026-03-03", "09:30", or the words of an option; a list for several. */
export type Filled = Readonly<Record<string, string | readonly string[]>>;

export interface Person {
  readonly chat: "slack" | "teams";
  readonly id: string;
  /**
   * Types a command, without its slash. In Slack a slash command. In Teams the message-extension command of that name,
   * or the typed words when there is text or a place (`where`: a conversation id; a channel is mentioned).
   */
  command(name: string, text?: string, where?: string): Promise<Outcome>;
  say(text: string, where?: string): Promise<Outcome>;
  /** Writes words in a channel without mentioning the app, then says of that message that it is contact from a customer. */
  pointAt(words: string, where: string): Promise<Outcome>;
  conversations(): Promise<ConversationSummary[]>;
  /** Everything in one conversation, or in all, oldest first. */
  cards(where?: string): Promise<SeenCard[]>;
  /** Waits until a card holds these words, the newest first; fails after `within` milliseconds (5,000). */
  card(words: string | RegExp, within?: number): Promise<SeenCard>;
  /** Presses a button of the open dialog, or of the newest card that has it; `on` says which card by its words. */
  press(label: string, options?: { readonly on?: string | RegExp; readonly within?: number }): Promise<Outcome>;
  /** What is open now. */
  dialog(): Promise<SeenDialog | null>;
  /** Waits until a dialog is open that holds these words in its title, text or labels. */
  form(words: string | RegExp, within?: number): Promise<SeenDialog>;
  /** Types into the open dialog; waits until one with all these labels is open. Fails when an option is not there. */
  fill(values: Filled): Promise<void>;
  /** Sends the open dialog (waits for one), by its only or first button unless named. */
  submit(label?: string): Promise<Outcome>;
  close(): Promise<Outcome>;
}

/** `address`: where the chat's router is mounted. `id`: Slack user id, or Teams "29:…" id. */
export function createPerson(chat: "slack" | "teams", address: string, id: string): Person {
  return chat === "slack" ? createSlackPerson(address, id) : createTeamsPerson(address, id);
}
