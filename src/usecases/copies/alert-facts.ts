/** What the register team's cards of an alert show: the masked one, the question who it was, and several in one. */
import { type AlertRow, findAlert, loadAlertParts } from "../../../db/queries/alerts.ts";
import { loadGathered } from "../../../db/queries/gathered.ts";
import { hasRemembered } from "../../../db/queries/not-same.ts";
import type { Tx } from "../../../db/transaction.ts";
import { loadAlert, stateOf, toldOf } from "./alert-shown.ts";
import type { Scene } from "./copy-scene.ts";
import { inHandNow } from "./in-hand.ts";

/** Facts of the register team's card, masked; the card of a possible match when that is what it is. */
export async function alertChannelFacts(tx: Tx, scene: Scene) {
  const found = await loadAlert(tx, scene.copy);
  if (!found) return undefined;
  const { row, parts } = found;
  const common = {
    target: { id: row.id, version: row.version },
    ref: row.ref,
    service: row.service,
    channel: row.channel,
    occurred: scene.moment(row.occurredAt),
    contacts: parts.contacts,
  };
  if (row.outcome === "possible_match")
    return { ...common, direction: row.direction, state: await judgementOf(tx, row, scene), possible: true } as const;
  const isInHand = row.state === "open" && inHandNow(row, parts, scene) !== undefined;
  const state = isInHand ? ({ code: "handled", by: "" } as const) : stateOf(row, scene);
  return {
    ...common,
    outcome: row.outcome as "breach" | "conditional",
    kinds: parts.decided.filter(({ outcome }) => outcome === row.outcome).map(({ restriction }) => restriction.kind),
    reached: parts.reached.length,
    told: toldOf(parts, scene),
    state,
    possible: false,
  } as const;
}

async function judgementOf(tx: Tx, row: AlertRow, { nameOf, moment }: Scene) {
  if (!row.judgement || !row.judgedBy || !row.judgedAt) return { code: "open" } as const;
  const judged = { by: nameOf(row.judgedBy), when: moment(row.judgedAt) };
  if (row.judgement === "same") return { code: "same", ...judged } as const;
  return { code: "not-same", ...judged, remembered: await hasRemembered(tx, row) } as const;
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
    // A later contact that is surer opened the alert anew: nobody says any more that it is someone else.
    state:
      row.state === "someone_else" || row.judgement
        ? await judgementOf(tx, row, scene)
        : ({ code: "not-asked" } as const),
  };
}

/** Facts of the card that several alerts share; nothing when the alert has a card of its own. */
export async function alertDigestFacts(tx: Tx, scene: Scene) {
  const gathered = await loadGathered(tx, scene.copy);
  const [first] = gathered;
  if (!first || gathered.length < 2) return undefined;
  const inHand = await Promise.all(gathered.map(({ alert }) => isInHand(tx, alert, scene)));
  return {
    since: scene.moment(first.alert.raisedAt),
    alerts: gathered.map(({ alert }, place) => ({
      target: { id: alert.id, version: alert.version },
      ref: alert.ref,
      service: alert.service,
      possible: alert.outcome === "possible_match",
      beforeVisit:
        alert.outcome === "possible_match" && alert.channel === "home_visit" && alert.direction === "outbound",
      open: alert.state === "open" && alert.judgement === null && !inHand[place],
    })),
  };
}

/** Whether the named officer has it, so that nobody need answer; whose a possible match is has to be said all the same. */
async function isInHand(tx: Tx, alert: AlertRow, scene: Scene): Promise<boolean> {
  if (!alert.handled || alert.outcome === "possible_match") return false;
  return inHandNow(alert, await loadAlertParts(tx, alert), scene) !== undefined;
}
