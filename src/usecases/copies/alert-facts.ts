/** What the cards of an alert show: the officer's, the register team's, and the question who it was. */
import { type AlertParts, type AlertRow, findAlert, loadAlertParts } from "../../../db/queries/alerts.ts";
import type { TakenCopy } from "../../../db/queries/deliveries.ts";
import { loadGathered } from "../../../db/queries/gathered.ts";
import type { Tx } from "../../../db/transaction.ts";
import { callLimits } from "../../policy/arrangement/call-limits.ts";
import { Handling, Tier } from "../../policy/vocabulary.ts";
import { packOf } from "../pack-of.ts";
import { whoAnswersNow } from "../who-answers-now.ts";
import type { Scene } from "./copy-scene.ts";

type Outcome = "breach" | "conditional";
type Around = Pick<Scene, "staff" | "nameOf">;

/** The words on cards depend on these (cards/handling-words.ts). */
export async function handlingFacts(tx: Tx, row: AlertRow, { decided, recipients }: AlertParts, around: Around) {
  const deciding = decided.filter(({ outcome }) => outcome === row.outcome);
  const restrictions = deciding.map(({ restriction }) => restriction);
  const named = deciding.find(({ restriction }) => restriction.kind === "named_officer");
  const calls = restrictions.find(({ kind }) => kind === "call_times");
  const topic = restrictions.find(({ kind }) => kind === "topic_closed");
  const open = restrictions.find(({ kind }) => kind === "channels_only");
  return {
    disregarded: named !== undefined && (await isDisregarded(tx, named.arrangement)),
    handling: row.handling.map((code) => Handling.parse(code)),
    channel: row.channel,
    direction: row.direction,
    customerTold: decided.every(({ arrangement }) => arrangement.toldAt !== null),
    ...(named?.restriction.kind === "named_officer"
      ? pointOfContact(named.restriction.parameters, recipients, around)
      : {}),
    ...(topic?.kind === "topic_closed" ? readerOf(topic.parameters, around) : {}),
    ...(open?.kind === "channels_only" ? { openChannels: open.parameters.channels } : {}),
    ...(calls?.kind === "call_times" ? callFacts(calls.parameters) : {}),
  };
}

/** The policy that the arrangement was decided under says what becomes of contact outside it. */
async function isDisregarded(tx: Tx, arrangement: AlertParts["decided"][number]["arrangement"]): Promise<boolean> {
  const pack = await packOf(tx, arrangement.organisationId, arrangement);
  return pack.contactOutside.value === "disregarded";
}

function pointOfContact(
  named: { readonly officer: string; readonly deputy?: string | undefined },
  recipients: AlertParts["recipients"],
  { staff, nameOf }: Around,
) {
  const id = whoAnswersNow(staff, named);
  if (id === undefined) return {};
  const member = staff.find(({ email }) => email === id.toLowerCase());
  const told = recipients.some(({ part, officerId }) => part === "point_of_contact" && officerId === member?.id);
  return { pointOfContact: { name: nameOf(id), service: member?.service ?? null, told } };
}

/** The reader, or their deputy while they are away; nobody when both are. */
function readerOf({ reader }: { readonly reader: string }, { staff, nameOf }: Around) {
  const id = whoAnswersNow(staff, { officer: reader });
  return id === undefined ? {} : { reader: nameOf(id) };
}

/** A call that may never be made has no times to say. */
function callFacts(parameters: Parameters<typeof callLimits>[0]) {
  return {
    ...(parameters.maxPerWeek === 0 ? {} : { callTimes: callLimits(parameters) }),
    ...(parameters.maxMinutes === undefined ? {} : { maxMinutes: parameters.maxMinutes }),
  };
}

/** Where an alert stands, as its cards show it. */
function stateOf(row: AlertRow, { nameOf, moment }: Pick<Scene, "nameOf" | "moment">) {
  const by = row.stateBy ? nameOf(row.stateBy) : "";
  const when = moment(row.stateAt ?? row.raisedAt);
  switch (row.state) {
    case "open":
      return { code: "open" } as const;
    case "acknowledged":
      return { code: "acknowledged", by, when } as const;
    case "someone_else":
      return { code: "someone-else", by, when, sameAfterAll: row.judgement === "same" } as const;
    case "allowed":
      return { code: "allowed", by, when } as const;
  }
}

async function load(tx: Tx, { copy }: Scene<Pick<TakenCopy, "organisationId" | "subjectId">>) {
  const row = await findAlert(tx, { organisation: copy.organisationId, id: copy.subjectId });
  return row && { row, parts: await loadAlertParts(tx, row) };
}

/** Whom a card is for, and about which alert. */
type ForOfficer = Pick<TakenCopy, "organisationId" | "subjectId" | "officerId"> & Partial<Pick<TakenCopy, "round">>;

/** A card sent in this round tells a manager that nobody acknowledged the alert. */
export const ESCALATED = 2;

/** Facts of the card of one officer: reached by the contact, its point of contact, or standing in. */
export async function alertOfficerFacts(tx: Tx, scene: Scene<ForOfficer>) {
  const found = await load(tx, scene);
  if (!found) return undefined;
  const { row, parts } = found;
  const words = await handlingFacts(tx, row, parts, scene);
  const me = parts.recipients.find(({ officerId }) => officerId === scene.copy.officerId);
  const clauses = parts.decided.flatMap(({ restriction, outcome }) =>
    outcome === row.outcome && restriction.clause ? [restriction.clause] : [],
  );
  return {
    ...words,
    part: me?.part ?? "reached",
    isRecipient: me !== undefined,
    target: { id: row.id, version: row.version },
    ref: row.ref,
    outcome: row.outcome as Outcome,
    tier: Tier.exclude(["possible"]).parse(row.tier),
    customerRef: parts.about.ref,
    clauses: [...new Set(clauses)],
    occurred: scene.moment(row.occurredAt),
    contacts: row.contacts,
    // A manager whom a later leg reached has it as their own.
    ...(me?.part === "standing_in" && !parts.reached.includes(me.officerId)
      ? { standingIn: standingIn(parts, scene) }
      : {}),
    isReader: me !== undefined && words.reader === scene.nameOf(me.officerId) && !isNamed(me.officerId),
    handled: row.handled,
    told: toldOf(parts, scene),
    reached: parts.reached.filter((id) => id !== me?.officerId).map(scene.nameOf),
    state: row.handled && row.state === "open" && me?.part === "reached" ? handled() : stateOf(row, scene),
  };

  function handled() {
    return { code: "handled", by: words.pointOfContact?.name ?? "the named officer" } as const;
  }

  function isNamed(officer: string): boolean {
    return words.pointOfContact?.name === scene.nameOf(officer);
  }
}

/** Why a manager has the card: the officer could not be told, has not answered, or there is none. */
function standingIn({ recipients, reached }: AlertParts, { copy, nameOf }: Scene<ForOfficer>) {
  const told = (as: AlertParts["recipients"][number]["part"]) =>
    recipients.filter(({ part, officerId }) => part === as && officerId !== copy.officerId).map((one) => one.officerId);
  if (copy.round === ESCALATED) {
    const silent = told("reached").length > 0 ? told("reached") : told("standing_in");
    return { why: "not-acknowledged", officers: silent.map(nameOf) } as const;
  }
  const missed = reached.filter((id) => !recipients.some(({ officerId }) => officerId === id));
  return { why: missed.length > 0 ? "not-reached" : "no-officer", officers: missed.map(nameOf) } as const;
}

/** Facts of the register team's card, masked; the card of a possible match when that is what it is. */
export async function alertChannelFacts(tx: Tx, scene: Scene) {
  const found = await load(tx, scene);
  if (!found) return undefined;
  const { row, parts } = found;
  const common = {
    target: { id: row.id, version: row.version },
    ref: row.ref,
    service: row.service,
    channel: row.channel,
    occurred: scene.moment(row.occurredAt),
    contacts: row.contacts,
  };
  if (row.outcome === "possible_match")
    return { ...common, direction: row.direction, state: judgementOf(row, scene), possible: true } as const;
  const state = row.handled && row.state === "open" ? ({ code: "handled", by: "" } as const) : stateOf(row, scene);
  return {
    ...common,
    outcome: row.outcome as Outcome,
    kinds: parts.decided.filter(({ outcome }) => outcome === row.outcome).map(({ restriction }) => restriction.kind),
    reached: parts.reached.length,
    told: toldOf(parts, scene),
    state,
    possible: false,
  } as const;
}

/** Who was told: how many of those reached, and which managers. */
function toldOf({ recipients, reached }: AlertParts, { nameOf }: Pick<Scene, "nameOf">) {
  const managers = recipients.filter(({ part, officerId }) => part === "standing_in" && !reached.includes(officerId));
  return {
    officers: reached.filter((id) => recipients.some(({ officerId }) => officerId === id)).length,
    managers: managers.map(({ officerId }) => nameOf(officerId)),
    pointOfContact: recipients.some(({ part }) => part === "point_of_contact"),
  };
}

function judgementOf(row: AlertRow, { nameOf, moment }: Scene) {
  if (!row.judgement || !row.judgedBy || !row.judgedAt) return { code: "open" } as const;
  return {
    code: row.judgement === "same" ? "same" : "not-same",
    by: nameOf(row.judgedBy),
    when: moment(row.judgedAt),
  } as const;
}

/** Facts of the question that follows "It is someone else". */
export async function someoneElseFacts(tx: Tx, scene: Scene) {
  const row = await findAlert(tx, { organisation: scene.copy.organisationId, id: scene.copy.subjectId });
  if (!row) return undefined;
  return {
    target: { id: row.id, version: row.version },
    ref: row.ref,
    service: row.service,
    when: scene.moment(row.stateAt ?? row.raisedAt),
    state: judgementOf(row, scene),
  };
}

/** Facts of the card that several alerts share; nothing when the alert has a card of its own. */
export async function alertDigestFacts(tx: Tx, { copy, moment }: Scene) {
  const gathered = await loadGathered(tx, copy);
  const [first] = gathered;
  if (!first || gathered.length < 2) return undefined;
  return {
    since: moment(first.alert.raisedAt),
    alerts: gathered.map(({ alert }) => ({
      target: { id: alert.id, version: alert.version },
      ref: alert.ref,
      service: alert.service,
      possible: alert.outcome === "possible_match",
      beforeVisit:
        alert.outcome === "possible_match" && alert.channel === "home_visit" && alert.direction === "outbound",
      open: alert.state === "open" && alert.judgement === null,
    })),
  };
}
