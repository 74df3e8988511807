/** Conversations and messages in memory, for both servers. `B` is what a message holds besides its text. */
import type { ConversationSummary, LogEntry } from "./wire.ts";

export type Room = {
  readonly id: string;
  readonly kind: "direct" | "channel";
  readonly name: string;
  readonly private: boolean;
  readonly members: readonly string[];
  botIn: boolean;
};

export type Author = { readonly id: string; readonly name: string; readonly bot: boolean };

export type Message<B> = {
  readonly id: string;
  readonly conversation: string;
  readonly at: Date;
  /** Its place among all messages: two can share a millisecond. */
  readonly order: number;
  readonly from: Author;
  /** Only this person sees it. */
  readonly onlyFor: string | null;
  text: string;
  body: B;
  edited: boolean;
};

export type NewMessage<B> = Pick<Message<B>, "conversation" | "from" | "onlyFor" | "text" | "body">;
/** Which message, and the call that touches it, for the log. */
export type Touch = { readonly conversation: string; readonly id: string; readonly call: string };

export type Rooms<B> = ReturnType<typeof createRooms<B>>;

export function createRooms<B>(rooms: readonly Room[], deps: { nextId: () => string; changed: () => void }) {
  const byId = new Map(rooms.map((room) => [room.id, room]));
  const messages = new Map<string, Message<B>[]>();
  const log: LogEntry[] = [];
  const lastRead = new Map<string, number>();
  let order = 0;

  const all = (conversation: string) => messages.get(conversation) ?? [];
  const find = (conversation: string, id: string) => all(conversation).find((message) => message.id === id);
  const record = (event: LogEntry["event"], call: string, message: Message<B>) => {
    const { conversation, id, text, onlyFor } = message;
    log.push({
      seq: log.length + 1,
      at: new Date().toISOString(),
      event,
      conversation,
      message: id,
      call,
      text,
      onlyFor,
    });
    deps.changed();
  };
  const readKey = (person: string, conversation: string) => `${person} ${conversation}`;
  const seen = (person: string, conversation: string) =>
    all(conversation).filter((one) => (one.onlyFor ?? person) === person);
  const isUnread = (person: string) => (message: Message<B>) =>
    message.from.id !== person && message.order > (lastRead.get(readKey(person, message.conversation)) ?? 0);

  return {
    room: (id: string) => byId.get(id),
    rooms: () => [...byId.values()],
    add: (room: Room) => void byId.set(room.id, room),
    find,
    all,
    post: (call: string, fresh: NewMessage<B>): Message<B> => {
      order += 1;
      const message = { ...fresh, id: deps.nextId(), at: new Date(), order, edited: false };
      messages.set(fresh.conversation, all(fresh.conversation));
      all(fresh.conversation).push(message);
      record("posted", call, message);
      return message;
    },
    edit: ({ conversation, id, call }: Touch, change: { text: string; body: B }): Message<B> | undefined => {
      const message = find(conversation, id);
      if (message === undefined) return undefined;
      Object.assign(message, change, { edited: true });
      record("edited", call, message);
      return message;
    },
    remove: ({ conversation, id, call }: Touch): boolean => {
      const message = find(conversation, id);
      if (message === undefined) return false;
      messages.set(
        conversation,
        all(conversation).filter((one) => one !== message),
      );
      record("deleted", call, message);
      return true;
    },
    /** What one person sees in a conversation, oldest first. */
    seen: (person: string, conversation: string) =>
      seen(person, conversation).map((message) => ({ ...message, unread: isUnread(person)(message) })),
    read: (person: string, conversation: string): void => {
      lastRead.set(readKey(person, conversation), order);
      deps.changed();
    },
    summaries: (person: string): ConversationSummary[] =>
      [...byId.values()]
        .filter((room) => room.members.includes(person))
        .map((room) => ({
          id: room.id,
          kind: room.kind,
          name: room.name,
          private: room.private,
          unread: seen(person, room.id).filter(isUnread(person)).length,
          lastAt: seen(person, room.id).at(-1)?.at.toISOString() ?? null,
        })),
    log: (conversation?: string) => log.filter((entry) => (conversation ?? entry.conversation) === entry.conversation),
  };
}

/** What every reader is told about a message, in both chats. */
export function wireMessage<B>(message: Message<B> & { readonly unread: boolean }) {
  const { id, conversation, from, text, edited, unread } = message;
  return { id, conversation, at: message.at.toISOString(), from, text, edited, unread };
}
