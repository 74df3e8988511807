/** What all restrictions together ask of one officer on one channel. */
import type { Restriction } from "../restrictions/restriction.ts";
import { personKey } from "../screening/staff.ts";
import type { Channel } from "../vocabulary.ts";
import { type Access, accessOf, bearsOnService } from "./access.ts";

export type CheckQuestion = {
  readonly restrictions: readonly Restriction[];
  /** The officer who asks. */
  readonly officer: string;
  /** The channel they plan to use; null when they do not say. */
  readonly channel: Channel | null;
  /** The service they work for; null when it is not known. */
  readonly service: string | null;
  /** Who is away now, by e-mail in lower case, with who stands in for them; null when nobody does. Others are present. */
  readonly standIns: ReadonlyMap<string, string | null>;
};

export type Demand = {
  readonly closed: boolean;
  /** Through whom: "through Priya Shah"; null when this officer may deal with it. */
  readonly via: string | null;
  /** What has to be seen to: "two of you", "a witness with you". */
  readonly conditions: readonly string[];
};

/** Who is asking, and how people are called. */
type Asking = { readonly question: CheckQuestion; readonly nameOf: (id: string) => string };

/** For a planned contact in either direction: a sole point of contact counts for both. */
export function demandOn(channel: Channel, asking: Asking): Demand {
  const { restrictions, service } = asking.question;
  const asked = restrictions
    .filter((restriction) => bearsOnService(restriction, service))
    .map((restriction) => accessOf(restriction, channel))
    .filter((access) => access !== undefined);
  const vias = asked.map((access) => viaOf(access, asking)).filter((via) => via !== null);
  const conditions = asked.flatMap((access) => (access.code === "condition" ? [access.words] : []));
  return {
    closed: asked.some(({ code }) => code === "closed"),
    via: vias.length === 0 ? null : [...new Set(vias)].join(", "),
    conditions: [...new Set(conditions)].toSorted(),
  };
}

function viaOf(access: Access, { question, nameOf }: Asking): string | null {
  switch (access.code) {
    case "closed":
    case "condition":
      return null;
    case "representative":
      return "through somebody acting for the customer";
    case "not_with":
      return access.officers.some((officer) => isSame(officer, question.officer)) ? "pass to a colleague" : null;
    case "through":
      return isPoint(access, question) ? null : throughWords(access, { question, nameOf });
  }
}

type Through = Extract<Access, { code: "through" }>;
type Named = Pick<Through, "officer" | "deputy">;

/** Whether the officer who asks is a sole point of contact now: the named officer, or whoever stands in for them. */
export function isPointOfContact(question: CheckQuestion): boolean {
  const { restrictions, service } = question;
  return restrictions.some(
    (restriction) =>
      restriction.kind === "named_officer" &&
      bearsOnService(restriction, service) &&
      isPoint({ officer: restriction.parameters.officer, deputy: restriction.parameters.deputy }, question),
  );
}

/** While the person named is away both they and the deputy may deal with it (SCREENING section 4). */
export function isPoint(named: Named, { officer, standIns }: Pick<CheckQuestion, "officer" | "standIns">): boolean {
  if (isSame(named.officer, officer)) return true;
  const standIn = deputyOf(named, standIns);
  return standIns.has(personKey(named.officer)) && standIn !== null && isSame(standIn, officer);
}

function throughWords(access: Through, { question: { standIns }, nameOf }: Asking): string {
  const present = presentOf(access, standIns);
  if (present === null) return "pass to the register team";
  return present === access.officer
    ? `through ${nameOf(present)}`
    : `through ${nameOf(present)}, in place of ${nameOf(access.officer)}`;
}

/** Who answers for the person named at this moment: they, else their deputy; null when both are away. */
export function presentOf(named: Named, standIns: CheckQuestion["standIns"]): string | null {
  if (!standIns.has(personKey(named.officer))) return named.officer;
  const standIn = deputyOf(named, standIns);
  return standIn !== null && standIns.has(personKey(standIn)) ? null : standIn;
}

/** The deputy of the restriction goes before the one on the staff list. */
function deputyOf({ officer, deputy }: Named, standIns: CheckQuestion["standIns"]): string | null {
  return deputy ?? standIns.get(personKey(officer)) ?? null;
}

function isSame(one: string, other: string): boolean {
  return personKey(one) === personKey(other);
}
