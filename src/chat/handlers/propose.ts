/** The three steps of a proposal: what was done before and which kinds; the details; confirm. */
import type { Faults, Form, Values } from "../../../cards/model.ts";
import { ANSWER_FIELD, proposalConfirmForm } from "../../../cards/proposal-confirm-form.ts";
import { proposalDetailsForm, reportsField } from "../../../cards/proposal-details-form.ts";
import { proposalKindsForm } from "../../../cards/proposal-kinds-form.ts";
import { faultField, faultWords, parametersOf } from "../../../cards/restriction-fields.ts";
import { arrangementSentences } from "../../policy/arrangement/arrangement-sentence.ts";
import { listOf, ukDate } from "../../policy/arrangement/uk-words.ts";
import { type Holding, holds } from "../../policy/gates/ask-gates.ts";
import { offeredKinds } from "../../policy/packs/offered-kinds.ts";
import { CHANNELS, RESTRICTION_KINDS, type RestrictionKind } from "../../policy/vocabulary.ts";
import { localDate } from "../../policy/working-time/dates.ts";
import type { Actor } from "../../usecases/context.ts";
import type { AnswerGates, AnswerOutcome } from "../../usecases/propose/answer-gates.ts";
import type { Assessed } from "../../usecases/propose/assess.ts";
import type {
  DetailFault,
  DetailOutcome,
  DetailProposal,
  ProposalGone,
} from "../../usecases/propose/detail-proposal.ts";
import type { PreparedDetails, PreparedEdit, PreparedStart } from "../../usecases/propose/prepare-proposal.ts";
import type { EarlierStep, StartFault, StartOutcome, StartProposal } from "../../usecases/propose/start-proposal.ts";
import type { SubmitOutcome, SubmitProposal } from "../../usecases/propose/submit-proposal.ts";
import type { Answer, Submission } from "../desk.ts";
import {
  among,
  dayIn,
  faultsIn,
  type OnPress,
  type OnSubmit,
  one,
  phrase,
  recorded,
  refused,
  refusedAs,
  several,
  tooLong,
} from "./handler.ts";
import { linksInWords } from "./links-in-words.ts";
import { gateFaults, gatesForm, gateWords, readGates, sameQuestions } from "./propose-gates.ts";
import { triageRefused } from "./triage.ts";

export type ProposeDeps = {
  readonly prepareStart: (command: { actor: Actor; incident: string }) => Promise<PreparedStart>;
  readonly prepareEdit: (command: { actor: Actor; proposal: string }) => Promise<PreparedEdit>;
  readonly startProposal: (command: StartProposal) => Promise<StartOutcome>;
  readonly prepareDetails: (command: { actor: Actor; proposal: string }) => Promise<PreparedDetails>;
  readonly detailProposal: (command: DetailProposal) => Promise<DetailOutcome>;
  readonly answerGates: (command: AnswerGates) => Promise<AnswerOutcome>;
  readonly submitProposal: (command: SubmitProposal) => Promise<SubmitOutcome>;
};

type ReadyStart = Extract<PreparedStart, { code: "ready" }>;
type ReadyDetails = Extract<PreparedDetails, { code: "ready" }>;

export const openProposal =
  ({ prepareStart }: ProposeDeps): OnPress =>
  async (actor, { target }) => {
    const prepared = await prepareStart({ actor, incident: target.id });
    return prepared.code === "ready" ? { kind: "form", form: kindsForm(prepared) } : triageRefused(prepared, actor);
  };

function kindsForm({ row, pack, draft, about, steps }: ReadyStart): Form {
  const name = row.typedCustomer.name ?? about?.name;
  return proposalKindsForm({
    target: { id: row.id, version: row.version },
    reportRef: row.ref,
    whoIsMissing: row.customerId === null,
    ...(about ? { customerRef: about.ref } : {}),
    ...(name ? { name } : {}),
    offered: offeredKinds(pack),
    steps: pack.steps.map(({ step, how }) => ({ step, how: how.value })),
    bypass: pack.bypass.value,
    before: {
      kinds: draft?.restrictions.map(({ kind }) => kind) ?? [],
      steps: steps.map(({ kind, givenOn, how, givenBy }) => ({ step: kind, on: givenOn, how, by: givenBy })),
      bypass: draft?.bypass ?? null,
      bypassReason: draft?.bypassReason ?? null,
    },
  });
}

export const sendKinds =
  (deps: ProposeDeps): OnSubmit =>
  async (actor, submission) => {
    const started = await deps.startProposal(readKinds(actor, submission));
    switch (started.code) {
      case "started":
        return await detailsStep(deps, actor, started.proposal);
      case "faults": {
        const prepared = await deps.prepareStart({ actor, incident: submission.target.id });
        if (prepared.code !== "ready") return triageRefused(prepared, actor);
        return { kind: "faults", form: kindsForm(prepared), faults: startFaults(started.faults) };
      }
      case "unknown-target":
      case "not-yours":
      case "already-triaged":
        return triageRefused(started, actor);
    }
  };

function readKinds(actor: Actor, { target, values }: Submission): StartProposal {
  const who = {
    ref: one(values, "customerRef"),
    name: one(values, "name"),
    phone: one(values, "phone"),
    email: one(values, "email"),
  };
  const bypass = one(values, "bypass");
  return {
    actor,
    incident: target.id,
    customer: Object.fromEntries(Object.entries(who).filter(([, value]) => value !== null)),
    steps: [...readStep(values, "advice", one(values, "adviceBy")), ...readStep(values, "warning", null)],
    bypass: bypass ? { code: bypass, reason: one(values, "bypassReason") ?? "" } : null,
    kinds: among(RESTRICTION_KINDS, several(values, "kinds")),
  };
}

/** A step counts as said when its way or its date was given; the gate says what is missing. */
function readStep(values: Values, step: "advice" | "warning", by: string | null): readonly EarlierStep[] {
  const [how] = among(CHANNELS, [one(values, `${step}How`)]);
  const on = dayIn(values, `${step}On`);
  return how || on ? [{ step, on, how: how ?? "letter", by }] : [];
}

function startFaults(faults: readonly StartFault[]): Faults {
  return Object.fromEntries(faults.map((fault) => startFault(fault)));
}

function startFault(fault: StartFault): readonly [field: string, words: string] {
  if (typeof fault !== "string") return ["warningOn", fault.because];
  switch (fault) {
    case "no-kind":
      return ["kinds", "Choose at least one restriction."];
    case "who-missing":
      return ["name", "Give the customer's name, or a reference on the register."];
    case "unknown-reference":
      return ["customerRef", "No customer has this reference. Check it, or leave it empty and give a name."];
  }
}

/** "Change and send again" begins with the first step, kinds and earlier steps; "Go on" with the second. */
export const editProposal =
  (deps: ProposeDeps): OnPress =>
  async (actor, { target }) => {
    const prepared = await deps.prepareEdit({ actor, proposal: target.id });
    switch (prepared.code) {
      case "ready":
        return { kind: "form", form: kindsForm(prepared) };
      case "details-first":
        return await detailsStep(deps, actor, target.id);
      case "not-editable":
        return gone(prepared);
      case "unknown-target":
      case "not-yours":
      case "already-triaged":
        return triageRefused(prepared, actor);
    }
  };

async function detailsStep({ prepareDetails }: ProposeDeps, actor: Actor, proposal: string): Promise<Answer> {
  const prepared = await prepareDetails({ actor, proposal });
  return prepared.code === "ready" ? { kind: "form", form: detailsForm(prepared) } : gone(prepared);
}

function detailsForm({ assessed, staff, outside, identifiers, reports, dates }: ReadyDetails): Form {
  const { row, pack, links, organisation } = assessed;
  return proposalDetailsForm({
    target: { id: row.id, version: row.version },
    kinds: kindsOf(assessed),
    service: row.service,
    ...dates,
    maxMonths: pack.length.maxMonths.value,
    officers: staff.map(({ email, name, service }) => ({ value: email, label: `${name}, ${service}` })),
    outside: outside.map(({ id, name, body }) => ({ value: id, label: `${name}, ${body} (not on the staff)` })),
    reports: reports.map(({ ref, occurredAt }) => ({
      value: ref,
      label: `${ref}, ${ukDate(localDate(occurredAt, organisation.timeZone))}`,
    })),
    identifiers: identifiers.map(({ id, value }) => ({ value: id, label: value })),
    before: {
      parameters: parametersBefore(assessed),
      reason: row.reason,
      organisationWide: row.startsAt !== null && row.services === null,
      scopeReason: row.scopeReason,
      openWay: row.openWay,
      openWayBy: row.openWayBy,
      openWayReader: row.openWayReader,
      exclusive: row.exclusiveIdentifiers,
      links: Object.fromEntries(links.map(({ kind, incidents }) => [kind, incidents])),
    },
  });
}

const kindsOf = ({ row }: Assessed) =>
  among(
    RESTRICTION_KINDS,
    row.restrictions.map(({ kind }) => kind),
  );

const parametersBefore = ({ row }: Assessed) =>
  Object.fromEntries(row.restrictions.map(({ kind, parameters }) => [kind, parameters]));

export const sendDetails =
  (deps: ProposeDeps): OnSubmit =>
  async (actor, submission) => {
    const prepared = await deps.prepareDetails({ actor, proposal: submission.target.id });
    if (prepared.code !== "ready") return gone(prepared);
    const long = faultsIn(detailsForm(prepared), tooLong(detailsForm(prepared), submission.values));
    if (long) return long;
    const outcome = await deps.detailProposal(readDetails(actor, submission, prepared));
    switch (outcome.code) {
      case "saved":
        return {
          kind: "form",
          form: gatesForm(outcome.assessed),
        };
      case "faults":
        return {
          kind: "faults",
          form: detailsForm(prepared),
          faults: Object.fromEntries(outcome.faults.map((fault) => detailFault(fault, kindsOf(prepared.assessed)))),
        };
      case "unknown-target":
      case "not-yours":
      case "not-editable":
        return gone(outcome);
    }
  };

/** The third step; what waits for somebody else is said, and the proposal goes out later. */
export const sendGates =
  (deps: ProposeDeps): OnSubmit =>
  async (actor, { target, values }) => {
    const prepared = await deps.prepareDetails({ actor, proposal: target.id });
    if (prepared.code !== "ready") return gone(prepared);
    const asked = gatesForm(prepared.assessed);
    const long = faultsIn(asked, tooLong(asked, values));
    if (long) return long;
    const outcome = await deps.answerGates(readGates(actor, prepared.assessed, values));
    switch (outcome.code) {
      case "saved":
        return outcome.waiting.length > 0
          ? recorded(
              `Your proposal ${outcome.assessed.row.ref} is kept`,
              `${outcome.waiting.map(gateWords).join(" ")} You will be told here, and can then go on with it.`,
            )
          : { kind: "form", form: confirmForm(outcome.assessed, prepared) };
      case "faults": {
        // While the questions are the same the window stays, and each fault stands beside its field.
        const fresh = gatesForm(outcome.assessed);
        const form = sameQuestions(asked, fresh) ? asked : fresh;
        return { kind: "faults", form, faults: gateFaults(form, outcome) };
      }
      case "unknown-target":
      case "not-yours":
      case "not-editable":
        return gone(outcome);
    }
  };

function readDetails(actor: Actor, { target, values }: Submission, prepared: ReadyDetails): DetailProposal {
  const { assessed, reports } = prepared;
  const kinds = kindsOf(assessed);
  return {
    actor,
    proposal: target.id,
    parameters: Object.fromEntries(kinds.map((kind) => [kind, parametersOf(kind, values)])),
    organisationWide: one(values, "scope") === "organisation",
    scopeReason: one(values, "scopeReason"),
    startsOn: dayIn(values, "startsOn"),
    endsOn: dayIn(values, "endsOn"),
    reviewOn: dayIn(values, "reviewOn"),
    reason: one(values, "reason") ?? "",
    openWay: phrase(values, "openWay"),
    openWayBy: among(CHANNELS, [one(values, "openWayBy")])[0] ?? null,
    openWayReader: one(values, "openWayReader"),
    exclusive: several(values, "exclusive"),
    links: Object.fromEntries(kinds.flatMap((kind) => explaining(kind))),
  };

  /** The only report explains all: nothing is asked then. A report that came since the form was opened changes nothing. */
  function explaining(kind: RestrictionKind): readonly (readonly [RestrictionKind, readonly string[]])[] {
    const field = reportsField(kind);
    if (reports.length > 1 && values[field] === undefined) return [];
    const chosen = reports.length > 1 ? several(values, field) : reports.map(({ ref }) => ref);
    return [[kind, reports.filter(({ ref }) => chosen.includes(ref)).map(({ id }) => id)]];
  }
}

/** Where a gate has no field of its own, it stands beside the reason; the way left open is asked when all contact ends. */
function gateField(gate: Holding["gate"], kinds: readonly RestrictionKind[]): string {
  const [first] = kinds;
  if (gate === "linked" && first) return reportsField(first);
  return gate === "way_left_open" && kinds.includes("all_contact") ? "openWay" : (GATE_FIELD[gate] ?? "reason");
}

const GATE_FIELD: Readonly<Partial<Record<Holding["gate"], string>>> = {
  dated: "endsOn",
  scope: "scopeReason",
  way_left_open: "scope",
};

function detailFault(fault: DetailFault, kinds: readonly RestrictionKind[]): readonly [field: string, words: string] {
  switch (fault.code) {
    case "parameter":
      return [faultField(fault.kind, fault.path), faultWords(fault.kind, fault.path, fault.message)];
    case "unknown-officer":
      return [faultField(fault.kind, fault.path), "Nobody here has this work email. Check it against the staff list."];
    case "unknown-reader":
      return ["openWayReader", "Nobody here has this work email. Check it against the staff list."];
    case "reason-missing":
      return ["reason", "Say why this is needed."];
    case "gate":
      return [gateField(fault.gate.gate, kinds), gateWords(fault.gate)];
  }
}

function confirmForm(
  assessed: Assessed,
  { identifiers, customerRef }: Pick<ReadyDetails, "identifiers" | "customerRef">,
): Form {
  const { row, restrictions, wording, organisation } = assessed;
  const day = (at: Date | null) => (at ? localDate(at, organisation.timeZone) : "");
  return proposalConfirmForm({
    target: { id: row.id, version: row.version },
    customerRef,
    arrangement: arrangementSentences(restrictions, wording),
    where: row.services ? listOf(row.services) : "every service",
    startsOn: day(row.startsAt),
    endsOn: day(row.endsAt),
    reviewOn: row.reviewOn ?? "",
    before: beforeWords(assessed),
    reason: row.reason ?? "",
    explainedBy: linksInWords(assessed),
    exclusive: identifiers.filter(({ id }) => row.exclusiveIdentifiers.includes(id)).map(({ value }) => value),
    questions: row.state === "returned" ? (row.exchanges.at(-1)?.question ?? null) : null,
  });
}

/** What was done before, or why not: one sentence each. */
export function beforeWords({ row, parts, pack }: Assessed): readonly string[] {
  const bypass = pack.bypass.value.find(({ code }) => code === row.bypass);
  if (bypass) return [`No warning: ${bypass.words}.${row.bypassReason ? ` ${row.bypassReason}` : ""}`];
  return parts.steps.map(
    ({ kind, givenOn }) => `${kind === "advice" ? "Asked to moderate" : "Warned"}, ${ukDate(givenOn)}.`,
  );
}

export const confirmProposal =
  (deps: ProposeDeps): OnSubmit =>
  async (actor, { target, values }) => {
    const answer = one(values, "answer");
    const tooMuch = answer === null ? undefined : await again(tooLong({ fields: [ANSWER_FIELD] }, values));
    if (tooMuch) return tooMuch;
    const outcome = await deps.submitProposal({ actor, proposal: target.id, version: target.version, answer });
    switch (outcome.code) {
      case "questions-open":
        return (
          (await again({ answer: "Answer the questions, or change what you propose." })) ??
          refused({ code: "no-longer-open" })
        );
      case "submitted":
        return recorded(
          `Your proposal ${outcome.ref} is with senior staff`,
          `Sent to ${listOf(outcome.asked)}. ${outcome.quorum === 1 ? "One of them decides." : `${outcome.quorum} of them must approve.`} You will be told here.`,
        );
      case "gates":
        return refused({
          code: "gates",
          faults: outcome.gates.filter(holds).map(gateWords),
        });
      case "changed":
        return refused({ code: "stale-card" });
      case "already-triaged":
        return triageRefused(outcome, actor);
      case "unknown-target":
      case "not-yours":
      case "not-editable":
        return gone(outcome);
    }

    async function again(faults: Faults): Promise<Answer | undefined> {
      if (Object.keys(faults).length === 0) return undefined;
      const prepared = await deps.prepareDetails({ actor, proposal: target.id });
      if (prepared.code !== "ready") return gone(prepared);
      return { kind: "faults", form: confirmForm(prepared.assessed, prepared), faults };
    }
  };

function gone(refusal: ProposalGone): Answer {
  return refusal.code === "not-editable" ? refused({ code: "no-longer-open" }) : refusedAs(refusal.code);
}
