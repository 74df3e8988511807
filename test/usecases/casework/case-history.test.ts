/** The history of a case: what happened, when and by whom, for those who may see the whole file (DESIGN decision 8). */
import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { importWorld } from "../../../src/usecases/import-world/import-world.ts";
import { aCouncil, aDecision, aProposal, auditOf, type Council, reported } from "../builders.ts";
import { northmoor, type Person } from "../northmoor.ts";
import { openTriage } from "./triage-card.ts";

let council: Council;
beforeEach(async () => {
  council = await aCouncil();
});
afterEach(() => council.drop());

const read = async (about: string, by: Person = "j.reid", page = 1) =>
  await council.use.readCase({ actor: await council.actor(by), about, page });

describe("the history of a case", () => {
  it("tells what happened, the newest first, by whichever part of the case it is asked", async () => {
    const { id: proposal } = await aProposal.approved(council);
    const [row] = await council.sql`select id, customer_id from incident`;
    const [arranged] = await council.sql`select id from arrangement where proposal_id = ${proposal}`;
    const told = ["proposal-approved", "proposal-submitted", "incident-reported"];
    for (const about of [proposal, row?.["id"], row?.["customer_id"], arranged?.["id"]]) {
      const history = await read(String(about));
      const events = told.map((event) => ({ event }));
      expect(history).toMatchObject({ code: "opened", ref: "C-1042", pages: 1, events });
    }
  });

  it("does not call approved what one of two has approved, and the other has rejected", async () => {
    const ban = { parameters: { all_contact: {} }, openWay: "Write to PO Box 12, read by Priya Shah." };
    const proposal = await aProposal.awaitingDecision(council, { kinds: ["all_contact"] }, ban);
    await council.use.decideProposal(await aDecision(council, proposal, { by: "m.frost" }));
    await council.use.decideProposal(
      await aDecision(council, proposal, { by: "e.ward", verdict: "reject", reason: "Too much." }),
    );
    expect(await read(proposal.id)).toMatchObject({
      events: [
        { event: "proposal-rejected", by: "Erin Ward" },
        { event: "proposal-approved-by-one", by: "Max Frost" },
        { event: "proposal-submitted" },
        { event: "incident-reported" },
      ],
    });
  });

  it("says what the policy opens next, and why the rest is not open", async () => {
    const history = await read(await reported(council));
    expect(history).toMatchObject({
      next: [
        "Advice: open.",
        expect.stringContaining("Warning letter: not yet."),
        expect.stringContaining("Restriction: not yet."),
      ],
    });
  });

  it("holds nothing against a report that a proposal from another service is under way", async () => {
    await council.sql`update officer set roles = '{service_manager}', service = 'Benefits' where email like 'e.ward@%'`;
    const incident = await reported(council);
    const { id: proposal } = await aProposal.awaitingDecision(council, { incident });
    const benefits = await reported(council, { service: "Benefits" });
    const [row] = await council.sql`select customer_id from incident`;
    const customer = String(row?.["customer_id"]);
    const waits = async (about: string, by: Person = "j.reid") => {
      const history = await read(about, by);
      return history.code === "opened" && history.next.some((line) => line.includes("P-0001 waits"));
    };

    expect(await waits(benefits, "e.ward")).toBe(false);
    expect((await openTriage(council, "Erin Ward"))?.next.join()).not.toContain("P-0001");
    expect(await waits(incident)).toBe(true);
    // Of the whole case: one more report waits, from which a proposal may start.
    expect([await waits(customer), await waits(proposal)]).toEqual([false, false]);
    const actor = await council.actor("e.ward");
    await council.use.noFurtherAction({ actor, incident: benefits, reason: "Settled." });
    expect([await waits(customer), await waits(proposal)]).toEqual([true, true]);
  });

  it("asked of a report that came to nothing, opens nothing because of it", async () => {
    await council.drop();
    council = await aCouncil("unacceptable-actions");
    const known = await reported(council, { seriousThreat: true });
    const unknown = await reported(council, { customer: {}, notKnown: true, seriousThreat: true });
    const actor = await council.actor("j.reid");
    for (const incident of [known, unknown]) {
      expect(JSON.stringify(await read(incident))).toContain("Restriction: open without a warning");
      await council.use.noFurtherAction({ actor, incident, reason: "A recording of somebody else." });
      expect(await read(incident)).toMatchObject({
        next: [
          "Warning letter: not yet. Nothing is reported. Report what happened first.",
          "Restriction: not yet. Nothing is reported. Report what happened first.",
        ],
      });
    }
  });

  it("asked of a report that led to a warning, opens no restriction without one", async () => {
    await council.drop();
    council = await aCouncil("unacceptable-actions");
    const incident = await reported(council, { seriousThreat: true });
    const command = { incident, step: "warning", customer: {}, limbs: ["abusive"], shownBy: null } as const;
    const words = { whatHappened: "You shouted.", whatToChange: "Do not shout.", how: "letter", by: "me" } as const;
    const actor = await council.actor("j.reid");
    await council.use.takeStep({ ...command, ...words, actor, done: null, earlierAdvice: null });
    expect(JSON.stringify(await read(incident))).not.toContain("without a warning");
  });

  it("comes in pages", async () => {
    let about = "";
    for (let report = 0; report < 13; report++) about = await reported(council);
    expect(await read(about)).toMatchObject({ page: 1, pages: 2, events: { length: 12 } });
    expect(await read(about, "j.reid", 2)).toMatchObject({ page: 2, pages: 2, events: { length: 1 } });
  });

  it("of a report that names nobody on record is the report's alone", async () => {
    await reported(council);
    const unknown = await reported(council, { customer: {}, notKnown: true });
    expect(await read(unknown)).toMatchObject({ code: "opened", ref: "R-0002", events: { length: 1 } });
  });

  it.each<[Person, string]>([
    ["r.byrne", "opened"],
    ["j.reid", "opened"],
    ["s.hale", "not-yours"],
    ["t.kerr", "not-yours"],
  ])("for %s: %s; every opening is recorded", async (person, code) => {
    const about = await reported(council);
    expect(await read(about, person)).toMatchObject({ code });
    expect((await auditOf(council)).includes("case-opened")).toBe(code === "opened");
  });

  it("begins with the arrangements that were decided before this register, on the day they were decided", async () => {
    const earlier = {
      ref: "A-77",
      customer: "C-1042",
      decidedAt: "2026-01-12T11:00:00+00:00",
      decidedBy: "d.okafor@northmoor.example",
      startsAt: "2026-01-13T00:00:00+00:00",
      endsAt: "2026-07-13T00:00:00+01:00",
      reviewOn: "2026-06-15",
      reason: "Frequent contact on settled matters.",
      restrictions: [{ kind: "no_email", clause: null, scope: "organisation", parameters: {} }],
    };
    const world = { ...northmoor("persistent-and-abusive-behaviour"), arrangements: [earlier] };
    const load = importWorld({ db: council.db, now: () => council.clock.now });
    expect(await load({ json: world, sandbox: true })).toMatchObject({ code: "imported" });
    const about = await reported(council);
    expect(await read(about)).toMatchObject({
      pages: 1,
      events: [
        { event: "incident-reported" },
        { event: "arrangement-decided-before", at: new Date(earlier.decidedAt), by: "Dana Okafor", ref: "A-77" },
      ],
    });
  });

  it("counts an arrangement of this register once: by its approval", async () => {
    const { id } = await aProposal.approved(council);
    expect(await read(id)).toMatchObject({ events: { length: 3 } });
  });

  it("of nothing is refused", async () => {
    expect(await read(randomUUID())).toEqual({ code: "unknown-target" });
  });
});
