/** The delivery ledger's other side: what a delivery reads, and what it records. */
import { and, eq, getTableColumns, inArray, sql } from "drizzle-orm";
import type { ChannelPurpose } from "../../src/policy/channel/channel-purposes.ts";
import { prepared } from "../prepared.ts";
import { chatAccount, chatChannel, copy, officer } from "../schema/index.ts";
import { sqlOf, type Tx } from "../transaction.ts";

type CopyKey = { readonly organisation: string; readonly copy: string };

const thisCopy = ({ organisation, copy: id }: CopyKey) => and(eq(copy.organisationId, organisation), eq(copy.id, id));

const locked = prepared(getTableColumns(copy), ["organisation", "id"], (select, { organisation, id }) =>
  select
    .from(copy)
    .where(and(eq(copy.organisationId, organisation), eq(copy.id, id)))
    .for("update"),
);

/**
 * Takes a copy up for delivery and locks it until the transaction ends.
 * @returns nothing when it is up to date already
 */
export async function takeCopy(tx: Tx, key: CopyKey) {
  const [row] = await locked(tx, { organisation: key.organisation, id: key.copy });
  return row && (row.sent < row.wanted || row.state === "unknown") ? row : undefined;
}

export type TakenCopy = NonNullable<Awaited<ReturnType<typeof takeCopy>>>;

/** Marks the copy before the chat is called: should the process die now, it is not known whether the post arrived. */
export async function markAttempt(tx: Tx, key: CopyKey): Promise<void> {
  await sqlOf(tx)`
    update copy set attempts = attempts + 1, state = case when message_id is null then 'unknown' else state end
    where organisation_id = ${key.organisation}::uuid and id = ${key.copy}::uuid`;
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
  if (record.state === "sent") return await recordSent(tx, key, record);
  const lastError = record.state === "pending" ? waitingFor(record.error) : record.error;
  await tx.update(copy).set({ state: record.state, lastError }).where(thisCopy(key));
}

async function recordSent(tx: Tx, key: CopyKey, record: Extract<DeliveryRecord, { state: "sent" }>): Promise<void> {
  await sqlOf(tx)`
    update copy set state = 'sent', sent = greatest(sent, ${record.version}::integer),
      sent_at = ${record.at.toISOString()}::timestamptz, message_id = ${record.message},
      conversation_id = ${record.conversation}, service_url = ${record.serviceUrl}, last_error = null
    where organisation_id = ${key.organisation}::uuid and id = ${key.copy}::uuid`;
}

/** Why a copy waits. One that is to go out alone stays so, whatever else it waits for. */
const waitingFor = (error: string) =>
  sql`case when ${copy.lastError} = ${GATHERED_REFUSED} then ${copy.lastError} else ${error} end`;

/** The last error of an alert that goes out alone because the card it stood in was refused (gathered.ts). */
export const GATHERED_REFUSED = "gathered-refused";

const accountOf = prepared(
  getTableColumns(chatAccount),
  ["organisation", "officerId", "chat"],
  (select, { organisation, officerId, chat }) =>
    select
      .from(chatAccount)
      .where(
        and(
          eq(chatAccount.organisationId, organisation),
          eq(chatAccount.officerId, officerId),
          eq(chatAccount.chat, chat),
        ),
      ),
);

/** Where a person's copy goes: their account in that chat, with the conversation if one was opened. */
export async function findAccount(tx: Tx, of: { organisation: string; officerId: string; chat: "slack" | "teams" }) {
  const [row] = await accountOf(tx, of);
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
