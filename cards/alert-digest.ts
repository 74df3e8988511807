/** To the register team's channel when alerts come faster than it takes messages: one card that counts. Masked. */
import { counted, listOf } from "../src/policy/arrangement/uk-words.ts";
import { line, list, note, opens } from "./blocks.ts";
import { type Moment, momentInWords } from "./dates.ts";
import type { Card, Target } from "./model.ts";

export type AlertDigestFacts = {
  readonly since: Moment;
  readonly alerts: readonly {
    readonly target: Target;
    readonly ref: string;
    /** `null` when neither the contact nor the officer says which. */
    readonly service: string | null;
    readonly possible: boolean;
    /** A possible match on a home visit that an officer plans. */
    readonly beforeVisit: boolean;
    readonly open: boolean;
  }[];
};

/** Buttons that still read well; the others are opened once these are done. */
const OPENED_HERE = 8;

export function alertDigest({ since, alerts }: AlertDigestFacts): Card {
  const possible = alerts.filter((one) => one.possible).length;
  const unanswered = alerts.filter((one) => one.open);
  const visits = unanswered.filter((one) => one.beforeVisit);
  const open = [...visits, ...unanswered.filter((one) => !one.beforeVisit)];
  return {
    title:
      open.length === 0
        ? `${counted(alerts.length, "contact")}, all answered`
        : `${counted(open.length, "contact")} to look at`,
    notification: "Several contacts outside arrangements: open to see more.",
    body: [
      ...(visits.length === 0 ? [] : [line({ strong: beforeVisits(visits.map(({ ref }) => ref)) })]),
      line(`${whatTheyAre(alerts.length - possible, possible)}. They came too fast for one message each.`),
      list(byService(alerts)),
      ...(open.length === 0 ? [] : [line(`Not answered: ${listOf(firstOf(open.map(({ ref }) => ref)))}.`)]),
      note(
        `Since ${momentInWords(since)}${open.length === 0 ? "" : " · Open is for those entitled, and is recorded."}`,
      ),
    ],
    buttons: open.slice(0, OPENED_HERE).map(({ target, ref }) => opens("alert-open", `Open ${ref}`, target)),
  };
}

/** A visit cannot be undone: it stands first in the channel (SCREENING section 6). */
function beforeVisits(refs: readonly string[]): string {
  return `${refs.length === 1 ? "Speak to the officer before they go." : "Speak to the officers before they go."} ${listOf(refs)}: home visit.`;
}

/** "9 contacts outside an arrangement, 3 possible matches"; what there is none of is left out. */
function whatTheyAre(outside: number, possible: number): string {
  const parts = [
    ...(outside > 0 ? [`${counted(outside, "contact")} outside an arrangement`] : []),
    ...(possible > 0 ? [`${possible} possible ${possible === 1 ? "match" : "matches"}`] : []),
  ];
  return parts.join(", ");
}

/** As many as have a button here, and how many more. */
function firstOf(refs: readonly string[]): readonly string[] {
  const more = refs.length - OPENED_HERE;
  return [...refs.slice(0, OPENED_HERE), ...(more > 0 ? [`${more} more`] : [])];
}

function byService(alerts: AlertDigestFacts["alerts"]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { service } of alerts)
    counts.set(service ?? "Service not known", (counts.get(service ?? "Service not known") ?? 0) + 1);
  return [...counts].map(([service, count]) => `${service}: ${count}`);
}
