/** CASEWORK section 2: a restriction rests on what happened. */
import { KIND_WORDS } from "../arrangement/plain-words.ts";
import { listOf } from "../arrangement/uk-words.ts";
import type { Gate } from "./gate.ts";

/** Blocks when nothing is restricted, when the policy does not offer a restriction, or when a restriction is explained by no incident of the proposal. */
export const linked: Gate = ({ restrictions, incidents, links }, pack) => {
  const gate = { gate: "linked", source: "CASEWORK section 2" } as const;
  const block = (because: string, opens: string) => ({ code: "block", ...gate, because, opens }) as const;
  if (restrictions.length === 0) return block("no restriction is chosen", "Choose at least one restriction.");
  // A pack that was put in force after the draft was begun may offer less.
  const offered = pack.restrictions.value.map(({ kind }) => kind);
  const dropped = [...new Set(restrictions.map(({ kind }) => kind))].filter((kind) => !offered.includes(kind));
  if (dropped.length > 0)
    return block(
      `the policy does not offer this: ${listOf(dropped.map((kind) => KIND_WORDS[kind]))}`,
      "Choose restrictions that the policy offers.",
    );
  if (incidents.length === 0) return block("no incident explains it", "Link at least one reported incident.");

  const refs = incidents.map(({ ref }) => ref);
  const explained = links.filter((link) => link.incidents.some((ref) => refs.includes(ref))).map(({ kind }) => kind);
  const unexplained = [...new Set(restrictions.map(({ kind }) => kind))].filter((kind) => !explained.includes(kind));
  return unexplained.length === 0
    ? { code: "pass", ...gate, words: "linked to what happened" }
    : block(
        `no incident explains this: ${listOf(unexplained.map((kind) => KIND_WORDS[kind]))}`,
        "Link it to a reported incident, or leave it out.",
      );
};
