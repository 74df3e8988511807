/** Reads a pack from JSON, or names every fault of it at once. */
import type { z } from "zod";
import { contradictions, type PackFault } from "./faults.ts";
import { Pack } from "./pack.ts";

export type ParsedPack =
  | { readonly ok: true; readonly pack: Pack }
  | { readonly ok: false; readonly faults: readonly PackFault[] };

/** The pack, or all its faults with a path and a plain message each. Never throws (CASEWORK section 6). */
export function parsePack(json: unknown): ParsedPack {
  // Without `reportInput` a missing axis reads like one of the wrong type.
  const parsed = Pack.safeParse(json, { reportInput: true });
  if (!parsed.success) return { ok: false, faults: parsed.error.issues.flatMap(plainFaults) };

  const faults = contradictions(parsed.data);
  return faults.length === 0 ? { ok: true, pack: parsed.data } : { ok: false, faults };
}

function plainFaults(issue: z.core.$ZodIssue): PackFault[] {
  const path = issue.path.join(".") || "(the whole file)";
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => ({ path: [...issue.path, key].join("."), message: "is not a part of a pack" }));
    case "invalid_value":
      return [{ path, message: `is not one of: ${issue.values.map(String).join(", ")}` }];
    case "invalid_type":
      return [{ path, message: issue.input === undefined ? "is missing" : `is not ${named(issue.expected)}` }];
    case "too_small":
      return [
        {
          path,
          message:
            issue.origin === "string" || issue.origin === "array" ? "is empty" : `is smaller than ${issue.minimum}`,
        },
      ];
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

function named(expected: string): string {
  return expected === "int" ? "a whole number" : /^[aeiou]/.test(expected) ? `an ${expected}` : `a ${expected}`;
}
