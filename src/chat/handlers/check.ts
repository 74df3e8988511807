/** `/check-contact`: the form, and the answer to the asker alone. */
import { randomUUID } from "node:crypto";
import { checkAnswer, checkForm } from "../../../cards/check-contact.ts";
import { CHANNELS } from "../../policy/vocabulary.ts";
import type { CheckContact, CheckOutcome } from "../../usecases/check-contact.ts";
import type { Answer } from "../desk.ts";
import { among, faultsIn, type OnPress, type OnSubmit, one, tooLong } from "./handler.ts";
import { REFERENCE } from "./reference.ts";

export type CheckDeps = {
  readonly checkContact: (command: CheckContact) => Promise<CheckOutcome>;
  readonly now: () => Date;
};

/** The form, filled in with the reference when one was typed. */
export function emptyCheck(text: string): Answer {
  const customerRef = REFERENCE.test(text) ? { customerRef: text.toUpperCase() } : {};
  return { kind: "form", form: checkForm({ target: { id: randomUUID(), version: 0 }, ...customerRef }) };
}

export const openCheck = (): OnPress => async () => emptyCheck("");

export const sendCheck =
  ({ checkContact }: CheckDeps): OnSubmit =>
  async (actor, { values, target }) => {
    const [ref, phone, email, why] = FIELDS.map((id) => one(values, id));
    const form = checkForm({ target });
    const missing = {
      ...(ref || phone || email ? {} : { customerRef: "Give a reference, a phone number or an email address." }),
      ...(why ? {} : { why: "Say why you check. It is recorded with the check." }),
    };
    const faults = faultsIn(form, { ...tooLong(form, values), ...missing });
    if (faults || !why) return faults ?? { kind: "form", form };

    const [channel] = among(CHANNELS, [one(values, "channel")]);
    const { answer, at, manyChecks } = await checkContact({
      actor,
      ref: ref ?? null,
      phone: phone ?? null,
      email: email ?? null,
      channel: channel ?? null,
      why,
    });
    if (answer.code === "unreadable") {
      const unread = Object.fromEntries(answer.fields.map((field) => [field, UNREADABLE[field]]));
      return { kind: "faults", form, faults: unread };
    }
    const asked = answer.code === "name-only" ? "That name" : whatWasAsked(ref, phone, email);
    return {
      kind: "told",
      card: checkAnswer({ asked, checked: { at, timeZone: actor.timeZone }, answer, manyChecks }),
    };
  };

const FIELDS = ["customerRef", "phone", "email", "why"];

const UNREADABLE = {
  phone: "Not checked: this is not a phone number. Enter it whole, such as 01632 960001.",
  email: "Not checked: this is not an email address. Enter one like name@example.com.",
};

/** What was asked, not echoed: only a reference is. Of several the answer is about whoever any of them led to. */
function whatWasAsked(...[ref, phone, email]: readonly (string | null | undefined)[]): string {
  if ([ref, phone, email].filter(Boolean).length > 1) return "What you gave";
  if (ref) return REFERENCE.test(ref) ? ref.toUpperCase() : "That reference";
  if (phone) return "That number";
  return "That email address";
}
