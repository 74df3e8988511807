/**
 * A complaint outlives the proposal that it was recorded with. While another proposal of the customer is open, the register
 * team can record that the complaint is settled: nobody has to withdraw what has nothing to do with it.
 */
import { and, arrayOverlaps, eq } from "drizzle-orm";
import { appendAudit } from "../../../db/queries/audit.ts";
import {
  findProposal,
  loadComplaints,
  loadProposalParts,
  lockProposalsOfCase,
  type ProposalRow,
} from "../../../db/queries/proposals.ts";
import { loadStaff } from "../../../db/queries/staff.ts";
import { customer, proposal } from "../../../db/schema/index.ts";
import { interactive, type Tx } from "../../../db/transaction.ts";
import { isOpen, maySettle, type Parts, type SettledBecause } from "../../policy/approval/counter-complaints.ts";
import type { Actor, Context } from "../context.ts";
import { lookAgain } from "../decide/look-again.ts";

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
export function prepareSettling({ db, now, chats }: Context) {
  return async (about: About): Promise<PreparedSettling> =>
    await interactive(db, about.actor.organisation, async (tx) => {
      const found = await loadSettling(tx, about);
      if (found.code !== "ready") return found;
      await record(tx, about, { event: "complaints-opened", at: now() });
      const staff = await loadStaff(tx, about.actor.organisation, chats);
      const named = staff.filter(({ id }) => found.parts.complainedAbout.includes(id));
      return { code: "ready", ref: found.ref, officers: named.map(({ id, name }) => ({ id, name })) };
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
      const officers = command.officers.filter((id) => found.parts.complainedAbout.includes(id));
      if (officers.length === 0) return { code: "no-complaint" };

      await takeOff(tx, command, officers);
      await record(tx, command, { event: "complaint-settled", at, facts: { officers, because: command.because } });
      await lookAgain(tx, found.open, { at, chats });
      return { code: "settled", ref: found.ref };
    });
}

/** Whether the case history offers it to this officer. */
export async function offersSettling(tx: Tx, about: About): Promise<boolean> {
  return about.actor.roles.includes("register_team") && (await loadSettling(tx, about)).code === "ready";
}

/** The open proposals of the customer, and whether this officer has no part in them. `lock`: until the transaction ends. */
async function loadSettling(tx: Tx, { actor, customer: id }: About, { lock = false } = {}) {
  const { organisation, officer, roles } = actor;
  const [about] = await tx
    .select({ ref: customer.ref })
    .from(customer)
    .where(and(eq(customer.organisationId, organisation), eq(customer.id, id)));
  if (!about) return { code: "unknown-target" } as const;
  const open = await openOf(tx, { organisation, customer: id, lock });
  const parts = await partsIn(tx, open);
  if (maySettle({ id: officer, roles }, parts)) return { code: "ready", ref: about.ref, open, parts } as const;
  const nothing = roles.includes("register_team") && parts.complainedAbout.length === 0;
  return { code: nothing ? "no-complaint" : "not-yours" } as const;
}

async function openOf(
  tx: Tx,
  { organisation, customer: customerId, lock }: { organisation: string; customer: string; lock: boolean },
): Promise<readonly ProposalRow[]> {
  const open = (await loadComplaints(tx, { organisationId: organisation, customerId })).filter(isOpen);
  const [first] = open;
  if (first && lock) return (await lockProposalsOfCase(tx, organisation, first.id)).filter(isOpen);
  const rows = await Promise.all(open.map(({ id }) => findProposal(tx, organisation, id)));
  return rows.filter((row) => row !== undefined);
}

async function partsIn(tx: Tx, open: readonly ProposalRow[]): Promise<Parts> {
  const all = await Promise.all(open.map((row) => loadProposalParts(tx, row)));
  return {
    complainedAbout: [...new Set(all.flatMap(({ complainedAbout }) => complainedAbout))],
    proposedBy: open.map(({ proposedBy }) => proposedBy),
    asked: all.flatMap(({ approvers }) =>
      approvers.flatMap(({ officerId, interestDeclaredAt }) => (interestDeclaredAt ? [] : [officerId])),
    ),
  };
}

async function takeOff(tx: Tx, { actor, customer: id }: About, officers: readonly string[]): Promise<void> {
  const rows = await tx
    .select({ id: proposal.id, complainedAbout: proposal.complainedAbout })
    .from(proposal)
    .where(
      and(
        eq(proposal.organisationId, actor.organisation),
        eq(proposal.customerId, id),
        arrayOverlaps(proposal.complainedAbout, [...officers]),
      ),
    );
  for (const row of rows) {
    await tx
      .update(proposal)
      .set({ complainedAbout: row.complainedAbout.filter((one) => !officers.includes(one)) })
      .where(and(eq(proposal.organisationId, actor.organisation), eq(proposal.id, row.id)));
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
