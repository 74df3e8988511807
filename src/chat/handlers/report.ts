/** `/report-contact`: the form, and the report it sends. */
import { randomInt, randomUUID } from "node:crypto";
import { riddorPrompt } from "../../../cards/injury.ts";
import type { Faults, Target, Values } from "../../../cards/model.ts";
import { MATTER_KINDS, MODERATED_HOW, reportForm } from "../../../cards/report-form.ts";
import { alertedWords, nextWords, RING_999 } from "../../../cards/report-receipt.ts";
import { AT_ONCE, BEHAVIOURS, CHANNELS, INJURIES } from "../../policy/vocabulary.ts";
import type { OpenedAlert } from "../../usecases/alerts/open-alert.ts";
import type { Actor } from "../../usecases/context.ts";
import type { ReportContact, ReportFault, ReportOutcome } from "../../usecases/report-contact.ts";
import type { Answer, Submission } from "../desk.ts";
import { among, dayIn, type OnPress, type OnSubmit, one, recorded, refusedAs, several, tooLong } from "./handler.ts";
import { instant, localNow } from "./local-moment.ts";
import { notOnStaff } from "./people.ts";

export type ReportDeps = {
  readonly reportContact: (command: ReportContact) => Promise<ReportOutcome>;
  readonly openAlert: (command: { actor: Actor; alert: string }) => Promise<OpenedAlert>;
  readonly now: () => Date;
};

/**
 * A form opened from an alert carries its id, and a version of its own at each opening: the next contact of the same alert
 * is reported from the same card. A fresh one carries a random id and version 0.
 */
const openingOfAlert = (): number => randomInt(1, 2 ** 31);
const isFromAlert = ({ version }: Target): boolean => version > 0;

/** The empty form. Without an actor it still opens: the database is slow, and the reporter's own service counts. */
export function emptyReport(actor: Actor | undefined, now: Date): Answer {
  const target = { id: randomUUID(), version: 0 };
  return {
    kind: "form",
    form: reportForm({
      target,
      services: actor?.services ?? [],
      ...(actor ? { service: actor.service, now: localNow(actor, now) } : {}),
    }),
  };
}

export const openReport =
  ({ now }: ReportDeps): OnPress =>
  async (actor) =>
    emptyReport(actor, now());

/** "Report as an incident": the form opens filled in with what the alert knows. */
export const reportFromAlert =
  ({ openAlert }: Pick<ReportDeps, "openAlert">): OnPress =>
  async (actor, { target }) => {
    const alert = await openAlert({ actor, alert: target.id });
    if (alert.code !== "opened") return refusedAs(alert.code);
    const { customer, occurred, channel, service } = alert.facts;
    const form = reportForm({
      target: { id: target.id, version: openingOfAlert() },
      services: actor.services,
      service: service ?? actor.service,
      customerRef: customer.ref,
      now: localNow(actor, occurred.at),
      channel,
    });
    return { kind: "form", form };
  };

export const sendReport =
  ({ reportContact, now }: ReportDeps): OnSubmit =>
  async (actor, submission) => {
    const { target, values } = submission;
    const form = reportForm({ target, services: actor.services, service: actor.service, now: localNow(actor, now()) });
    const { command, faults: unread } = readReport(actor, submission, now());
    const faults = { ...tooLong(form, values), ...unread };
    const outcome =
      Object.keys(faults).length > 0 ? ({ code: "faults", faults: [] } as const) : await reportContact(command);
    if (outcome.code === "reported") return receipt(outcome, command);

    return {
      kind: "faults",
      form,
      faults: { ...faults, ...Object.fromEntries(outcome.faults.map(faultWords)) },
    };
  };

function receipt(
  { ref, triageName, alerted }: Extract<ReportOutcome, { code: "reported" }>,
  { injury }: ReportContact,
): Answer {
  const looks = nextWords({ ...(triageName ? { manager: triageName } : {}), ...(alerted ? { alerted } : {}) });
  const threat = alerted ? `${alertedWords(alerted)} ${RING_999}` : "";
  const words = [threat, riddorPrompt(injury) ?? "", looks, "You will be told what is decided."];
  return recorded(`Your report ${ref} has been sent`, words.filter(Boolean).join(" "));
}

type FaultWords = readonly [field: string, words: string];

function faultWords(fault: ReportFault): FaultWords {
  return typeof fault === "string" ? FAULT_WORDS[fault] : ["affected", notOnStaff(fault.typed)];
}

const FAULT_WORDS: Readonly<Record<Extract<ReportFault, string>, FaultWords>> = {
  "who-missing": [
    "customerRef",
    "Say who it was: a reference, a name, a phone number or an email address. Or tick “I do not know who it was”.",
  ],
  "what-missing": ["what", "Say what happened."],
  "unknown-reference": [
    "customerRef",
    "No customer has this reference. Check it, or leave it empty and give a name or a number.",
  ],
  "in-the-future": ["on", "This is in the future. Enter when it happened."],
  "unknown-service": ["service", "No service has this name. Check it, or leave it empty."],
};

/** A time without a day is one of today; a day without a time is its midday, and of today it is now. */
function happenedAt(actor: Actor, values: Values, now: Date): Date | "fault" | null {
  const today = localNow(actor, now).day;
  const [on, at] = [one(values, "on"), one(values, "at")];
  if (at === null && (on === null || on === today)) return null;
  return instant(actor, on === null ? today : dayIn(values, "on"), at);
}

function readReport(
  actor: Actor,
  { values, target }: Submission,
  now: Date,
): { command: ReportContact; faults: Faults } {
  const [channel] = among(CHANNELS, [one(values, "channel")]);
  const happened = happenedAt(actor, values, now);
  const [matter] = among(MATTER_KINDS, [one(values, "matterKind")]);
  const [injury] = among(INJURIES, [one(values, "injury")]);
  const [how] = among(MODERATED_HOW, [one(values, "moderatedHow")]);
  const written = {
    ref: one(values, "customerRef"),
    name: one(values, "name"),
    phone: one(values, "phone"),
    email: one(values, "email"),
  };
  const command: ReportContact = {
    actor,
    submission: isFromAlert(target) ? `${target.id} ${target.version}` : target.id,
    alert: isFromAlert(target) ? target.id : null,
    customer: Object.fromEntries(Object.entries(written).filter(([, value]) => value !== null)),
    notKnown: several(values, "notKnown").includes("yes"),
    whatHappened: one(values, "what") ?? "",
    opinion: one(values, "opinion"),
    occurredAt: happened === "fault" ? null : happened,
    channel: channel ?? null,
    service: one(values, "service"),
    behaviours: among(BEHAVIOURS, several(values, "behaviours")),
    matter: [matter, one(values, "matterRef")].filter(Boolean).join(" ") || null,
    doneAtOnce: among(AT_ONCE, several(values, "atOnce")).join(" ") || null,
    askedToModerate: [how, dayIn(values, "moderatedOn")].filter(Boolean).join(" ") || null,
    seriousThreat: one(values, "seriousThreat") === "yes",
    place: one(values, "place"),
    injury: injury ?? null,
    evidence: one(values, "evidence"),
    affected: several(values, "affected"),
  };
  return { command, faults: happened === "fault" ? { on: "Enter a real date and time." } : {} };
}
