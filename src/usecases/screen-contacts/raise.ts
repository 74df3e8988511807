/** Writing alerts: the rows, who is told, what falls due, and that it happened. */
import type { Sql } from "../../../db/connect.ts";
import { appendAudit } from "../../../db/queries/audit.ts";
import { addCopies, refreshCopies, type WantedCopy } from "../../../db/queries/copies.ts";
import { addDue, putBackDue } from "../../../db/queries/due.ts";
import type { Settings } from "../../../db/queries/screening/before.ts";
import {
  addAlerts,
  addRecipients,
  type ChangedAlert,
  type NewAlert,
  updateAlerts,
} from "../../../db/queries/screening/keep.ts";
import type { Tx } from "../../../db/transaction.ts";
import type { Pack } from "../../policy/packs/pack.ts";
import { addWorkingTime } from "../../policy/working-time/add-working-time.ts";
import { workingClock } from "../../policy/working-time/working-clock.ts";
import type { Context } from "../context.ts";
import { holidaysOf } from "../holidays-of.ts";
import type { AlertDraft } from "./alert-draft.ts";

export type Raising = {
  readonly organisation: string;
  readonly at: Date;
  readonly chats: Context["chats"];
  readonly settings: Settings;
  readonly pack: Pack;
  /** The organisation's own added holidays, as ISO dates. */
  readonly holidays: readonly string[];
  /** The id of a customer by reference. */
  readonly customerId: (ref: string) => string;
};

/**
 * Writes the alerts that are new and those that changed. The number of statements does not depend on how many, and none
 * waits for the answer of another.
 */
export async function raiseAlerts(
  tx: Tx,
  sql: Sql,
  { alerts, ...raising }: Raising & { readonly alerts: readonly AlertDraft[] },
): Promise<void> {
  const { organisation, at, chats } = raising;
  const fresh = alerts.filter(({ isNew }) => isNew);
  const changed = alerts.filter(({ isNew, isChanged }) => isChanged && !isNew);
  if (fresh.length + changed.length === 0) return;

  await Promise.all([
    // First: one that turns out to be about somebody else makes room for one about whom it was about, in one conversation.
    updateAlerts(
      sql,
      organisation,
      changed.map((alert) => changedAlert(alert, raising)),
    ),
    addAlerts(
      sql,
      organisation,
      fresh.map((alert) => newAlert(alert, raising)),
    ),
    addRecipients(sql, organisation, [...fresh, ...changed].flatMap(recipientsOf)),
    refreshCopies(tx, organisation, [...new Set([...changed.map(({ id }) => id), ...alerts.flatMap(inWhoseCard)])]),
    addCopies(tx, { organisation, chats, now: at }, [...fresh, ...changed].flatMap(copiesOf)),
    addDue(tx, organisation, dueOf(fresh, raising)),
    // Whoever answered took it off the list; out of working hours it falls due at the same time as before. What has a card
    // of its own only now was never on it.
    putBackDue(tx, organisation, dueOf(changed, raising)),
    appendAudit(
      tx,
      ...[...fresh, ...changed]
        .filter((alert) => isRaised(alert) || isOnItsOwnNow(alert))
        .map((alert) => auditOf(alert, raising)),
    ),
  ]);
}

function newAlert(alert: AlertDraft, raising: Raising): NewAlert {
  return {
    ...columnsOf(alert, raising),
    conversation: alert.conversation,
    series: alert.series,
    place: alert.place,
    occurredAt: new Date(alert.at),
    raisedAt: raising.at,
  };
}

function changedAlert(alert: AlertDraft, raising: Raising): ChangedAlert {
  return { ...columnsOf(alert, raising), stronger: alert.isStronger };
}

function columnsOf(
  {
    id,
    about,
    others,
    outcome,
    channel,
    direction,
    service,
    decided,
    handling,
    contacts,
    handled,
    likeness,
    gatheredIn,
  }: AlertDraft,
  { customerId }: Raising,
) {
  const people = { customerId: customerId(about.ref), alsoCustomers: others.map(({ ref }) => customerId(ref)) };
  return {
    id,
    ...people,
    outcome,
    tier: about.tier,
    channel,
    direction,
    service,
    decided,
    handling: [...handling],
    contacts,
    handled,
    likeness,
    gatheredIn,
  };
}

const recipientsOf = ({ id, told }: AlertDraft) =>
  [...told].flatMap(([officer, part]) => (part === undefined ? [] : [{ alert: id, officer, part }]));

/**
 * Officers who were told before have their copy already, and so has the register team: but not of what stood in the card
 * of another alert. Whose it was the register team was asked about that one.
 */
function copiesOf(alert: AlertDraft): readonly WantedCopy[] {
  const { id: subject, gatheredIn, isNew, told } = alert;
  if (gatheredIn !== null) return [];
  const isOwn = isNew || isOnItsOwnNow(alert);
  const officers = isOwn ? [...told.keys()] : recipientsOf(alert).map(({ officer }) => officer);
  const copies = officers.map((officer) => ({ kind: "alert-officer", subject, officer }) as const);
  if (!isOwn) return copies;
  const isAsked = alert.isAsked && !alert.isStronger;
  const kinds = isAsked ? (["alert-channel", "someone-else"] as const) : (["alert-channel"] as const);
  return [...copies, ...kinds.map((kind) => ({ kind, subject, officer: "register-team" }))];
}

/** It stood in the card of another alert before this request. */
const isOnItsOwnNow = ({ wasIn, gatheredIn }: AlertDraft): boolean => wasIn !== null && gatheredIn === null;

/** Cards that count another contact, or one fewer. */
const inWhoseCard = ({ isNew, isChanged, wasIn, gatheredIn }: AlertDraft): readonly string[] =>
  isNew || isChanged ? [wasIn, gatheredIn].flatMap((head) => head ?? []) : [];

/** Raised now, or a possible match that only now reaches officers. */
const isRaised = ({ isNew, isStronger }: AlertDraft): boolean => isNew || isStronger;

/** The pack's time to acknowledge, for alerts that officers get. */
function dueOf(alerts: readonly AlertDraft[], { at, settings, pack, holidays }: Raising) {
  const waiting = alerts.filter(
    (alert) =>
      (isRaised(alert) || isOnItsOwnNow(alert)) &&
      alert.isOpen &&
      alert.gatheredIn === null &&
      alert.outcome !== "possible_match",
  );
  if (waiting.length === 0) return [];
  const clock = workingClock(pack, {
    timeZone: settings.timeZone,
    holidays: holidaysOf({ ...settings, holidays: [...holidays] }, at),
  });
  const until = addWorkingTime(at, pack.acknowledgeMinutes.value, clock);
  return waiting.map(({ id }) => ({ kind: "alert-unacknowledged", subject: id, at: until }) as const);
}

function auditOf(alert: AlertDraft, { organisation, at }: Raising) {
  const { id, outcome, about, channel } = alert;
  const event = alert.isNew ? "alert-raised" : alert.isStronger ? "alert-strengthened" : "alert-on-its-own";
  return {
    organisation,
    at,
    event,
    by: null,
    subject: { kind: "alert", id },
    facts: { outcome, tier: about.tier, channel },
  };
}
