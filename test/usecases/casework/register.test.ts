/** `/contact-register` and `/check-contact`: what is in force, for those entitled, and every look recorded. */
import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { CheckContact } from "../../../src/usecases/check-contact.ts";
import { CHECKS_AN_HOUR } from "../../../src/usecases/check-contact.ts";
import { aCouncil, aDecision, aProposal, auditOf, type Council, reported, toldOf } from "../builders.ts";
import type { Person } from "../northmoor.ts";

let council: Council;
beforeEach(async () => {
  council = await aCouncil();
});
afterEach(() => council.drop());

/** C-1042 deals with Priya Shah only, from now on. */
const restricted = () => aProposal.approved(council, {}, { startsOn: "2026-03-02" });

const check = async (facts: Partial<CheckContact>, by: Person = "s.hale") =>
  await council.use.checkContact({
    actor: await council.actor(by),
    ref: null,
    phone: null,
    email: null,
    channel: null,
    why: "I am about to ring back.",
    ...facts,
  });

describe("a check", () => {
  it.each([
    ["the reference", { ref: "c-1042" }],
    ["a number that is theirs alone", { phone: "+44 7700 900123" }],
  ])("by %s says what to keep to", async (_, by) => {
    await restricted();
    const { answer } = await check(by);
    expect(answer).toMatchObject({ code: "entry", customerTold: false });
    expect(answer).toMatchObject({ planned: null, instruction: "Deal through Priya Shah." });
  });

  it.each([
    ["a customer without an arrangement", { ref: "C-1043" }],
    ["a reference that nobody has", { ref: "C-9" }],
    ["a number that nobody has", { phone: "07700 900999" }],
    ["a number that others use too", { phone: "07700 900456" }],
  ])("of %s has the same answer: nothing to keep to", async (_, by) => {
    await restricted();
    const nothing = "Nothing to keep to.";
    expect((await check(by)).answer).toEqual({ code: "nothing", planned: null, instruction: nothing, inFull: nothing });
  });

  it("without anything to go by says so", async () => {
    expect((await check({})).answer).toEqual({ code: "nothing-given" });
  });

  it("goes by the moment: before the start and from the end there is nothing to keep to", async () => {
    await aProposal.approved(council);
    const at = async (now: string) => {
      council.clock.now = new Date(now);
      return (await check({ ref: "C-1042" })).answer.code;
    };
    expect(await at("2026-03-08T23:59:59Z")).toBe("nothing");
    expect(await at("2026-03-09T00:00:00Z")).toBe("entry");
    expect(await at("2026-09-08T22:59:59Z")).toBe("entry");
    expect(await at("2026-09-08T23:00:00Z")).toBe("nothing");
  });

  it("says that the customer knows, once the letter is recorded as sent", async () => {
    await restricted();
    const [letter] = await council.sql`select id from letter`;
    const actor = await council.actor("j.reid");
    await council.use.recordLetterSent({ actor, letter: String(letter?.["id"]), how: "letter", on: "2026-03-02" });
    expect((await check({ ref: "C-1042" })).answer).toMatchObject({ customerTold: true });
  });

  it("is recorded with its reason, whatever it found", async () => {
    await check({ ref: "C-9" });
    expect(await council.sql`select reason from look_up`).toEqual([{ reason: "I am about to ring back." }]);
    expect(await auditOf(council)).toContain("register-checked");
  });

  it("too many times in an hour is told to the register team, once, and still answered", async () => {
    await restricted();
    for (let times = 0; times < CHECKS_AN_HOUR; times += 1)
      expect((await check({ ref: "C-1043" })).manyChecks).toBe(false);
    expect(await toldOf(council, "many-checks")).toEqual([]);
    const more = [await check({ ref: "C-1042" }), await check({ ref: "C-1042" })];
    expect(more).toMatchObject([
      { manyChecks: true, answer: { code: "entry" } },
      { manyChecks: true, answer: { code: "entry" } },
    ]);
    expect(await toldOf(council, "many-checks")).toEqual(["Ray Byrne"]);
    expect((await check({ ref: "C-1043" }, "t.kerr")).manyChecks).toBe(false);
    await council.pass(61);
    expect((await check({ ref: "C-1043" })).manyChecks).toBe(false);
  });
});

describe("the register", () => {
  const list = async (page: number, by: Person = "r.byrne") =>
    await council.use.readRegister({ actor: await council.actor(by), page });

  it("is for the register team alone", async () => {
    for (const person of ["s.hale", "j.reid", "d.okafor", "m.frost"] as const)
      expect(await list(1, person)).toEqual({ code: "not-yours" });
  });

  it("lists what is in force, page by page; a page beyond the last is the last", async () => {
    expect(await list(1)).toMatchObject({ code: "page", page: 1, pages: 1, total: 0, rows: [] });
    for (let made = 0; made < 9; made += 1) await restricted();
    expect(await list(1)).toMatchObject({ page: 1, pages: 2, total: 9, rows: { length: 8 } });
    expect(await list(2)).toMatchObject({ page: 2, rows: { length: 1 } });
    expect(await list(99)).toMatchObject({ page: 2, rows: { length: 1 } });
    expect(await list(-1)).toMatchObject({ page: 1 });
  });

  it("leaves out what has not begun and what has ended", async () => {
    await aProposal.approved(council);
    expect(await list(1)).toMatchObject({ total: 0 });
    council.clock.now = new Date("2026-03-09T00:00:00Z");
    expect(await list(1)).toMatchObject({ total: 1, rows: [{ customerRef: "C-1042", endsOn: "2026-09-09" }] });
    council.clock.now = new Date("2026-09-08T23:00:00Z");
    expect(await list(1)).toMatchObject({ total: 0 });
  });

  describe("one entry", () => {
    const open = async (arrangement: string, by: Person = "r.byrne") =>
      await council.use.readRegisterEntry({ actor: await council.actor(by), arrangement });

    it("says who, what, from and until, and everybody who decided it (7.4)", async () => {
      const proposal = await aProposal.awaitingDecision(
        council,
        { kinds: ["all_contact"], incident: await reported(council) },
        { parameters: { all_contact: {} }, openWay: "Write to PO Box 12, read by Priya Shah." },
      );
      await council.use.decideProposal(await aDecision(council, proposal, { by: "m.frost" }));
      await council.use.decideProposal(await aDecision(council, proposal, { by: "e.ward" }));
      const [row] = await council.sql`select id from arrangement`;
      const entry = await open(String(row?.["id"]));
      expect(entry).toMatchObject({
        code: "opened",
        facts: {
          customer: { ref: "C-1042", name: "Alex Morgan" },
          where: "Housing",
          startsOn: "2026-03-09",
          endsOn: "2026-09-09",
          toldOn: null,
        },
      });
      expect(entry.code === "opened" && entry.facts.decidedBy.toSorted()).toEqual(["Erin Ward", "Max Frost"]);
      expect(entry.code === "opened" && entry.facts.arrangement.join(" ")).toContain("PO Box 12");
      expect(await auditOf(council)).toContain("register-entry-opened");
    });

    it("never says less than is in force: where restrictions differ, each says where it applies", async () => {
      await aProposal.approved(
        council,
        { kinds: ["named_officer", "no_email"] },
        { parameters: { named_officer: { officer: "p.shah@northmoor.example" }, no_email: {} } },
      );
      await council.sql`update restriction set services = null where kind = 'no_email'`;
      const [row] = await council.sql`select id from arrangement`;
      expect(await open(String(row?.["id"]))).toMatchObject({
        facts: { where: "One named officer only: Housing; no emails, letters instead: every service" },
      });
    });

    it("is for the register team alone, and of nothing is refused", async () => {
      expect(await open(randomUUID(), "j.reid")).toEqual({ code: "not-yours" });
      expect(await open(randomUUID())).toEqual({ code: "unknown-target" });
    });
  });
});
