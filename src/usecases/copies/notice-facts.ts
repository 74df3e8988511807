/** What the notices show: an arrangement has ended, a channel was chosen, a channel can no longer be used. */
import { and, eq } from "drizzle-orm";
import { findRegisterChannel } from "../../../db/queries/deliveries.ts";
import { arrangement, customer } from "../../../db/schema/index.ts";
import type { Tx } from "../../../db/transaction.ts";
import { CHANNEL_FAULTS, type ChannelFault } from "../../policy/channel/channel-faults.ts";
import { localDate } from "../../policy/working-time/dates.ts";
import type { Scene } from "./copy-scene.ts";

/** Facts of "An arrangement has ended". */
export async function endedFacts(tx: Tx, { copy, organisation }: Scene) {
  const [found] = await tx
    .select({ ref: arrangement.ref, endsAt: arrangement.endsAt, customerRef: customer.ref })
    .from(arrangement)
    .innerJoin(
      customer,
      and(eq(customer.organisationId, arrangement.organisationId), eq(customer.id, arrangement.customerId)),
    )
    .where(and(eq(arrangement.organisationId, copy.organisationId), eq(arrangement.id, copy.subjectId)));
  return (
    found && { ref: found.ref, customerRef: found.customerRef, endedOn: localDate(found.endsAt, organisation.timeZone) }
  );
}

/** Facts of the notice in a channel that was chosen. */
export async function chosenFacts(tx: Tx, { copy, nameOf, moment }: Scene) {
  const channel = await findRegisterChannel(tx, copy.organisationId);
  return (
    channel && {
      chosenBy: channel.chosenBy ? nameOf(channel.chosenBy) : "an administrator",
      when: moment(channel.chosenAt),
    }
  );
}

/** Why nothing is posted in the register's channel. */
export async function faultFacts(tx: Tx, { copy }: Scene) {
  const channel = await findRegisterChannel(tx, copy.organisationId);
  const known = (fault: string): fault is ChannelFault => CHANNEL_FAULTS.some((one) => one === fault);
  return channel && { faults: channel.faults.filter(known) };
}
