/** Why a pack may not be put in force, and what it would change, in words for the person at the terminal. */
import { KIND_WORDS, ROLE_WORDS } from "../../policy/arrangement/plain-words.ts";
import { counted, listOf, ukDate } from "../../policy/arrangement/uk-words.ts";
import type { Pack } from "../../policy/packs/pack.ts";
import type { RoleGap } from "../../policy/packs/who-could-act.ts";
import type { ApprovalGap } from "../../policy/packs/who-could-approve.ts";
import type { SimulatedCase } from "../../usecases/packs/live-cases.ts";
import type { PackNote, PackRefusal } from "../../usecases/packs/put-in-force.ts";

export function refusalWords(refusal: PackRefusal, { id, version }: Pack): string {
  switch (refusal.code) {
    case "version-taken":
      return `${id} version ${version} is another text already. Give this one a higher version.`;
    case "not-yet-effective":
      return `It takes effect on ${ukDate(refusal.from)}. Put it in force on that day or later.`;
    case "no-longer-effective":
      return `It was in effect until ${ukDate(refusal.until)} only.`;
    case "nobody-approves":
      return gapWords(refusal.gap);
  }
}

/** What nobody present could approve, with the role and the number of people it takes. */
export function gapWords({ kinds, role, quorum, present, bypass }: ApprovalGap): string {
  const what = listOf(
    kinds.map((kind) => `"${KIND_WORDS[kind]}"`),
    "or",
  );
  const without = bypass === undefined ? "" : ` without a warning because ${bypass}`;
  return `Nobody could approve ${what}${without}: it takes ${counted(quorum, ROLE_WORDS[role])}, and ${present} of those present with a linked account may.`;
}

/** A part of the policy that nobody present could take, and what to do. */
export function roleGapWords({ roles, does }: RoleGap): string {
  const who = listOf(
    roles.map((role) => ROLE_WORDS[role]),
    "or",
  );
  return `nobody present with a linked account has the role of ${who}: they ${does}. Give the role to somebody, or link their account.`;
}

/** The last administrator cannot leave in the chat; a world file can leave a council without one. */
export const NO_ADMINISTRATOR =
  "Nobody present with a linked account is an administrator, so nobody can change the staff list in the chat. Give somebody the role in the world file and import it, or link an administrator's account.";

/** One case, and a line for each thing that would change, each with its reference so that it can be found. References only. */
export function caseWords({ ref, what, packId, packVersion, keeps, changes }: SimulatedCase): string {
  const under = keeps ? `keeps ${packId} version ${packVersion}` : "goes on under this pack";
  const same = what === "arrangement" || changes.length > 0 ? "" : "; nothing changes";
  // What is with the seniors is decided as it was sent; the list says how one like it would go.
  const note = what === "proposal_sent" && changes.length > 0 ? "; sent under this pack it would go another way" : "";
  return [`${ref}, ${CASE_WORDS[what]}: ${under}${same}${note}`, ...changes.map((change) => `${ref}: ${change}`)].join(
    "\n",
  );
}

const CASE_WORDS: Readonly<Record<SimulatedCase["what"], string>> = {
  arrangement: "in force",
  proposal_sent: "with the seniors",
  proposal_not_sent: "not sent",
  step_given: "advice or warning given",
  advice_not_given: "advice asked for, and not recorded",
  warning_not_sent: "warning written, and not sent",
  report: "waiting for triage",
};

/** What should be known about a pack that may be put in force. */
export function noteWords(note: PackNote, { calendar }: Pack): string {
  switch (note.code) {
    case "calendar-differs":
      return `Note: the pack counts the working days of ${calendar.value}, the organisation those of another calendar, which goes on to count.`;
    case "nobody-holds":
      return `Note: ${roleGapWords(note.gap)}`;
    case "no-senior-channel":
      return "Note: the pack asks for a masked card in the senior staff's channel, and none is chosen. Run: npm run register -- channel --organisation SLUG --seniors --slack ID (or --teams ID)";
  }
}
