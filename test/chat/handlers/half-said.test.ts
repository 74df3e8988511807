/** What was typed is not lost because another answer is missing, and what was not said is not made up. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Values } from "../../../cards/model.ts";
import type { Answer } from "../../../src/chat/desk.ts";
import { sendAllowed } from "../../../src/chat/handlers/alerts.ts";
import { sendDetails } from "../../../src/chat/handlers/propose/details.ts";
import { sendGates } from "../../../src/chat/handlers/propose/gates.ts";
import { sendKinds } from "../../../src/chat/handlers/propose/kinds.ts";
import { openStep, sendStep } from "../../../src/chat/handlers/steps.ts";
import { sendNoFurtherAction } from "../../../src/chat/handlers/triage.ts";
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

describe("the warning form", () => {
  const fieldsOf = (answer: Answer) => (answer.kind === "form" ? answer.form.fields.map(({ id }) => id) : answer.kind);

  it("says beside the day of the advice that it is in the future", async () => {
    const answer = await stepSent("warning", { adviceHow: "phone", adviceOn: "2026-12-01" });
    expect(answer.kind === "faults" && Object.keys(answer.faults)).toEqual(["adviceOn"]);
  });

  it("asks for advice only where none counts: another would open nothing", async () => {
    const actor = await council.actor("j.reid");
    const opened = async () => {
      const target = { id: await reported(council), version: 1 };
      return fieldsOf(await openStep(council.use, "warning")(actor, { from: FROM, action: "triage-warning", target }));
    };
    expect(await opened()).toContain("adviceOn");
    const asked = { limbs: ["abusive"], shownBy: null, whatHappened: "x", whatToChange: "y", how: "phone" } as const;
    const done = { on: "2026-03-02", said: "To ring less." };
    const about = { actor, incident: await reported(council), step: "advice", customer: {}, by: "me" } as const;
    await council.use.takeStep({ ...about, ...asked, done, earlierAdvice: null });
    expect(await opened()).not.toContain("adviceOn");
    await council.sql`delete from ladder_step`;
  });
});

describe("no further action", () => {
  it("with too long a reason says so, of the report by its reference", async () => {
    const target = { id: await reported(council), version: 1 };
    const sent = { from: FROM, form: "no-further-action", target } as const;
    const send = async (values: Values) =>
      await sendNoFurtherAction(council.use)(await council.actor("j.reid"), { ...sent, values });
    for (const reason of ["x".repeat(2_001), ""]) {
      const answer = await send({ reason });
      expect(answer).toMatchObject({ kind: "faults", faults: { reason: expect.any(String) } });
      expect(JSON.stringify(answer)).toMatch(/report R-\d{4}/i);
    }
    expect(await council.sql`select from incident where state = 'no_further_action'`).toHaveLength(0);
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

  it("says of a restriction that the policy dropped meanwhile that it did, and not that none was chosen", async () => {
    const dropped = await kindsSent({ ...WARNED, kinds: ["named_officer", "channels_only"] });
    expect(dropped.kind === "faults" && dropped.faults["kinds"]).toBe(
      "The policy no longer offers this: named channels only. Choose from what it offers.",
    );
    const none = await kindsSent({ ...WARNED, kinds: [] });
    expect(none.kind === "faults" && none.faults["kinds"]).toBe("Choose at least one restriction.");
  });

  it("wants the day on which somebody asked them", async () => {
    expect(await kindsSent({ ...WARNED, adviceBy: "Sam Hale" })).toMatchObject({
      kind: "faults",
      faults: { adviceOn: "Enter the day they were asked." },
    });
  });

  it("does not take what is too long for a field, nor cut it", async () => {
    const answer = await kindsSent({
      ...WARNED,
      adviceHow: "phone",
      adviceOn: "2026-01-12",
      adviceBy: "x".repeat(201),
    });
    expect(answer.kind === "faults" && Object.keys(answer.faults)).toEqual(["adviceBy"]);
    expect(await council.sql`select from proposal`).toHaveLength(0);
  });

  it("says beside the way of the advice that none is on record", async () => {
    const answer = await kindsSent(WARNED);
    expect(answer.kind === "faults" && answer.faults).toEqual({
      adviceOn: expect.stringMatching(/^No advice is on record\./),
    });
  });

  it("says beside the day of the advice what is wrong with it", async () => {
    const answer = await kindsSent({ ...WARNED, adviceHow: "phone", adviceOn: "2027-01-12" });
    expect(answer.kind === "faults" && Object.keys(answer.faults)).toEqual(["adviceOn"]);
  });
});

describe("the second step of a proposal", () => {
  it("says all that is wrong beside one field", async () => {
    const id = await aProposal.draft(council);
    await council.sql`update officer set status = 'absent' where roles && '{senior_officer,executive}'`;
    const dates = { startsOn: "2026-03-09", endsOn: "2026-09-09", reviewOn: "2026-08-10" };
    const values = { "named_officer-officer": "p.shah@northmoor.example", scope: "service", ...dates };
    const sent = { from: FROM, form: "proposal-details", target: { id, version: 1 }, values } as const;
    const answer = await sendDetails(council.use)(await council.actor("j.reid"), sent);
    await council.sql`update officer set status = 'active'`;
    expect(answer).toMatchObject({
      kind: "faults",
      faults: { reason: expect.stringMatching(/^Say why this is needed\. 1 senior officer must approve and 0 may\. /) },
    });
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

  it.each<[string, Values, Values]>([
    ["what was tailored", { tailored: "" }, { tailored: "What was tailored to this customer?" }],
    [
      "both, beside the first",
      { nothingLess: "", tailored: "" },
      { nothingLess: "Why would nothing less do? What was tailored to this customer?" },
    ],
    ["the best interest", { capacity: "minor" }, { bestInterest: "Why is this in the customer’s best interest?" }],
    [
      "the day of our answer",
      { limb: "persistent", matterKind: "complaint" },
      { matterAnsweredOn: expect.stringMatching(/^We have not answered their complaint\./) },
    ],
    [
      "what the matter is, of which a reference was typed",
      { matterRef: "CO-17" },
      { matterKind: "Choose what their contact is about." },
    ],
    [
      "what the matter is, of which the answer has a day",
      { matterAnsweredOn: "2026-02-02" },
      { matterKind: "Choose what their contact is about." },
    ],
  ])("asks beside its own field for %s", async (_, values, faults) => {
    if (values["capacity"]) await council.sql`update officer set roles = '{executive}' where email like 'd.okafor@%'`;
    expect(await gatesSent({ ...ANSWERED, ...values })).toEqual(faults);
  });

  it("names as typed, and once, whom nobody knows of those who were complained about", async () => {
    expect(
      await gatesSent({
        ...ANSWERED,
        complainedAbout: ["S.Hale@northmoor.example", "Zebedee@QUUX.example", "zebedee@quux.example"],
      }),
    ).toEqual({
      complainedAbout: "Zebedee@QUUX.example is the work email of nobody here any more. Look for them again.",
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
