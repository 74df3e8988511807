/** What all restrictions together ask of one officer on one channel. */
import type { Restriction } from "../restrictions/restriction.ts";
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
  /** Who stands in for a named officer who is away now; null when nobody does. Present officers are not listed. */
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
      return access.officers.includes(question.officer) ? "pass to a colleague" : null;
    case "through":
      return isPoint(access, question) ? null : throughWords(access, { question, nameOf });
  }
}

type Through = Extract<Access, { code: "through" }>;

/** Whether the officer who asks is a sole point of contact now: the named officer, or whoever stands in for them. */
export function isPointOfContact(question: CheckQuestion): boolean {
  const { restrictions, service } = question;
  return restrictions.some(
    (restriction) =>
      restriction.kind === "named_officer" &&
      bearsOnService(restriction, service) &&
      isPoint(
        { code: "through", officer: restriction.parameters.officer, deputy: restriction.parameters.deputy },
        question,
      ),
  );
}

/** While the named officer is away both they and the deputy may deal with it (SCREENING section 4). */
function isPoint(access: Through, { officer, standIns }: CheckQuestion): boolean {
  return officer === access.officer || (standIns.has(access.officer) && officer === standInOf(access, standIns));
}

function throughWords(access: Through, { question: { standIns }, nameOf }: Asking): string {
  const name = nameOf(access.officer);
  if (!standIns.has(access.officer)) return `through ${name}`;
  const standIn = standInOf(access, standIns);
  return standIn === null ? "pass to the register team" : `through ${nameOf(standIn)}, while ${name} is away`;
}

/** The deputy of the restriction goes before the one on the staff list. */
function standInOf({ officer, deputy }: Through, standIns: CheckQuestion["standIns"]): string | null {
  return deputy ?? standIns.get(officer) ?? null;
}
