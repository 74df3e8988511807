/** What the cards of an alert show: the officer's, the register team's, and the question who it was. */
import { type AlertParts, type AlertRow, findAlert, loadAlertParts } from "../../../db/queries/alerts.ts";
import { loadGathered } from "../../../db/queries/gathered.ts";
import type { Tx } from "../../../db/transaction.ts";
import { callLimits } from "../../policy/arrangement/call-limits.ts";
import { Handling, Tier } from "../../policy/vocabulary.ts";
import { whoAnswersNow } from "../who-answers-now.ts";
import type { Scene } from "./copy-scene.ts";

type Outcome = "breach" | "conditional";

/** The words on cards depend on these (cards/handling-words.ts). */
export function handlingFacts(
  row: AlertRow,
  { decided, recipients }: AlertParts,
  { organisation, staff, nameOf }: Pick<Scene, "organisation" | "staff" | "nameOf">,
) {
  const deciding = decided.filter(({ outcome }) => outcome === row.outcome);
  const contact = recipients.find(({ part }) => part === "point_of_contact");
  const named = deciding.map(({ restriction }) => restriction).find(({ kind }) => kind === "named_officer");
  const calls = deciding.map(({ restriction }) => restriction).find(({ kind }) => kind === "call_times");
  const reader = deciding.map(({ restriction }) => restriction).find(({ kind }) => kind === "topic_closed");
  const open = deciding.map(({ restriction }) => restriction).find(({ kind }) => kind === "channels_only");
  return {
    packId: deciding[0]?.arrangement.packId ?? organisation.packId,
    kinds: deciding.map(({ restriction }) => restriction.kind),
    handling: row.handling.map((code) => Handling.parse(code)),
    channel: row.channel,
    direction: row.direction,
    customerTold: decided.every(({ arrangement }) => arrangement.toldAt !== null),
    ...(named?.kind === "named_officer" ? pointOfContact(named.parameters) : {}),
    ...(reader?.kind === "topic_closed" ? { reader: nameOf(reader.parameters.reader) } : {}),
    ...(open?.kind === "channels_only" ? { openChannels: open.parameters.channels } : {}),
    ...(calls?.kind === "call_times" ? callFacts(calls.parameters) : {}),
  };

  function pointOfContact(parameters: { officer: string; deputy?: string | undefined }) {
    const id = whoAnswersNow(staff, parameters);
    if (id === undefined) return {};
    const member = staff.find(({ email }) => email === id.toLowerCase());
    return {
      pointOfContact: {
        name: nameOf(id),
        body: member?.service ?? "outside the organisation",
        told: member !== undefined && member.id === contact?.officerId,
      },
    };
  }
}

function callFacts(parameters: Parameters<typeof callLimits>[0]) {
  return {
    callTimes: callLimits(parameters),
    ...(parameters.maxMinutes === undefined ? {} : { maxMinutes: parameters.maxMinutes }),
  };
}

/** Where an alert stands, as its cards show it. */
function stateOf(row: AlertRow, { nameOf, moment }: Scene) {
  const by = row.stateBy ? nameOf(row.stateBy) : "";
  const when = moment(row.stateAt ?? row.raisedAt);
  switch (row.state) {
    case "open":
      return { code: "open" } as const;
    case "acknowledged":
      return { code: "acknowledged", by, when } as const;
    case "someone_else":
      return { code: "someone-else", by, when } as const;
    case "allowed":
      return { code: "allowed", by, when } as const;
  }
}

async function load(tx: Tx, { copy }: Scene) {
  const row = await findAlert(tx, { organisation: copy.organisationId, id: copy.subjectId });
  return row && { row, parts: await loadAlertParts(tx, row) };
}

/** Facts of the card of one officer: reached by the contact, its point of contact, or standing in. */
export async function alertOfficerFacts(tx: Tx, scene: Scene) {
  const found = await load(tx, scene);
  if (!found) return undefined;
  const { row, parts } = found;
  const words = handlingFacts(row, parts, scene);
  const me = parts.recipients.find(({ officerId }) => officerId === scene.copy.officerId);
  const reached = parts.recipients.filter(({ part }) => part === "reached");
  const insteadOf = me?.part === "standing_in" && reached[0] ? scene.nameOf(reached[0].officerId) : undefined;
  return {
    ...words,
    part: me?.part ?? "reached",
    target: { id: row.id, version: row.version },
    ref: row.ref,
    outcome: row.outcome as Outcome,
    tier: Tier.exclude(["possible"]).parse(row.tier),
    customerRef: parts.about.ref,
    clauses: [
      ...new Set(
        parts.decided.flatMap(({ restriction, outcome }) =>
          outcome === row.outcome && restriction.clause ? [restriction.clause] : [],
        ),
      ),
    ],
    occurred: scene.moment(row.occurredAt),
    contacts: row.contacts,
    ...(insteadOf ? { insteadOf } : {}),
    state: row.handled && row.state === "open" && me?.part === "reached" ? handled() : stateOf(row, scene),
  };

  function handled() {
    return { code: "handled", by: words.pointOfContact?.name ?? "the point of contact" } as const;
  }
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
  const told = toldOf(parts, scene);
  return {
    ...common,
    outcome: row.outcome as Outcome,
    reached: parts.reached.length,
    told,
    state,
    possible: false,
  } as const;
}

function toldOf({ recipients, reached }: AlertParts, { nameOf }: Scene) {
  const standing = recipients.find(({ part }) => part === "standing_in");
  if (recipients.some(({ part, officerId }) => part === "reached" && reached.includes(officerId)))
    return { code: "officer" } as const;
  return standing ? ({ code: "instead", who: nameOf(standing.officerId) } as const) : ({ code: "nobody" } as const);
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
      open: alert.state === "open" && alert.judgement === null,
    })),
  };
}
