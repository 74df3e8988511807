/**
 * Brings one copy of a card up to date in its chat (DESIGN decision 5). Three steps: take it up in one transaction,
 * call the chat outside any, write down how it ended in another. A crash between the last two leaves the copy
 * "unknown": Slack is then searched for it before anything is posted again; Teams cannot be, so it is posted again, marked.
 */
import type { Card } from "../../cards/model.ts";
import type { ChannelFacts, Delivery, Messenger } from "../chat/messenger.ts";
import type { Chat } from "../policy/vocabulary.ts";
import type { CopyKey, TakenDelivery } from "../usecases/delivery/take-delivery.ts";
import { cardOf } from "./card-of.ts";

/** How a delivery ended; `unreachable`: the chat did not say what the channel is, so nothing was posted. */
type Ending = Delivery | { readonly kind: "unreachable" };

export type DeliverDeps = {
  readonly takeDelivery: (key: CopyKey) => Promise<TakenDelivery | undefined>;
  readonly checkChannel: (key: CopyKey, look: Exclude<ChannelFacts, { kind: "unreachable" }>) => Promise<boolean>;
  readonly recordEnding: (key: CopyKey, taken: TakenDelivery, ending: Ending) => Promise<void>;
  readonly messenger: (chat: Chat) => Messenger | undefined;
  /** Whether an error says that the database is away. */
  readonly isOutage: (error: unknown) => boolean;
};

/** How often, every so many milliseconds, the end of a delivery is tried to be written down while the database is away. */
const WRITE_DOWN = { times: 60, every: 500 };

/** Delivers one copy. A throw sends the job back to the queue: nothing was posted that is not on the ledger. */
export function deliver({ takeDelivery, checkChannel, recordEnding, messenger, isOutage }: DeliverDeps) {
  /** What was posted is on the screen whether or not the database is there: forgetting it would post it again. */
  const writeDown = async (key: CopyKey, taken: TakenDelivery, ending: Ending): Promise<void> => {
    for (let left = WRITE_DOWN.times; ; left -= 1) {
      try {
        return await recordEnding(key, taken, ending);
      } catch (error) {
        if (left === 0 || !isOutage(error)) throw error;
        await new Promise((done) => setTimeout(done, WRITE_DOWN.every));
      }
    }
  };
  return async (key: CopyKey): Promise<void> => {
    const taken = await takeDelivery(key);
    const port = taken && messenger(taken.chat);
    if (!taken || !port) return;
    if (taken.to.kind === "channel") {
      const look = await port.channelFacts(taken.to.tenant, taken.to.conversation);
      if (look.kind === "unreachable") return await writeDown(key, taken, { kind: "unreachable" });
      if (!(await checkChannel(key, look))) return;
    }
    await writeDown(key, taken, await send(port, taken, key.copy));
  };
}

async function send(port: Messenger, taken: TakenDelivery, copyId: string): Promise<Delivery> {
  const card = cardOf(taken.facts);
  const posted = taken.posted ?? (taken.maybePosted ? await port.find(taken.to, copyId) : undefined);
  if (posted) return await port.update(posted, card, copyId);
  const again = taken.maybePosted && port.chat === "teams";
  return await port.post(taken.to, again ? markedAsRepeated(card) : card, copyId);
}

/** In Teams it cannot be seen whether an earlier post arrived; both copies work, and a press on either has one effect. */
function markedAsRepeated(card: Card): Card {
  return {
    ...card,
    body: [...card.body, { kind: "note", spans: ["Sent again: we could not tell whether you got it the first time."] }],
  };
}
