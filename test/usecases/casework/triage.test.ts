/** CASEWORK section 1, triage: who may say what becomes of a report, and once. */
import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { aCouncil, aProposal, aStart, auditOf, type Council, DAY, reported, toldOf } from "../builders.ts";
import type { Person } from "../northmoor.ts";

let council: Council;
let incident: string;
beforeEach(async () => {
  council = await aCouncil();
  incident = await reported(council);
});
afterEach(() => council.drop());

const close = async (by: Person = "j.reid", reason = "A misunderstanding, put right at once.") =>
  await council.use.noFurtherAction({ actor: await council.actor(by), incident, reason });

describe("no further action", () => {
  it("closes the report with its reason, and the reporter is told by a new message", async () => {
    expect(await close()).toEqual({ code: "done", ref: "R-0001" });
    expect(await council.sql`select state, triage_reason from incident`).toEqual([
      { state: "no_further_action", triage_reason: "A misunderstanding, put right at once." },
    ]);
    expect(await auditOf(council)).toContain("incident-closed");
    expect(await toldOf(council, "report-receipt")).toEqual(["Sam Hale", "Sam Hale"]);
  });

  it("wants a reason", async () => {
    expect(await close("j.reid", "")).toEqual({ code: "reason-missing" });
  });

  it.each(["s.hale", "t.kerr", "d.okafor"] as const)("is not for %s", async (person) => {
    expect(await close(person)).toEqual({ code: "not-yours" });
  });

  it("is for the register team too: the manager's card may not have arrived", async () => {
    expect(await close("r.byrne")).toMatchObject({ code: "done" });
  });

  it("of nothing is refused", async () => {
    const actor = await council.actor("j.reid");
    expect(await council.use.noFurtherAction({ actor, incident: randomUUID(), reason: "x" })).toEqual({
      code: "unknown-target",
    });
  });
});

describe("a report that is dealt with", () => {
  it("says so to whoever comes second, with who and when", async () => {
    await close();
    const second = { code: "already-triaged", by: "Jordan Reid", at: council.clock.now, state: "no_further_action" };
    expect(await close()).toEqual(second);
    const actor = await council.actor("j.reid");
    expect(await council.use.prepareStart({ actor, incident })).toEqual(second);
  });

  it("is dealt with once when two press at the same moment", async () => {
    const codes = (await Promise.all([close(), close()])).map(({ code }) => code);
    expect(codes.toSorted()).toEqual(["already-triaged", "done"]);
  });

  it("cannot be closed once a proposal about it is out", async () => {
    await aProposal.awaitingDecision(council, { incident });
    expect(await close()).toMatchObject({ code: "already-triaged", state: "proposed" });
  });

  it("cannot go out in a proposal that was begun before it was closed", async () => {
    const { id, version } = await aProposal.readBack(council, { incident });
    await close();
    const actor = await council.actor("j.reid");
    expect(await council.use.submitProposal({ actor, proposal: id, version })).toEqual({
      code: "already-triaged",
      by: "Jordan Reid",
      at: council.clock.now,
      state: "no_further_action",
    });
  });
});

describe("a report that waits", () => {
  it("is told to the register team after one working day, once", async () => {
    await council.pass(DAY - 1);
    expect(await toldOf(council, "triage")).toEqual(["Jordan Reid"]);
    await council.pass(1);
    await council.pass(5 * DAY);
    expect(await toldOf(council, "triage")).toEqual(["Jordan Reid", "Ray Byrne"]);
  });

  it("is not told when somebody has looked at it", async () => {
    await close();
    await council.pass(2 * DAY);
    expect(await toldOf(council, "triage")).toEqual(["Jordan Reid"]);
  });
});

describe("the register team", () => {
  it("may close a report, and neither propose nor take a step: the policy gives that to others", async () => {
    const actor = await council.actor("r.byrne");
    expect(await council.use.prepareTriage({ actor, incident })).toMatchObject({ code: "ready" });
    const refusal = { code: "role-too-low", needs: ["service_manager", "senior_officer"] };
    expect(await council.use.prepareStart({ actor, incident })).toMatchObject(refusal);
    expect(await council.use.startProposal({ ...(await aStart(council, { incident })), actor })).toMatchObject(refusal);
    expect(await council.use.readIncident({ actor, id: incident })).toMatchObject({
      code: "opened",
      toDecide: ["give"],
    });
    const manager = await council.actor("j.reid");
    expect(await council.use.readIncident({ actor: manager, id: incident })).toMatchObject({
      toDecide: ["advice", "warning", "proposal", "give"],
    });
  });
});
