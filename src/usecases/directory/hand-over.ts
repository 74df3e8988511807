/** Somebody has left: what they had in hand goes to their deputy, else their line manager, else the register team. */
import { v7 as newId } from "uuid";
import { appendAudit } from "../../../db/queries/audit.ts";
import { addCopies, type Ledger, refreshCopies, type WantedCopy } from "../../../db/queries/copies.ts";
import {
  arrangementsNaming,
  type Handed,
  handAdvice,
  handLetters,
  handProposal,
  handReports,
  lockOpenProposals,
  lockUnanswered,
} from "../../../db/queries/open-work.ts";
import { loadProposalParts, type ProposalRow } from "../../../db/queries/proposals.ts";
import { loadStaff, type StaffMember } from "../../../db/queries/staff.ts";
import type { Tx } from "../../../db/transaction.ts";
import { nextToAsk, whoToAsk } from "../../policy/approval/who-to-ask.ts";
import { heirsOf, proposerAfter } from "../../policy/staff/heirs.ts";
import type { Officer } from "../../policy/staff/officer.ts";
import { assess } from "../propose/assess.ts";
import { askSeniors } from "../propose/submit-proposal.ts";

export type Leaving = Ledger & {
  /** The officer who has left; the register says so already. */
  readonly officer: string;
  /** Who said so; null: a file. */
  readonly by: string | null;
};

/** References of what one person takes over, as the notice to them counts it. */
type Share = {
  readonly reports: readonly string[];
  readonly advice: readonly string[];
  readonly letters: readonly string[];
  readonly proposals: readonly string[];
};

/**
 * Hands everything over in the caller's transaction, with the task cards and a notice for each who takes something over.
 * A proposal goes to the first of them who had no part in it, whatever its state: its outcome, its questions and its
 * letter need somebody who is here. One who was asked to decide is passed over; the next senior is asked in the leaver's place.
 * @returns the names of those who took something over
 */
export async function handOver(tx: Tx, leaving: Leaving): Promise<readonly string[]> {
  const { organisation, officer } = leaving;
  const staff = await loadStaff(tx, organisation, leaving.chats);
  const leaver = staff.find(({ id }) => id === officer);
  if (!leaver) return [];
  const heirs = heirsOf(staff, leaver);
  const shares = new Map<string, Share>();
  for (const [heir, refs] of await handProposals(tx, leaving, heirs)) shares.set(heir, { ...NOTHING, proposals: refs });
  const [heir] = heirs;
  if (heir) shares.set(heir.id, { ...(shares.get(heir.id) ?? NOTHING), ...(await handTasks(tx, leaving, heir.id)) });
  await askOthers(tx, leaving);

  const taken = [...shares].filter(([, share]) => Object.values(share).some((refs) => refs.length > 0));
  for (const [to, share] of taken) await tell(tx, leaving, { to, ...share });
  await tellTeam(tx, leaving, leaver);
  return taken.map(([to]) => staff.find(({ id }) => id === to)?.name ?? "");
}

const NOTHING: Share = { reports: [], advice: [], letters: [], proposals: [] };

async function handTasks(tx: Tx, leaving: Leaving, to: string): Promise<Omit<Share, "proposals">> {
  const { organisation, officer: from } = leaving;
  const reports = await handReports(tx, organisation, { from, to });
  const advice = await handAdvice(tx, organisation, { from, to });
  const letters = await handLetters(tx, organisation, { from, to });
  const cards = (kind: WantedCopy["kind"], things: readonly Handed[]) =>
    things.map(({ id }) => ({ kind, subject: id, officer: to }));
  await addCopies(tx, leaving, [
    ...cards("triage", reports),
    ...cards("advice-task", advice),
    ...cards("letter-task", letters),
  ]);
  // The receipt of a report says who looks at it.
  await refreshCopies(
    tx,
    organisation,
    reports.map(({ id }) => id),
  );
  return { reports: refs(reports), advice: refs(advice), letters: refs(letters) };
}

const refs = (things: readonly Handed[]): readonly string[] => things.map(({ ref }) => ref).toSorted();

/** References of the proposals, by who takes them over. One that every heir has a part in stays where it is. */
async function handProposals(tx: Tx, leaving: Leaving, heirs: readonly Officer[]): Promise<Map<string, string[]>> {
  const { organisation, officer: from, now: at } = leaving;
  const handed = new Map<string, string[]>();
  for (const row of await lockOpenProposals(tx, organisation, from)) {
    const { incidents, approvers } = await loadProposalParts(tx, row);
    const involved = incidents.flatMap(({ reporterId, affected }) => [reporterId, ...affected]);
    const to = proposerAfter(heirs, { involved, asked: approvers.map(({ officerId }) => officerId) })?.id;
    if (!to) continue;
    await handProposal(tx, organisation, { id: row.id, from, to, at });
    await addCopies(tx, leaving, newsOf(row, to));
    await refreshCopies(tx, organisation, [row.id, ...incidents.map(({ id }) => id)]);
    handed.set(to, [...(handed.get(to) ?? []), row.ref]);
  }
  return handed;
}

/** A draft has no card: it stands in the list of its owner's work. */
function newsOf({ id, state, round }: ProposalRow, officer: string): readonly WantedCopy[] {
  return state === "draft" ? [] : [{ kind: "proposal-outcome", subject: id, officer, round }];
}

/** The next eligible senior is asked in the place of one who has left without an answer. */
async function askOthers(tx: Tx, leaving: Leaving): Promise<void> {
  const { organisation, officer, now, chats, by } = leaving;
  for (const row of await lockUnanswered(tx, organisation, officer)) {
    const { parts, record, staff, pack } = await assess(tx, row, { now, chats });
    const asked = parts.approvers.map(({ officerId }) => officerId);
    const senior = nextToAsk(whoToAsk(record, staff, pack), asked);
    if (senior) {
      await askSeniors(tx, { organisation, proposal: row.id, officers: [senior.id], at: now });
      await addCopies(tx, leaving, [{ kind: "approval", subject: row.id, officer: senior.id, round: row.round }]);
    }
    await appendAudit(tx, {
      organisation,
      at: now,
      event: "approver-left",
      by,
      subject: { kind: "proposal", id: row.id },
      facts: { approver: officer, asked: senior?.id ?? null },
    });
  }
}

/** The named officer of an arrangement has left: the register team is asked to confirm who answers (CASEWORK section 5). */
async function tellTeam(tx: Tx, leaving: Leaving, { id, email }: StaffMember): Promise<void> {
  const arrangements = await arrangementsNaming(tx, leaving.organisation, { named: [id, email], at: leaving.now });
  if (arrangements.length > 0) await tell(tx, leaving, { to: null, arrangements });
}

type Told = Partial<Share> & { readonly to: string | null; readonly arrangements?: readonly string[] };

/** The audit entry is what the notice is made of: it holds references only. */
async function tell(tx: Tx, leaving: Leaving, facts: Told): Promise<void> {
  const id = newId();
  await appendAudit(tx, {
    id,
    organisation: leaving.organisation,
    at: leaving.now,
    event: "work-handed",
    by: leaving.by,
    subject: { kind: "officer", id: leaving.officer },
    facts,
  });
  await addCopies(tx, leaving, [{ kind: "work-handed", subject: id, officer: facts.to ?? "register-team" }]);
}
