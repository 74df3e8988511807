/** CASEWORK section 1: advice and the warning letter, each once, in the pack's order, on the record. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { cardOf } from "../../../src/jobs/card-of.ts";
import type { TakeStep } from "../../../src/usecases/steps/take-step.ts";
import { aCouncil, auditOf, type Council, DAY, type Pack, reported, toldOf } from "../builders.ts";
import type { Person } from "../northmoor.ts";

let council: Council;
let incident: string;
const begin = async (pack: Pack) => {
  council = await aCouncil(pack);
  incident = await reported(council);
};
afterEach(() => council.drop());

const take = async (step: TakeStep["step"], facts: Partial<TakeStep> = {}, by: Person = "j.reid") =>
  await council.use.takeStep({
    actor: await council.actor(by),
    incident,
    step,
    customer: {},
    limbs: ["abusive"],
    shownBy: null,
    whatHappened: "On 1 March you rang 14 times and swore at the officer.",
    whatToChange: "Ring once a week at most, and do not swear.",
    how: step === "advice" ? "phone" : "letter",
    by: "me",
    done: null,
    earlierAdvice: null,
    ...facts,
  });
const stepIds = async () => (await council.sql`select id from ladder_step order by id`).map(({ id }) => String(id));
const letterId = async () => String((await council.sql`select id from letter`)[0]?.["id"]);

describe("advice (7.2.1)", () => {
  beforeEach(() => begin("persistent-and-abusive-behaviour"));

  it("is a task for whoever is to give it, with the pack's script and text", async () => {
    expect(await take("advice", { by: "reporter" })).toEqual({
      code: "taken",
      ref: "R-0001",
      ownerName: "Sam Hale",
      done: false,
    });
    expect(await toldOf(council, "advice-task")).toEqual(["Sam Hale"]);
    const [step = ""] = await stepIds();
    const read = await council.use.readAdvice({ actor: await council.actor("s.hale"), step });
    expect(read).toMatchObject({ code: "opened", customerRef: "C-1042", how: "phone", given: false });
    if (read.code !== "opened") return;
    for (const words of [read.script?.join(" "), read.text]) {
      expect(words).toContain("On 1 March you rang 14 times and swore at the officer.");
      expect(words).toContain("Ring once a week at most, and do not swear.");
      expect(words).not.toMatch(/[{}]|undefined/);
    }
  });

  it("is recorded with how, when and what was said, and the reporter hears at each turn", async () => {
    await take("advice");
    const [step = ""] = await stepIds();
    const actor = await council.actor("j.reid");
    const given = { actor, step, how: "phone", on: "2026-03-02", said: "They said that they had been ill." } as const;
    expect(await council.use.recordAdvice({ ...given, on: "2026-03-03" })).toEqual({ code: "in-the-future" });
    expect(await council.use.recordAdvice({ ...given, on: "2026-03-01" })).toEqual({ code: "before-it-was-asked-for" });
    expect(await council.use.recordAdvice(given)).toEqual({ code: "recorded" });
    expect(await council.use.recordAdvice(given)).toEqual({ code: "already-recorded" });
    expect(await council.sql`select kind, state, how, given_on::text, given_by, said from ladder_step`).toEqual([
      {
        kind: "advice",
        state: "given",
        how: "phone",
        given_on: "2026-03-02",
        given_by: "Jordan Reid",
        said: "They said that they had been ill.",
      },
    ]);
    expect(await toldOf(council, "report-receipt")).toEqual(["Sam Hale", "Sam Hale", "Sam Hale"]);
    expect(await auditOf(council)).toEqual(expect.arrayContaining(["advice-asked-for", "advice-given"]));
  });

  it("is told to the reporter with the day it was given on, and not the day it was asked for", async () => {
    await take("advice");
    const [step = ""] = await stepIds();
    await council.pass(2 * DAY);
    const actor = await council.actor("j.reid");
    await council.use.recordAdvice({ actor, step, how: "phone", on: "2026-03-04", said: "To ring less." });
    const copies = await council.sql`select id from copy where kind = 'report-receipt'`;
    const { organisation } = council;
    for (const { id } of copies) {
      const taken = await council.use.takeDelivery({ organisation, copy: String(id) });
      expect(JSON.stringify(taken && cardOf(taken.facts))).toContain(
        "The customer was asked to moderate their behaviour on 4 March 2026.",
      );
    }
  });

  const nextOn = async (about: string) => {
    const [copy] = await council.sql`select id, wanted from copy where kind = 'triage' and subject_id = ${about}`;
    const taken = await council.use.takeDelivery({ organisation: council.organisation, copy: String(copy?.["id"]) });
    return { wanted: Number(copy?.["wanted"]), card: JSON.stringify(taken && cardOf(taken.facts)) };
  };

  it.each<[string, () => Promise<unknown>]>([
    [
      "when the task is recorded",
      async () => {
        const [step = ""] = await stepIds();
        const actor = await council.actor("j.reid");
        return await council.use.recordAdvice({ actor, step, how: "phone", on: "2026-03-03", said: "To ring less." });
      },
    ],
    [
      "when it was given already",
      async () => {
        incident = await reported(council);
        return await take("advice", { done: { on: "2026-03-03", said: "To ring less." } });
      },
    ],
  ])("opens the warning on the cards of the customer's other reports %s", async (_, given) => {
    await take("advice");
    await council.pass(2 * DAY);
    const other = await reported(council);
    const before = await nextOn(other);
    expect(before.card).toContain("Warning letter: not yet. No advice is on record.");
    await given();
    const after = await nextOn(other);
    expect(after.card).toContain("Warning letter: open.");
    expect(after.wanted).toBeGreaterThan(before.wanted);
  });

  it("that something new follows on opens the warning on the cards of the reports before it, until it comes to nothing", async () => {
    await take("advice", { done: { on: "2026-03-02", said: "To ring less." } });
    const other = await reported(council);
    const before = await nextOn(other);
    expect(before.card).toContain("nothing is on record between the advice and the warning".slice(1));
    await council.pass(2 * DAY);
    const later = await reported(council);
    const open = await nextOn(other);
    expect(open).toMatchObject({ wanted: before.wanted + 1, card: expect.stringContaining("Warning letter: open.") });
    const actor = await council.actor("j.reid");
    await council.use.noFurtherAction({ actor, incident: later, reason: "Our own mistake." });
    expect(await nextOn(other)).toEqual({ ...before, wanted: open.wanted + 1 });
  });

  it("that was given already is on record at once, without a task", async () => {
    expect(await take("advice", { by: "reporter", done: { on: "2026-02-27", said: "To ring less." } })).toMatchObject({
      done: true,
    });
    expect(await toldOf(council, "advice-task")).toEqual([]);
    expect(await council.sql`select state, given_on::text from ladder_step`).toEqual([
      { state: "given", given_on: "2026-02-27" },
    ]);
  });

  it("that nobody records is asked about after one working day, once", async () => {
    await take("advice", { by: "reporter" });
    await council.pass(DAY);
    await council.pass(DAY);
    expect(await toldOf(council, "advice-reminder")).toEqual(["Sam Hale"]);
  });

  it.each(["t.kerr", "d.okafor"] as const)("is not for %s", async (person) => {
    expect(await take("advice", {}, person)).toMatchObject({ code: "not-yours" });
  });

  it.each<[string, Partial<TakeStep>, string]>([
    ["a ground of the policy", { limbs: [] }, "limb-missing"],
    ["what shows that contact is persistent", { limbs: ["persistent"] }, "shown-by-missing"],
    ["what happened", { whatHappened: null }, "what-happened-missing"],
    ["what to change", { whatToChange: null }, "what-to-change-missing"],
    ["a way that the policy names", { how: "visit" }, "how-missing"],
    ["a day that has come", { done: { on: "2026-03-03", said: "To ring less." } }, "in-the-future"],
    ["what was said, of advice that is done", { done: { on: "2026-03-02", said: null } }, "said-missing"],
  ])("wants %s", async (_, facts, fault) => {
    expect(await take("advice", facts)).toEqual({ code: "faults", faults: [fault] });
    expect(await stepIds()).toEqual([]);
  });

  it("is taken once when two press at the same moment", async () => {
    const codes = (await Promise.all([take("advice"), take("advice")])).map(({ code }) => code);
    expect(codes.toSorted()).toEqual(["already-triaged", "taken"]);
  });
});

describe("advice that the reporter was to give", () => {
  beforeEach(() => begin("persistent-and-abusive-behaviour"));
  const gone = async () => await council.sql`update officer set status = 'absent' where email like 's.hale@%'`;

  it("is nobody's task while they are away", async () => {
    await gone();
    expect(await take("advice", { by: "reporter" })).toEqual({ code: "faults", faults: ["reporter-away"] });
    expect(await stepIds()).toEqual([]);
    expect(await take("advice")).toMatchObject({ code: "taken", ownerName: "Jordan Reid" });
  });

  it("and gave before they went, goes on record", async () => {
    await gone();
    const done = { on: "2026-03-02", said: "To ring less." };
    expect(await take("advice", { by: "reporter", done })).toMatchObject({ code: "taken", done: true });
  });
});

describe("the warning letter (7.2.2)", () => {
  beforeEach(() => begin("persistent-and-abusive-behaviour"));

  it("waits for the advice", async () => {
    expect(await take("warning")).toMatchObject({ code: "faults", faults: [{ code: "not-yet" }] });
    expect(await stepIds()).toEqual([]);
  });

  it("rests on advice from before that is put on record with it", async () => {
    const earlierAdvice = { on: "2026-02-09", how: "phone", by: "Sam Hale" } as const;
    expect(await take("warning", { earlierAdvice })).toMatchObject({ code: "taken" });
    expect(await council.sql`select kind, state from ladder_step order by kind`).toEqual([
      { kind: "advice", state: "given" },
      { kind: "warning", state: "to_give" },
    ]);
    expect(await auditOf(council)).toContain("advice-recorded");
  });

  it("waits for something new after the advice", async () => {
    const earlierAdvice = { on: "2026-03-02", how: "phone", by: "Sam Hale" } as const;
    expect(await take("warning", { earlierAdvice })).toMatchObject({ code: "faults", faults: [{ code: "not-yet" }] });
  });

  it("counts from the day it is recorded as sent, and the reporter hears of it", async () => {
    await take("warning", { earlierAdvice: { on: "2026-02-09", how: "phone", by: null } });
    expect(await toldOf(council, "letter-task")).toEqual(["Jordan Reid"]);
    const actor = await council.actor("j.reid");
    const letter = await letterId();
    const read = await council.use.readLetter({ actor, letter });
    expect(read).toMatchObject({ code: "opened", customerRef: "C-1042", about: "warning" });
    expect(await council.use.recordLetterSent({ actor, letter, how: "letter", on: "2026-03-02" })).toEqual({
      code: "recorded",
    });
    expect(await council.sql`select state, given_on::text from ladder_step where kind = 'warning'`).toEqual([
      { state: "given", given_on: "2026-03-02" },
    ]);
    expect(await toldOf(council, "report-receipt")).toHaveLength(3);
  });
});

describe("the words of the warning letter (7.2.2)", () => {
  beforeEach(() => begin("persistent-and-abusive-behaviour"));

  it("say what happened, what to change, which procedures are in place now, and what may follow", async () => {
    await take("warning", { earlierAdvice: { on: "2026-02-09", how: "phone", by: null } });
    const read = await council.use.readLetter({ actor: await council.actor("j.reid"), letter: await letterId() });
    if (read.code !== "opened") throw new Error(read.code);
    expect(read.text).toContain("On 1 March you rang 14 times and swore at the officer.");
    expect(read.text).toContain("Ring once a week at most, and do not swear.");
    expect(read.text).toContain("a service manager looks at your contact with Housing");
    expect(read.text).toContain("may decide to limit how you can contact us");
    expect(read.text).toMatch(/Enclosed: /);
  });
});

describe("under unacceptable actions", () => {
  beforeEach(() => begin("unacceptable-actions"));

  it("there is no advice, and the warning comes first", async () => {
    expect(await take("advice")).toEqual({ code: "not-in-policy" });
    expect(await take("warning")).toMatchObject({ code: "taken" });
  });

  it("the warning letter says why, asks to moderate, says what may follow, and encloses the policy (paragraph 3)", async () => {
    await take("warning");
    const read = await council.use.readLetter({ actor: await council.actor("j.reid"), letter: await letterId() });
    if (read.code !== "opened") throw new Error(read.code);
    expect(read.text).toContain("On 1 March you rang 14 times and swore at the officer.");
    expect(read.text).toContain("Ring once a week at most, and do not swear.");
    expect(read.text).toMatch(/We cannot accept this, because/);
    expect(read.text).toMatch(/restrict/);
    expect(read.text).toMatch(/Enclosed: /);
  });
});

describe("the whole ladder (7.2.1 to 7.3)", () => {
  beforeEach(() => begin("persistent-and-abusive-behaviour"));

  it("leads to a proposal without anything being typed again", async () => {
    const actor = await council.actor("j.reid");
    expect(await take("advice", { done: { on: "2026-03-02", said: "They said sorry." } })).toMatchObject({
      code: "taken",
    });
    await council.pass(7 * DAY);
    incident = await reported(council);
    expect(await take("warning")).toMatchObject({ code: "taken" });
    await council.use.recordLetterSent({ actor, letter: await letterId(), how: "letter", on: "2026-03-09" });
    await council.pass(7 * DAY);
    incident = await reported(council);
    const start = { actor, incident, customer: {}, steps: [], bypass: null, kinds: ["no_email" as const] };
    expect(await council.use.startProposal(start)).toMatchObject({ code: "started" });
  });

  it("does not lead there from the advice alone", async () => {
    const actor = await council.actor("j.reid");
    await take("advice", { done: { on: "2026-03-02", said: "To ring less." } });
    await council.pass(7 * DAY);
    incident = await reported(council);
    const start = { actor, incident, customer: {}, steps: [], bypass: null, kinds: ["no_email" as const] };
    expect(await council.use.startProposal(start)).toMatchObject({ code: "faults" });
  });
});
