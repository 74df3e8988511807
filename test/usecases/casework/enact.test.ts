/** What a decision does: DESIGN section 7, "letter and register are generated from the same decision and cannot disagree". */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { arrangementSentences } from "../../../src/policy/arrangement/arrangement-sentence.ts";
import { aCouncil, aDecision, aProposal, auditOf, type Council, DAY, reported, toldOf } from "../builders.ts";
import type { Person } from "../northmoor.ts";

let council: Council;
beforeEach(async () => {
  council = await aCouncil();
});
afterEach(() => council.drop());

const one = async (query: Promise<readonly Record<string, unknown>[]>) => (await query)[0] ?? {};
const letter = async () => await one(council.sql`select id, body, owner_id, sent_on::text, recorded_at from letter`);
const dates = () =>
  one(council.sql`select (starts_at at time zone 'Europe/London')::text as starts,
    (ends_at at time zone 'Europe/London')::text as ends, review_on::text as review from arrangement`);

describe("an approved proposal", () => {
  it("is an arrangement with its restrictions, dates and policy", async () => {
    await aProposal.approved(council);
    expect(await council.sql`select ref, pack_id, pack_version, told_at from arrangement`).toEqual([
      { ref: "P-0001", pack_id: "persistent-and-abusive-behaviour", pack_version: 1, told_at: null },
    ]);
    expect(await dates()).toEqual({ starts: "2026-03-09 00:00:00", ends: "2026-09-09 00:00:00", review: "2026-08-10" });
    expect(await council.sql`select kind, clause, services, parameters from restriction`).toEqual([
      {
        kind: "named_officer",
        clause: "7.3.4",
        services: ["Housing"],
        parameters: { officer: "p.shah@northmoor.example" },
      },
    ]);
  });

  it("holds everywhere when it was asked for every service", async () => {
    await aProposal.approved(council, {}, { organisationWide: true, scopeReason: "Contact was with 4 services." });
    expect(await council.sql`select services from restriction`).toEqual([{ services: null }]);
  });

  it("starts at the decision when its first day is there: nobody is restricted backwards", async () => {
    await aProposal.approved(council, {}, { startsOn: "2026-03-02" });
    expect(await dates()).toMatchObject({ starts: "2026-03-02 10:00:00" });
  });

  it("starts at the decision when its first day has passed, and says so wherever it is shown", async () => {
    const proposal = await aProposal.awaitingDecision(council, {}, { startsOn: "2026-03-03" });
    council.clock.now = new Date("2026-03-05T15:00:00Z");
    await council.use.decideProposal(await aDecision(council, proposal));
    expect(await dates()).toMatchObject({ starts: "2026-03-05 15:00:00" });
    expect((await letter())["body"]).toContain("From: 5 March 2026\n");
    const read = await council.use.readProposal({ actor: await council.actor("d.okafor"), proposal: proposal.id });
    expect(read.code === "opened" && read.assessed.row.startsAt).toEqual(council.clock.now);
  });

  it("tells the customer in the register's own sentence", async () => {
    const proposal = await aProposal.approved(council);
    const read = await council.use.readProposal({ actor: await council.actor("d.okafor"), proposal: proposal.id });
    if (read.code !== "opened") throw new Error(read.code);
    const { restrictions, wording } = read.assessed;
    const [sentence = "no sentence"] = arrangementSentences(restrictions, wording);
    expect(sentence).toContain("Priya Shah");
    const { body } = await letter();
    expect(body).toContain(sentence);
    for (const words of [
      "Dear Alex Morgan",
      "14 Sample Row",
      "P-0001",
      "9 March 2026",
      "9 September 2026",
      "14 calls",
      "One officer, whom",
    ])
      expect(body).toContain(words);
  });

  it("is told to officers who check, and to nobody else", async () => {
    await aProposal.approved(council, {}, { startsOn: "2026-03-02" });
    const [sam, ray] = [await council.actor("s.hale"), await council.actor("r.byrne")];
    expect(await council.use.readRegister({ actor: sam, page: 1 })).toEqual({ code: "not-yours" });
    expect(await council.use.readRegister({ actor: ray, page: 1 })).toMatchObject({ code: "page", total: 1 });
  });
});

describe("identifiers", () => {
  const shared = async () =>
    (
      await council.sql`select kind from identifier i join customer c on c.id = i.customer_id
      where c.ref = 'C-1042' and shared order by kind::text`
    ).map(({ kind }) => kind);
  const emailId = async () => (await council.sql`select id from identifier where kind = 'email'`)[0]?.["id"] as string;

  it("that the manager says are the customer's alone become so by the decision, not before", async () => {
    const proposal = await aProposal.awaitingDecision(council, {}, { exclusive: [await emailId()] });
    expect(await shared()).toEqual(["address", "email"]);
    await council.use.decideProposal(await aDecision(council, proposal));
    expect(await shared()).toEqual(["address"]);
  });

  it("of another customer are left alone, whatever the form said", async () => {
    const [other] = await council.sql`select i.id from identifier i join customer c on c.id = i.customer_id
      where c.ref = 'C-1043'`;
    await aProposal.approved(council, {}, { exclusive: [String(other?.["id"])] });
    expect(await council.sql`select shared from identifier where id = ${String(other?.["id"])}`).toEqual([
      { shared: true },
    ]);
  });
});

describe("the letter", () => {
  beforeEach(async () => {
    await aProposal.approved(council);
  });
  const send = async ({ by = "j.reid", on = "2026-03-02" }: { by?: Person; on?: string } = {}) =>
    await council.use.recordLetterSent({
      actor: await council.actor(by),
      letter: String((await letter())["id"]),
      how: "letter",
      on,
    });

  it("is the proposer's task", async () => {
    expect(await toldOf(council, "letter-task")).toEqual(["Jordan Reid"]);
    expect(await send({ by: "s.hale" })).toEqual({ code: "not-yours" });
    expect(await send()).toEqual({ code: "recorded" });
    expect(await letter()).toMatchObject({ sent_on: "2026-03-02" });
    expect(await auditOf(council)).toContain("letter-sent");
  });

  it("may be recorded by the register team", async () => {
    expect(await send({ by: "r.byrne" })).toEqual({ code: "recorded" });
  });

  it("makes the customer told: officers' cards no longer say that they may not know", async () => {
    const told = async () => (await council.sql`select told_at from arrangement`)[0]?.["told_at"] !== null;
    expect(await told()).toBe(false);
    await send();
    expect(await told()).toBe(true);
  });

  it("is sent once, on a day between the decision and today", async () => {
    expect(await send({ on: "2026-03-03" })).toEqual({ code: "in-the-future" });
    expect(await send({ on: "2026-03-01" })).toEqual({ code: "before-it-was-written" });
    const codes = (await Promise.all([send(), send()])).map(({ code }) => code);
    expect(codes.toSorted()).toEqual(["already-recorded", "recorded"]);
  });

  it("that nobody sent is told to the register team after one working day", async () => {
    await council.pass(DAY - 1);
    expect(await toldOf(council, "letter-reminder")).toEqual([]);
    await council.pass(1);
    expect(await toldOf(council, "letter-reminder")).toEqual(["Ray Byrne"]);
  });

  it("that was sent is not asked about", async () => {
    await send();
    await council.pass(2 * DAY);
    expect(await toldOf(council, "letter-reminder")).toEqual([]);
  });

  it("opens for whoever has the task and the register team, and the opening is recorded", async () => {
    const id = String((await letter())["id"]);
    const read = async (by: Person) => await council.use.readLetter({ actor: await council.actor(by), letter: id });
    expect(await read("s.hale")).toEqual({ code: "not-yours" });
    expect(await read("r.byrne")).toMatchObject({ code: "opened", customerRef: "C-1042" });
    expect(await auditOf(council)).toContain("letter-opened");
  });
});

describe("the end", () => {
  it("comes on its day, and owner and register team are told once", async () => {
    await aProposal.approved(council, { incident: await reported(council) });
    council.clock.now = new Date("2026-09-08T22:59:00Z");
    await council.pass(0);
    expect(await toldOf(council, "arrangement-ended")).toEqual([]);
    await council.pass(1);
    await council.pass(DAY);
    expect(await toldOf(council, "arrangement-ended")).toEqual(["Jordan Reid", "Ray Byrne"]);
  });
});
