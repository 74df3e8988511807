/** CASEWORK section 1: a warning or a proposal may be a senior officer's, so that whoever looks at a report can give it to one. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { aCouncil, aProposal, aStart, auditOf, type Council, reported, toldOf } from "../builders.ts";
import type { Person } from "../northmoor.ts";
import { openTriage } from "./triage-card.ts";

let council: Council;
let incident: string;
beforeEach(async () => {
  council = await aCouncil();
  incident = await reported(council);
});
afterEach(() => council.drop());

const give = async (by: Person = "j.reid") =>
  await council.use.giveReport({ actor: await council.actor(by), incident });
const opens = async (by: Person) =>
  (await council.use.readIncident({ actor: await council.actor(by), id: incident })).code;
const workOf = async (by: Person) =>
  (await council.use.readWork({ actor: await council.actor(by), page: 1 })).rows.map(
    ({ kind, ref }) => `${kind} ${ref}`,
  );

describe("a report given to senior staff", () => {
  it("goes to the nearest in the manager's line, with its card; before that it is not theirs to open", async () => {
    expect(await opens("d.okafor")).toBe("not-yours");
    expect(await give()).toEqual({ code: "given", ref: "R-0001", to: "Dana Okafor" });
    expect(await toldOf(council, "triage")).toEqual(["Dana Okafor", "Jordan Reid"]);
    expect(await opens("d.okafor")).toBe("opened");
    expect(await workOf("d.okafor")).toEqual(["report R-0001"]);
    expect(await auditOf(council)).toContain("incident-given");
  });

  it("shows on every card with whom it is, and cannot be given again", async () => {
    await give();
    expect(await openTriage(council, "Jordan Reid")).toMatchObject({
      with: "Dana Okafor",
      open: ["advice", "warning", "proposal"],
    });
    expect(await openTriage(council, "Dana Okafor")).not.toHaveProperty("with");
    const again = { code: "with-senior", ref: "R-0001", by: "Dana Okafor" };
    expect([await give(), await give("d.okafor"), await give("r.byrne")]).toEqual([again, again, again]);
  });

  it("is theirs to propose from, and then somebody else decides", async () => {
    await give();
    const actor = await council.actor("d.okafor");
    expect(await council.use.prepareStart({ actor, incident })).toMatchObject({ code: "ready" });
    const start = { ...(await aStart(council, { incident })), actor };
    expect(await council.use.startProposal(start)).toMatchObject({ code: "started" });
  });

  it("is still the manager's to deal with; who comes second hears of the first", async () => {
    await give();
    const close = async (by: Person) =>
      await council.use.noFurtherAction({ actor: await council.actor(by), incident, reason: "Settled." });
    expect(await close("j.reid")).toMatchObject({ code: "done" });
    expect(await close("d.okafor")).toMatchObject({ code: "already-triaged", by: "Jordan Reid" });
    expect(await give()).toMatchObject({ code: "already-triaged" });
  });

  it("goes past a senior to whom it happened", async () => {
    incident = await reported(council, { affected: ["d.okafor@northmoor.example"] });
    expect(await give()).toMatchObject({ to: "Mia Lindqvist" });
  });

  it("stays when nobody of senior staff is there", async () => {
    await council.sql`update officer set status = 'absent' where 'senior_officer' = any (roles)`;
    expect(await give()).toEqual({ code: "no-senior" });
    expect(await toldOf(council, "triage")).toEqual(["Jordan Reid"]);
  });

  it("is given once when two press at the same moment", async () => {
    const codes = (await Promise.all([give(), give("r.byrne")])).map(({ code }) => code);
    expect(codes.toSorted()).toEqual(["given", "with-senior"]);
  });

  it.each(["s.hale", "t.kerr", "d.okafor"] as const)("is not for %s to give", async (person) => {
    expect(await give(person)).toEqual({ code: "not-yours" });
  });

  it("cannot be given once a proposal about it is out", async () => {
    await aProposal.awaitingDecision(council, { incident });
    expect(await give()).toMatchObject({ code: "already-triaged", state: "proposed" });
  });
});
