/** What became of an entry of the staff list: saved, with what follows from it, or changed by somebody else meanwhile. */
import { ROLE_WORDS } from "../src/policy/arrangement/plain-words.ts";
import { listOf, sentenceCase } from "../src/policy/arrangement/uk-words.ts";
import type { Role } from "../src/policy/vocabulary.ts";
import { line, list, opens } from "./blocks.ts";
import type { Card, Target } from "./model.ts";

export type StaffSavedFacts = {
  readonly target: Target;
  readonly name: string;
  readonly what: "added" | "changed" | "left";
  /** Who took their open work over. */
  readonly handedTo: readonly string[];
  /** Parts of the policy that nobody has any more: who, and what they do. */
  readonly gaps: readonly { readonly roles: readonly Role[]; readonly does: string }[];
};

const TITLES = { added: "The officer was added", changed: "The officer was changed", left: "The officer has left" };

export function staffSaved({ target, name, what, handedTo, gaps }: StaffSavedFacts): Card {
  return {
    title: TITLES[what],
    notification: "That was recorded.",
    body: [
      line({ strong: name }, saved(what, handedTo)),
      ...(gaps.length > 0
        ? [line({ strong: "Nobody here with a linked account can do this now:" }), list(gaps.map(gap))]
        : []),
    ],
    buttons: [opens("staff-open", "Open the entry", target)],
  };
}

/** What is said after the name. */
function saved(what: StaffSavedFacts["what"], handedTo: readonly string[]): string {
  switch (what) {
    case "added":
      return " is on the staff list now.";
    case "changed":
      return ": the change is saved.";
    case "left":
      return ` has left. ${handed(handedTo)}`;
  }
}

function handed(to: readonly string[]): string {
  if (to.length === 0) return "They had no open work.";
  return `Their open work is now with ${listOf(to)}, who ${to.length === 1 ? "has" : "have"} been told.`;
}

function gap({ roles, does }: StaffSavedFacts["gaps"][number]): string {
  const role = listOf(
    roles.map((one) => ROLE_WORDS[one]),
    "or",
  );
  return `${sentenceCase(does)}. It takes the role of ${role}.`;
}

/** Somebody else saved this entry after the form was opened. */
export function staffChangedMeanwhile(target: Target): Card {
  return {
    title: "Nothing was saved",
    notification: "That was not done: open to see why.",
    body: [line("Somebody else changed this entry after you opened it. Open it again, and make your change.")],
    buttons: [opens("staff-open", "Open the entry", target)],
  };
}
