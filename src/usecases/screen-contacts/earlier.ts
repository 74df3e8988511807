/** What earlier requests left behind and these contacts build on, read under locks. */
import type { Sql } from "../../../db/connect.ts";
import { loadEarlierAlerts, loadHandled, loadWeekCalls, lockThings } from "../../../db/queries/screening/earlier.ts";
import { placeOf, SERIES } from "../../policy/screening/series.ts";
import { onRecord } from "./alert-draft.ts";
import { conversationKey } from "./alerts-of-request.ts";
import type { Earlier } from "./decided.ts";
import { least, type Matched, most } from "./matched.ts";
import type { FoundPerson, Person } from "./people.ts";

/** Where nothing can have been left behind. */
export const NOTHING: Earlier = { calls: new Map(), alerts: [], inHand: new Set(), customers: new Map() };

/**
 * Of contacts that may be about somebody. Sends the locks and the look-ups after them together; each look-up then sees what
 * the last holder of the lock wrote.
 */
export async function loadEarlier(sql: Sql, organisation: string, matched: readonly Matched[]): Promise<Earlier> {
  if (matched.length === 0) return NOTHING;
  const counted = matched.flatMap((contact) =>
    contact.facts.channel === "phone" ? everybody(contact).flatMap(countingCalls) : [],
  );
  const conversations = each(
    matched.flatMap(({ inConversation, facts }) => (inConversation ? [facts.conversation] : [])),
  );
  const times = matched.map(({ facts }) => facts.at);
  const [first, last] = [least(times), most(times)];
  const customers = each(matched.flatMap((contact) => everybody(contact).map(({ id }) => id)));
  const places = each(matched.flatMap((one) => everybody(one).map(({ known }) => placeOf(one.facts, known.ref))));

  const [, calls, alerts, handled] = await Promise.all([
    lockThings(sql, organisation, [
      ...each(counted.map(({ customer }) => `week of ${customer}`)),
      ...conversations,
      ...customers.map((id) => `alerts of ${id}`),
    ]),
    loadWeekCalls(sql, organisation, {
      restrictions: each(counted.map(({ restriction }) => restriction)),
      from: new Date(least(matched.map(({ facts }) => facts.local().weekStartsAt))),
      to: new Date(last),
    }),
    loadEarlierAlerts(sql, organisation, {
      conversations,
      places,
      from: new Date(first - SERIES),
      to: new Date(last + SERIES),
    }),
    loadHandled(sql, organisation, conversations),
  ]);
  return {
    calls: Map.groupBy(calls, ({ restriction }) => restriction),
    alerts: alerts.map(onRecord),
    customers: new Map(
      alerts
        .flatMap(({ customerRef: ref, customerId: id, others }) => [{ ref, id }, ...others])
        .map(({ ref, id }) => [ref, id] as const),
    ),
    inHand: new Set(handled.map(({ conversation, customerRef }) => conversationKey(conversation, customerRef))),
  };
}

/** Whether anybody was found at all, on either side. */
export function isMatched({ customer, representative }: Matched): boolean {
  return customer.length + representative.length > 0;
}

/** The people a contact may be about. */
export function everybody({ customer, representative }: Matched): readonly Person[] {
  return [...customer, ...representative].map(({ person }: FoundPerson) => person);
}

function countingCalls({ id, restrictions }: Person) {
  return restrictions.flatMap(({ id: restriction, restriction: { kind, parameters } }) =>
    kind === "call_times" && parameters.maxPerWeek !== undefined ? [{ customer: id, restriction }] : [],
  );
}

function each(values: readonly string[]): readonly string[] {
  return [...new Set(values)];
}
