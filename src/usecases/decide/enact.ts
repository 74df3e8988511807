/** What an approved proposal does: the arrangement, the identifiers confirmed, the letter and the task to send it. */
import { and, eq, inArray, sql } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { appendAudit } from "../../../db/queries/audit.ts";
import { addCopies } from "../../../db/queries/copies.ts";
import { addArrangements } from "../../../db/queries/customers.ts";
import { addDue } from "../../../db/queries/due.ts";
import { refreshTriageOf } from "../../../db/queries/triage-copies.ts";
import { customer, identifier, letter, proposal } from "../../../db/schema/index.ts";
import type { Tx } from "../../../db/transaction.ts";
import { decisionLetter } from "../../letters/decision-letter.ts";
import { approvalNeeds } from "../../policy/approval/approval-needs.ts";
import { adjustmentsMatter } from "../../policy/needs/late-answer.ts";
import type { Pack } from "../../policy/packs/pack.ts";
import { addWorkingDaysOfTime } from "../../policy/working-time/add-working-time.ts";
import { appealBy } from "../../policy/working-time/appeal-by.ts";
import { localDate } from "../../policy/working-time/dates.ts";
import { workingClock } from "../../policy/working-time/working-clock.ts";
import type { Context } from "../context.ts";
import { holidaysOf } from "../holidays-of.ts";
import { tellOfStandIns } from "../named-away/tell-team.ts";
import type { Assessed } from "../propose/assess.ts";
import { confirmedIn } from "../propose/identifiers-to-confirm.ts";
import { addressOf } from "../steps/step-record.ts";
import { openReview } from "./open-review.ts";

type Decided = { readonly decidedBy: string; readonly at: Date; readonly chats: Context["chats"] };

/** A decision never restricts backwards: approved on its first day or later, it starts at the decision. */
export function startOf({ startsAt }: Pick<Assessed["row"], "startsAt">, at: Date): Date {
  return startsAt && startsAt > at ? startsAt : at;
}

/** Puts the decision into the register, in the transaction of the decision. */
export async function enact(tx: Tx, assessed: Assessed, decided: Decided): Promise<void> {
  const { row } = assessed;
  const exclusiveIdentifiers = await confirmedIn(tx, row, decided.at);
  const { endsAt, reviewOn, reason } = row;
  const startsAt = startOf(row, decided.at);
  if (!endsAt || !reviewOn || !reason) throw new Error("an approved proposal lacks a date or its reason");
  // The proposal says it too: its cards, the letter and the register name one day, and an import takes back no identifier.
  await tx
    .update(proposal)
    .set({ startsAt, exclusiveIdentifiers })
    .where(and(eq(proposal.organisationId, row.organisationId), eq(proposal.id, row.id)));

  const id = newId();
  const made = {
    organisationId: row.organisationId,
    id,
    ref: row.ref,
    customerId: row.customerId,
    proposalId: row.id,
    decidedAt: decided.at,
    decidedBy: decided.decidedBy,
    startsAt,
    endsAt,
    reviewOn,
    reason,
    judged: [...assessed.judged],
    openWay: row.openWay,
    openWayReader: row.openWayReader,
    provisions: assessed.answers.provisions,
    packId: row.packId,
    packVersion: row.packVersion,
  };
  await addArrangements(
    tx,
    [made],
    assessed.restrictions.map(({ kind, clause, parameters }) => ({
      organisationId: row.organisationId,
      id: newId(),
      arrangementId: id,
      kind,
      clause,
      services: row.services ? [...row.services] : null,
      parameters: { ...parameters },
    })),
  );
  await confirmIdentifiers(tx, { ...row, exclusiveIdentifiers }, decided);
  const letterId = await writeLetter(tx, assessed, { ...decided, startsAt, endsAt, reviewOn, reason, arrangement: id });
  await addDue(tx, row.organisationId, [
    { kind: "arrangement-end", subject: id, at: endsAt },
    { kind: "letter-unsent", subject: letterId, at: oneWorkingDayLater(assessed, decided.at) },
  ]);
  const ledger = { organisation: row.organisationId, chats: decided.chats, now: decided.at };
  await addCopies(tx, ledger, [{ kind: "letter-task", subject: letterId, officer: row.proposedBy }]);
  await tellOfStandIns(tx, ledger, { office: assessed, arrangement: id });
  await reviewWhatLacks(tx, assessed, decided);
  // From now on its earlier steps are on record of the customer, also for the reports that wait.
  if (assessed.parts.steps.some(({ proposalId }) => proposalId === row.id))
    await refreshTriageOf(tx, row.organisationId, row.customerId);
}

/** Approved although something is needed that it does not give: it could not wait, and what is lacking is looked at today. */
async function reviewWhatLacks(tx: Tx, { row, answers }: Assessed, { decidedBy, at, chats }: Decided): Promise<void> {
  const matters = (pack: Pack) => adjustmentsMatter({ newNeeds: [], lacking: answers.lacking }, pack);
  const { organisationId, id: proposalId } = row;
  await openReview(tx, { organisationId, proposalId, cause: newId(), matters }, { by: decidedBy, at, chats });
}

/** What the manager said is the customer's alone becomes so by the decision (DESIGN decision 7). */
async function confirmIdentifiers(tx: Tx, row: Assessed["row"], { decidedBy, at }: Decided): Promise<void> {
  if (row.exclusiveIdentifiers.length === 0) return;
  const changed = await tx
    .update(identifier)
    .set({ shared: false })
    .where(
      and(
        eq(identifier.organisationId, row.organisationId),
        eq(identifier.customerId, row.customerId),
        inArray(identifier.id, row.exclusiveIdentifiers),
        eq(identifier.shared, true),
      ),
    )
    .returning({ id: identifier.id });
  if (changed.length === 0) return;
  await tx
    .update(customer)
    .set({ version: sql`${customer.version} + 1` })
    .where(and(eq(customer.organisationId, row.organisationId), eq(customer.id, row.customerId)));
  await appendAudit(tx, {
    organisation: row.organisationId,
    at,
    event: "identifiers-confirmed",
    by: decidedBy,
    subject: { kind: "customer", id: row.customerId },
    facts: { identifiers: changed.map(({ id }) => id), proposal: row.id },
  });
}

type LetterFacts = Decided & {
  readonly arrangement: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly reviewOn: string;
  readonly reason: string;
};

/** The letter is written from the same record as the register entry, so that they cannot disagree (DESIGN section 7). */
async function writeLetter(tx: Tx, assessed: Assessed, facts: LetterFacts): Promise<string> {
  const { row, organisation, pack, parts, record, restrictions, wording } = assessed;
  const [person] = await tx
    .select()
    .from(customer)
    .where(and(eq(customer.organisationId, row.organisationId), eq(customer.id, row.customerId)));
  const { timeZone } = organisation;
  const today = localDate(facts.at, timeZone);
  const needs = approvalNeeds(record, pack);
  const body = decisionLetter({
    reference: row.ref,
    organisation: { name: organisation.name, address: [] },
    customer: { name: person?.name ?? "", address: await addressOf(tx, row.organisationId, row.customerId) },
    letterDate: today,
    decidedOn: today,
    decidedBy: { role: needs.role, count: row.quorum },
    judged: assessed.judged,
    reasons: facts.reason,
    tailored: assessed.answers.tailored,
    stepsTaken: parts.steps.map(({ kind, givenOn }) => ({ step: kind, on: givenOn })),
    bypass: row.bypass,
    restrictions,
    ...wording,
    startsOn: localDate(facts.startsAt, timeZone),
    endsOn: localDate(facts.endsAt, timeZone),
    reviewOn: facts.reviewOn,
    appealBy: appealBy(today, pack, workingClock(pack, { timeZone, holidays: holidaysOf(organisation, facts.at) })),
  });
  const id = newId();
  await tx.insert(letter).values({
    organisationId: row.organisationId,
    id,
    arrangementId: facts.arrangement,
    body,
    writtenAt: facts.at,
    ownerId: row.proposedBy,
  });
  return id;
}

function oneWorkingDayLater({ organisation, pack }: Assessed, at: Date): Date {
  return addWorkingDaysOfTime(
    at,
    1,
    workingClock(pack, { timeZone: organisation.timeZone, holidays: holidaysOf(organisation, at) }),
  );
}
