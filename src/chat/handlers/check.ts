/** `/check-contact`: the form, and the answer to the asker alone. */
import { randomUUID } from "node:crypto";
import { checkAnswer, checkForm } from "../../../cards/check-contact.ts";
import { CHANNELS } from "../../policy/vocabulary.ts";
import type { CheckContact, CheckOutcome } from "../../usecases/check-contact.ts";
import type { Answer } from "../desk.ts";
import { among, type OnPress, type OnSubmit, one } from "./handler.ts";

export type CheckDeps = {
  readonly checkContact: (command: CheckContact) => Promise<CheckOutcome>;
  readonly now: () => Date;
};

/** After the command only a case reference is taken; anything else is not echoed (DESIGN section 6). */
const REFERENCE = /^[A-Za-z]{1,4}-\d{1,8}$/;

/** The form, filled in with the reference when one was typed. */
export function emptyCheck(text: string): Answer {
  const customerRef = REFERENCE.test(text) ? { customerRef: text.toUpperCase() } : {};
  return { kind: "form", form: checkForm({ target: { id: randomUUID(), version: 0 }, ...customerRef }) };
}

export const openCheck = (): OnPress => async () => emptyCheck("");

export const sendCheck =
  ({ checkContact }: CheckDeps): OnSubmit =>
  async (actor, { values, target }) => {
    const [ref, phone, email, why] = ["customerRef", "phone", "email", "why"].map((id) => one(values, id));
    if (!why)
      return {
        kind: "faults",
        form: checkForm({ target }),
        faults: { why: "Say why you check. It is recorded with the check." },
      };

    const [channel] = among(CHANNELS, [one(values, "channel")]);
    const { answer, at, manyChecks } = await checkContact({
      actor,
      ref: ref ?? null,
      phone: phone ?? null,
      email: email ?? null,
      channel: channel ?? null,
      why,
    });
    return {
      kind: "told",
      card: checkAnswer({ asked: asked(ref, phone), checked: { at, timeZone: actor.timeZone }, answer, manyChecks }),
    };
  };

/** What was asked, not echoed: only a reference is. */
function asked(ref: string | null | undefined, phone: string | null | undefined): string {
  if (ref) return REFERENCE.test(ref) ? ref.toUpperCase() : "That reference";
  return phone ? "That number" : "That email address";
}
