/** What was said and who has read it: bounded in each conversation, and kept over a restart. */
import { z } from "zod";
import type { Message, NewMessage } from "./rooms.ts";

/** The newest messages of a conversation; older ones are forgotten, as if they had been deleted. */
const MESSAGES_KEPT = 500;

/** What a snapshot says of every message; each chat adds its own `body`. */
export const KEPT_MESSAGE = {
  id: z.string(),
  conversation: z.string(),
  at: z.iso.datetime().transform((text) => new Date(text)),
  order: z.number().int(),
  from: z.object({ id: z.string(), name: z.string(), bot: z.boolean() }),
  onlyFor: z.string().nullable(),
  text: z.string(),
  edited: z.boolean(),
};

/** What a snapshot says besides the messages. The last id is kept although its message may be gone: none comes again. */
export const KEPT_HISTORY = {
  lastOrder: z.number().int(),
  lastId: z
    .string()
    .regex(/^[\d.]+$/)
    .optional(),
  /** By person and conversation, the order up to which they have read. */
  read: z.record(z.string(), z.number().int()),
};

export type KeptHistory<B> = {
  readonly lastOrder: number;
  readonly lastId?: string | undefined;
  readonly read: Readonly<Record<string, number>>;
  readonly messages: readonly Message<B>[];
};

/** Makes the id that follows the last one. */
export type NextId = (last: string | undefined) => string;

export function createHistory<B>(nextId: NextId, kept: KeptHistory<B> = { lastOrder: 0, read: {}, messages: [] }) {
  let { lastOrder, lastId } = kept;
  const messages = Map.groupBy(kept.messages, (message) => message.conversation);
  const read = new Map(Object.entries(kept.read));
  const readKey = (person: string, conversation: string) => `${person} ${conversation}`;
  const all = (conversation: string): readonly Message<B>[] => messages.get(conversation) ?? [];

  return {
    /** Oldest first. */
    all,
    add: (fresh: NewMessage<B>): Message<B> => {
      lastOrder += 1;
      lastId = nextId(lastId);
      const message = { ...fresh, id: lastId, at: new Date(), order: lastOrder, edited: false };
      messages.set(fresh.conversation, [...all(fresh.conversation), message].slice(-MESSAGES_KEPT));
      return message;
    },
    remove: (message: Message<B>): void => {
      const rest = all(message.conversation).filter((one) => one !== message);
      messages.set(message.conversation, rest);
    },
    read: (person: string, conversation: string): void => void read.set(readKey(person, conversation), lastOrder),
    isUnread: (person: string, { from, conversation, order }: Message<B>): boolean =>
      from.id !== person && order > (read.get(readKey(person, conversation)) ?? 0),
    /** Plain data that KEPT_HISTORY and KEPT_MESSAGE read again. */
    snapshot: () => ({
      lastOrder,
      lastId,
      read: Object.fromEntries(read),
      messages: [...messages.values()].flat().map((message) => ({ ...message, at: message.at.toISOString() })),
    }),
  };
}
