/** A proposal on its way to the seniors: CASEWORK sections 2 and 3. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { aCouncil, aProposal, aStart, type Council, reported, theDetails, toldOf } from "../builders.ts";

let council: Council;
const start = async (facts: Parameters<typeof aStart>[1] = {}) =>
  await council.use.startProposal(await aStart(council, facts));
afterEach(() => council.drop());

describe("under persistent and abusive behaviour (7.2)", () => {
  beforeEach(async () => {
    council = await aCouncil("persistent-and-abusive-behaviour");
  });

  it.each([
    ["without advice and warning", []],
    ["without the warning", [{ step: "advice", on: "2026-01-12", how: "phone", by: null }]],
    [
      "with a warning that has no date",
      [
        { step: "advice", on: "2026-01-12", how: "phone", by: null },
        { step: "warning", on: null, how: "letter", by: null },
      ],
    ],
    [
      "with advice older than 6 months",
      [
        { step: "advice", on: "2025-08-01", how: "phone", by: null },
        { step: "warning", on: "2026-02-02", how: "letter", by: null },
      ],
    ],
  ] as const)("does not begin %s", async (_, steps) => {
    expect(await start({ steps })).toMatchObject({ code: "faults", faults: [{ code: "warned" }] });
    expect(await council.sql`select id from proposal`).toEqual([]);
  });

  it("a serious threat is no reason to leave them out", async () => {
    const bypass = { code: "serious_threat", reason: "They said what they would do." };
    expect(await start({ steps: [], bypass })).toMatchObject({ code: "faults", faults: [{ code: "warned" }] });
  });

  it("waits for something new after receipt of the warning, from whichever report it is proposed (7.2.2)", async () => {
    // Posted on Monday 2 February, deemed received on Wednesday.
    const before = await reported(council, { occurredAt: new Date("2026-02-04T15:00:00Z") });
    const outcome = await start({ incident: before });
    expect(outcome.code === "faults" && outcome.faults).toMatchObject([
      { because: expect.stringMatching(/^Nothing is on record since they had the warning, 4 February 2026\./) },
    ]);
    await reported(council, { occurredAt: new Date("2026-02-05T09:00:00Z") });
    expect(await start({ incident: before })).toMatchObject({ code: "started" });
  });

  it("waits for it too when the report does not say who it was: then the details are held", async () => {
    const occurredAt = new Date("2026-02-03T09:00:00Z");
    const incident = await reported(council, { customer: { name: "Chris Vale" }, occurredAt });
    const proposal = await aProposal.draft(council, { incident, customer: { name: "Chris Vale" } });
    expect(await council.use.detailProposal(await theDetails(council, proposal))).toMatchObject({
      code: "faults",
      faults: [{ code: "gate", gate: { gate: "continued", code: "block" } }],
    });
  });

  it("believes the record of what lay between two steps from before, and the seniors read that it does", async () => {
    await aProposal.awaitingDecision(council);
    const [card] = await council.sql`select id from copy where kind = 'approval' limit 1`;
    const { organisation } = council;
    const taken = await council.use.takeDelivery({ organisation, copy: String(card?.["id"]) });
    expect(taken?.facts).toMatchObject({
      kind: "approval",
      facts: { passed: expect.arrayContaining(["it went on (earlier steps as recorded)"]) },
    });
  });

  it("says what would open the gate", async () => {
    const outcome = await start({ steps: [] });
    expect(outcome.code === "faults" && outcome.faults[0]).toMatchObject({
      because: expect.stringMatching(/^No advice is on record and no warning is on record\. Record /),
    });
  });
});

describe("under unacceptable actions", () => {
  beforeEach(async () => {
    council = await aCouncil("unacceptable-actions");
  });

  it("a serious threat takes the short road", async () => {
    const bypass = { code: "serious_threat", reason: "" };
    const incident = await reported(council, { seriousThreat: true });
    expect(await start({ steps: [], bypass, incident })).toMatchObject({ code: "started" });
  });

  it("one that no report records takes a written account", async () => {
    const bypass = { code: "serious_threat", reason: "" };
    expect(await start({ steps: [], bypass })).toMatchObject({ code: "faults", faults: [{ code: "warned" }] });
    const told = { ...bypass, reason: "They said what they would do." };
    expect(await start({ steps: [], bypass: told })).toMatchObject({ code: "started" });
  });

  it("vexatious behaviour does so with a written reason only", async () => {
    const code = "vexatious";
    expect(await start({ steps: [], bypass: { code, reason: " " } })).toMatchObject({ code: "faults" });
    expect(await start({ steps: [], bypass: { code, reason: "Forty complaints in a week." } })).toMatchObject({
      code: "started",
    });
  });

  it("needs no advice, but the warning", async () => {
    expect(await start({ steps: [] })).toMatchObject({ code: "faults" });
    expect(await start({ steps: [{ step: "warning", on: "2026-02-02", how: "letter", by: null }] })).toMatchObject({
      code: "started",
    });
  });
});

describe("the first step", () => {
  beforeEach(async () => {
    council = await aCouncil();
  });

  it("asks for a restriction", async () => {
    expect(await start({ kinds: [] })).toEqual({ code: "faults", faults: ["no-kind"] });
  });

  it("taken twice is one draft, with what was said last", async () => {
    const incident = await reported(council);
    const first = await start({ incident });
    expect(await start({ incident, kinds: ["no_email"] })).toEqual(first);
    expect(await council.sql`select restrictions from proposal`).toEqual([
      { restrictions: [{ kind: "no_email", clause: "7.3.2", parameters: {} }] },
    ]);
  });

  it("is for those who may triage the report", async () => {
    expect(await start({ actor: await council.actor("t.kerr") })).toEqual({ code: "not-yours" });
  });

  describe("when the report does not say who it was", () => {
    const unknown = () => reported(council, { customer: { name: "Chris Vale", phone: "07700 900777" } });
    const customers = () => council.sql`select ref, name from customer where ref not like 'C-%'`;

    it("takes the reference that the manager gives", async () => {
      await start({ incident: await unknown(), customer: { ref: "c-1043" } });
      expect(await council.sql`select c.ref from proposal p join customer c on c.id = p.customer_id`).toEqual([
        { ref: "C-1043" },
      ]);
      expect(await customers()).toEqual([]);
    });

    it("writes it on the report when the proposal goes out, and lets a wrong one be put right before", async () => {
      const incident = await unknown();
      const whose = () => council.sql`select c.ref from incident i join customer c on c.id = i.customer_id`;
      await start({ incident, customer: { ref: "C-1043" } });
      expect(await whose()).toEqual([]);
      const actor = await council.actor("j.reid");
      expect(await council.use.prepareStart({ actor, incident })).toMatchObject({ about: { ref: "C-1043" } });

      await aProposal.awaitingDecision(council, { incident, customer: { ref: "C-1042" } });
      expect(await whose()).toEqual([{ ref: "C-1042" }]);
      expect(await council.sql`select c.ref from proposal p join customer c on c.id = p.customer_id`).toEqual([
        { ref: "C-1042" },
      ]);
    });

    it("sends nothing that was read back about another customer", async () => {
      const incident = await unknown();
      const { id, version } = await aProposal.readBack(council, { incident, customer: { ref: "C-1043" } });
      await start({ incident, customer: { ref: "C-1042" } });
      const actor = await council.actor("j.reid");
      expect(await council.use.submitProposal({ actor, proposal: id, version })).toEqual({ code: "changed" });
    });

    it("makes one entry, however often the step is sent", async () => {
      const incident = await unknown();
      expect(await start({ incident })).toEqual(await start({ incident }));
      expect(await customers()).toHaveLength(1);
    });

    it("refuses a reference that nobody has", async () => {
      expect(await start({ incident: await unknown(), customer: { ref: "C-1" } })).toEqual({
        code: "faults",
        faults: ["unknown-reference"],
      });
    });

    it("makes a new entry, whose identifiers count as shared", async () => {
      await start({ incident: await unknown() });
      expect(await customers()).toMatchObject([{ name: "Chris Vale" }]);
      expect(
        await council.sql`select i.kind, i.shared from identifier i join customer c on c.id = i.customer_id
          where c.name = 'Chris Vale'`,
      ).toEqual([{ kind: "phone", shared: true }]);
    });

    it("wants a name for it", async () => {
      const incident = await reported(council, { customer: {}, notKnown: true });
      expect(await start({ incident })).toEqual({ code: "faults", faults: ["who-missing"] });
    });
  });
});

describe("the second step", () => {
  let proposal: string;
  beforeEach(async () => {
    council = await aCouncil();
    proposal = await aProposal.draft(council);
  });
  const detail = async (facts: Parameters<typeof theDetails>[2]) =>
    await council.use.detailProposal(await theDetails(council, proposal, facts));

  it("reads the whole back", async () => {
    expect(await detail({})).toMatchObject({ code: "saved", assessed: { restrictions: [{ scope: ["Housing"] }] } });
  });

  it.each([
    ["a point of contact left out", { parameters: {} }, { code: "parameter", path: ["officer"] }],
    [
      "a point of contact nobody knows",
      { parameters: { named_officer: { officer: "x@northmoor.example" } } },
      { code: "unknown-officer", path: ["officer"] },
    ],
    ["no reason", { reason: "" }, { code: "reason-missing" }],
    ["no end", { endsOn: null }, { code: "gate", gate: { gate: "dated" } }],
    ["no review", { reviewOn: null }, { code: "gate", gate: { gate: "dated" } }],
    ["a review after the end", { reviewOn: "2026-09-10" }, { code: "gate", gate: { gate: "dated" } }],
    ["a start in the past", { startsOn: "2026-03-01" }, { code: "gate", gate: { gate: "dated" } }],
    ["more than 12 months", { endsOn: "2027-03-10" }, { code: "gate", gate: { gate: "dated" } }],
    ["every service without a reason", { organisationWide: true }, { code: "gate", gate: { gate: "scope" } }],
  ])("refuses %s", async (_, facts, fault) => {
    const outcome = await detail(facts);
    expect(outcome).toMatchObject({ code: "faults", faults: [fault] });
  });

  it("keeps in the draft what was typed, faults or not", async () => {
    await detail({ endsOn: null, reason: "Typed at length." });
    const actor = await council.actor("j.reid");
    expect(await council.use.prepareDetails({ actor, proposal })).toMatchObject({
      code: "ready",
      assessed: { row: { reason: "Typed at length." } },
      dates: { startsOn: "2026-03-09" },
    });
  });

  it("is the proposer's alone", async () => {
    const actor = await council.actor("d.okafor");
    expect(await detail({ actor })).toEqual({ code: "not-yours" });
  });

  it("refuses to shut every way to reach the council", async () => {
    const id = await aProposal.draft(council, { kinds: ["all_contact"] });
    const all = { parameters: { all_contact: {} } };
    expect(await council.use.detailProposal(await theDetails(council, id, all))).toMatchObject({
      code: "faults",
      faults: [{ code: "gate", gate: { gate: "way_left_open" } }],
    });
    const openWay = "Write to PO Box 12, read by Priya Shah.";
    expect(await council.use.detailProposal(await theDetails(council, id, { ...all, openWay }))).toMatchObject({
      code: "saved",
    });
  });
});

describe("sent to the seniors", () => {
  beforeEach(async () => {
    council = await aCouncil();
  });

  it("asks one more than must approve, the nearest in the proposer's line first", async () => {
    const { asked } = await aProposal.awaitingDecision(council);
    expect(asked).toEqual(["Dana Okafor", "Max Frost"]);
    expect(await toldOf(council, "approval")).toEqual(["Dana Okafor", "Max Frost"]);
    expect(await toldOf(council, "report-receipt")).toEqual(["Sam Hale"]);
    expect(await council.sql`select state from incident`).toEqual([{ state: "proposed" }]);
  });

  it("twice, it goes out once", async () => {
    const { id, version } = await aProposal.readBack(council);
    const actor = await council.actor("j.reid");
    const send = () => council.use.submitProposal({ actor, proposal: id, version });
    const [first, second] = await Promise.all([send(), send()]);
    expect(second).toEqual(first);
    expect(first).toMatchObject({ code: "submitted", asked: ["Dana Okafor", "Max Frost"], quorum: 1 });
    expect(await toldOf(council, "approval")).toHaveLength(2);
  });

  it("was read back as it is now", async () => {
    const { id, version } = await aProposal.readBack(council);
    await council.use.detailProposal(await theDetails(council, id, { reason: "Another reason." }));
    const actor = await council.actor("j.reid");
    expect(await council.use.submitProposal({ actor, proposal: id, version })).toEqual({ code: "changed" });
  });

  it("by somebody who may still look at the report, and has not the role any more that the policy lets propose, it stays", async () => {
    const has = (...roles: string[]) => council.sql`update officer set roles = ${roles} where name = 'Jordan Reid'`;
    await has("service_manager", "register_team");
    const { id, version } = await aProposal.readBack(council);
    await council.sql`update incident set triage_officer_id = null`;
    await has("register_team");
    const actor = await council.actor("j.reid");
    const sent = { actor, proposal: id, version };
    expect(await council.use.submitProposal(sent)).toMatchObject({ code: "may-not-propose", service: "Housing" });
    await has("service_manager");
    expect(await council.use.submitProposal(sent)).toMatchObject({ code: "submitted" });
  });

  it("every gate is asked again: the start may have passed, a senior may have left", async () => {
    const { id, version } = await aProposal.readBack(council);
    const actor = await council.actor("j.reid");
    council.clock.now = new Date("2026-03-10T10:00:00Z");
    await council.sql`update officer set status = 'absent' where roles && ${["senior_officer", "executive"]}`;
    const outcome = await council.use.submitProposal({ actor, proposal: id, version });
    expect(outcome.code === "gates" && outcome.gates.filter(({ code }) => code !== "pass")).toMatchObject([
      { gate: "dated" },
      { gate: "approvers" },
    ]);
  });
});
