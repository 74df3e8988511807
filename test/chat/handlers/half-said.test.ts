/** What was typed is not lost because another answer is missing, and what was not said is not made up. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Values } from "../../../cards/model.ts";
import { sendAllowed } from "../../../src/chat/handlers/alerts.ts";
import { sendGates } from "../../../src/chat/handlers/propose/gates.ts";
import { sendKinds } from "../../../src/chat/handlers/propose/kinds.ts";
import { sendStep } from "../../../src/chat/handlers/steps.ts";
import type { Step } from "../../../src/policy/vocabulary.ts";
import { aCouncil, aProposal, type Council, reported } from "../../usecases/builders.ts";

const FROM = { chat: "slack", tenant: "T0NORTH", account: "j.reid" } as const;
const ASKED = { limbs: ["abusive"], whatHappened: "They shouted.", whatToChange: "Do not shout.", how: "letter" };

let council: Council;
beforeAll(async () => {
  council = await aCouncil();
});
afterAll(() => council.drop());

async function stepSent(step: Step, values: Values) {
  const target = { id: await reported(council), version: 1 };
  const submission = { from: FROM, form: step, target, values: { ...ASKED, ...values } };
  return await sendStep(council.use, step)(await council.actor("j.reid"), submission);
}

describe("an advice or a warning with half of what was done before", () => {
  it.each<[string, Step, Values, Values]>([
    ["what was said, without its day", "advice", { said: "They will try." }, { on: "Enter the day it was done." }],
    ["a day, and not how", "warning", { adviceOn: "2026-02-02" }, { adviceHow: "Choose how they were asked." }],
    ["how, and not the day", "warning", { adviceHow: "phone" }, { adviceOn: "Enter the day they were asked." }],
    ["who, and not the day", "warning", { adviceBy: "Sam Hale" }, { adviceOn: "Enter the day they were asked." }],
  ])("%s", async (_, step, values, faults) => {
    expect(await stepSent(step, values)).toMatchObject({ kind: "faults", faults });
    expect(await council.sql`select from ladder_step`).toHaveLength(0);
  });
});

describe("the first step of a proposal", () => {
  const kindsSent = async (values: Values) => {
    const target = { id: await reported(council), version: 1 };
    const sent = { from: FROM, form: "proposal-kinds", target, values } as const;
    return await sendKinds(council.use)(await council.actor("j.reid"), sent);
  };
  const WARNED = { kinds: ["named_officer"], warningHow: "letter", warningOn: "2026-02-02" };

  it("does not make up how the customer was asked", async () => {
    expect(await kindsSent({ ...WARNED, adviceOn: "2026-01-12" })).toMatchObject({
      kind: "faults",
      faults: { adviceHow: "Choose how they were asked." },
    });
    expect(await council.sql`select from proposal`).toHaveLength(0);
  });

  it("says beside the day of the advice what is wrong with it", async () => {
    const answer = await kindsSent({ ...WARNED, adviceHow: "phone", adviceOn: "2027-01-12" });
    expect(answer.kind === "faults" && Object.keys(answer.faults)).toEqual(["adviceOn"]);
  });
});

describe("the third step of a proposal", () => {
  const gatesSent = async (values: Values) => {
    const { id, version } = await aProposal.readBack(council);
    const sent = { from: FROM, form: "proposal-gates", target: { id, version }, values } as const;
    const answer = await sendGates(council.use)(await council.actor("j.reid"), sent);
    return answer.kind === "faults" ? answer.faults : answer.kind;
  };
  const ANSWERED = {
    limb: "abusive",
    accountHow: "phone",
    accountOn: "2026-02-20",
    adjustments: "None is needed.",
    nothingLess: "Advice and a warning changed nothing.",
    tailored: "One officer, whom they know.",
    capacity: "neither",
  };

  it("says beside its day that the customer cannot have been asked in the future", async () => {
    expect(await gatesSent({ ...ANSWERED, accountOn: "2026-12-01" })).toEqual({
      accountOn: "The day they were asked is in the future. Enter the day.",
    });
  });

  it("names whom nobody knows of those who were complained about", async () => {
    expect(
      await gatesSent({ ...ANSWERED, complainedAbout: "s.hale@northmoor.example\nnobody@northmoor.example" }),
    ).toEqual({
      complainedAbout: "“nobody@northmoor.example” is nobody's name or work email here. Enter one person on each line.",
    });
  });
});

describe("it was allowed", () => {
  it("for something else wants that said", async () => {
    const answerAlert = () => Promise.reject(new Error("it was sent"));
    const openAlert = () => Promise.reject(new Error("it was opened"));
    const target = { id: randomUUID(), version: 1 };
    const allowed = sendAllowed({ ...council.use, answerAlert, openAlert });
    expect(
      await allowed(await council.actor("j.reid"), { from: FROM, form: "allowed", target, values: { why: "other" } }),
    ).toMatchObject({ kind: "faults", faults: { reason: "Say why it was allowed." } });
  });
});
