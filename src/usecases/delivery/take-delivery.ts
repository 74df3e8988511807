/** The database's half of a delivery: take a copy up, decide whether a channel may be posted to, write down the end. */
import { sql } from "drizzle-orm";
import { rememberConversation } from "../../../db/queries/accounts.ts";
import { appendAudit } from "../../../db/queries/audit.ts";
import { addCopies } from "../../../db/queries/copies.ts";
import {
  activeAccounts,
  findAccount,
  findChannel,
  GATHERED_REFUSED,
  markAttempt,
  recordChannelFaults,
  recordDelivery,
  type TakenCopy,
  takeCopy,
} from "../../../db/queries/deliveries.ts";
import { gather, lockWaitingAlerts, refreshGatherer, release, setFree } from "../../../db/queries/gathered.ts";
import { loadStaff } from "../../../db/queries/staff.ts";
import { background, type Tx } from "../../../db/transaction.ts";
import { type ChannelFault, type ChannelSeen, channelFaults } from "../../policy/channel/channel-faults.ts";
import type { Chat } from "../../policy/vocabulary.ts";
import type { Context } from "../context.ts";
import { type CopyFacts, copyFacts } from "../copies/copy-facts.ts";
import { loadScene } from "../copies/copy-scene.ts";

export type CopyKey = { readonly organisation: string; readonly copy: string };
type Conversation = { readonly id: string; readonly serviceUrl: string | null };
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
export function takeDelivery({ db, now, chats }: Context) {
  return async (key: CopyKey): Promise<TakenDelivery | undefined> =>
    await background(db, key.organisation, async (tx) => {
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
        await fail(tx, copy, to ? "subject-gone" : "no-account");
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

export type ChannelLook = ({ readonly kind: "seen" } & ChannelSeen) | { readonly kind: "not-in-channel" };

/**
 * Whether a channel may be posted to at this moment. When not, the reason is recorded, and the register team and the
 * administrators are told directly; so is the team what would have been posted in its own (DESIGN decision 8).
 */
export function checkChannel({ db, now, chats }: Context) {
  return async (key: CopyKey, look: ChannelLook): Promise<boolean> => {
    return await background(db, key.organisation, async (tx) => {
      const copy = await takeCopy(tx, key);
      if (!copy) return false;
      const faults =
        look.kind === "seen"
          ? channelFaults(look, await activeAccounts(tx, key.organisation, copy.chat))
          : (["not-in-channel"] as const);
      if (faults.length === 0) return true;
      await divert(tx, copy, { faults, now: now(), chats });
      return false;
    });
  };
}

type Divert = { readonly faults: readonly ChannelFault[]; readonly now: Date; readonly chats: Context["chats"] };

const UNUSABLE = {
  register: { event: "register-channel-unusable", notice: "channel-fault" },
  seniors: { event: "senior-channel-unusable", notice: "senior-channel-fault" },
} as const;

async function divert(tx: Tx, copy: TakenCopy, { faults, now, chats }: Divert): Promise<void> {
  const organisation = copy.organisationId;
  const purpose = copy.channel ?? "register";
  const { event, notice } = UNUSABLE[purpose];
  await recordDelivery(tx, { organisation, copy: copy.id }, { state: "blocked", error: faults[0] ?? "not-usable" });
  await recordChannelFaults(tx, { organisation, purpose }, faults);
  await appendAudit(tx, {
    organisation,
    at: now,
    event,
    by: null,
    subject: { kind: "organisation", id: organisation },
    facts: { faults: [...faults] },
  });
  const staff = await loadStaff(tx, organisation, chats);
  const told = staff.filter(
    ({ status, roles }) => status === "active" && (roles.includes("register_team") || roles.includes("administrator")),
  );
  const channel = await findChannel(tx, organisation, purpose);
  // A new round each time the channel is chosen: the same notice is not sent for every alert.
  const round = channel ? Math.floor(channel.chosenAt.getTime() / 1_000) % 2_000_000_000 : 1;
  const ledger = { organisation, chats, now };
  await addCopies(
    tx,
    ledger,
    told.map(({ id }) => ({ kind: notice, subject: organisation, officer: id, round }) as const),
  );
  if (purpose === "seniors" || copy.kind === "channel-chosen") return;
  const subjects = [copy.subjectId, ...(await release(tx, copy))];
  await addCopies(
    tx,
    ledger,
    subjects.map((subject) => ({ kind: copy.kind, subject, officer: "register-team", round: copy.round }) as const),
  );
}

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

/** Milliseconds, whatever the chat says: one that says 0 would be asked without a stop. */
const SHORTEST_WAIT = 500;

/** Writes down how a delivery ended, and asks for another try where that makes sense. */
export function recordEnding({ db, now, chats }: Context) {
  return async (
    key: CopyKey,
    taken: Pick<TakenDelivery, "chat" | "to" | "version" | "posted" | "maybePosted" | "attempts">,
    ending: Ending,
  ): Promise<void> =>
    await background(db, key.organisation, async (tx) => {
      switch (ending.kind) {
        case "posted": {
          const { message, conversation } = ending.posted;
          await recordDelivery(tx, key, {
            state: "sent",
            version: taken.version,
            at: now(),
            message,
            conversation: conversation.id,
            serviceUrl: conversation.serviceUrl,
          });
          // A card brought up to date stays where it was posted, which may be an account that is no longer theirs.
          if (taken.to.kind === "person" && !taken.posted)
            await rememberConversation(
              tx,
              { chat: taken.chat, tenant: taken.to.tenant, account: taken.to.account },
              conversation,
            );
          return;
        }
        case "busy":
          // What ended unknown before stays so: it is looked for, or marked, when its turn comes.
          await recordDelivery(tx, key, { state: taken.maybePosted ? "unknown" : "pending", error: "busy" });
          return await again(tx, key, ending.retryAfterMs);
        case "unreachable": {
          const copy = taken.posted || taken.attempts < UNREACHABLE.attempts ? undefined : await takeCopy(tx, key);
          if (copy && taken.to.kind === "channel")
            return await divert(tx, copy, { faults: ["cannot-post"], now: now(), chats });
          await recordDelivery(tx, key, { state: taken.maybePosted ? "unknown" : "pending", error: "unreachable" });
          return await again(tx, key, Math.min(UNREACHABLE.first * 2 ** taken.attempts, UNREACHABLE.longest));
        }
        case "unknown":
          await recordDelivery(tx, key, { state: taken.posted ? "pending" : "unknown", error: ending.reason });
          return await again(tx, key, LOOK_AGAIN_AFTER * 2 ** Math.min(taken.attempts, 6));
        case "refused": {
          // Read before the end is written down: what is recorded as failed is still wanted.
          const copy = await takeCopy(tx, key);
          if (copy && taken.to.kind === "channel" && !taken.posted && !OURS.includes(ending.reason))
            return await divert(tx, copy, { faults: ["cannot-post"], now: now(), chats });
          if (copy) await fail(tx, copy, ending.reason);
          else await recordDelivery(tx, key, { state: "failed", error: ending.reason });
          return;
        }
      }
    });
}

/**
 * Gives a copy up. The alerts that stood in its card are not lost with it: they go out again; when the card was refused
 * before it was ever posted, each alone, this one's own among them.
 */
async function fail(tx: Tx, copy: TakenCopy, error: string): Promise<void> {
  const key = { organisation: copy.organisationId, copy: copy.id };
  const alone = copy.messageId === null;
  const freed = await setFree(tx, copy, { alone });
  if (freed === 0 || !alone) return await recordDelivery(tx, key, { state: "failed", error });
  await recordDelivery(tx, key, { state: "pending", error: GATHERED_REFUSED });
  await again(tx, key, SHORTEST_WAIT);
}

/** The wall clock's business, not the product's: the platform said how long to wait. */
async function again(tx: Tx, { organisation, copy }: CopyKey, delayMs: number): Promise<void> {
  await tx.execute(sql`
    select jobs.enqueue(jsonb_agg(to_jsonb(copy)), ${Math.max(SHORTEST_WAIT, Math.ceil(delayMs))}::integer)
    from copy where organisation_id = ${organisation}::uuid and id = ${copy}::uuid`);
}
