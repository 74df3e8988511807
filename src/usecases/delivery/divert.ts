import { appendAudit } from "../../../db/queries/audit.ts";
import { addCopies } from "../../../db/queries/copies.ts";
import { findChannel, recordChannelFaults, recordDelivery, type TakenCopy } from "../../../db/queries/deliveries.ts";
import { release } from "../../../db/queries/gathered.ts";
import { loadStaff } from "../../../db/queries/staff.ts";
import type { Tx } from "../../../db/transaction.ts";
import type { ChannelFault } from "../../policy/channel/channel-faults.ts";
import type { Context } from "../context.ts";

type Divert = { readonly faults: readonly ChannelFault[]; readonly now: Date; readonly chats: Context["chats"] };

const UNUSABLE = {
  register: { event: "register-channel-unusable", notice: "channel-fault" },
  seniors: { event: "senior-channel-unusable", notice: "senior-channel-fault" },
} as const;

/**
 * A channel may not be posted to: writes that down, and tells the register team and the administrators directly; the team also hears what would
 * have been posted in its own (DESIGN decision 8).
 */
export async function divert(tx: Tx, copy: TakenCopy, { faults, now, chats }: Divert): Promise<void> {
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
