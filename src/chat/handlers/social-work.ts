/** The question to Social Work: its answer form, and the proposer's attempt when nobody answers. */
import type { Values } from "../../../cards/model.ts";
import { socialWorkAnswerForm, socialWorkAttemptForm } from "../../../cards/social-work.ts";
import type { Actor } from "../../usecases/context.ts";
import type {
  AnswerSocialWork,
  AttemptOutcome,
  ReadSocialWork,
  RecordAttempt,
  SocialWorkOutcome,
} from "../../usecases/social-work/answer-social-work.ts";
import type { CareWorkerFault } from "../../usecases/social-work/care-worker.ts";
import { dayIn, faultsIn, type OnPress, type OnSubmit, one, recorded, refused, refusedAs, tooLong } from "./handler.ts";
import { localNow } from "./local-moment.ts";

export type SocialWorkDeps = {
  readonly readSocialWork: (command: { actor: Actor; question: string }) => Promise<ReadSocialWork>;
  readonly answerSocialWork: (command: AnswerSocialWork) => Promise<SocialWorkOutcome>;
  readonly recordSocialWorkAttempt: (command: RecordAttempt) => Promise<AttemptOutcome>;
  readonly now: () => Date;
};

export const openSocialWork =
  ({ readSocialWork }: SocialWorkDeps): OnPress =>
  async (actor, { target }) => {
    const read = await readSocialWork({ actor, question: target.id });
    if (read.code !== "opened") return refusedAs(read.code);
    return read.answeredAt
      ? refused({ code: "no-longer-open" })
      : { kind: "form", form: socialWorkAnswerForm({ target, ...read }) };
  };

export const sendSocialWork =
  ({ readSocialWork, answerSocialWork }: SocialWorkDeps): OnSubmit =>
  async (actor, { target, values }) => {
    const read = await readSocialWork({ actor, question: target.id });
    if (read.code !== "opened") return refusedAs(read.code);
    const form = socialWorkAnswerForm({ target, ...read });
    const known = one(values, "known");
    const faults = faultsIn(form, { ...tooLong(form, values), ...(known ? {} : { known: "Choose yes or no." }) });
    if (faults) return faults;
    const outcome = await answerSocialWork({
      actor,
      question: target.id,
      known: known === "yes",
      careWorker: read.careWorker ? careWorkerIn(values) : null,
      note: one(values, "note"),
    });
    switch (outcome.code) {
      case "faults":
        return {
          kind: "faults",
          form,
          faults: Object.fromEntries(outcome.faults.map((fault) => CARE_WORKER_FAULTS[fault])),
        };
      case "recorded":
        return recorded("Your answer is recorded", "The proposer is told that there is an answer.");
      case "already-answered":
        return refused({
          code: "already-answered",
          by: outcome.by,
          when: { at: outcome.at, timeZone: actor.timeZone },
        });
      case "unknown-target":
      case "not-yours":
        return refusedAs(outcome.code);
    }
  };

/** Nothing given: nobody is named. */
function careWorkerIn(values: Values): AnswerSocialWork["careWorker"] {
  const given = {
    name: one(values, "careWorker"),
    body: one(values, "careWorkerBody"),
    phone: one(values, "careWorkerPhone"),
    email: one(values, "careWorkerEmail"),
  };
  return Object.values(given).some((answer) => answer !== null) ? given : null;
}

const CARE_WORKER_FAULTS: Readonly<Record<CareWorkerFault, readonly [field: string, words: string]>> = {
  "no-name": ["careWorker", "Give their name."],
  "no-body": ["careWorkerBody", "Say for whom they work."],
  "no-way-to-reach": ["careWorkerPhone", "Give their phone number or their email address."],
  "bad-phone": ["careWorkerPhone", "This is not a phone number. Check it."],
  "bad-email": ["careWorkerEmail", "This is not an email address. Check it."],
};

export const openAttempt =
  ({ now }: SocialWorkDeps): OnPress =>
  async (actor, { target }) => ({
    kind: "form",
    form: socialWorkAttemptForm({ target, today: localNow(actor, now()).day }),
  });

export const sendAttempt =
  ({ recordSocialWorkAttempt, now }: SocialWorkDeps): OnSubmit =>
  async (actor, { target, values }) => {
    const form = socialWorkAttemptForm({ target, today: localNow(actor, now()).day });
    const on = dayIn(values, "on");
    const how = one(values, "how");
    const faults = faultsIn(form, {
      ...tooLong(form, values),
      ...(on ? {} : { on: "Enter the day." }),
      ...(how ? {} : { how: "Say how you tried, and whom you reached." }),
    });
    if (faults || !on || !how) return faults ?? { kind: "form", form };
    const outcome = await recordSocialWorkAttempt({ actor, question: target.id, on, how });
    switch (outcome.code) {
      case "recorded":
        return recorded("Recorded", "It is kept with the proposal. Go on with it to see what is still open.");
      case "in-the-future":
        return { kind: "faults", form, faults: { on: "This day is in the future. Enter the day you tried again." } };
      case "before-it-was-asked":
        return { kind: "faults", form, faults: { on: "This is before the question was asked. Check the day." } };
      case "unknown-target":
      case "not-yours":
        return refusedAs(outcome.code);
    }
  };
