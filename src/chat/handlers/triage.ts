/** The triage card: read the report, give it to senior staff, no further action. */
import { caseHistory } from "../../../cards/case-history.ts";
import { momentInWords } from "../../../cards/dates.ts";
import { INJURY_WORDS } from "../../../cards/injury.ts";
import { noFurtherActionForm } from "../../../cards/no-further-action-form.ts";
import { reportDetails } from "../../../cards/report-details.ts";
import { AT_ONCE_WORDS, ROLE_WORDS } from "../../policy/arrangement/plain-words.ts";
import { listOf, withArticle } from "../../policy/arrangement/uk-words.ts";
import type { TakeRefusal } from "../../policy/ladder/may-take.ts";
import { AT_ONCE, Behaviour } from "../../policy/vocabulary.ts";
import type { SafetyOutcome } from "../../usecases/acknowledge-safety-alert.ts";
import type { Actor } from "../../usecases/context.ts";
import type { GiveOutcome, GiveReport } from "../../usecases/give-report.ts";
import type { ReadCase, ReadCaseCommand } from "../../usecases/read-case.ts";
import type { ReadIncident } from "../../usecases/read-incident.ts";
import type { NoFurtherAction, PreparedTriage, TriageOutcome, TriageRefusal } from "../../usecases/triage.ts";
import type { Answer } from "../desk.ts";
import {
  among,
  faultsIn,
  NOTHING_TO_SHOW,
  type OnPress,
  type OnSubmit,
  one,
  recorded,
  refused,
  refusedAs,
  tooLong,
} from "./handler.ts";
import { askedWords, matterWords } from "./report-words.ts";

export type TriageDeps = {
  readonly readIncident: (command: { actor: Actor; id: string }) => Promise<ReadIncident>;
  readonly prepareTriage: (command: { actor: Actor; incident: string }) => Promise<PreparedTriage>;
  readonly readCase: (command: ReadCaseCommand) => Promise<ReadCase>;
  readonly giveReport: (command: GiveReport) => Promise<GiveOutcome>;
  readonly noFurtherAction: (command: NoFurtherAction) => Promise<TriageOutcome>;
  readonly acknowledgeSafetyAlert: (command: { actor: Actor; alert: string }) => Promise<SafetyOutcome>;
};

export const readReport =
  ({ readIncident }: TriageDeps): OnPress =>
  async (actor, { target }) => {
    const read = await readIncident({ actor, id: target.id });
    if (read.code !== "opened") return refusedAs(read.code);
    const { row, reporter, customer } = read;
    const card = reportDetails({
      target: { id: row.id, version: row.version },
      toDecide: read.toDecide,
      toTake: read.toTake,
      mayReadHistory: read.mayReadHistory,
      ref: row.ref,
      reportedBy: reporter,
      service: row.service,
      happened: { at: row.occurredAt, timeZone: actor.timeZone },
      channel: row.channel,
      customer,
      behaviours: row.behaviours.map((code) => Behaviour.parse(code)),
      what: row.whatHappened,
      ...(row.opinion ? { opinion: row.opinion } : {}),
      more: moreOf(row),
      seriousThreat: row.seriousThreat,
    });
    return { kind: "told", card };
  };

function moreOf(row: Extract<ReadIncident, { code: "opened" }>["row"]): Readonly<Record<string, string | undefined>> {
  return {
    Where: row.place ?? undefined,
    "Was anybody hurt": row.injury ? INJURY_WORDS[row.injury] : undefined,
    "It was about": row.matter ? matterWords(row.matter) : undefined,
    "Done at once": row.doneAtOnce
      ? listOf(among(AT_ONCE, row.doneAtOnce.split(" ")).map((code) => AT_ONCE_WORDS[code]))
      : undefined,
    Evidence: row.evidence ?? undefined,
    "Asked to moderate": row.askedToModerate ? askedWords(row.askedToModerate) : undefined,
    "No further action because": row.triageReason ?? undefined,
  };
}

export const openCaseHistory =
  ({ readCase }: TriageDeps): OnPress =>
  async (actor, { target }) => {
    const read = await readCase({ actor, about: target.id, page: target.version });
    if (read.code !== "opened") return refusedAs(read.code);
    const events = read.events.map(({ at, ...event }) => ({ ...event, when: { at, timeZone: actor.timeZone } }));
    return { kind: "told", card: caseHistory({ ...read, events }) };
  };

export const openNoFurtherAction =
  ({ prepareTriage }: TriageDeps): OnPress =>
  async (actor, { target }) => {
    const prepared = await prepareTriage({ actor, incident: target.id });
    if (prepared.code !== "ready") return triageRefused(prepared, actor);
    return { kind: "form", form: noFurtherActionForm({ target, ref: prepared.ref }) };
  };

export const sendNoFurtherAction =
  ({ prepareTriage, noFurtherAction }: TriageDeps): OnSubmit =>
  async (actor, { target, values }) => {
    const prepared = await prepareTriage({ actor, incident: target.id });
    if (prepared.code !== "ready") return triageRefused(prepared, actor);
    const form = noFurtherActionForm({ target, ref: prepared.ref });
    const long = faultsIn(form, tooLong(form, values));
    if (long) return long;
    const outcome = await noFurtherAction({ actor, incident: target.id, reason: one(values, "reason") ?? "" });
    switch (outcome.code) {
      case "done":
        return recorded("No further action", `Report ${outcome.ref} is closed. The reporter is told.`);
      case "reason-missing":
        return { kind: "faults", form, faults: { reason: "Say why nothing more is needed. The reporter may ask." } };
      case "unknown-target":
      case "not-yours":
      case "already-triaged":
        return triageRefused(outcome, actor);
    }
  };

export const giveToSenior =
  ({ giveReport }: TriageDeps): OnPress =>
  async (actor, { target }) => {
    const outcome = await giveReport({ actor, incident: target.id });
    switch (outcome.code) {
      case "given":
        return recorded(
          "Given to senior staff",
          `${outcome.to} has report ${outcome.ref} and its card, and decides what happens next.`,
        );
      case "with-senior":
        return recorded("It is with senior staff", `${outcome.by} has report ${outcome.ref}. Nothing was changed.`);
      case "no-senior":
        return recorded(
          "Nobody of senior staff is there",
          "It stays with you. Ask the register team, or try again when somebody is back.",
        );
      case "unknown-target":
      case "not-yours":
      case "already-triaged":
        return triageRefused(outcome, actor);
    }
  };

export const AT_WORK = ["somebody who is at work and linked"] as const;

/** "a service manager of Housing", "an executive", one for each role. */
export function whoMayTake({ needs, service }: Pick<TooLow, "needs" | "service">): readonly string[] {
  return needs.map((role) => {
    if (role === "officer") return "the officer it happened to";
    return `${withArticle(ROLE_WORDS[role])}${role === "service_manager" ? ` of ${service}` : ""}`;
  });
}
type TooLow = Extract<TakeRefusal, { code: "role-too-low" }>;

/** Why a report cannot be triaged by this officer now, or a rung of the ladder not be taken. */
export function triageRefused(refusal: TriageRefusal | TakeRefusal, { timeZone }: Actor): Answer {
  switch (refusal.code) {
    case "not-present":
      return refused({ code: "no-role", needs: AT_WORK, ask: [] });
    case "not-in-policy":
      return refused({ code: "step-not-in-policy" });
    case "role-too-low":
      return refused({ code: "no-role", needs: whoMayTake(refusal), ask: [] });
    case "unknown-target":
    case "not-yours":
      return refusedAs(refusal.code);
    case "already-triaged":
      return refused({ code: "already-triaged", by: refusal.by, when: { at: refusal.at, timeZone } });
  }
}

export const acknowledgeSafety =
  ({ acknowledgeSafetyAlert }: TriageDeps): OnPress =>
  async (actor, { target }) => {
    const outcome = await acknowledgeSafetyAlert({ actor, alert: target.id });
    switch (outcome.code) {
      case "done":
        return NOTHING_TO_SHOW;
      case "already-acknowledged":
        return recorded(
          "Somebody has it",
          `${outcome.by} acknowledged this, ${momentInWords({ at: outcome.at, timeZone: actor.timeZone })}.`,
        );
      case "unknown-target":
      case "not-yours":
        return refusedAs(outcome.code);
    }
  };
