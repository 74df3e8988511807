/** What a further contact makes of an alert (SCREENING section 6). */
import type { AlertRestriction } from "../../../db/schema/contact.ts";
import type { AlertNeeded } from "../../policy/screening/answer.ts";
import { OUTCOMES, TIERS } from "../../policy/vocabulary.ts";
import type { AlertDraft, Leg, Told } from "./alert-draft.ts";

/** The alert with one more contact in it. */
export function joined(alert: AlertDraft, leg: Leg): AlertDraft {
  const { person, service } = leg;
  const isKnown = alert.reached.some((one) => one.person === person && one.service === service);
  const reached = isKnown ? alert.reached : [...alert.reached, { person, service }];
  return { ...strengthened(alert, leg), reached, contacts: alert.contacts + 1 };
}

/**
 * The alert with what a contact says of it. The strongest contact says what it is; contacts as strong as each other say it
 * together; the surest says who it is about.
 */
export function strengthened(alert: AlertDraft, leg: Leg): AlertDraft {
  const difference = OUTCOMES.indexOf(leg.outcome) - OUTCOMES.indexOf(alert.outcome);
  const meant = whoIsMeant(alert, leg);
  const both = {
    ...alert,
    told: withTold(alert.told, leg.told),
    isChanged: true,
    // Each says so of the named officer of whom it was about.
    handled: [alert, leg].some(({ about, handled }) => handled && about.ref === meant.about.ref),
  };
  // Whoever said that it was someone else said it of what was less sure.
  const surer = alert.isStronger || isSurer(leg, alert);
  const people = { ...meant, isStronger: surer, isOpen: alert.isOpen || surer };
  if (difference > 0) return { ...both, ...people };
  if (difference === 0)
    return {
      ...both,
      ...people,
      decided: together(alert.decided, leg.decided),
      handling: union(alert.handling, leg.handling),
    };
  const { outcome, channel, direction, service, decided, handling } = leg;
  return {
    ...both,
    ...people,
    outcome,
    channel,
    direction,
    service,
    decided,
    handling,
    isStronger: true,
    isOpen: true,
  };
}

function whoIsMeant(alert: AlertNeeded, leg: AlertNeeded): AlertNeeded {
  const about = isSurer(leg, alert) ? leg.about : alert.about;
  const everybody = [alert.about, ...alert.others, leg.about, ...leg.others].filter(({ ref }) => ref !== about.ref);
  return { about, others: [...new Map(everybody.map((one) => [one.ref, one])).values()] };
}

function isSurer(leg: AlertNeeded, alert: AlertNeeded): boolean {
  return TIERS.indexOf(leg.about.tier) < TIERS.indexOf(alert.about.tier);
}

function withTold(before: AlertDraft["told"], now: readonly Told[]): AlertDraft["told"] {
  const fresh = now.filter(({ officer }) => !before.has(officer));
  return new Map([...before, ...fresh.map(({ officer, part }) => [officer, part] as const)]);
}

/** Each restriction once, with its strongest outcome. */
function together(one: readonly AlertRestriction[], other: readonly AlertRestriction[]): readonly AlertRestriction[] {
  const strongest = new Map(one.map((restriction) => [restriction.id, restriction]));
  for (const restriction of other) {
    const known = strongest.get(restriction.id);
    if (!known || place(restriction) < place(known)) strongest.set(restriction.id, restriction);
  }
  return [...strongest.values()];
}

const place = ({ outcome }: AlertRestriction): number => (OUTCOMES as readonly string[]).indexOf(outcome);

function union(one: readonly string[], other: readonly string[]): readonly string[] {
  return [...new Set([...one, ...other])].sort();
}
