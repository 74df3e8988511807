/** A council's own pack is a file: a copy, edited. It goes from the report to the register without a change of code. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { importWorld } from "../../../src/usecases/import-world/import-world.ts";
import { adoptPack } from "../../../src/usecases/packs/adopt-pack.ts";
import type { StepOutcome, TakeStep } from "../../../src/usecases/steps/take-step.ts";
import { PERSISTENT, REASONABLE } from "../../policy/packs/known-packs.ts";
import { borrowDatabase } from "../../support/shelf.ts";
import {
  aCouncil,
  aDecision,
  aProposal,
  aStart,
  type Council,
  DAY,
  reported,
  theDetails,
  toldOf,
} from "../builders.ts";
import { openTriage } from "../casework/triage-card.ts";
import { northmoor, type Person } from "../northmoor.ts";

const NOW = new Date("2026-03-02T10:00:00Z");

describe("a council whose first policy is its own", () => {
  it("is loaded with its pack, and again without it", async () => {
    const db = await borrowDatabase();
    const load = importWorld({ db: db.app, now: () => NOW });
    const json = northmoor("reasonable-contact");
    expect(await load({ json })).toMatchObject({
      code: "refused",
      faults: [{ path: "organisation.policyPack" }],
    });
    expect(await load({ json, pack: REASONABLE })).toMatchObject({ code: "imported", gaps: [] });
    expect(await db.owner.sql`select pack_id, pack_version from organisation`).toEqual([
      { pack_id: "reasonable-contact", pack_version: 1 },
    ]);
    expect(await load({ json })).toMatchObject({ code: "imported", changes: [] });
    await db.drop();
  });

  it("has another pack only by putting it in force", async () => {
    const db = await borrowDatabase();
    const load = importWorld({ db: db.app, now: () => NOW });
    await load({ json: northmoor(PERSISTENT.id) });
    const fault = (message: string) => ({
      code: "refused",
      faults: [{ path: "organisation.policyPack", message: expect.stringContaining(message) }],
    });
    expect(await load({ json: northmoor("unacceptable-actions") })).toMatchObject(fault('"policy adopt"'));
    expect(await load({ json: northmoor(PERSISTENT.id), pack: REASONABLE })).toMatchObject(fault('"policy adopt"'));
    await db.drop();
  });
});

describe("under reasonable contact", () => {
  let council: Council;
  beforeEach(async () => {
    council = await aCouncil();
    const { organisation, db } = council;
    await adoptPack({ db, now: () => NOW })({ organisation, pack: REASONABLE });
  });
  afterEach(() => council.drop());

  const approve = async (
    proposal: { id: string; version: number },
    by: Person,
    reason: string | null = "It is enough.",
  ) => await council.use.decideProposal(await aDecision(council, proposal, { by, reason }));

  const take = async (
    by: Person,
    facts: Pick<TakeStep, "incident" | "step" | "how" | "done"> & Partial<TakeStep>,
  ): Promise<StepOutcome> =>
    await council.use.takeStep({
      actor: await council.actor(by),
      customer: {},
      limbs: ["abusive"],
      shownBy: null,
      earlierAdvice: null,
      by: "me",
      whatHappened: "You rang 14 times.",
      whatToChange: "Ring once a week.",
      ...facts,
    });
  const ADVICE = { step: "advice", how: "phone", done: null } as const;

  it("one senior officer decides a short restriction in one service, with a reason", async () => {
    const proposal = await aProposal.awaitingDecision(council, {}, { endsOn: "2026-06-09", reviewOn: "2026-05-08" });
    expect(await approve(proposal, "d.okafor", null)).toMatchObject({ refusal: { code: "reason-missing" } });
    expect(await approve(proposal, "d.okafor")).toMatchObject({ code: "counted", state: "approved" });

    const [row] = await council.sql`select a.pack_id, a.pack_version, r.clause, l.body from arrangement a
      join restriction r on r.arrangement_id = a.id join letter l on l.arrangement_id = a.id`;
    expect(row).toMatchObject({ pack_id: "reasonable-contact", pack_version: 1, clause: "4.1" });
    expect(row?.["body"]).toContain("Reasonable Contact Policy");
    expect(row?.["body"]).toContain("Northern Ireland Public Services Ombudsman");
    expect(row?.["body"]).toContain("We will answer within 10 working days");
  });

  it("advice is the officer's: the manager asks for it, and whoever reported it has the task, the words and the form", async () => {
    const incident = await reported(council);
    expect(await openTriage(council, "Jordan Reid")).toMatchObject({
      open: ["advice", "proposal", "give"],
      next: expect.arrayContaining(["Advice: open, for the officer it happened to."]),
    });
    const actor = await council.actor("j.reid");
    expect(await council.use.prepareStep({ actor, incident, step: "advice" })).toMatchObject({
      self: false,
      reporter: { name: "Sam Hale" },
    });
    expect(await take("j.reid", { ...ADVICE, incident, by: "me" })).toEqual({
      code: "faults",
      faults: ["reporters-to-give"],
    });
    expect(await take("j.reid", { ...ADVICE, incident, by: "reporter" })).toMatchObject({
      code: "taken",
      ownerName: "Sam Hale",
    });
    expect(await toldOf(council, "advice-task")).toEqual(["Sam Hale"]);
    const sam = await council.actor("s.hale");
    const work = await council.use.readWork({ actor: sam, page: 1 });
    expect(work.rows.map(({ kind }) => kind)).toContain("advice");
    const [row] = await council.sql`select id from ladder_step`;
    const given = {
      actor: sam,
      step: String(row?.["id"]),
      how: "phone",
      on: "2026-03-02",
      said: "Ring less.",
    } as const;
    expect(await council.use.recordAdvice({ ...given, actor })).toEqual({ code: "not-yours" });
    expect(await council.use.recordAdvice(given)).toEqual({ code: "recorded" });
  });

  it.each(["absent", "left"])("while the officer is %s, the manager gives it in their place", async (status) => {
    const incident = await reported(council);
    await council.sql`update officer set status = ${status} where name = 'Sam Hale'`;
    expect(await take("j.reid", { ...ADVICE, incident, by: "reporter" })).toMatchObject({ faults: ["reporter-away"] });
    expect(await take("j.reid", { ...ADVICE, incident, by: "me" })).toMatchObject({ ownerName: "Jordan Reid" });
  });

  it("a senior officer, to whom the manager gives the report, writes the warning", async () => {
    const advised = { step: "advice", how: "phone", done: { on: "2026-03-01", said: "They were sorry." } } as const;
    await take("j.reid", { incident: await reported(council), ...advised, by: "reporter" });

    const incident = await reported(council);
    expect(await openTriage(council, "Jordan Reid")).toMatchObject({
      open: ["advice", "proposal", "give"],
      next: expect.arrayContaining(["Warning letter: open, for the senior officer."]),
    });
    const warning = { incident, step: "warning", how: "letter", done: null } as const;
    expect(await take("j.reid", warning)).toMatchObject({ code: "role-too-low", needs: ["senior_officer"] });
    expect(await take("d.okafor", warning)).toEqual({ code: "not-yours" });
    const actor = await council.actor("j.reid");
    expect(await council.use.giveReport({ actor, incident })).toMatchObject({ code: "given", to: "Dana Okafor" });
    expect(await openTriage(council, "Dana Okafor")).toMatchObject({ open: ["advice", "warning", "proposal"] });
    expect(await take("d.okafor", warning)).toMatchObject({ code: "taken", ownerName: "Dana Okafor" });
    expect(await toldOf(council, "letter-task")).toEqual(["Dana Okafor"]);
  });

  it("a service manager elsewhere who is asked reads what they decide on, and nothing else of the case", async () => {
    await council.sql`update officer set roles = '{service_manager}', service = 'Benefits' where email like 'e.ward@%'`;
    const proposal = await aProposal.awaitingDecision(
      council,
      { kinds: ["call_times"] },
      { parameters: { call_times: { days: ["tuesday"] } }, endsOn: "2026-06-09", reviewOn: "2026-05-08" },
    );
    // The line of the proposer was asked first; on Wednesday whoever is next.
    await council.pass(2 * DAY);
    expect(await toldOf(council, "approval")).toContain("Erin Ward");
    const read = async (by: Person) =>
      await council.use.readProposal({ actor: await council.actor(by), proposal: proposal.id });
    expect(await read("e.ward")).toMatchObject({ code: "opened", mayReadHistory: false });
    expect(await approve(proposal, "e.ward")).toMatchObject({ code: "counted", state: "approved" });
    await council.sql`update proposal set decided_at = decided_at - interval '29 days'`;
    expect(await read("e.ward")).toEqual({ code: "not-yours" });
  });

  it("three decide what is long and for the whole organisation", async () => {
    const everywhere = {
      organisationWide: true,
      scopeReason: "Contact was with four services.",
      reviewOn: "2026-06-08",
    };
    const proposal = await aProposal.awaitingDecision(council, {}, everywhere);
    expect(proposal.asked).toHaveLength(4);
    expect(await approve(proposal, "d.okafor")).toMatchObject({ state: "submitted", stillNeeded: 2 });
    expect(await approve(proposal, "m.lindqvist")).toMatchObject({ state: "submitted", stillNeeded: 1 });
    expect(await approve(proposal, "m.frost")).toMatchObject({ state: "approved" });
  });

  it("its own lengths, steps and catalogue hold", async () => {
    const long = await aProposal.draft(council);
    const details = await theDetails(council, long, { endsOn: "2027-01-09", reviewOn: "2026-06-08" });
    expect(await council.use.detailProposal(details)).toMatchObject({
      faults: [{ code: "gate", gate: { gate: "dated", because: "it is longer than 9 months" } }],
    });
    expect(await council.use.startProposal(await aStart(council, { kinds: ["no_email"] }))).toMatchObject({
      faults: [{ code: "not-offered", kinds: ["no_email"] }],
    });
    const bypass = { code: "serious_threat", reason: "They said what they would do." };
    expect(await council.use.startProposal(await aStart(council, { steps: [], bypass }))).toMatchObject({
      faults: [{ code: "warned" }],
    });
    const own = { code: "physical_harm", reason: "A chair was thrown." };
    expect(await council.use.startProposal(await aStart(council, { steps: [], bypass: own }))).toMatchObject({
      code: "started",
    });
  });
});
