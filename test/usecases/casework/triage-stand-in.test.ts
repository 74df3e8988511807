/** CASEWORK section 1: reports that wait while their manager is away are looked at by whoever stands in. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  aCouncil,
  aDecision,
  aProposal,
  aStart,
  type Council,
  DAY,
  isAway,
  reported,
  theAnswers,
  theDetails,
  toldOf,
} from "../builders.ts";
import { aChange, anOffice } from "../directory/an-office.ts";
import type { Person } from "../northmoor.ts";
import { openTriage } from "./triage-card.ts";

let council: Council;
let incident: string;
beforeEach(async () => {
  council = await aCouncil();
  incident = await reported(council);
});
afterEach(() => council.drop());

/** Jordan Reid of Housing is away until Friday 6 March, from today unless said. */
const away = async (to: Person, startsOn?: string): Promise<string> =>
  await isAway(council, "j.reid", { to, ...(startsOn ? { startsOn } : {}) });

const workOf = async (by: Person) =>
  (await council.use.readWork({ actor: await council.actor(by), page: 1 })).rows.map(
    ({ kind, ref }) => `${kind} ${ref}`,
  );
/** How often each copy of the card was to be brought up to date. */
async function wanted(): Promise<Record<string, number>> {
  const rows = await council.sql`select o.name, c.wanted from copy c join officer o on o.id = c.officer_id
    where c.kind = 'triage'`;
  return Object.fromEntries(rows.map((row) => [String(row["name"]), Number(row["wanted"])]));
}
async function may(by: Person) {
  const actor = await council.actor(by);
  return [
    (await council.use.readIncident({ actor, id: incident })).code,
    (await council.use.prepareTriage({ actor, incident })).code,
    (await council.use.prepareStep({ actor, incident, step: "advice" })).code,
    (await council.use.prepareStart({ actor, incident })).code,
  ];
}
const NOTHING = ["not-yours", "not-yours", "not-yours", "not-yours"];
const ALL = ["opened", "ready", "ready", "ready"];

describe.each(["t.kerr", "w.adeyemi"] as const)("%s, who stands in for the manager of Housing", (person) => {
  const name = { "t.kerr": "Toni Kerr", "w.adeyemi": "Wale Adeyemi" }[person];

  it("has the card of what waited, finds it in their work, and deals with it", async () => {
    expect(await may(person)).toEqual(NOTHING);
    await away(person);
    await council.pass(1);
    expect(await toldOf(council, "triage")).toEqual(["Jordan Reid", name]);
    expect(await openTriage(council, name)).toMatchObject({
      with: "Jordan Reid",
      open: ["advice", "warning", "proposal", "give"],
    });
    expect(await workOf(person)).toEqual(["report R-0001"]);
    expect(await may(person)).toEqual(ALL);
    const start = { ...(await aStart(council, { incident })), actor: await council.actor(person) };
    expect(await council.use.startProposal(start)).toMatchObject({ code: "started" });
  });

  it("does so on those days only: before and after, the card can only be read and opens nothing", async () => {
    await away(person, "2026-03-04");
    await council.pass(1);
    expect([await may(person), await workOf(person)]).toEqual([NOTHING, []]);
    expect(await toldOf(council, "triage")).toEqual(["Jordan Reid"]);
    await council.pass(2 * DAY);
    expect(await may(person)).toEqual(ALL);
    await council.pass(3 * DAY);
    expect([await may(person), await workOf(person)]).toEqual([NOTHING, []]);
    expect(await openTriage(council, name)).toMatchObject({ open: null });
  });
});

describe("the proposal of whoever stood in, once their days are over", () => {
  /** Sent by Toni Kerr while Jordan Reid is away; `version` is what its next reader sees. */
  async function begun() {
    await away("t.kerr");
    await council.pass(1);
    const actor = await council.actor("t.kerr");
    const started = await council.use.startProposal({ ...(await aStart(council, { incident })), actor });
    const id = started.code === "started" ? started.proposal : "";
    await council.use.detailProposal({ ...(await theDetails(council, id)), actor });
    const outcome = await council.use.answerGates({ ...(await theAnswers(council, id)), actor });
    return { id, actor, version: outcome.code === "saved" ? outcome.assessed.row.version : 0 };
  }

  it("is theirs to change and send when it comes back: nobody else could", async () => {
    const { id, actor, version } = await begun();
    expect(await council.use.submitProposal({ actor, proposal: id, version })).toMatchObject({ code: "submitted" });
    await council.pass(5 * DAY);
    const question = { verdict: "return", reason: "Was their side of it asked?" } as const;
    const decided = await council.use.decideProposal(await aDecision(council, { id, version: version + 1 }, question));
    expect(decided).toMatchObject({ state: "returned" });

    const own = await council.actor("t.kerr");
    expect(await council.use.prepareEdit({ actor: own, proposal: id })).toMatchObject({ code: "ready", draft: { id } });
    const start = await aStart(council, { incident, kinds: ["named_officer"] });
    expect(await council.use.startProposal({ ...start, actor: own })).toEqual({ code: "started", proposal: id });
    const again = { proposal: id, version: version + 1, answer: "Yes." };
    expect(await council.use.submitProposal({ actor: await council.actor("j.reid"), ...again })).toEqual({
      code: "not-yours",
    });
    expect(await council.use.submitProposal({ actor: own, ...again })).toMatchObject({ code: "submitted" });
  });

  it("is not theirs to send when it never went out: the manager deals with the report", async () => {
    const { id, version } = await begun();
    await council.pass(5 * DAY);
    const actor = await council.actor("t.kerr");
    expect(await council.use.submitProposal({ actor, proposal: id, version })).toEqual({ code: "not-yours" });
    const start = await aStart(council, { incident });
    expect(await council.use.startProposal({ ...start, actor })).toEqual({ code: "not-yours" });
    expect(await aProposal.awaitingDecision(council, { incident })).toHaveProperty("asked");
  });
});

describe("the manager", () => {
  it("has their buttons again when they come back early, and the stand-in none", async () => {
    const asPosted = await wanted();
    const id = await away("t.kerr");
    await council.pass(1);
    expect(await openTriage(council, "Jordan Reid")).toMatchObject({ open: ["give"] });
    const meanwhile = await wanted();
    await council.use.endDelegation({ actor: await council.actor("j.reid"), delegation: id });
    const afterwards = await wanted();
    expect(meanwhile["Jordan Reid"]).toBeGreaterThan(asPosted["Jordan Reid"] ?? 0);
    for (const name of ["Jordan Reid", "Toni Kerr"]) expect(afterwards[name]).toBeGreaterThan(meanwhile[name] ?? 0);
    expect(await openTriage(council, "Toni Kerr")).toMatchObject({ open: null });
    expect(await openTriage(council, "Jordan Reid")).toMatchObject({ open: expect.arrayContaining(["proposal"]) });
  });

  it("who is away by the staff list has a deputy who gets the card and does the same", async () => {
    await council.drop();
    const office = await anOffice();
    council = office;
    incident = await reported(council);
    const facts = { status: "absent", deputy: "t.kerr@northmoor.example" } as const;
    await council.use.saveOfficer(await aChange(office, "j.reid", facts));
    await council.pass(1);
    expect(await toldOf(council, "triage")).toEqual(["Jordan Reid", "Toni Kerr"]);
    expect(await may("t.kerr")).toEqual(ALL);
    expect(await workOf("t.kerr")).toEqual(["report R-0001"]);
  });

  it("of another service lends theirs, not the service of whoever stands in", async () => {
    await council.sql`update officer set roles = '{service_manager}', service = 'Benefits' where email like 'e.ward@%'`;
    await reported(council, { service: "Benefits" });
    await isAway(council, "e.ward", { to: "t.kerr" });
    await council.pass(1);
    expect(await workOf("t.kerr")).toEqual(["report R-0002"]);
    expect(await may("t.kerr")).toEqual(NOTHING);
  });

  it("who stands in for another has the reports of both", async () => {
    await council.sql`update officer set roles = '{service_manager}', service = 'Benefits' where email like 'e.ward@%'`;
    await reported(council, { service: "Benefits" });
    await away("e.ward");
    await council.pass(1);
    expect(await workOf("e.ward")).toEqual(["report R-0001", "report R-0002"]);
  });
});
