/** What the page knows now: who is played, what they see. One copy; everything is drawn from it. */
import type { ConversationSummary, SlackMessage, SlackView, TeamsDialog, TeamsMessage } from "../../wire.ts";
import { HOME } from "./address.ts";
import type { Persona } from "./places.ts";
import { get } from "./talk.ts";

export type Seen = {
  readonly conversations: readonly ConversationSummary[];
  readonly messages: readonly (SlackMessage | TeamsMessage)[];
  readonly views: readonly SlackView[];
  readonly home: SlackView | null;
  readonly dialog: TeamsDialog | null;
};

/** Everything one person sees, or nothing when their server is away. */
export async function look(persona: Persona, conversation: string | undefined): Promise<Seen | undefined> {
  const conversations = await get<ConversationSummary[]>(`${persona.path}/conversations`);
  if (conversations === undefined) return undefined;
  const open = conversation === HOME ? undefined : openOne(conversations, conversation)?.id;
  const [messages, views, home, dialog] = await Promise.all([
    open ? get<Seen["messages"]>(`${persona.path}/conversations/${encodeURIComponent(open)}/messages`) : [],
    persona.chat === "slack" ? get<SlackView[]>(`${persona.path}/views`) : [],
    persona.chat === "slack" && conversation === HOME ? get<SlackView | null>(`${persona.path}/home`) : null,
    persona.chat === "teams" ? get<TeamsDialog | null>(`${persona.path}/dialog`) : null,
  ]);
  return { conversations, messages: messages ?? [], views: views ?? [], home: home ?? null, dialog: dialog ?? null };
}

/** The conversation that is asked for, else the one with the bot, else the first. */
export function openOne(
  conversations: readonly ConversationSummary[],
  wanted: string | undefined,
): ConversationSummary | undefined {
  return (
    conversations.find(({ id }) => id === wanted) ??
    conversations.find(({ kind }) => kind === "direct") ??
    conversations[0]
  );
}
