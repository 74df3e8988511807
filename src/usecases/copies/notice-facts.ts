/** What the notices show: a review is due, an arrangement has ended, a channel was chosen, a channel can no longer be used. */
import { and, eq } from "drizzle-orm";
import { findChannel } from "../../../db/queries/deliveries.ts";
import { loadInForce } from "../../../db/queries/in-force.ts";
import { arrangement, customer, proposal, review } from "../../../db/schema/index.ts";
import type { Tx } from "../../../db/transaction.ts";
import { CHANNEL_FAULTS, type ChannelFault } from "../../policy/channel/channel-faults.ts";
import type { ChannelPurpose } from "../../policy/channel/channel-purposes.ts";
import { localDate } from "../../policy/working-time/dates.ts";
import type { Scene } from "./copy-scene.ts";

/** Facts of "An arrangement has ended". */
export async function endedFacts(tx: Tx, { copy, organisation }: Scene) {
  const [found] = await tx
    .select({
      ref: arrangement.ref,
      endsAt: arrangement.endsAt,
      customer: arrangement.customerId,
      customerRef: customer.ref,
    })
    .from(arrangement)
    .innerJoin(
      customer,
      and(eq(customer.organisationId, arrangement.organisationId), eq(customer.id, arrangement.customerId)),
    )
    .where(and(eq(arrangement.organisationId, copy.organisationId), eq(arrangement.id, copy.subjectId)));
  if (!found) return undefined;
  const { ref, customerRef, endsAt } = found;
  const inForce = await loadInForce(tx, { organisation: copy.organisationId, customer: found.customer, at: endsAt });
  const goesOn = [...new Set(inForce.map((one) => one.arrangement.ref))];
  return { ref, customerRef, endedOn: localDate(endsAt, organisation.timeZone), goesOn };
}

/** Facts of "Review today". */
export async function reviewFacts(tx: Tx, { copy }: Scene) {
  const [found] = await tx
    .select({
      ref: arrangement.ref,
      dueOn: review.dueOn,
      customerRef: customer.ref,
      proposal: { id: proposal.id, version: proposal.version },
    })
    .from(review)
    .innerJoin(
      arrangement,
      and(eq(arrangement.organisationId, review.organisationId), eq(arrangement.id, review.arrangementId)),
    )
    .innerJoin(
      customer,
      and(eq(customer.organisationId, arrangement.organisationId), eq(customer.id, arrangement.customerId)),
    )
    .innerJoin(
      proposal,
      and(eq(proposal.organisationId, arrangement.organisationId), eq(proposal.id, arrangement.proposalId)),
    )
    .where(and(eq(review.organisationId, copy.organisationId), eq(review.id, copy.subjectId)));
  return found;
}

/** Facts of the notice in a channel that was chosen. */
export async function chosenFacts(tx: Tx, { copy, nameOf, moment }: Scene) {
  const channel = copy.channel ? await findChannel(tx, copy.organisationId, copy.channel) : undefined;
  return (
    channel && {
      purpose: channel.purpose,
      chosenBy: channel.chosenBy ? nameOf(channel.chosenBy) : "an administrator",
      when: moment(channel.chosenAt),
    }
  );
}

/** Why nothing is posted in the channel for this purpose. */
export async function faultFacts(tx: Tx, { copy }: Scene, purpose: ChannelPurpose) {
  const channel = await findChannel(tx, copy.organisationId, purpose);
  const known = (fault: string): fault is ChannelFault => CHANNEL_FAULTS.some((one) => one === fault);
  return channel && { purpose, faults: channel.faults.filter(known) };
}
