/** What an alert asks of whoever reads it, as the words on cards want it (cards/handling-words.ts). */
import type { AlertParts, AlertRow } from "../../../db/queries/alerts.ts";
import type { Tx } from "../../../db/transaction.ts";
import { callLimits } from "../../policy/arrangement/call-limits.ts";
import type { Restriction } from "../../policy/restrictions/restriction.ts";
import { Handling } from "../../policy/vocabulary.ts";
import { packOf } from "../pack-of.ts";
import { whoAnswersNow } from "../who-answers-now.ts";
import type { Scene } from "./copy-scene.ts";

export type Around = Pick<Scene, "staff" | "nameOf">;

/** What a contact or an alert is said to be: its words on cards follow from it. */
type Said = Pick<AlertRow, "outcome" | "handling" | "channel" | "direction">;

/** By the restrictions that decided. */
export async function handlingFacts(
  tx: Tx,
  row: Said,
  { decided, recipients }: Pick<AlertParts, "decided" | "recipients">,
  around: Around,
) {
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
    customerTold: deciding.every(({ arrangement }) => arrangement.toldAt !== null),
    ...(named?.restriction.kind === "named_officer"
      ? pointOfContact(named.restriction.parameters, recipients, around)
      : {}),
    ...(topic?.kind === "topic_closed" ? readerOf(topic.parameters, around) : {}),
    ...(open?.kind === "channels_only" ? { openChannels: open.parameters.channels } : {}),
    ...(calls?.kind === "call_times" ? callFacts(calls.parameters) : {}),
    ...whereItCounts(row, restrictions),
  };
}

/**
 * Which platforms or premises a restriction lists, where the contact did not say (7.3.3, 7.3.8). Where the question is
 * whether it is protected, the contact is outside the arrangement all the same.
 */
function whereItCounts({ outcome, handling }: Said, restrictions: readonly Restriction[]) {
  if (outcome !== "conditional" || handling.includes("check_protected")) return {};
  const listed = restrictions.flatMap(({ kind, parameters }) => {
    if (kind === "social_media") return parameters.platforms ?? [];
    return kind === "premises_by_appointment" ? (parameters.premises ?? []) : [];
  });
  return listed.length === 0 ? {} : { onlyWhere: [...new Set(listed)] };
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
  const told = recipients.some(({ officerId }) => officerId === member?.id);
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

/** Who answers at this moment where a restriction of this kind names one person; nobody when there is none, or all are away. */
export function answeringNow(
  kind: "named_officer" | "topic_closed",
  decided: AlertParts["decided"],
  { staff }: Pick<Around, "staff">,
): string | undefined {
  const named = decided.flatMap(({ restriction }) => {
    if (restriction.kind !== kind) return [];
    if (restriction.kind === "named_officer") return [restriction.parameters];
    return restriction.kind === "topic_closed" ? [{ officer: restriction.parameters.reader }] : [];
  });
  return named.map((one) => whoAnswersNow(staff, one)).find((person) => person !== undefined);
}
