/** Facts of the card of one officer: reached by the contact, its point of contact, or standing in. */
import { type AlertParts, type AlertRow, loadDecided, loadOwnLeg } from "../../../db/queries/alerts.ts";
import type { TakenCopy } from "../../../db/queries/deliveries.ts";
import type { Tx } from "../../../db/transaction.ts";
import { personKey } from "../../policy/screening/staff.ts";
import { Tier } from "../../policy/vocabulary.ts";
import type { KeptAnswer } from "../screen-contacts/result.ts";
import { answeringNow, handlingFacts } from "./alert-handling.ts";
import { loadAlert, stateOf, toldOf } from "./alert-shown.ts";
import type { Scene } from "./copy-scene.ts";
import { type InHand, inHandNow } from "./in-hand.ts";

/** Whom a card is for, and about which alert. */
type ForOfficer = Pick<TakenCopy, "organisationId" | "subjectId" | "officerId"> & Partial<Pick<TakenCopy, "round">>;

/** A card sent in this round tells a manager that nobody acknowledged the alert. */
export const ESCALATED = 2;

type Recipient = AlertParts["recipients"][number];

/** The facts, and by `part` which of the cards it is. */
export async function alertOfficerFacts(tx: Tx, scene: Scene<ForOfficer>) {
  const found = await loadAlert(tx, scene.copy);
  if (!found) return undefined;
  const { row, parts } = found;
  const words = await handlingFacts(tx, row, parts, scene);
  const me = parts.recipients.find(({ officerId }) => officerId === scene.copy.officerId);
  const others = parts.reached.filter((id) => id !== me?.officerId);
  const wasTold = (id: string) => parts.recipients.some(({ officerId }) => officerId === id);
  const deciding = parts.decided.filter(({ outcome }) => outcome === row.outcome);
  const inHand = inHandNow(row, parts, scene);
  const mine = me && partOf(me, { row, parts, scene, inHand });
  return {
    ...words,
    part: mine?.part ?? "reached",
    isRecipient: me !== undefined,
    target: { id: row.id, version: row.version },
    ref: row.ref,
    outcome: row.outcome as "breach" | "conditional",
    tier: Tier.exclude(["possible"]).parse(row.tier),
    customerRef: parts.about.ref,
    clauses: [...new Set(deciding.flatMap(({ restriction: { clause } }) => clause ?? []))],
    occurred: scene.moment(row.occurredAt),
    contacts: parts.contacts,
    // A manager whom a later leg reached has it as their own; that somebody else has not answered is news to them too.
    ...(mine?.part === "standing_in" && (scene.copy.round === ESCALATED || !parts.reached.includes(mine.officerId))
      ? { standingIn: standingIn(parts, scene) }
      : {}),
    isReader: mine?.isReader ?? false,
    handled: inHand !== undefined,
    told: toldOf(parts, scene),
    reached: others.filter(wasTold).map(scene.nameOf),
    missed: others.filter((id) => !wasTold(id)).map(scene.nameOf),
    ...(mine?.part === "point_of_contact" ? await ownLeg(tx, row, { parts, scene, officer: mine.officerId }) : {}),
    state: inHand && mine?.part === "reached" && isLeftToThem(row, mine) ? handled(inHand) : stateOf(row, scene),
  };

  /** By whom: also where the restriction that names them is not the one that decided. */
  function handled({ by }: InHand) {
    return { code: "handled", by: by === undefined ? "the named officer" : scene.nameOf(by) } as const;
  }
}

type Loaded = { readonly row: AlertRow; readonly parts: AlertParts; readonly scene: Scene<ForOfficer> };
type Having = Loaded & { readonly inHand: InHand | undefined };

/** As what they have it now: the named officer or the reader has what reached others, also when it reached them first. */
function partOf(me: Recipient, { row, parts: { decided, reached }, scene, inHand }: Having) {
  const email = scene.staff.find(({ id }) => id === me.officerId)?.email;
  const isMe = (person: string | undefined) => person !== undefined && personKey(person) === email;
  const deciding = decided.filter(({ outcome }) => outcome === row.outcome);
  const isNamed = isMe(answeringNow("named_officer", deciding, scene));
  const isReader = !isNamed && isMe(answeringNow("topic_closed", deciding, scene));
  const hasIt = isMe(inHand?.by);
  const isSentOn = (isNamed || isReader) && reached.some((id) => id !== me.officerId);
  return { ...me, isReader, part: hasIt || isSentOn ? ("point_of_contact" as const) : me.part };
}

/** The named officer has the conversation. Whoever acknowledged it themselves has read what to do. */
function isLeftToThem({ state, stateBy }: AlertRow, { officerId }: Recipient): boolean {
  return state === "open" || (state === "acknowledged" && stateBy !== officerId);
}

/** What the officer's own part in the conversation asks of them; nothing when it did not reach them, or was allowed. */
async function ownLeg(tx: Tx, row: AlertRow, { parts, scene, officer }: Omit<Loaded, "row"> & { officer: string }) {
  const leg = parts.reached.includes(officer) ? await loadOwnLeg(tx, row, officer) : undefined;
  if (leg === undefined) return {};
  const { outcome, restrictions, handling } = leg.answer as KeptAnswer;
  const said = { ...leg, outcome, handling: [...handling] };
  const decided = await loadDecided(tx, { organisationId: row.organisationId, outcome, decided: restrictions });
  return { own: await handlingFacts(tx, said, { decided, recipients: parts.recipients }, scene) };
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
