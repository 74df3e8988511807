/** 7.2.1 "The employee or service manager"; 7.2.2 "a service manager will write": who takes which rung of the ladder. */
import type { Decider } from "../approval/may-decide.ts";
import type { Pack } from "../packs/pack.ts";
import { seatsOf } from "../staff/seats.ts";
import type { LadderRole } from "../vocabulary.ts";
import type { Rung } from "./continued.ts";

/** What the rung is about: the service it happened in, and whom it happened to. */
export type About = {
  readonly service: string;
  /** Who reported it, and then those it happened to. */
  readonly metBy: readonly string[];
  /** To whom the report was given, a service manager or whoever does it in their place; null when to nobody. */
  readonly triageOfficerId: string | null;
};

export type TakeRefusal =
  | { readonly code: "not-present" }
  /** The policy goes without this step. */
  | { readonly code: "not-in-policy" }
  /** `needs`: the roles that take it; a service manager is that of the service. */
  | { readonly code: "role-too-low"; readonly needs: readonly LadderRole[]; readonly service: string };

/** Why this officer may not take the rung; `undefined` when they may, for themselves or for somebody who is away. */
export function mayTake(
  rung: Rung,
  officer: Decider,
  { about, pack }: { about: About; pack: Pack },
): TakeRefusal | undefined {
  if (officer.status !== "active") return { code: "not-present" };
  const step = pack.steps.find((one) => one.step === rung);
  if (rung !== "proposal" && !step) return { code: "not-in-policy" };

  const needs = (step?.by ?? pack.proposedBy).value;
  return needs.some((role) => stands(role, officer, about))
    ? undefined
    : { code: "role-too-low", needs, service: about.service };
}

function stands(role: LadderRole, officer: Decider, about: About): boolean {
  switch (role) {
    // "The employee": whoever it happened to, whatever else they are.
    case "officer":
      return about.metBy.includes(officer.id);
    case "service_manager":
      return seesTo(officer, about);
    case "senior_officer":
    case "executive":
      return seatsOf(officer).some((seat) => holds(seat, role));
  }
}

/** Whether they see to it as the service manager does: of its service, or because they have it, or stand in for one of these. */
export function seesTo(officer: Decider, { service, triageOfficerId }: About): boolean {
  return seatsOf(officer).some(
    (seat) => seat.id === triageOfficerId || (holds(seat, "service_manager") && seat.service === service),
  );
}

const holds = ({ roles }: Pick<Decider, "roles">, role: LadderRole): boolean => roles.includes(role);
