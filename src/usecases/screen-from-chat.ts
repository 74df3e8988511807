/** An officer says of a message that it is contact from a customer: screened as any contact, answered to them at once. */
import { inTime, interactive, isOutage, type Tx } from "../../db/transaction.ts";
import { notAReference, readsAsName } from "../matching/typed-reference.ts";
import type { Contact } from "../policy/screening/contact.ts";
import { serviceNamed } from "../policy/staff/service-named.ts";
import type { Actor, Context } from "./context.ts";
import { alertOfficerFacts } from "./copies/alert-officer-facts.ts";
import { loadScene } from "./copies/copy-scene.ts";
import type { ContactResult } from "./screen-contacts/result.ts";
import { screenContacts } from "./screen-contacts/screen-contacts.ts";

export type ScreenFromChat = {
  readonly actor: Actor;
  /** The form it came from: sent twice, it is one contact. */
  readonly submission: string;
  readonly customer: Pick<Contact["customer"], "ref" | "phone" | "email" | "name">;
  readonly occurredAt: Date;
  /** A service line or shared inbox; null when it reached the officer. */
  readonly service: string | null;
  readonly about: Pick<Contact, "channel" | "subject" | "topicRef" | "excerpt" | "protectedReason" | "onBehalf">;
};

/** What was wrong with what was said of it. Nothing was written. */
export type ScreenFault = "who-missing" | "in-the-future" | "unknown-service";

export type Instructed = NonNullable<Awaited<ReturnType<typeof alertOfficerFacts>>>;

/**
 * `as-usual`: clear, allowed, or a possible match: one answer for all three, since the officer learns nothing of the last
 * and needs nothing of the others. `name-only`: a name is never enough to check, so that nothing is said of whether it is on
 * the register. `outside`: the facts of the alert's own card; absent when it was recorded and raised
 * but could not be read back. `told`: whether the officer has the alert in their own messages too.
 */
export type ScreenOutcome =
  | { readonly code: "as-usual"; readonly at: Date }
  | { readonly code: "name-only"; readonly at: Date }
  | { readonly code: "not-checked"; readonly at: Date }
  | { readonly code: "outside"; readonly facts: Instructed | undefined; readonly told: boolean }
  | { readonly code: "faults"; readonly faults: readonly ScreenFault[] };

/** Contacts that officers tell of in the chat, beside those of phone systems and mail gateways. */
export const CHAT_SOURCE = "chat";

/** Minutes by which an officer's own clock may run ahead. */
const AHEAD_MINUTES = 5;

/** Milliseconds that the words of an alert may take: what was recorded has been waited for already. */
const WORDS_WITHIN = 800;

/**
 * Screens one inbound contact. The same form sent twice gets the first answer again.
 * @throws Unavailable when nothing was written, Unconfirmed when it is not known whether it was
 */
export function screenFromChat(context: Context) {
  const screen = screenContacts(context, interactive);
  return async (command: ScreenFromChat): Promise<ScreenOutcome> => {
    const at = context.now();
    const faults = faultsOf(command, at);
    if (faults.length > 0) return { code: "faults", faults };

    const { organisation } = command.actor;
    const contact = asContact(command);
    const [result] = await screen({ organisation, source: CHAT_SOURCE, contacts: [contact] });
    return await outcomeOf(context, command, { result, at });
  };
}

function faultsOf({ actor, customer, occurredAt, service }: ScreenFromChat, now: Date): readonly ScreenFault[] {
  const faults: ScreenFault[] = [];
  if (Object.values(customer).every((value) => value === undefined)) faults.push("who-missing");
  if (occurredAt.getTime() > now.getTime() + AHEAD_MINUTES * 60_000) faults.push("in-the-future");
  // Screening finds it by its folded name too, and writes it as the staff list has it.
  if (service !== null && serviceNamed(actor.services, service) === undefined) faults.push("unknown-service");
  return faults;
}

/** The officer is in the key: who knows the id of another's form does not get their answer. */
function asContact(command: ScreenFromChat): Contact {
  const { actor, submission, customer, occurredAt, service, about } = command;
  return {
    ...about,
    id: `${actor.officer}/${submission}`,
    occurredAt: occurredAt.toISOString(),
    direction: "inbound",
    customer: { ...notAReference(customer.ref ?? ""), ...customer },
    ...(service === null ? { officer: { email: actor.email } } : { service }),
  };
}

async function outcomeOf(
  context: Context,
  command: ScreenFromChat,
  { result, at }: { readonly result: ContactResult | undefined; readonly at: Date },
): Promise<ScreenOutcome> {
  if (result === undefined || result.status === "rejected") throw new Error("a form makes a contact that is accepted");
  switch (result.outcome) {
    case "clear":
    case "possible_match":
      return { code: isNameOnly(command) ? "name-only" : "as-usual", at };
    case "permitted":
      return { code: "as-usual", at };
    case "not_checked":
      return { code: "not-checked", at };
    case "breach":
    case "conditional":
      return { code: "outside", ...(await instructed(context, command, result.alertId ?? "")) };
  }
}

/** Nobody is sure by a name, and somebody else may have it: "clear" would be said of a customer who has an arrangement. */
function isNameOnly({ customer: { ref, phone, email } }: ScreenFromChat): boolean {
  return phone === undefined && email === undefined && (ref === undefined || (!ref.includes("@") && readsAsName(ref)));
}

type Instructions = Omit<Extract<ScreenOutcome, { code: "outside" }>, "code">;

/** The contact is on record whatever happens here, so an outage is no reason to say that nothing was done. */
async function instructed(
  { db, now, chats }: Context,
  { actor, service }: ScreenFromChat,
  alert: string,
): Promise<Instructions> {
  const copy = { organisationId: actor.organisation, subjectId: alert, officerId: actor.officer };
  const read = async (tx: Tx): Promise<Instructions> => {
    const facts = await alertOfficerFacts(tx, await loadScene(tx, copy, { now: now(), chats }));
    return { facts, told: facts?.isRecipient === true };
  };
  try {
    return await inTime(WORDS_WITHIN, interactive(db, actor.organisation, read));
  } catch (error) {
    if (isOutage(error)) return { facts: undefined, told: service === null };
    throw error;
  }
}
