/**
 * A complaint outlives the proposal that it was recorded with. While another proposal of the customer is open, the register
 * team can record that the complaint is settled: nobody has to withdraw what has nothing to do with it.
 */
import { and, asc, eq } from "drizzle-orm";
import { appendAudit } from "../../../db/queries/audit.ts";
import { loadProposalParts, proposalRecord } from "../../../db/queries/proposal-parts.ts";
import { BEING_CHANGED, movedByOthers, type ProposalRow } from "../../../db/queries/proposals.ts";
import { loadStaff } from "../../../db/queries/staff.ts";
import { customer, proposal } from "../../../db/schema/index.ts";
import { interactive, type Tx } from "../../../db/transaction.ts";
import {
  barredFrom,
  isOpen,
  maySettle,
  type Parts,
  type SettledBecause,
} from "../../policy/approval/counter-complaints.ts";
import type { Actor, Context } from "../context.ts";
import { askAnew } from "../decide/ask-anew.ts";
import { lookAgain } from "../decide/look-again.ts";
import { lockComplaints } from "./complained-about.ts";

export type SettlingRefused = { readonly code: "unknown-target" | "not-yours" | "no-complaint" };

type About = { readonly actor: Actor; readonly customer: string };

export type PreparedSettling =
  | {
      readonly code: "ready";
      readonly ref: string;
      readonly officers: readonly { readonly id: string; readonly name: string }[];
    }
  | SettlingRefused;

/** For the form: whom complaints name that bar somebody now. The opening is recorded. */
export function prepareSettling(context: Context) {
  return async (about: About): Promise<PreparedSettling> => await forForm(context, about, { opening: true });
}

/** The same when the form is sent: it was opened before. */
export function checkSettling(context: Context) {
  return async (about: About): Promise<PreparedSettling> => await forForm(context, about, { opening: false });
}

async function forForm(
  { db, now, chats }: Context,
  about: About,
  { opening }: { readonly opening: boolean },
): Promise<PreparedSettling> {
  return await interactive(db, about.actor.organisation, async (tx) => {
    const found = await loadSettling(tx, about);
    if (found.code !== "ready") return found;
    if (opening) await record(tx, about, { event: "complaints-opened", at: now() });
    const barred = barredFrom(found.parts);
    const staff = await loadStaff(tx, about.actor.organisation, chats);
    const officers = staff.flatMap(({ id, name }) => (barred.includes(id) ? [{ id, name }] : []));
    return { code: "ready", ref: found.ref, officers };
  });
}

export type SettleComplaint = About & {
  readonly officers: readonly string[];
  readonly because: SettledBecause;
};

export type SettleOutcome = { readonly code: "settled"; readonly ref: string } | SettlingRefused;

/** Takes the officers off every record of the customer's; who recorded the complaint and when stays in the audit. */
export function settleComplaint({ db, now, chats }: Context) {
  return async (command: SettleComplaint): Promise<SettleOutcome> =>
    await interactive(db, command.actor.organisation, async (tx) => {
      const at = now();
      const found = await loadSettling(tx, command, { lock: true });
      if (found.code !== "ready") return found;
      const officers = barredFrom(found.parts).filter((id) => command.officers.includes(id));
      if (officers.length === 0) return { code: "no-complaint" };

      await takeOff(tx, command, { officers, at });
      await record(tx, command, { event: "complaint-settled", at, facts: { officers, because: command.because } });
      await askAnew(tx, found.open, officers);
      await lookAgain(tx, found.open, { at, chats });
      return { code: "settled", ref: found.ref };
    });
}

/** Whether the case history offers it to this officer. */
export async function offersSettling(tx: Tx, about: About): Promise<boolean> {
  return about.actor.roles.includes("register_team") && (await loadSettling(tx, about)).code === "ready";
}

/**
 * The open proposals of the customer, and whether this officer has no part in them. `lock`: every proposal of theirs until
 * the transaction ends, and the customer after them, as whoever says something of the customer does.
 */
async function loadSettling(tx: Tx, about: About, { lock = false } = {}) {
  const { organisation, officer: id, roles, timeZone } = about.actor;
  const rows = proposalsOf(tx, about);
  const open = (lock ? await rows.for("update") : await rows).filter(isOpen);
  if (lock) await lockComplaints(tx, organisation, about.customer);
  const [found] = await tx
    .select({ ref: customer.ref })
    .from(customer)
    .where(and(eq(customer.organisationId, organisation), eq(customer.id, about.customer)));
  if (!found) return { code: "unknown-target" } as const;
  const parts = await partsIn(tx, open, timeZone);
  if (maySettle({ id, roles }, parts)) return { code: "ready", ref: found.ref, open, parts } as const;
  const nothing = roles.includes("register_team") && barredFrom(parts).length === 0;
  return { code: nothing ? "no-complaint" : "not-yours" } as const;
}

/** All of them, in the order of their ids. */
function proposalsOf(tx: Tx, { actor, customer: id }: About) {
  return tx
    .select()
    .from(proposal)
    .where(and(eq(proposal.organisationId, actor.organisation), eq(proposal.customerId, id)))
    .orderBy(asc(proposal.id));
}

async function partsIn(tx: Tx, open: readonly ProposalRow[], timeZone: string): Promise<Parts> {
  const all = await Promise.all(open.map(async (row) => ({ row, parts: await loadProposalParts(tx, row) })));
  return {
    involved: all.map(({ row, parts }) => proposalRecord(row, parts, timeZone)),
    asked: all.flatMap(({ parts }) => parts.approvers.map(({ officerId }) => officerId)),
  };
}

/** A draft that said so is another from now on: a form of it that is open names them still (`officersNamed`). */
async function takeOff(
  tx: Tx,
  about: About,
  { officers, at }: { readonly officers: readonly string[]; readonly at: Date },
): Promise<void> {
  for (const row of await proposalsOf(tx, about)) {
    const { id, state, complainedAbout } = row;
    const kept = complainedAbout.filter((one) => !officers.includes(one));
    if (kept.length === complainedAbout.length) continue;
    const isDraft = BEING_CHANGED.includes(state);
    const moved = isDraft ? movedByOthers(row) : {};
    const { organisation, officer: by } = about.actor;
    await tx
      .update(proposal)
      .set({ complainedAbout: kept, ...moved })
      .where(and(eq(proposal.organisationId, organisation), eq(proposal.id, id)));
    if (!isDraft) continue;
    const off = complainedAbout.filter((one) => officers.includes(one));
    await appendAudit(tx, {
      organisation,
      at,
      event: "complaint-taken-off",
      by,
      subject: { kind: "proposal", id },
      facts: { officers: off, version: row.version + 1 },
    });
  }
}

async function record(
  tx: Tx,
  { actor, customer: id }: About,
  entry: Pick<Parameters<typeof appendAudit>[1], "event" | "at" | "facts">,
): Promise<void> {
  const { organisation, officer: by } = actor;
  await appendAudit(tx, { ...entry, organisation, by, subject: { kind: "customer", id } });
}
