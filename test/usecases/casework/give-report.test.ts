/** CASEWORK section 1: a warning or a proposal may be a senior officer's, so that whoever looks at a report can give it to one. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { aCouncil, aProposal, aStart, auditOf, type Council, DAY, HOUR, reported, toldOf } from "../builders.ts";
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

describe("a report that a senior has in hand", () => {
  const gone = async (facts: { status: "absent" | "left"; deputy?: Person }) =>
    await council.sql`update officer set status = ${facts.status}, deputy =
      (select o.id from officer o where o.email = ${`${facts.deputy ?? "nobody"}@northmoor.example`})
      where email like 'd.okafor@%'`;
  const canGive = async () => {
    const read = await council.use.readIncident({ actor: await council.actor("r.byrne"), id: incident });
    return read.code === "opened" ? read.toDecide : read.code;
  };

  it.each(["absent", "left"] as const)("is given to the next when they are %s and nobody stands in", async (status) => {
    await give();
    expect(await canGive()).toEqual([]);
    await gone({ status });
    expect(await canGive()).toEqual(["give"]);
    expect(await give("r.byrne")).toEqual({ code: "given", ref: "R-0001", to: "Mia Lindqvist" });
    expect(await canGive()).toEqual([]);
  });

  it("is with whoever stands in for them, by their name", async () => {
    await give();
    await gone({ status: "absent", deputy: "p.shah" });
    expect(await give()).toEqual({ code: "with-senior", ref: "R-0001", by: "Priya Shah" });
    await gone({ status: "left", deputy: "p.shah" });
    expect(await give()).toMatchObject({ code: "given" });
  });

  it("comes to them again as a new message when it comes back to them", async () => {
    await give();
    await gone({ status: "absent" });
    await give();
    await council.sql`update officer set status = 'active' where email like 'd.okafor@%'`;
    await council.sql`update officer set status = 'absent' where email like 'm.lindqvist@%'`;
    expect(await give()).toMatchObject({ code: "given", to: "Dana Okafor" });
    expect((await toldOf(council, "triage")).filter((name) => name === "Dana Okafor")).toHaveLength(2);
  });

  it("is brought up again one working day after it was given, with a card of its own each time", async () => {
    await council.pass(DAY);
    expect(await toldOf(council, "triage")).toEqual(["Jordan Reid", "Ray Byrne"]);
    await council.pass(HOUR);
    await give("r.byrne");
    await council.pass(DAY - 1);
    expect(await toldOf(council, "triage")).toEqual(["Jordan Reid", "Ray Byrne", "Dana Okafor"]);
    await council.pass(1);
    await council.pass(5 * DAY);
    expect(await toldOf(council, "triage")).toEqual(["Jordan Reid", "Ray Byrne", "Dana Okafor", "Ray Byrne"]);
  });

  it("has its day from when it was given: the one that ran before is over", async () => {
    await council.pass(DAY / 2);
    await give();
    await council.pass(DAY / 2);
    expect(await toldOf(council, "triage")).toEqual(["Jordan Reid", "Dana Okafor"]);
    await council.pass(DAY);
    expect(await toldOf(council, "triage")).toEqual(["Jordan Reid", "Dana Okafor", "Ray Byrne"]);
  });
});
