/** CASEWORK section 1: an incident, and a serious threat at once to whoever must know. */
import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { cardOf } from "../../../src/jobs/card-of.ts";
import { aCouncil, aProposal, aReport, auditOf, type Council, DAY, reported, toldOf } from "../builders.ts";

let council: Council;
beforeEach(async () => {
  council = await aCouncil();
});
afterEach(() => council.drop());

const report = async (facts: Parameters<typeof aReport>[1] = {}) =>
  await council.use.reportContact(aReport(await council.actor("s.hale"), facts));
const incidents = async () => await council.sql`select ref, state, customer_id is not null as known from incident`;

describe("a report", () => {
  it("takes two answers, and goes to the service manager", async () => {
    expect(await report({ customer: { name: "Alex Morgan" } })).toEqual({
      code: "reported",
      ref: "R-0001",
      alerted: null,
      triageName: "Jordan Reid",
    });
    expect(await incidents()).toEqual([{ ref: "R-0001", state: "awaiting_triage", known: false }]);
    expect([await toldOf(council, "report-receipt"), await toldOf(council, "triage")]).toEqual([
      ["Sam Hale"],
      ["Jordan Reid"],
    ]);
    expect(await auditOf(council)).toContain("incident-reported");
  });

  it.each([
    ["a reference, however it is typed", { ref: " c-1042 " }, true],
    ["a number that is theirs alone", { phone: "+44 7700 900123" }, true],
    ["a number that is shared", { phone: "07700 900456" }, false],
    ["an email address that is shared", { email: "alex@morgan.example" }, false],
    ["a name", { name: "Alex Morgan" }, false],
  ])("knows the customer by %s: %j %s", async (_, customer, known) => {
    await report({ customer });
    expect(await incidents()).toEqual([expect.objectContaining({ known })]);
  });

  it("happened now, in the reporter's own service, unless they say otherwise", async () => {
    await report();
    expect(
      await council.sql`select service, occurred_at = ${council.clock.now.toISOString()}::timestamptz as now from incident`,
    ).toEqual([{ service: "Housing", now: true }]);
  });

  it("is of the service that was typed, however it is typed, as the staff list spells it", async () => {
    await report({ service: "  customer  TEAM " });
    expect(await council.sql`select service from incident`).toEqual([{ service: "Customer Team" }]);
  });

  it("goes to the register team when nobody of the service can be reached", async () => {
    await council.sql`delete from chat_account where account <> all (${["s.hale", "r.byrne"]})`;
    expect(await report()).toMatchObject({ code: "reported", triageName: null });
    expect(await toldOf(council, "triage")).toEqual(["Ray Byrne"]);
  });
});

describe("the same form", () => {
  it("sent twice is one report with one answer", async () => {
    const submission = randomUUID();
    const first = await report({ submission });
    expect(await report({ submission })).toEqual(first);
    expect(await incidents()).toHaveLength(1);
  });

  it("sent twice at the same moment is one report with one answer", async () => {
    const submission = randomUUID();
    const [first, second] = await Promise.all([report({ submission }), report({ submission })]);
    expect(first).toMatchObject({ code: "reported", ref: "R-0001" });
    expect(second).toEqual(first);
    expect(await incidents()).toHaveLength(1);
    expect(await toldOf(council, "triage")).toHaveLength(1);
  });

  it("opened by two officers from one alert is a report of each", async () => {
    const alert = randomUUID();
    const [sam, toni] = [await council.actor("s.hale"), await council.actor("t.kerr")];
    const first = await council.use.reportContact(aReport(sam, { submission: alert, alert }));
    const second = await council.use.reportContact(aReport(toni, { submission: alert, alert }));
    expect([first, second]).toMatchObject([{ ref: "R-0001" }, { ref: "R-0002" }]);
    expect(await council.use.reportContact(aReport(sam, { submission: alert, alert }))).toEqual(first);
  });
});

describe("a report with a fault writes nothing", () => {
  it.each([
    ["nobody named", { customer: {} }, ["who-missing"]],
    ["nothing said", { whatHappened: "" }, ["what-missing"]],
    ["a reference that nobody has", { customer: { ref: "C-9" } }, ["unknown-reference"]],
    ["a day to come", { occurredAt: new Date("2026-03-02T10:30:00Z") }, ["in-the-future"]],
    ["a service that does not exist", { service: "Parks" }, ["unknown-service"]],
    [
      "officers that do not exist, beside one who does",
      { affected: ["nobody@northmoor.example", "t.kerr@northmoor.example", "zed"] },
      [{ code: "unknown-officer", typed: ["nobody@northmoor.example", "zed"] }],
    ],
    ["several things at once", { customer: {}, whatHappened: "" }, ["who-missing", "what-missing"]],
  ])("%s", async (_, facts, faults) => {
    expect(await report(facts)).toEqual({ code: "faults", faults });
    expect(await incidents()).toEqual([]);
  });

  it("but not knowing who it was is an answer, and a clock may be a little ahead", async () => {
    const occurredAt = new Date("2026-03-02T10:04:00Z");
    expect(await report({ customer: {}, notKnown: true, occurredAt })).toMatchObject({ code: "reported" });
  });
});

describe("a serious threat", () => {
  beforeEach(async () => {
    await reported(council, { seriousThreat: true });
  });
  const asked = () => toldOf(council, "safety-alert");
  const acknowledge = async (who: "j.reid" | "r.byrne" | "t.kerr") => {
    const [alert] = await council.sql`select id from safety_alert`;
    return await council.use.acknowledgeSafetyAlert({ actor: await council.actor(who), alert: String(alert?.["id"]) });
  };

  it("is told to the service manager and the register team at once", async () => {
    expect(await asked()).toEqual(["Jordan Reid"]);
    expect(await toldOf(council, "safety-alert-channel")).toEqual(["Ray Byrne"]);
  });

  it("goes to the next in line every 15 minutes until somebody has it", async () => {
    await council.pass(14);
    expect(await asked()).toEqual(["Jordan Reid"]);
    await council.pass(1);
    expect(await asked()).toEqual(["Jordan Reid", "Dana Okafor"]);
    await council.pass(15);
    expect(await asked()).toEqual(["Jordan Reid", "Dana Okafor", "Max Frost"]);
    await council.pass(600);
    expect(await asked()).toHaveLength(3);
  });

  it("does not go silent when everybody in line was asked: the register team hears it four times more", async () => {
    const told = async () => (await toldOf(council, "safety-alert-channel")).length;
    await council.pass(30);
    for (let quarters = 0; quarters < 3; quarters += 1) await council.pass(15);
    expect([(await asked()).length, await told()]).toEqual([3, 3]);
    for (let quarters = 0; quarters < 10; quarters += 1) await council.pass(15);
    expect(await told()).toBe(5);
  });

  it("is told to the register team no more once they acknowledged it", async () => {
    for (let quarters = 0; quarters < 4; quarters += 1) await council.pass(15);
    const told = await toldOf(council, "safety-alert-channel");
    expect(told.length).toBeGreaterThan(1);
    await acknowledge("r.byrne");
    await council.pass(15);
    expect(await toldOf(council, "safety-alert-channel")).toEqual(told);
  });

  it("goes no further once it is acknowledged, and the second who presses hears who was first", async () => {
    expect(await acknowledge("j.reid")).toEqual({ code: "done" });
    expect(await acknowledge("r.byrne")).toEqual({
      code: "already-acknowledged",
      by: "Jordan Reid",
      at: council.clock.now,
    });
    await council.pass(60);
    expect(await asked()).toEqual(["Jordan Reid"]);
  });

  it("is for those who were asked, and the register team", async () => {
    expect(await acknowledge("t.kerr")).toEqual({ code: "not-yours" });
    expect(await acknowledge("r.byrne")).toEqual({ code: "done" });
  });

  it("is in one person's hand when two press at the same moment", async () => {
    const codes = (await Promise.all([acknowledge("j.reid"), acknowledge("r.byrne")])).map(({ code }) => code);
    expect(codes.toSorted()).toEqual(["already-acknowledged", "done"]);
  });
});

describe("the receipt of a serious threat", () => {
  it("names those who were alerted", async () => {
    expect(await report({ seriousThreat: true })).toMatchObject({ alerted: { manager: true, registerTeam: true } });
  });

  it("does not say that a manager was alerted when nobody could be", async () => {
    await council.sql`delete from chat_account where account <> 's.hale' and account <> 'r.byrne'`;
    expect(await report({ seriousThreat: true })).toMatchObject({ alerted: { manager: false, registerTeam: true } });
    const [receipt] = await council.sql`select id from copy where kind = 'report-receipt'`;
    const taken = await council.use.takeDelivery({
      organisation: council.organisation,
      copy: String(receipt?.["id"]),
    });
    expect(taken?.facts).toMatchObject({ facts: { alerted: { manager: false, registerTeam: true } } });
  });
});

describe("a serious threat that reaches nobody", () => {
  const shown = async () => {
    const [receipt] = await council.sql`select id from copy where kind = 'report-receipt'`;
    const copy = String(receipt?.["id"]);
    const taken = await council.use.takeDelivery({ organisation: council.organisation, copy });
    return taken ? JSON.stringify(cardOf(taken.facts)) : "";
  };

  it("says so, and what to do: whom to tell, and when to ring 999; nobody is named who looks at it next", async () => {
    await council.sql`update officer set roles = '{officer}' where name in ('Jordan Reid', 'Ray Byrne')`;
    await council.sql`update officer set line_manager = null`;
    expect(await report({ seriousThreat: true })).toMatchObject({ alerted: { manager: false, registerTeam: false } });
    expect(await shown()).toMatch(/ring 999\..*Nobody could be alerted here\. Tell your manager now/);
    expect(await shown()).not.toContain("The register team looks at it next");
  });

  it("waits for whoever is in the register team next", async () => {
    await council.sql`update officer set line_manager = null, roles = '{officer}'`;
    await report({ seriousThreat: true });
    await council.pass(3 * DAY);
    await council.sql`update officer set roles = '{register_team}' where name = 'Toni Kerr'`;
    const { rows } = await council.use.readWork({ actor: await council.actor("t.kerr"), page: 1 });
    expect(rows).toMatchObject([{ kind: "report", ref: "R-0001" }]);
  });

  it("is the register team's next where somebody is in it", async () => {
    await council.sql`update officer set line_manager = null, roles = '{officer}' where name <> 'Ray Byrne'`;
    await report({ seriousThreat: true });
    expect(await shown()).toContain("The register team looks at it next");
  });
});

describe("an officer it happened to", () => {
  it("decides nothing about it", async () => {
    const incident = await reported(council, { affected: ["D.Okafor@northmoor.example"] });
    const { asked } = await aProposal.awaitingDecision(council, { incident });
    expect(asked.length).toBeGreaterThan(0);
    expect(asked).not.toContain("Dana Okafor");
  });
});
