/** The first step of a proposal: whose it is, what was done before or why not, and which kinds of restriction. */
import type { Faults, Form, Values } from "../../../../cards/model.ts";
import { proposalKindsForm } from "../../../../cards/proposal-kinds-form.ts";
import { KIND_WORDS } from "../../../policy/arrangement/plain-words.ts";
import { listOf } from "../../../policy/arrangement/uk-words.ts";
import { offeredKinds } from "../../../policy/packs/offered-kinds.ts";
import { CHANNELS, RESTRICTION_KINDS, STEPS } from "../../../policy/vocabulary.ts";
import type { Actor } from "../../../usecases/context.ts";
import type { PreparedStart } from "../../../usecases/propose/prepare-proposal.ts";
import type { EarlierStep, StartFault, StartProposal } from "../../../usecases/propose/start-proposal.ts";
import type { Answer, Submission } from "../../desk.ts";
import { among, dayIn, type OnPress, type OnSubmit, one, several, tooLong } from "../handler.ts";
import { perhapsIn, saidCustomer, sayWhether } from "../said-customer.ts";
import { type ProposeDeps, proposalRefused } from "./deps.ts";
import { detailsStep } from "./details.ts";

type ReadyStart = Extract<PreparedStart, { code: "ready" }>;

export const openProposal =
  ({ prepareStart }: ProposeDeps): OnPress =>
  async (actor, { target }) => {
    const prepared = await prepareStart({ actor, incident: target.id });
    return prepared.code === "ready" ? { kind: "form", form: kindsForm(prepared) } : proposalRefused(prepared, actor);
  };

function kindsForm({ row, pack, draft, about, perhaps, steps }: ReadyStart): Form {
  const name = row.typedCustomer.name ?? about?.name;
  return proposalKindsForm({
    target: { id: row.id, version: row.version },
    reportRef: row.ref,
    whoIsMissing: row.customerId === null,
    sentBefore: draft !== undefined && draft.state !== "draft",
    ...(about ? { customerRef: about.ref } : {}),
    ...(name ? { name } : {}),
    ...(perhaps ? { perhaps } : {}),
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
    const unclear = { ...tooLong(EVERY_FIELD, submission.values), ...halfSaid(submission.values) };
    if (Object.keys(unclear).length > 0) return await again(unclear);
    const started = await deps.startProposal(readKinds(actor, submission));
    switch (started.code) {
      case "started":
        return await detailsStep(deps, actor, started.proposal);
      case "faults":
        return await again(startFaults(started.faults), perhapsIn(started.faults));
      case "unknown-target":
      case "not-yours":
      case "already-triaged":
      case "not-present":
      case "not-in-policy":
      case "role-too-low":
      case "may-not-propose":
        return proposalRefused(started, actor);
    }

    async function again(faults: Faults, perhaps?: string): Promise<Answer> {
      const prepared = await deps.prepareStart({ actor, incident: submission.target.id });
      if (prepared.code !== "ready") return proposalRefused(prepared, actor);
      return { kind: "faults", form: kindsForm({ ...prepared, perhaps: perhaps ?? prepared.perhaps }), faults };
    }
  };

/** Every question that any report or pack may put, for how much each field takes. */
const EVERY_FIELD = proposalKindsForm({
  target: { id: "00000000-0000-4000-8000-000000000000", version: 1 },
  reportRef: "",
  whoIsMissing: true,
  sentBefore: false,
  offered: [],
  steps: STEPS.map((step) => ({ step, how: [] })),
  bypass: [{ code: "", words: "" }],
  before: { kinds: [], steps: [], bypass: null, bypassReason: null },
});

/**
 * The letter to the customer says how they were asked: that is never made up. A warning is a letter. Without its day
 * nothing of it would be kept.
 */
function halfSaid(values: Values): Faults {
  const on = dayIn(values, "adviceOn");
  if (on) return one(values, "adviceHow") ? {} : { adviceHow: "Choose how they were asked." };
  return one(values, "adviceBy") ? { adviceOn: "Enter the day they were asked." } : {};
}

function readKinds(actor: Actor, { target, values }: Submission): StartProposal {
  const bypass = one(values, "bypass");
  return {
    actor,
    incident: target.id,
    customer: saidCustomer(values),
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
  if (typeof fault !== "string") return foundFault(fault);
  switch (fault) {
    case "no-kind":
      return ["kinds", "Choose at least one restriction."];
    case "who-missing":
      return ["name", "Give the customer's name, or a reference on the register."];
    case "asked-about-another":
      return [
        "customerRef",
        "Social Work was asked about the customer you named before. Withdraw this proposal, and begin again from the report.",
      ];
    case "of-another":
      return [
        "customerRef",
        "This report is another customer's on the register. If you named the wrong one before, withdraw that proposal, and begin again from the report. If another proposal rests on the report, take it out there first, or ask the register team.",
      ];
    case "unknown-reference":
      return ["customerRef", "No customer has this reference. Check it, or leave it empty and give a name."];
  }
}

/** What is wrong with the advice stands beside its day, and what is to be said of a reason beside that. */
function foundFault(fault: Exclude<StartFault, string>): readonly [field: string, words: string] {
  switch (fault.code) {
    case "perhaps":
      return sayWhether(fault.ref);
    case "not-offered": {
      const words = listOf(fault.kinds.map((kind) => KIND_WORDS[kind]));
      return ["kinds", `The policy no longer offers this: ${words}. Choose from what it offers.`];
    }
    case "in-the-future":
      return [`${fault.step}On`, "This day is in the future. Enter the day it was done."];
    case "warned":
      if (fault.asks) return ["bypassReason", fault.because];
      return [/^(?:no|the) advice /i.test(fault.because) ? "adviceOn" : "warningOn", fault.because];
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
      case "unknown-target":
      case "not-yours":
      case "not-editable":
      case "already-triaged":
      case "not-present":
      case "not-in-policy":
      case "role-too-low":
      case "may-not-propose":
        return proposalRefused(prepared, actor);
    }
  };
