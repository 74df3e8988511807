/** One "not the same person" in full, in a dialog, and taking it back (SCREENING section 3). */
import { CHANNEL_WORDS } from "../src/policy/arrangement/plain-words.ts";
import { listOf } from "../src/policy/arrangement/uk-words.ts";
import type { Channel, IdentifierKind } from "../src/policy/vocabulary.ts";
import { facts as factList, line, note, opens } from "./blocks.ts";
import { dayOf, type Moment, momentInWords } from "./dates.ts";
import type { Card, Form, Target } from "./model.ts";

export type GivenKind = IdentifierKind | "ref" | "name";

const GIVEN_WORDS: Readonly<Record<GivenKind, string>> = {
  ref: "a reference",
  name: "a name",
  phone: "a phone number",
  email: "an email address",
  handle: "a social media account",
  address: "an address",
  uprn: "a property number",
};

export type NotSameDetailsFacts = {
  readonly target: Target;
  readonly customer: { readonly ref: string; readonly name: string };
  /** What the contact gave; the values themselves are not kept. */
  readonly given: readonly GivenKind[];
  readonly alert: { readonly ref: string; readonly channel: Channel } | null;
  readonly judgedBy: string | null;
  readonly judged: Moment;
  readonly until: Moment;
};

export function notSameDetails(facts: NotSameDetailsFacts): Card {
  const { target, customer, given, alert, judgedBy, judged, until } = facts;
  return {
    title: `Not ${customer.ref}`,
    notification: "An answer of the register team.",
    body: [
      line(
        "A contact that gives the same details again is not matched to this customer. One that gives the customer's reference always is.",
      ),
      factList({
        Customer: `${customer.ref} · ${customer.name}`,
        "The contact gave": `${listOf(given.map((kind) => GIVEN_WORDS[kind]))}. What they were is not kept.`,
        Alert: alert ? `${alert.ref} · ${CHANNEL_WORDS[alert.channel]}` : undefined,
        "Said by": `${judgedBy ?? "a colleague"}, ${momentInWords(judged)}`,
        Until: `${dayOf(until)}, or until the customer's name or identifiers change`,
      }),
      note("That you opened this is recorded."),
    ],
    buttons: [opens("not-same-check-again", "Check again from now on", target)],
  };
}

/** The confirmation; it has no field. */
export function checkAgainForm({
  target,
  customerRef,
}: {
  readonly target: Target;
  readonly customerRef: string;
}): Form {
  return {
    name: "not-same-check-again",
    title: "Check again",
    submit: "Confirm",
    intro: [
      line(
        `From now on, a contact that gives the same details again is matched to customer ${customerRef} like any other: the register team is asked, or the officer is told.`,
      ),
    ],
    fields: [],
    target,
  };
}
