/** Why a proposal does not start: who may not start one from this report, and what the pack wants before its first step. */
import { loadOrganisation, type Organisation } from "../../../db/queries/organisation.ts";
import type { ProposalRow } from "../../../db/queries/proposals.ts";
import type { Tx } from "../../../db/transaction.ts";
import { type Holding, holds } from "../../policy/gates/ask-gates.ts";
import { continued } from "../../policy/gates/continued.ts";
import { NOTHING_RECORDED } from "../../policy/gates/gate.ts";
import { warned } from "../../policy/gates/warned.ts";
import type { TakeRefusal } from "../../policy/ladder/may-take.ts";
import type { Ladder } from "../../policy/ladder/standing.ts";
import type { Pack } from "../../policy/packs/pack.ts";
import { localDate } from "../../policy/working-time/dates.ts";
import type { Actor, Context } from "../context.ts";
import { packOf } from "../pack-of.ts";
import { asOf, incidentFact, loadRecord } from "../steps/case-facts.ts";
import { refuseRung } from "../steps/prepare-step.ts";
import { type IncidentRow, refuseTriage, staffToday, type TriageRefusal } from "../triage.ts";
import { type MayNotPropose, mayNotPropose } from "./refuse-proposer.ts";
import type { StartFault, StartProposal } from "./start-proposal.ts";

/**
 * Why no proposal starts from this report: whoever may triage it and has not the role that the pack lets propose may not.
 * One that came back or expired dealt with it: that somebody else may triage it by now does not take it from its proposer.
 */
export async function refuseStart(
  tx: Tx,
  { actor, row, now, chats }: { actor: Actor; row: IncidentRow | undefined } & Pick<Context, "now" | "chats">,
  own: ProposalRow | undefined,
): Promise<TriageRefusal | TakeRefusal | MayNotPropose | undefined> {
  if (row && own && own.state !== "draft") return await mayNotPropose(tx, own, { actor, now, chats });
  const staff = await staffToday(tx, actor, { now, chats });
  const refusal = refuseTriage({ actor, row, staff });
  if (!row || refusal) return refusal;
  if (own) return await mayNotPropose(tx, own, { actor, now, chats });
  const pack = await packOf(tx, actor.organisation, actor);
  return refuseRung("proposal", { actor, row, staff, pack });
}

/** What the first form lacks by the pack: a kind that it offers, and the earlier steps or a bypass reason of its own. */
export async function earlyFaults(
  tx: Tx,
  command: StartProposal,
  { row, pack, at }: { row: IncidentRow; pack: Pack; at: Date },
): Promise<readonly StartFault[]> {
  const offered = pack.restrictions.value.map(({ kind }) => kind);
  const dropped = command.kinds.filter((kind) => !offered.includes(kind));
  const [first] = (await ladderGates(tx, command, { row, pack, at })).filter(holds);
  const today = localDate(at, command.actor.timeZone);
  return [
    ...(command.kinds.length === 0 ? (["no-kind"] as const) : []),
    ...(dropped.length > 0 ? [{ code: "not-offered", kinds: dropped } as const] : []),
    ...(first ? [{ code: "warned", because: holdingWords(first), asks: first.code === "ask" } as const] : []),
    ...command.steps.flatMap(({ step, on }) => (on && on > today ? [{ code: "in-the-future", step } as const] : [])),
  ];
}

/** The gates of the ladder, asked of what is on record and what was typed; the gate says what would open it. */
async function ladderGates(
  tx: Tx,
  { actor, steps, bypass }: StartProposal,
  { row, pack, at }: { row: IncidentRow; pack: Pack; at: Date },
) {
  const organisation = await loadOrganisation(tx, actor.organisation);
  const record = await recordOf(tx, organisation, row);
  const { today, calendar } = asOf(organisation, at);
  const typed = steps.map(({ step, on, how }) => ({ step, on, how, receivedOn: null, fromBefore: true }));
  const facts = {
    ...NOTHING_RECORDED,
    incidents: [incidentFact(row, actor)],
    history: record.incidents,
    stepsTaken: [...record.stepsTaken, ...typed],
    bypass,
    calendar,
  };
  // Whose case it is has to be known, to say that nothing else was reported in it.
  const wentOn = row.customerId !== null && pack.gates.value.includes("continued");
  return [warned(facts, pack, today), ...(wentOn ? [continued(facts, pack, today)] : [])];
}

const holdingWords = (gate: Holding): string =>
  gate.code === "ask" ? gate.question : `${sentence(gate.because)} ${gate.opens}`;

/** Advice and warnings that were given in the product count without being typed again. */
async function recordOf(tx: Tx, own: Organisation, { customerId }: IncidentRow): Promise<Ladder> {
  return customerId ? await loadRecord(tx, own, customerId) : { incidents: [], stepsTaken: [] };
}

const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
