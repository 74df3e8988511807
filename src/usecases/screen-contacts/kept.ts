/** What is kept of each contact: as little as its outcome allows (DESIGN decision 14). The excerpt never is. */
import type { KeptContact, WeekCall } from "../../../db/queries/screening/keep.ts";
import type { Contact } from "../../policy/screening/contact.ts";
import type { Decided } from "./decided.ts";
import { everybody } from "./earlier.ts";
import { pairOf } from "./given.ts";
import type { KeptAnswer } from "./result.ts";
import type { Before } from "./surroundings.ts";

/** The row of one contact. */
export function keptContact(contact: Decided, before: Before): KeptContact {
  const { key, facts, screening } = contact;
  const { outcome } = screening.answer;
  const bare = {
    sourceId: key,
    occurredAt: new Date(facts.at),
    direction: facts.direction,
    channel: facts.channel,
    service: before.serviceName(facts.service),
    outcome,
    answer: keptAnswer(contact),
  };
  if (outcome === "clear" || outcome === "not_checked") return { ...bare, ...NOTHING_MORE };
  return { ...bare, ...aboutCustomer(contact, before) };
}

/** The answer as it is kept, with the alert that it raised or joined. */
export function keptAnswer({ screening, alertId }: Decided): KeptAnswer {
  return { ...screening.answer, alertId };
}

const NOTHING_MORE = {
  officerId: null,
  customerId: null,
  subject: null,
  seen: null,
  alertId: null,
  pair: null,
  handledConversation: null,
};

function aboutCustomer(contact: Decided, before: Before) {
  const { facts, screening, alertId, inHandFor, isJudged } = contact;
  const { outcome, match } = screening.answer;
  const customer = everybody(contact).find(({ known }) => known.ref === match?.customerRef);
  const about = screening.alert?.about;
  return {
    officerId: (facts.reached && before.reached.get(facts.reached)?.id) || null,
    customerId: customer?.id ?? null,
    subject: screening.subjectDecided ? (contact.contact.subject?.toWellFormed() ?? null) : null,
    seen: outcome === "possible_match" && !isJudged ? textsSeen(contact.contact) : null,
    alertId,
    pair: about ? pairOf(contact.given[about.side]) : null,
    handledConversation: inHandFor === undefined ? null : facts.conversation,
  };
}

/** The identifiers as the source wrote them, for the register team to judge by. */
function textsSeen({ customer, onBehalf }: Contact): Readonly<Record<string, string>> {
  const { handle, ...texts } = customer;
  const account = handle && { handle: `${handle.platform} ${handle.name}` };
  const other = onBehalf && {
    onBehalfName: onBehalf.name,
    onBehalfRef: onBehalf.ref,
    onBehalfPhone: onBehalf.phone,
    onBehalfEmail: onBehalf.email,
  };
  const given = Object.entries({ ...texts, ...account, ...other });
  return Object.fromEntries(
    given.flatMap(([key, value]) => (value === undefined ? [] : [[key, value.toWellFormed()] as const])),
  );
}

/** The calls that one contact uses up; `source` as it is stored. */
export function weekCallsOf({ key, facts, screening }: Decided, source: string): readonly WeekCall[] {
  return screening.countsFor.map((restriction) => ({
    restriction,
    conversation: facts.conversation,
    source,
    sourceId: key,
    occurredAt: new Date(facts.at),
  }));
}
