/** Conversations and messages in memory, for both servers. `B` is what a message holds besides its text. */
import { createHistory, type KeptHistory, type NextId } from "./history.ts";
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

type Deps<B> = {
  readonly nextId: NextId;
  readonly changed: () => void;
  /** What was said before a restart. */
  readonly kept?: KeptHistory<B> | undefined;
};

/** The log counts what happened since the start; only the messages outlive it. */
export function createRooms<B>(rooms: readonly Room[], { nextId, changed, kept }: Deps<B>) {
  const byId = new Map(rooms.map((room) => [room.id, room]));
  const history = createHistory<B>(nextId, kept);
  const log: LogEntry[] = [];

  const { all } = history;
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
    changed();
  };
  const seen = (person: string, conversation: string) =>
    all(conversation).filter((one) => (one.onlyFor ?? person) === person);
  const roomsOf = (person: string) => [...byId.values()].filter((room) => room.members.includes(person));
  const unreadIn = (person: string, conversation: string): number =>
    seen(person, conversation).filter((message) => history.isUnread(person, message)).length;

  return {
    room: (id: string) => byId.get(id),
    rooms: () => [...byId.values()],
    add: (room: Room) => void byId.set(room.id, room),
    find,
    all,
    post: (call: string, fresh: NewMessage<B>): Message<B> => {
      const message = history.add(fresh);
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
      history.remove(message);
      record("deleted", call, message);
      return true;
    },
    /** What one person sees in a conversation, oldest first. */
    seen: (person: string, conversation: string) =>
      seen(person, conversation).map((message) => ({ ...message, unread: history.isUnread(person, message) })),
    read: (person: string, conversation: string): void => {
      history.read(person, conversation);
      changed();
    },
    summaries: (person: string): ConversationSummary[] =>
      roomsOf(person).map((room) => ({
        id: room.id,
        kind: room.kind,
        name: room.name,
        private: room.private,
        unread: unreadIn(person, room.id),
        lastAt: seen(person, room.id).at(-1)?.at.toISOString() ?? null,
      })),
    /** In all conversations of a person together. */
    unread: (person: string): number => roomsOf(person).reduce((sum, { id }) => sum + unreadIn(person, id), 0),
    log: (conversation?: string) => log.filter((entry) => (conversation ?? entry.conversation) === entry.conversation),
    /** What was said and read, as plain data. */
    snapshot: history.snapshot,
  };
}

/** What every reader is told about a message, in both chats. */
export function wireMessage<B>(message: Message<B> & { readonly unread: boolean }) {
  const { id, conversation, from, text, edited, unread } = message;
  return { id, conversation, at: message.at.toISOString(), from, text, edited, unread };
}
