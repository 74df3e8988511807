/** CASEWORK section 2: nobody is kept from a council meeting or from voting by the way. */
import { ROLE_WORDS } from "../arrangement/plain-words.ts";
import { listOf, ukDate, withArticle } from "../arrangement/uk-words.ts";
import { carriesAuthority } from "../packs/approver-needs.ts";
import type { Restriction } from "../restrictions/restriction.ts";
import type { Gate, GateFacts } from "./gate.ts";

/** Asks about every restriction of premises that may hold meetings or polling; a decision apart is made by the role of the pack. */
export const meetings: Gate = (facts, pack, today) => {
  const gate = { gate: "meetings", source: pack.meetingsDecidedBy.from ?? "CASEWORK section 2" } as const;
  const role = pack.meetingsDecidedBy.value;
  const reached = premisesReached(facts);
  if (reached === null) return { code: "pass", ...gate, words: "council meetings and polling are not reached" };

  switch (facts.meetings?.answer) {
    case undefined:
      return {
        code: "ask",
        ...gate,
        question: `Do council meetings or polling take place at ${reached}? If so, leave them out or have them decided apart.`,
      };
    case "left_out":
      return { code: "pass", ...gate, words: "council meetings and polling are left out" };
    case "none_held":
      return isOnTheList(facts)
        ? { code: "block", ...gate, because: "meetings or polling take place there", opens: `Leave out ${reached}.` }
        : { code: "pass", ...gate, words: "no council meetings or polling there" };
    case "decided_separately": {
      const decision = facts.meetings?.decision ?? null;
      return decision !== null && decision.on <= today && carriesAuthority([decision.role], role)
        ? { code: "pass", ...gate, words: `council meetings decided apart, ${ukDate(decision.on)}` }
        : {
            code: "block",
            ...gate,
            because: "council meetings and polling are not decided apart",
            opens: `Record the decision of ${withArticle(ROLE_WORDS[role])} and its date, or leave them out.`,
          };
    }
  }
};

/** Null when no premises that hold meetings are restricted, as far as the organisation's list says. */
function premisesReached({ restrictions, meetingPremises }: GateFacts): string | null {
  const { all, named } = restrictedPremises(restrictions);
  if (all) return "our offices";
  const held = named.filter((place) => meetingPremises === null || isAmong(place, meetingPremises));
  return held.length === 0 ? null : listOf([...new Set(held)], "or");
}

function isOnTheList({ restrictions, meetingPremises }: GateFacts): boolean {
  const { all, named } = restrictedPremises(restrictions);
  return (meetingPremises ?? []).some((place) => all || isAmong(place, named));
}

function restrictedPremises(restrictions: readonly Restriction[]): { all: boolean; named: readonly string[] } {
  const lists = restrictions.flatMap(({ kind, parameters }) => {
    if (kind === "all_contact") return [null];
    return kind === "premises_by_appointment" ? [parameters.premises ?? null] : [];
  });
  return { all: lists.includes(null), named: lists.flatMap((list) => list ?? []) };
}

function isAmong(place: string, places: readonly string[]): boolean {
  const folded = (name: string) => name.trim().toLowerCase();
  return places.some((other) => folded(other) === folded(place));
}
