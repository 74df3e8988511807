/**
 * A fictional council on a real PostgreSQL, and its cases in named states. The clock stands until a test moves it:
 * Monday 2 March 2026, 10am.
 */
import { randomUUID } from "node:crypto";
import type { Db } from "../../db/connect.ts";
import { createUseCases } from "../../src/usecases/all.ts";
import type { Actor } from "../../src/usecases/context.ts";
import { importWorld } from "../../src/usecases/import-world/import-world.ts";
import type { AnswerGates } from "../../src/usecases/propose/answer-gates.ts";
import { ProposalAnswers } from "../../src/usecases/propose/answers.ts";
import type { CustomerFacts } from "../../src/usecases/propose/customer-facts.ts";
import type { DetailProposal } from "../../src/usecases/propose/detail-proposal.ts";
import type { StartProposal } from "../../src/usecases/propose/start-proposal.ts";
import type { ReportContact } from "../../src/usecases/report-contact.ts";
import { screenContacts } from "../../src/usecases/screen-contacts/screen-contacts.ts";
import { borrowDatabase } from "../support/shelf.ts";
import { northmoor, type Person } from "./northmoor.ts";

export type Pack = "persistent-and-abusive-behaviour" | "unacceptable-actions";
export type Council = Awaited<ReturnType<typeof aCouncil>>;

const BEGIN = "2026-03-02T10:00:00Z";

/** The council as it is before anything happens. */
const imported = (pack: Pack) => async (db: Db) => {
  const outcome = await importWorld({ db, now: () => new Date(BEGIN) })({ json: northmoor(pack), sandbox: true });
  if (outcome.code !== "imported") throw new Error(JSON.stringify(outcome.faults));
};

/** A council that goes by this policy, alone in its database; drop it in `afterEach`. */
export async function aCouncil(pack: Pack = "persistent-and-abusive-behaviour") {
  const db = await borrowDatabase(pack, imported(pack));
  const clock = { now: new Date(BEGIN) };
  const context = { db: db.app, now: () => clock.now, chats: new Set(["slack"] as const) };
  const use = createUseCases(context);
  const [own] = await db.owner.sql`select id from organisation`;

  /** The officer as read from the register at this moment. */
  const actor = async (person: Person): Promise<Actor> => {
    const identity = await use.identify({ chat: "slack", tenant: "T0NORTH", account: person });
    if (identity.code !== "officer") throw new Error(`${person} is ${identity.code}`);
    return identity.actor;
  };
  /** The clock goes on by so many minutes, and what fell due is done. */
  const pass = async (minutes: number): Promise<void> => {
    clock.now = new Date(clock.now.getTime() + minutes * 60_000);
    await use.sweep();
  };
  const screen = screenContacts(context);
  return {
    use,
    screen,
    clock,
    actor,
    pass,
    organisation: String(own?.["id"]),
    db: db.app,
    sql: db.owner.sql,
    /** For a command line. */
    url: db.ownerUrl,
    drop: db.drop,
  };
}

export const HOUR = 60;
export const DAY = 24 * HOUR;

/** What an officer sends when they give two answers. */
export function aReport(actor: Actor, facts: Partial<ReportContact> = {}): ReportContact {
  return {
    actor,
    submission: randomUUID(),
    customer: { ref: "C-1042" },
    notKnown: false,
    whatHappened: "They rang 14 times about a settled matter.",
    opinion: null,
    occurredAt: null,
    channel: null,
    service: null,
    behaviours: [],
    matter: null,
    doneAtOnce: null,
    askedToModerate: null,
    seriousThreat: false,
    place: null,
    injury: null,
    evidence: null,
    affected: [],
    alert: null,
    ...facts,
  };
}

/** Sam Hale's report, waiting for Jordan Reid; gives back its id. */
export async function reported(council: Council, facts: Partial<ReportContact> = {}): Promise<string> {
  const command = aReport(await council.actor("s.hale"), facts);
  const outcome = await council.use.reportContact(command);
  if (outcome.code !== "reported") throw new Error(JSON.stringify(outcome.faults));
  const [row] = await council.sql`select id from incident where submission = ${command.submission}`;
  return String(row?.["id"]);
}

/** The first step, after advice in January and a warning letter in February. */
export async function aStart(council: Council, facts: Partial<StartProposal> = {}): Promise<StartProposal> {
  return {
    actor: await council.actor("j.reid"),
    incident: facts.incident ?? (await reported(council)),
    customer: {},
    steps: [
      { step: "advice", on: "2026-01-12", how: "phone", by: "Sam Hale" },
      { step: "warning", on: "2026-02-02", how: "letter", by: null },
    ],
    bypass: null,
    kinds: ["named_officer"],
    ...facts,
  };
}

/** The second step: one point of contact, with Housing, for six months from Monday 9 March. */
export async function theDetails(
  council: Council,
  proposal: string,
  facts: Partial<DetailProposal> = {},
): Promise<DetailProposal> {
  return {
    actor: await council.actor("j.reid"),
    proposal,
    parameters: { named_officer: { officer: "p.shah@northmoor.example" } },
    organisationWide: false,
    scopeReason: null,
    startsOn: "2026-03-09",
    endsOn: "2026-09-09",
    reviewOn: "2026-08-10",
    reason: "14 calls to 9 officers in 5 days after a final answer.",
    openWay: null,
    exclusive: [],
    ...facts,
  };
}

/** The third step: every gate that is answered in it, about a settled complaint and a customer without known needs. */
export async function theAnswers(
  council: Council,
  proposal: string,
  {
    needs = [],
    language = null,
    collectionPoint = null,
    minor = false,
    lacksCapacity = false,
    ...answers
  }: Partial<ProposalAnswers & CustomerFacts> = {},
): Promise<AnswerGates> {
  return {
    actor: await council.actor("j.reid"),
    proposal,
    about: { needs, language, collectionPoint, minor, lacksCapacity },
    offer: null,
    answers: {
      ...ProposalAnswers.parse({}),
      limb: "persistent",
      matter: { kind: "complaint", reference: "CO-1", answeredOn: "2026-01-05" },
      account: { code: "asked", on: "2026-02-20", how: "phone" },
      adjustments: "None is needed: they write and ring without help.",
      nothingLess: "Advice and a warning changed nothing.",
      tailored: "One officer, whom they know.",
      meetings: { answer: "none_held", decision: null },
      ...answers,
    },
  };
}

/** Sam Hale reports a serious threat of violence, and the policy goes without a warning for it (`unacceptable-actions`). */
export async function aThreat(council: Council) {
  const incident = await reported(council, { seriousThreat: true });
  return { incident, steps: [], bypass: { code: "serious_threat", reason: "" } };
}

/** The liaison answers the question that the proposal asked: not known. */
export async function socialWorkAnswers(council: Council, proposal: string, known = false): Promise<void> {
  const [row] = await council.sql`select id from social_work_question where proposal_id = ${proposal}`;
  const outcome = await council.use.answerSocialWork({
    actor: await council.actor("w.adeyemi"),
    question: String(row?.["id"]),
    known,
    careWorker: null,
    note: null,
  });
  if (outcome.code !== "recorded") throw new Error(JSON.stringify(outcome));
}

/** Jordan Reid sends what is entered, as it stands. `version` is what the cards show. */
export async function sends(council: Council, proposal: string) {
  const [row] = await council.sql`select version from proposal where id = ${proposal}`;
  const version = Number(row?.["version"]);
  const sent = await council.use.submitProposal({ actor: await council.actor("j.reid"), proposal, version });
  return { sent, version: version + 1 };
}

type Answers = Parameters<typeof theAnswers>[2];

/** Jordan Reid's proposals. */
export const aProposal = {
  /** With its kinds and earlier steps, and nothing else. */
  async draft(council: Council, facts: Partial<StartProposal> = {}): Promise<string> {
    const outcome = await council.use.startProposal(await aStart(council, facts));
    if (outcome.code !== "started") throw new Error(JSON.stringify(outcome));
    return outcome.proposal;
  },

  /** Entered in full and read back; not sent. */
  async readBack(
    council: Council,
    start: Partial<StartProposal> = {},
    details: Partial<DetailProposal> = {},
    answers: Answers = {},
  ) {
    const id = await aProposal.draft(council, start);
    const detailed = await council.use.detailProposal(await theDetails(council, id, details));
    if (detailed.code !== "saved") throw new Error(JSON.stringify(detailed));
    const outcome = await council.use.answerGates(await theAnswers(council, id, answers));
    if (outcome.code !== "saved") throw new Error(JSON.stringify(outcome));
    if (outcome.waiting.length > 0) await socialWorkAnswers(council, id);
    return { id, version: outcome.assessed.row.version };
  },

  /** With the seniors. `version` is what their cards show. */
  async awaitingDecision(
    council: Council,
    start: Partial<StartProposal> = {},
    details: Partial<DetailProposal> = {},
    answers: Answers = {},
  ) {
    const { id } = await aProposal.readBack(council, start, details, answers);
    const { sent, version } = await sends(council, id);
    if (sent.code !== "submitted") throw new Error(JSON.stringify(sent));
    return { id, version, asked: sent.asked };
  },

  /** Approved by Dana Okafor: an arrangement with its letter. */
  async approved(council: Council, start: Partial<StartProposal> = {}, details: Partial<DetailProposal> = {}) {
    const proposal = await aProposal.awaitingDecision(council, start, details);
    const outcome = await council.use.decideProposal(await aDecision(council, proposal));
    if (outcome.code !== "counted") throw new Error(JSON.stringify(outcome));
    return proposal;
  },
};

type Sent = { readonly id: string; readonly version: number };

/** Dana Okafor approves; say what is different. */
export async function aDecision(
  council: Council,
  { id, version }: Sent,
  {
    by = "d.okafor",
    verdict = "approve",
    reason = null,
  }: {
    by?: Person;
    verdict?: "approve" | "return" | "reject";
    reason?: string | null;
  } = {},
) {
  return { actor: await council.actor(by), proposal: id, version, verdict, reason };
}

/** Somebody is away on these days, and somebody else stands in: from this Monday to Friday unless said. Gives back its id. */
export async function isAway(
  council: Council,
  from: Person,
  { to, startsOn = "2026-03-02", endsOn = "2026-03-06" }: { to: Person; startsOn?: string; endsOn?: string },
): Promise<string> {
  const actor = await council.actor(from);
  const asked = { organisation: council.organisation, actor, from: null, to: `${to}@northmoor.example` };
  const outcome = await council.use.makeDelegation({ ...asked, startsOn, endsOn });
  if (outcome.code !== "made") throw new Error(JSON.stringify(outcome));
  return outcome.id;
}

/** Whom a card of this kind is for, by name, "the register team" or "senior staff" for their channel. */
export async function toldOf(council: Council, kind: string): Promise<readonly string[]> {
  const rows = await council.sql`
    select coalesce(o.name, case c.channel when 'seniors' then 'senior staff' else 'the register team' end) as name
    from copy c left join officer o on o.id = c.officer_id where c.kind = ${kind} order by c.created_at, name, c.round`;
  return rows.map(({ name }) => String(name));
}

/** What the audit says happened, in order. */
export async function auditOf(council: Council): Promise<readonly string[]> {
  const rows = await council.sql`select event from audit order by id`;
  return rows.map(({ event }) => String(event));
}
