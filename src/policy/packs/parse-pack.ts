/** Reads a pack from JSON, or names every fault of it at once. */
import type { z } from "zod";
import { listOf, withArticle } from "../arrangement/uk-words.ts";
import type { PackFault } from "./faults/fault.ts";
import { contradictions } from "./faults.ts";
import { Pack } from "./pack.ts";

export type ParsedPack =
  | { readonly ok: true; readonly pack: Pack }
  | { readonly ok: false; readonly faults: readonly PackFault[] };

/** The pack, or all its faults with a path and a plain message each. Never throws (CASEWORK section 6). */
export function parsePack(json: unknown): ParsedPack {
  // Without `reportInput` a missing axis reads like one of the wrong type.
  const parsed = Pack.safeParse(json, { reportInput: true });
  const faults = [...(parsed.error?.issues.flatMap(plainFaults) ?? []), ...contradictions(json)];
  return parsed.success && faults.length === 0 ? { ok: true, pack: parsed.data } : { ok: false, faults };
}

function plainFaults(issue: z.core.$ZodIssue): PackFault[] {
  const path = issue.path.join(".") || "(the whole file)";
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => ({ path: [...issue.path, key].join("."), message: "is not a part of a pack" }));
    case "invalid_value":
      return [{ path, message: noCard(issue) ?? `is not one of: ${issue.values.map(String).join(", ")}` }];
    case "invalid_type":
      return [{ path, message: issue.input === undefined ? "is missing" : `is not ${named(issue.expected)}` }];
    case "too_small":
      return [{ path, message: tooSmall(issue) }];
    case "too_big":
    case "invalid_format":
    case "not_multiple_of":
    case "invalid_union":
    case "invalid_key":
    case "invalid_element":
    case "custom":
      return [{ path, message: issue.message }];
  }
}

const CARDS = { by: "to take a step from", proposedBy: "to propose from" } as const;

/** A role with no card would never take the part, and the case would stand still: said with the roles that have one. */
function noCard({ path, input, values }: z.core.$ZodIssueInvalidValue): string | undefined {
  const part = (["by", "proposedBy"] as const).find((name) => path.includes(name));
  const deciding = values.map(String).filter((role) => role !== "officer");
  // A warning is written from the report's own card.
  const also = values.includes("officer") ? ", or for advice officer" : "";
  return part && `${String(input)} has no card ${CARDS[part]}: name ${listOf(deciding, "or")} instead${also}`;
}

function tooSmall({ origin, minimum, path }: z.core.$ZodIssueTooSmall): string {
  if (origin === "string" || origin === "array") return "is empty";
  // A step that counts for no time would never let a proposal out.
  if (path.includes("validMonths"))
    return `is smaller than ${minimum}: a step that counts for no time is never on record`;
  return `is smaller than ${minimum}`;
}

function named(expected: string): string {
  return expected === "int" ? "a whole number" : withArticle(expected);
}
