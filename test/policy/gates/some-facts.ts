/** A proposal that passes every gate there is, and how a gate's answer reads in one line. */
import { askGates } from "../../../src/policy/gates/ask-gates.ts";
import { type GateFacts, NOTHING_RECORDED } from "../../../src/policy/gates/gate.ts";
import type { Pack } from "../../../src/policy/packs/pack.ts";
import { Restriction } from "../../../src/policy/restrictions/restriction.ts";
import { GateName, type RestrictionKind } from "../../../src/policy/vocabulary.ts";
import { PERSISTENT } from "../packs/known-packs.ts";

/** A Tuesday. */
export const TODAY = "2026-03-03";

export function a(
  kind: RestrictionKind,
  parameters: object = {},
  scope: "organisation" | string[] = ["Housing"],
): Restriction {
  return Restriction.parse({ kind, clause: null, scope, parameters });
}

export const ADVICE = { step: "advice", on: "2026-01-12", how: "phone", receivedOn: null, fromBefore: false } as const;
export const WARNING = {
  step: "warning",
  on: "2026-02-02",
  how: "letter",
  receivedOn: null,
  fromBefore: false,
} as const;
export const THROUGH_PRIYA = a("named_officer", { officer: "priya" });

/** Something before the advice, between the two steps, and after the warning was received. */
export const HISTORY = [
  { ref: "R-2001", on: "2026-01-09", seriousThreat: false },
  { ref: "R-2017", on: "2026-01-26", seriousThreat: false },
  { ref: "R-2031", on: "2026-02-23", seriousThreat: false },
] as const;

/** Say only what is different. Unless links are given, every restriction rests on the last report. */
export function aProposal(change: Partial<GateFacts> = {}): GateFacts {
  const restrictions = change.restrictions ?? [THROUGH_PRIYA];
  return {
    ...NOTHING_RECORDED,
    incidents: HISTORY.slice(2),
    history: HISTORY,
    links: restrictions.map(({ kind }) => ({ kind, incidents: ["R-2031"] })),
    stepsTaken: [ADVICE, WARNING],
    limb: "abusive",
    customersAccount: { code: "asked", on: "2026-02-25", how: "phone" },
    socialWork: { askedOn: "2026-02-25", answer: { on: "2026-02-26", known: false }, attempts: [] },
    adjustments: "Asked about needs on 25 February: none.",
    nothingLess: "Call times were tried in January and not kept to.",
    tailored: "Priya knows the repair that most calls are about.",
    startsOn: "2026-03-04",
    endsOn: "2026-09-04",
    reviewOn: "2026-08-04",
    eligibleApprovers: 3,
    quorum: 1,
    approverRole: "senior_officer",
    minor: false,
    lacksCapacity: false,
    ...change,
    restrictions,
  };
}

/** The pack, asking every gate. */
export function askingAll(pack: Pack): Pack {
  return { ...pack, gates: { value: GateName.options, assumed: true } };
}

export function result(gate: GateName, change: Partial<GateFacts>, pack: Pack = PERSISTENT) {
  return askGates(aProposal(change), askingAll(pack), TODAY).find((asked) => asked.gate === gate);
}

/** What the gate says, in one line, as a policy officer reads it. */
export function says(gate: GateName, change: Partial<GateFacts>, pack?: Pack): string {
  const found = result(gate, change, pack);
  switch (found?.code) {
    case undefined:
      return "not asked";
    case "pass":
    case "open":
      return `${found.code}: ${found.words}`;
    case "ask":
      return `ask: ${found.question}`;
    case "block":
      return `block: ${found.because}. ${found.opens}`;
  }
}
