/** Somebody has left: what they had in hand goes to their deputy, else their line manager, else the register team. */
import { appendAudit } from "../../../db/queries/audit.ts";
import { addCopies, refreshCopies, type WantedCopy } from "../../../db/queries/copies.ts";
import { lockWorkOf } from "../../../db/queries/lock-work.ts";
import {
  type Handed,
  handAdvice,
  handLetters,
  handProposal,
  handReports,
  lockOpenProposals,
  lockUnanswered,
} from "../../../db/queries/open-work.ts";
import { loadOrganisation } from "../../../db/queries/organisation.ts";
import { loadProposalParts } from "../../../db/queries/proposal-parts.ts";
import type { ProposalRow } from "../../../db/queries/proposals.ts";
import { loadStaffOn } from "../../../db/queries/staff.ts";
import type { Tx } from "../../../db/transaction.ts";
import { heirsOf, proposerAfter } from "../../policy/staff/heirs.ts";
import type { Officer } from "../../policy/staff/officer.ts";
import { localDate } from "../../policy/working-time/dates.ts";
import { askMore } from "../decide/ask-more.ts";
import { adjustmentsAsked } from "../propose/answer-adjustments.ts";
import { assess } from "../propose/assess.ts";
import { passQuestions } from "../social-work/pass-questions.ts";
import { type Leaving, tell, tellTeam } from "./leaving-notices.ts";

/** What one person takes over, as the notice to them counts it. */
type Share = Readonly<Record<"reports" | "advice" | "letters" | InHand, Handed[]>>;
/** A proposal: with its proposer, with the seniors, or approved with a question about adjustments to answer. */
type InHand = "proposals" | "submitted" | "adjustments";
/** By who takes it over; under null what nobody is free to take, which stays with the leaver. */
type Shares = Map<string | null, Share>;

/**
 * Hands everything over in the caller's transaction, with the task cards and a notice for each who takes something over.
 * A proposal goes to the first of them who had no part in it, in the leaver's hands or with the seniors, and approved while
 * the question about adjustments is open: its outcome, its questions and its letter need somebody who is here. One who was
 * asked to decide is passed over; the next senior is asked in the leaver's place. The register team is told what nobody
 * could take.
 * @returns the names of those who took something over
 */
export async function handOver(tx: Tx, leaving: Leaving): Promise<readonly string[]> {
  const { organisation, officer } = leaving;
  const { timeZone } = await loadOrganisation(tx, organisation);
  const staff = await loadStaffOn(tx, organisation, { chats: leaving.chats, day: localDate(leaving.now, timeZone) });
  const leaver = staff.find(({ id }) => id === officer);
  if (!leaver) return [];
  await lockWorkOf(tx, organisation, { officers: [officer] });
  const heirs = heirsOf(staff, leaver);
  const shares = await handProposals(tx, leaving, heirs);
  await handTasks(tx, leaving, { to: heirs[0]?.id ?? null, shares });
  await askOthers(tx, leaving);
  await passQuestions(tx, leaving, staff);

  const stays = shares.get(null);
  shares.delete(null);
  for (const [to, share] of shares) await tell(tx, leaving, { to, ...refsOf(share) });
  await tellTeam(tx, leaving, { leaver, stays: stays && refsOf(stays) });
  return [...shares.keys()].map((to) => staff.find(({ id }) => id === to)?.name ?? "");
}

/** The share of one person, begun when the first thing goes to them. */
function shareOf(shares: Shares, to: string | null): Share {
  const share = shares.get(to) ?? {
    reports: [],
    advice: [],
    letters: [],
    proposals: [],
    submitted: [],
    adjustments: [],
  };
  shares.set(to, share);
  return share;
}

/** One that every heir has a part in stays where it is. */
async function handProposals(tx: Tx, leaving: Leaving, heirs: readonly Officer[]): Promise<Shares> {
  const { organisation, officer: from, now: at } = leaving;
  const shares: Shares = new Map();
  for (const row of await lockOpenProposals(tx, organisation, from)) {
    if (row.state === "approved" && !(await adjustmentsAsked(tx, await assess(tx, row, leaving), at))) continue;
    const { incidents, approvers } = await loadProposalParts(tx, row);
    const involved = incidents.flatMap(({ reporterId, affected }) => [reporterId, ...affected]);
    const to = proposerAfter(heirs, { involved, asked: approvers.map(({ officerId }) => officerId) })?.id;
    if (!to) {
      shareOf(shares, null)[inHand(row)].push(row);
      continue;
    }
    const reports = await handProposal(tx, organisation, { id: row.id, from, to, at });
    await appendAudit(tx, {
      organisation,
      at,
      event: "proposal-handed",
      by: leaving.by,
      subject: { kind: "proposal", id: row.id },
      facts: { from, to },
    });
    const share = shareOf(shares, to);
    share[inHand(row)].push(row);
    share.reports.push(...reports);
    await addCopies(tx, leaving, [...newsOf(row, to), ...cards("triage", reports, to)]);
    await refreshCopies(tx, organisation, [row.id, ...incidents.map(({ id }) => id)]);
  }
  return shares;
}

function inHand({ state }: ProposalRow): InHand {
  if (state === "submitted") return "submitted";
  return state === "approved" ? "adjustments" : "proposals";
}

async function handTasks(
  tx: Tx,
  leaving: Leaving,
  { to, shares }: { readonly to: string | null; readonly shares: Shares },
): Promise<void> {
  const { organisation, officer: from } = leaving;
  const hands = { from, to: to ?? from };
  const reports = await handReports(tx, organisation, hands);
  const advice = await handAdvice(tx, organisation, hands);
  const letters = await handLetters(tx, organisation, hands);
  if (reports.length + advice.length + letters.length === 0) return;
  const share = shareOf(shares, to);
  share.reports.push(...reports);
  share.advice.push(...advice);
  share.letters.push(...letters);
  if (to === null) return;
  await addCopies(tx, leaving, [
    ...cards("triage", reports, to),
    ...cards("advice-task", advice, to),
    ...cards("letter-task", letters, to),
  ]);
  // The receipt of a report says who looks at it.
  await refreshCopies(
    tx,
    organisation,
    reports.map(({ id }) => id),
  );
}

function cards(kind: WantedCopy["kind"], things: readonly Handed[], officer: string): readonly WantedCopy[] {
  return things.map(({ id }) => ({ kind, subject: id, officer }));
}

function refsOf(share: Share): Readonly<Record<string, readonly string[]>> {
  // Two proposals may rest on one report.
  const refs = (things: readonly Handed[]) => [...new Set(things.map(({ ref }) => ref))].toSorted();
  return Object.fromEntries(Object.entries(share).map(([kind, things]) => [kind, refs(things)]));
}

/** A draft has no card: it stands in the list of its owner's work. */
function newsOf({ id, state, round }: ProposalRow, officer: string): readonly WantedCopy[] {
  return state === "draft" ? [] : [{ kind: "proposal-outcome", subject: id, officer, round }];
}

/** The next eligible senior is asked in the place of one who has left without an answer. */
async function askOthers(tx: Tx, leaving: Leaving): Promise<void> {
  const { organisation, officer, now, chats, by } = leaving;
  for (const row of await lockUnanswered(tx, organisation, officer)) {
    const asked = await askMore(tx, await assess(tx, row, { now, chats }), { at: now, chats });
    await appendAudit(tx, {
      organisation,
      at: now,
      event: "approver-left",
      by,
      subject: { kind: "proposal", id: row.id },
      facts: { approver: officer, asked: asked.map(({ id }) => id) },
    });
  }
}
