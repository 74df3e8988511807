/** The letter task: read the letter, record it as sent. */
import { letterSentForm, letterText, ONCE_SENT } from "../../../cards/letter-task.ts";
import type { Actor } from "../../usecases/context.ts";
import type { ReadLetter } from "../../usecases/read-letter.ts";
import type { LetterOutcome, RecordLetterSent } from "../../usecases/record-letter-sent.ts";
import { among, dayIn, type OnPress, type OnSubmit, one, recorded, refused, refusedAs } from "./handler.ts";

export type LetterDeps = {
  readonly readLetter: (command: { actor: Actor; letter: string }) => Promise<ReadLetter>;
  readonly recordLetterSent: (command: RecordLetterSent) => Promise<LetterOutcome>;
};

export const openLetter =
  ({ readLetter }: LetterDeps): OnPress =>
  async (actor, { target }) => {
    const read = await readLetter({ actor, letter: target.id });
    if (read.code !== "opened") return refusedAs(read.code);
    return { kind: "told", card: letterText({ ...read, target, open: read.recordedAt === null }) };
  };

export const openLetterSent =
  ({ readLetter }: LetterDeps): OnPress =>
  async (actor, { target }) => {
    const read = await readLetter({ actor, letter: target.id });
    if (read.code !== "opened") return refusedAs(read.code);
    return read.recordedAt
      ? refused({ code: "no-longer-open" })
      : { kind: "form", form: letterSentForm({ target, ...read }) };
  };

export const sendLetterSent =
  ({ readLetter, recordLetterSent }: LetterDeps): OnSubmit =>
  async (actor, { target, values }) => {
    const read = await readLetter({ actor, letter: target.id });
    if (read.code !== "opened") return refusedAs(read.code);
    const form = letterSentForm({ target, ...read });
    const [how] = among(read.ways, [one(values, "how")]);
    const on = dayIn(values, "on");
    if (!how) return { kind: "faults", form, faults: { how: "Choose how it was sent." } };
    if (!on) return { kind: "faults", form, faults: { on: "Enter the day it was sent." } };

    const outcome = await recordLetterSent({ actor, letter: target.id, how, on });
    switch (outcome.code) {
      case "recorded":
        return recorded("Recorded as sent", ONCE_SENT[read.about]);
      case "already-recorded":
        return refused({ code: "no-longer-open" });
      case "in-the-future":
        return { kind: "faults", form, faults: { on: "This day is in the future. Enter the day it was sent." } };
      case "before-it-was-written":
        return {
          kind: "faults",
          form,
          faults: { on: "This is before the letter was written. Enter the day it was sent." },
        };
      case "unknown-target":
      case "not-yours":
        return refusedAs(outcome.code);
    }
  };
