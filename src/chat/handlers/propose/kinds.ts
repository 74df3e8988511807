/** The first step of a proposal: whose it is, what was done before or why not, and which kinds of restriction. */
import type { Faults, Form, Values } from "../../../../cards/model.ts";
import { proposalKindsForm } from "../../../../cards/proposal-kinds-form.ts";
import { offeredKinds } from "../../../policy/packs/offered-kinds.ts";
import { CHANNELS, RESTRICTION_KINDS } from "../../../policy/vocabulary.ts";
import type { Actor } from "../../../usecases/context.ts";
import type { PreparedStart } from "../../../usecases/propose/prepare-proposal.ts";
import type { EarlierStep, StartFault, StartProposal } from "../../../usecases/propose/start-proposal.ts";
import type { Answer, Submission } from "../../desk.ts";
import { among, dayIn, type OnPress, type OnSubmit, one, several } from "../handler.ts";
import { perhapsIn, saidCustomer, sayWhether } from "../said-customer.ts";
import { triageRefused } from "../triage.ts";
import { gone, type ProposeDeps } from "./deps.ts";
import { detailsStep } from "./details.ts";

type ReadyStart = Extract<PreparedStart, { code: "ready" }>;

export const openProposal =
  ({ prepareStart }: ProposeDeps): OnPress =>
  async (actor, { target }) => {
    const prepared = await prepareStart({ actor, incident: target.id });
    return prepared.code === "ready" ? { kind: "form", form: kindsForm(prepared) } : triageRefused(prepared, actor);
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
    const unsaid = wayUnsaid(submission.values);
    if (unsaid) return await again(unsaid);
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
        return triageRefused(started, actor);
    }

    async function again(faults: Faults, perhaps?: string): Promise<Answer> {
      const prepared = await deps.prepareStart({ actor, incident: submission.target.id });
      if (prepared.code !== "ready") return triageRefused(prepared, actor);
      return { kind: "faults", form: kindsForm({ ...prepared, perhaps: perhaps ?? prepared.perhaps }), faults };
    }
  };

/** The letter to the customer says how they were asked: that is never made up. A warning is a letter. */
function wayUnsaid(values: Values): Faults | undefined {
  return dayIn(values, "adviceOn") && !one(values, "adviceHow")
    ? { adviceHow: "Choose how they were asked." }
    : undefined;
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
  if (typeof fault !== "string" && fault.code === "perhaps") return sayWhether(fault.ref);
  if (typeof fault !== "string") return [/^the advice /i.test(fault.because) ? "adviceOn" : "warningOn", fault.because];
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
      case "not-present":
      case "not-in-policy":
      case "role-too-low":
        return triageRefused(prepared, actor);
    }
  };
