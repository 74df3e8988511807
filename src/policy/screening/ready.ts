import type { Restriction } from "../restrictions/restriction.ts";
import type { Channel, RestrictionKind } from "../vocabulary.ts";
import { type HandlingByVerdict, handlingOf } from "./handling.ts";
import type { Rule, RuleContext } from "./rule.ts";
import { RULES } from "./rules.ts";
import { type Staff, whoAnswers, whoIsPresent } from "./staff.ts";
import { foldLabel } from "./words.ts";

/** When an arrangement holds; all in epoch milliseconds. `suspendedAt` is null again once it is resumed. */
export type Period = {
  readonly startsAt: number;
  readonly endsAt: number;
  readonly liftedAt: number | null;
  readonly suspendedAt: number | null;
};

/** A restriction of the register, with what it has from its arrangement. */
export type RegisteredRestriction = {
  readonly id: string;
  readonly period: Period;
  readonly restriction: Restriction;
  /** Words of its pack that suggest protected contact, folded by `foldPhrases`. */
  readonly protectedPhrases: readonly string[];
};

/** A restriction ready to be asked about many contacts. */
export type ReadyRestriction = {
  readonly id: string;
  readonly kind: RestrictionKind;
  readonly clause: string | null;
  readonly period: Period;
  /** Folded names of the services it is limited to. */
  readonly services: ReadonlySet<string> | undefined;
  readonly rule: Rule;
  readonly handling: HandlingByVerdict;
  readonly protectedPhrases: readonly string[];
  /** The named officer or the reader, then the deputy while they are away; empty for other kinds. */
  readonly answering: readonly string[];
  /** The named officer, or the deputy while they are away: nobody when both are, and for other kinds. */
  readonly named: NamedOfficer | undefined;
  /** Its calls are counted by the week. */
  readonly countsCalls: boolean;
};

/** Somebody who is here, and the channels on which everything goes to them; undefined: on all. */
type NamedOfficer = { readonly person: string; readonly channels: readonly Channel[] | undefined };

/** Looks up its officers and folds its words, once. `staff` must know the people that `peopleNamed` lists. */
export function readyRestriction(
  { id, period, restriction, protectedPhrases }: RegisteredRestriction,
  staff: Staff,
): ReadyRestriction {
  const { kind, clause, scope } = restriction;
  const answering = answeringOf(restriction, staff);
  return {
    id,
    kind,
    clause,
    period,
    services: scope === "organisation" ? undefined : new Set(scope.map(foldLabel)),
    rule: ruleOf(restriction, { restrictionId: id, staff }),
    handling: handlingOf(restriction),
    protectedPhrases,
    answering,
    named: namedOf(restriction, whoIsPresent(staff, answering)),
    countsCalls: restriction.kind === "call_times" && restriction.parameters.maxPerWeek !== undefined,
  };
}

function ruleOf<K extends RestrictionKind>(restriction: Restriction<K>, context: RuleContext): Rule {
  return RULES[restriction.kind](restriction.parameters, context);
}

/** Everybody a restriction names, as written: the staff list and the outside contacts are asked for these and no others. */
export function peopleNamed({ kind, parameters }: Restriction): readonly string[] {
  if (kind === "no_contact_with_officers") return parameters.officers;
  if (kind === "topic_closed") return [parameters.reader];
  if (kind !== "named_officer") return [];
  return parameters.deputy === undefined ? [parameters.officer] : [parameters.officer, parameters.deputy];
}

function answeringOf({ kind, parameters }: Restriction, staff: Staff): readonly string[] {
  if (kind === "named_officer") return whoAnswers(staff, parameters.officer, parameters.deputy);
  return kind === "topic_closed" ? whoAnswers(staff, parameters.reader) : [];
}

function namedOf({ kind, parameters }: Restriction, person: string | undefined): NamedOfficer | undefined {
  return kind === "named_officer" && person !== undefined ? { person, channels: parameters.channels } : undefined;
}
