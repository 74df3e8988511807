/** Scenarios of screening: a world, contacts one after the other, and what each of them must be answered. */
import { readFileSync } from "node:fs";
import type { WorldFile } from "../policy/screening-model/shapes.ts";

type Expected = {
  readonly status: "accepted" | "duplicate" | "rejected";
  readonly alert: boolean;
  readonly sameAlertAs?: number;
  readonly otherAlertThan?: number;
};

export type Scenario = {
  readonly name: string;
  readonly why: string;
  readonly contacts: readonly unknown[];
  readonly expect: readonly Expected[];
};

/** As much of a result as a scenario looks at; a rejected one has only its status. */
export type Seen = {
  readonly status: string;
  readonly outcome?: string;
  readonly match?: { readonly tier: string; readonly customerRef?: string } | null;
  readonly restrictions?: readonly { readonly kind: string; readonly outcome: string }[];
  readonly handling?: readonly string[];
  readonly alertId?: string | null;
};

/** `screening` is the contract's own file; `screening-edges` goes close to the edges of its sentences. */
export const SCENARIOS = ["screening", "screening-edges"].map((name) => {
  const file = new URL(`../fixtures/${name}.json`, import.meta.url);
  const { world, scenarios }: { readonly world: WorldFile; readonly scenarios: readonly Scenario[] } = JSON.parse(
    readFileSync(file, "utf8"),
  );
  return { file: name, world, scenarios };
});

/** The result at a place as the scenario file writes results, with the keys that its expectation has. */
export function shown(results: readonly Seen[], place: number, expected: Expected): unknown {
  const result = results[place];
  const written =
    result?.status === "rejected"
      ? { status: "rejected", alert: false }
      : { ...asWritten(result), ...alertsOf(results, place, expected) };
  return Object.fromEntries(Object.entries(written).filter(([key]) => key in expected));
}

function asWritten(result: Seen | undefined) {
  return {
    status: result?.status,
    alert: typeof result?.alertId === "string",
    outcome: result?.outcome,
    tier: result?.match?.tier ?? "none",
    customerRef: result?.match?.customerRef ?? null,
    restrictions: result?.restrictions?.map(({ kind, outcome }) => ({ kind, outcome })).toSorted(byKind),
    handling: result?.handling,
  };
}

/** The contract gives restrictions no order; the files write them by kind, and the same kind by its outcome. */
function byKind(one: { kind: string; outcome: string }, other: { kind: string; outcome: string }): number {
  return `${one.kind} ${one.outcome}` < `${other.kind} ${other.outcome}` ? -1 : 1;
}

function alertsOf(results: readonly Seen[], place: number, { sameAlertAs, otherAlertThan }: Expected) {
  const isOf = (other: number | undefined) =>
    other !== undefined && results[other]?.alertId === results[place]?.alertId;
  return {
    sameAlertAs: isOf(sameAlertAs) ? sameAlertAs : `not ${sameAlertAs}`,
    otherAlertThan: isOf(otherAlertThan) ? `not ${otherAlertThan}` : otherAlertThan,
  };
}
