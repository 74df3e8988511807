import { type AccountKey, rememberConversation } from "../../../db/queries/accounts.ts";
import { recordDelivery, type TakenCopy, takeCopy } from "../../../db/queries/deliveries.ts";
import { background } from "../../../db/transaction.ts";
import type { Context } from "../context.ts";
import { divert } from "./divert.ts";
import { giveUp } from "./give-up.ts";
import { leavesUntold, passAlertOn } from "./pass-alert-on.ts";
import type { Conversation, CopyKey, TakenDelivery } from "./take-delivery.ts";
import { tryAgain } from "./try-again.ts";

/** How a call to a chat ended; the same as the messenger's, without its types. */
type Ending =
  | { readonly kind: "posted"; readonly posted: { readonly message: string; readonly conversation: Conversation } }
  | { readonly kind: "busy"; readonly retryAfterMs: number }
  /** The chat says nothing of the channel, which is looked at before each post. */
  | { readonly kind: "unreachable" }
  | { readonly kind: "unknown"; readonly reason: string }
  | { readonly kind: "refused"; readonly reason: string };

/** Refusals that say nothing about the channel: what would be posted elsewhere would be refused there too. */
const OURS: readonly string[] = ["message_invalid", "token_invalid"];

/** Milliseconds before something that ended unknown is looked at again. */
const LOOK_AGAIN_AFTER = 2_000;

/** A channel that cannot be looked at: milliseconds to the next look, twice as many each time, and when to give up. */
const UNREACHABLE = { first: 5_000, longest: 60_000, attempts: 10 };

/** Writes down how a delivery ended, and asks for another try where that makes sense. */
export function recordEnding(context: Context) {
  const { db, now, chats } = context;
  return async (
    key: CopyKey,
    taken: Pick<TakenDelivery, "chat" | "to" | "version" | "posted" | "maybePosted" | "attempts">,
    ending: Ending,
  ): Promise<void> => {
    const untold: TakenCopy[] = [];
    await background(db, key.organisation, async (tx) => {
      switch (ending.kind) {
        case "posted": {
          const { message, conversation } = ending.posted;
          const opened = openedFor(taken, conversation);
          await Promise.all([
            recordDelivery(tx, key, {
              state: "sent",
              version: taken.version,
              at: now(),
              message,
              conversation: conversation.id,
              serviceUrl: conversation.serviceUrl,
            }),
            opened && rememberConversation(tx, opened, conversation),
          ]);
          return;
        }
        case "busy":
          // What ended unknown before stays so: it is looked for, or marked, when its turn comes.
          await recordDelivery(tx, key, { state: taken.maybePosted ? "unknown" : "pending", error: "busy" });
          return await tryAgain(tx, key, ending.retryAfterMs);
        case "unreachable": {
          const copy = taken.posted || taken.attempts < UNREACHABLE.attempts ? undefined : await takeCopy(tx, key);
          if (copy && taken.to.kind === "channel")
            return await divert(tx, copy, { faults: ["cannot-post"], now: now(), chats });
          await recordDelivery(tx, key, { state: taken.maybePosted ? "unknown" : "pending", error: "unreachable" });
          return await tryAgain(tx, key, Math.min(UNREACHABLE.first * 2 ** taken.attempts, UNREACHABLE.longest));
        }
        case "unknown":
          await recordDelivery(tx, key, { state: taken.posted ? "pending" : "unknown", error: ending.reason });
          return await tryAgain(tx, key, LOOK_AGAIN_AFTER * 2 ** Math.min(taken.attempts, 6));
        case "refused": {
          // Read before the end is written down: what is recorded as failed is still wanted.
          const copy = await takeCopy(tx, key);
          if (copy && taken.to.kind === "channel" && !taken.posted && !OURS.includes(ending.reason))
            return await divert(tx, copy, { faults: ["cannot-post"], now: now(), chats });
          if (copy) await giveUp(tx, copy, ending.reason);
          else await recordDelivery(tx, key, { state: "failed", error: ending.reason });
          if (copy && leavesUntold(copy)) untold.push(copy);
          return;
        }
      }
    });
    for (const copy of untold) await passAlertOn(context, copy);
  };
}

/**
 * The account whose conversation is not known yet as this one. A card brought up to date stays where it was posted, which
 * may be an account that is no longer theirs.
 */
function openedFor(
  { chat, to, posted }: Pick<TakenDelivery, "chat" | "to" | "posted">,
  { id, serviceUrl }: Conversation,
): AccountKey | undefined {
  if (to.kind !== "person" || posted) return undefined;
  const isKnown = to.conversation?.id === id && to.conversation.serviceUrl === serviceUrl;
  return isKnown ? undefined : { chat, tenant: to.tenant, account: to.account };
}
