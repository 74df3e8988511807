/** The delivery ledger's other side: what a delivery reads, and what it records. */
import { and, eq, inArray, sql } from "drizzle-orm";
import type { ChannelPurpose } from "../../src/policy/channel/channel-purposes.ts";
import { chatAccount, chatChannel, copy, officer } from "../schema/index.ts";
import type { Tx } from "../transaction.ts";

type CopyKey = { readonly organisation: string; readonly copy: string };

const thisCopy = ({ organisation, copy: id }: CopyKey) => and(eq(copy.organisationId, organisation), eq(copy.id, id));

/**
 * Takes a copy up for delivery and locks it until the transaction ends.
 * @returns nothing when it is up to date already
 */
export async function takeCopy(tx: Tx, key: CopyKey) {
  const [row] = await tx.select().from(copy).where(thisCopy(key)).for("update");
  return row && (row.sent < row.wanted || row.state === "unknown") ? row : undefined;
}

export type TakenCopy = NonNullable<Awaited<ReturnType<typeof takeCopy>>>;

/** Marks the copy before the chat is called: should the process die now, it is not known whether the post arrived. */
export async function markAttempt(tx: Tx, key: CopyKey): Promise<void> {
  await tx
    .update(copy)
    .set({
      attempts: sql`${copy.attempts} + 1`,
      state: sql`case when ${copy.messageId} is null then 'unknown' else ${copy.state} end`,
    })
    .where(thisCopy(key));
}

export type DeliveryRecord =
  | {
      readonly state: "sent";
      readonly version: number;
      readonly at: Date;
      readonly message: string;
      readonly conversation: string;
      readonly serviceUrl: string | null;
    }
  | { readonly state: "pending" | "unknown" | "failed" | "blocked"; readonly error: string };

/** Writes down how a delivery ended. */
export async function recordDelivery(tx: Tx, key: CopyKey, record: DeliveryRecord): Promise<void> {
  const set =
    record.state === "sent"
      ? {
          state: record.state,
          sent: sql`greatest(${copy.sent}, ${record.version})`,
          sentAt: record.at,
          messageId: record.message,
          conversationId: record.conversation,
          serviceUrl: record.serviceUrl,
          lastError: null,
        }
      : { state: record.state, lastError: record.state === "pending" ? waitingFor(record.error) : record.error };
  await tx.update(copy).set(set).where(thisCopy(key));
}

/** Why a copy waits. One that is to go out alone stays so, whatever else it waits for. */
const waitingFor = (error: string) =>
  sql`case when ${copy.lastError} = ${GATHERED_REFUSED} then ${copy.lastError} else ${error} end`;

/** The last error of an alert that goes out alone because the card it stood in was refused (gathered.ts). */
export const GATHERED_REFUSED = "gathered-refused";

/** Where a person's copy goes: their account in that chat, with the conversation if one was opened. */
export async function findAccount(
  tx: Tx,
  { organisation, officerId, chat }: { organisation: string; officerId: string; chat: "slack" | "teams" },
) {
  const [row] = await tx
    .select()
    .from(chatAccount)
    .where(
      and(
        eq(chatAccount.organisationId, organisation),
        eq(chatAccount.officerId, officerId),
        eq(chatAccount.chat, chat),
      ),
    );
  return row;
}

/** The channel for this purpose, if one was chosen. */
export async function findChannel(tx: Tx, organisation: string, purpose: ChannelPurpose) {
  const [row] = await tx.select().from(chatChannel).where(thisChannel(organisation, purpose));
  return row;
}

const thisChannel = (organisation: string, purpose: ChannelPurpose) =>
  and(eq(chatChannel.organisationId, organisation), eq(chatChannel.purpose, purpose));

/** The accounts of a tenant that belong to active officers of the organisation: who may sit in its channel (DESIGN decision 8). */
export async function activeAccounts(
  tx: Tx,
  organisation: string,
  chat: "slack" | "teams",
): Promise<ReadonlySet<string>> {
  const rows = await tx
    .select({ account: chatAccount.account })
    .from(chatAccount)
    .innerJoin(
      officer,
      and(eq(officer.organisationId, chatAccount.organisationId), eq(officer.id, chatAccount.officerId)),
    )
    .where(
      and(
        eq(chatAccount.organisationId, organisation),
        eq(chatAccount.chat, chat),
        inArray(officer.status, ["active", "absent"]),
      ),
    );
  return new Set(rows.map((row) => row.account));
}

/** Remembers why nothing is posted in the channel; an empty list means that it is usable again. */
export async function recordChannelFaults(
  tx: Tx,
  { organisation, purpose }: { organisation: string; purpose: ChannelPurpose },
  faults: readonly string[],
): Promise<void> {
  await tx
    .update(chatChannel)
    .set({ faults: [...faults] })
    .where(thisChannel(organisation, purpose));
}
