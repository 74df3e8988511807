/** Takes a copy of a card up to be delivered: where it goes, and what it shows at this moment. */
import {
  findAccount,
  findChannel,
  GATHERED_REFUSED,
  markAttempt,
  type TakenCopy,
  takeCopy,
} from "../../../db/queries/deliveries.ts";
import { gather, lockWaitingAlerts, refreshGatherer } from "../../../db/queries/gathered.ts";
import { background, type Tx } from "../../../db/transaction.ts";
import type { Chat } from "../../policy/vocabulary.ts";
import type { Context } from "../context.ts";
import { type CopyFacts, copyFacts } from "../copies/copy-facts.ts";
import { loadScene } from "../copies/copy-scene.ts";
import { giveUp } from "./give-up.ts";
import { leavesUntold, passAlertOn } from "./pass-alert-on.ts";

export type CopyKey = { readonly organisation: string; readonly copy: string };
export type Conversation = { readonly id: string; readonly serviceUrl: string | null };
type Place =
  | {
      readonly kind: "person";
      readonly tenant: string;
      readonly account: string;
      readonly conversation: Conversation | null;
    }
  | { readonly kind: "channel"; readonly tenant: string; readonly conversation: Conversation };

export type TakenDelivery = {
  readonly chat: Chat;
  readonly to: Place;
  readonly facts: CopyFacts;
  readonly version: number;
  readonly posted: { readonly message: string; readonly conversation: Conversation } | undefined;
  readonly maybePosted: boolean;
  readonly attempts: number;
};

/** Takes a copy up and marks the attempt; nothing when it is up to date, or when nobody can be given it now. */
export function takeDelivery(context: Context) {
  const { db, now, chats } = context;
  return async (key: CopyKey): Promise<TakenDelivery | undefined> => {
    const untold: TakenCopy[] = [];
    const taken = await background(db, key.organisation, async (tx): Promise<TakenDelivery | undefined> => {
      const copy = await takeCopy(tx, key);
      // One of a chat that is not connected waits until it is: an attempt would leave it in doubt whether it was posted.
      if (!copy || !chats.has(copy.chat)) return undefined;
      if (copy.gatheredIn) {
        await refreshGatherer(tx, copy);
        return undefined;
      }
      await gatherWaiting(tx, copy);
      // Sent together: an officer waits for this, and each round trip costs as much as what it asks for.
      const when = { now: now(), chats };
      const [to, scene] = await Promise.all([placeOf(tx, copy), loadScene(tx, copy, when), markAttempt(tx, key)]);
      const facts = to && (await copyFacts(tx, scene, when));
      if (!to || !facts) {
        await giveUp(tx, copy, to ? "subject-gone" : "no-account");
        if (leavesUntold(copy)) untold.push(copy);
        return undefined;
      }
      return {
        chat: copy.chat,
        to,
        facts,
        version: copy.wanted,
        posted: postedOf(copy),
        maybePosted: copy.state === "unknown",
        attempts: copy.attempts,
      };
    });
    for (const copy of untold) await passAlertOn(context, copy);
    return taken;
  };
}

/** Fewer waiting alerts than this each get a card of their own; a card shows at most `MOST` of them. */
const FEW = 4;
const MOST = 100;

/** A channel takes about one message a second: alerts that wait behind the first one stand in its card. */
async function gatherWaiting(tx: Tx, copy: TakenCopy): Promise<void> {
  if (copy.kind !== "alert-channel" || copy.officerId || copy.messageId || copy.state !== "pending") return;
  if (copy.lastError === GATHERED_REFUSED) return;
  const waiting = await lockWaitingAlerts(tx, copy, MOST);
  if (waiting.length >= FEW) await gather(tx, copy, waiting);
}

function postedOf(copy: TakenCopy): TakenDelivery["posted"] {
  if (!copy.messageId || !copy.conversationId) return undefined;
  return { message: copy.messageId, conversation: { id: copy.conversationId, serviceUrl: copy.serviceUrl } };
}

async function placeOf(tx: Tx, copy: TakenCopy): Promise<Place | undefined> {
  if (copy.officerId) {
    const account = await findAccount(tx, {
      organisation: copy.organisationId,
      officerId: copy.officerId,
      chat: copy.chat,
    });
    if (!account) return undefined;
    const conversation = account.conversationId ? { id: account.conversationId, serviceUrl: account.serviceUrl } : null;
    return { kind: "person", tenant: account.tenant, account: account.account, conversation };
  }
  const channel = copy.channel ? await findChannel(tx, copy.organisationId, copy.channel) : undefined;
  if (!channel || channel.chat !== copy.chat) return undefined;
  return {
    kind: "channel",
    tenant: channel.tenant,
    conversation: { id: channel.conversationId, serviceUrl: channel.serviceUrl },
  };
}
