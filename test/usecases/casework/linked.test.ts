/** CASEWORK section 2, "linked": which reports explain which restriction is chosen, kept, and computed from. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Values } from "../../../cards/model.ts";
import { linksInWords } from "../../../src/chat/handlers/links-in-words.ts";
import { sendDetails } from "../../../src/chat/handlers/propose/details.ts";
import { editProposal } from "../../../src/chat/handlers/propose/kinds.ts";
import type { Restriction } from "../../../src/policy/restrictions/restriction.ts";
import {
  aCouncil,
  aDecision,
  aProposal,
  auditOf,
  type Council,
  DAY,
  isAway,
  reported,
  theAnswers,
  theDetails,
} from "../builders.ts";

let council: Council;
beforeEach(async () => {
  council = await aCouncil();
});
afterEach(() => council.drop());

const prepared = async (proposal: string) => {
  const ready = await council.use.prepareDetails({ actor: await council.actor("j.reid"), proposal });
  if (ready.code !== "ready") throw new Error(ready.code);
  return ready;
};
const linksOf = async (proposal: string) => (await prepared(proposal)).assessed.links;
const refOf = async (incident: string) => {
  const [row] = await council.sql`select ref from incident where id = ${incident}`;
  return String(row?.["ref"]);
};
const NAMED = { named_officer: { officer: "p.shah@northmoor.example" } };

describe("a proposal of a customer with one report", () => {
  it("is linked to it by itself", async () => {
    const incident = await reported(council);
    const proposal = await aProposal.draft(council, { incident });
    expect(await linksOf(proposal)).toEqual([{ kind: "named_officer", incidents: [await refOf(incident)] }]);
    expect((await prepared(proposal)).reports).toHaveLength(1);
    expect(await auditOf(council)).toContain("reports-linked");
  });
});

describe("whoever stands in for the service manager", () => {
  /** Jordan Reid is away all week; Toni Kerr has no role of their own. */
  const standsIn = async () => {
    await isAway(council, "j.reid", { to: "t.kerr" });
    return await council.actor("t.kerr");
  };

  it("links the reports that the manager could read, and reads them in the form", async () => {
    const earlier = await reported(council);
    const actor = await standsIn();
    const incident = await reported(council);
    const proposal = await aProposal.draft(council, { actor, incident, kinds: ["no_email"] });
    const ready = await council.use.prepareDetails({ actor, proposal });
    if (ready.code !== "ready") throw new Error(ready.code);
    expect(ready.reports.map(({ id }) => id).toSorted()).toEqual([earlier, incident].toSorted());
    const links = { no_email: [earlier] };
    await council.use.detailProposal(
      await theDetails(council, proposal, { actor, parameters: { no_email: {} }, links }),
    );
    const again = await council.use.prepareDetails({ actor, proposal });
    expect(again).toMatchObject({ assessed: { links: [{ kind: "no_email", incidents: [await refOf(earlier)] }] } });
  });

  it("reads those of the service no longer once the manager is back", async () => {
    await reported(council);
    const actor = await standsIn();
    const incident = await reported(council);
    const proposal = await aProposal.draft(council, { actor, incident, kinds: ["no_email"] });
    await council.pass(7 * DAY);
    const ready = await council.use.prepareDetails({ actor, proposal });
    expect(ready).toMatchObject({ reports: [{ id: incident }] });
  });
});

describe("a proposal of a customer with more reports", () => {
  let earlier: string;
  let incident: string;
  let proposal: string;
  beforeEach(async () => {
    earlier = await reported(council, { actor: await council.actor("t.kerr"), affected: [] });
    incident = await reported(council);
    proposal = await aProposal.draft(council, { incident, kinds: ["named_officer", "no_email"] });
  });
  const detail = async (links: Record<string, readonly string[]>) =>
    await council.use.detailProposal(await theDetails(council, proposal, { parameters: NAMED, links }));

  it("offers them all, with the one it was proposed from chosen", async () => {
    const ready = await prepared(proposal);
    expect(ready.reports.map(({ id }) => id).toSorted()).toEqual([earlier, incident].toSorted());
    const own = await refOf(incident);
    expect(ready.assessed.links.map(({ incidents }) => incidents)).toEqual([[own], [own]]);
  });

  it("keeps for each restriction which of them explain it, with an audit row, and what was read back is void", async () => {
    const before = (await prepared(proposal)).assessed.row.version;
    expect(await detail({ named_officer: [earlier, incident], no_email: [earlier] })).toMatchObject({ code: "saved" });
    const [first, second] = [await refOf(earlier), await refOf(incident)];
    expect(await linksOf(proposal)).toEqual([
      { kind: "named_officer", incidents: [first, second] },
      { kind: "no_email", incidents: [first] },
    ]);
    const rows = await council.sql`select facts from audit where event = 'reports-linked' order by id`;
    expect(rows.at(-1)?.["facts"]).toEqual({ reports: expect.arrayContaining([earlier, incident]) });
    const { version } = (await prepared(proposal)).assessed.row;
    expect(version).toBeGreaterThan(before);
    await detail({ named_officer: [earlier, incident], no_email: [incident] });
    expect((await prepared(proposal)).assessed.row.version).toBe(version + 1);
  });

  it("is held while a restriction is explained by none", async () => {
    expect(await detail({ no_email: [] })).toMatchObject({
      code: "faults",
      faults: [{ code: "gate", gate: { gate: "linked", code: "block" } }],
    });
  });

  it("neither offers nor links a report that the proposer may not read: what links it is read in the case", async () => {
    const elsewhere = await reported(council, { actor: await council.actor("e.ward") });
    expect(await council.sql`select service from incident where id = ${elsewhere}`).toEqual([{ service: "Corporate" }]);
    expect((await prepared(proposal)).reports.map(({ id }) => id).toSorted()).toEqual([earlier, incident].toSorted());
    await detail({ no_email: [elsewhere] });
    expect(await linksOf(proposal)).toContainEqual({ kind: "no_email", incidents: [] });
  });

  it("links no report of somebody else, and none that came to nothing", async () => {
    const strange = await reported(council, { customer: { ref: "C-1043" } });
    await detail({ no_email: [strange] });
    expect(await linksOf(proposal)).toContainEqual({ kind: "no_email", incidents: [] });

    await detail({ no_email: [earlier] });
    await council.use.noFurtherAction({
      actor: await council.actor("j.reid"),
      incident: earlier,
      reason: "It was our own mistake.",
    });
    expect(await linksOf(proposal)).toContainEqual({ kind: "no_email", incidents: [] });
  });

  it("is decided by nobody who reported what explains it, and deals with the report it was proposed from alone", async () => {
    await detail({ named_officer: [incident], no_email: [earlier] });
    const { assessed } = await prepared(proposal);
    expect(assessed.record.reportedBy).toEqual([
      (await council.actor("t.kerr")).officer,
      (await council.actor("s.hale")).officer,
    ]);
    const answered = await council.use.answerGates(await theAnswers(council, proposal));
    if (answered.code !== "saved") throw new Error(JSON.stringify(answered));
    const { version } = answered.assessed.row;
    const sent = await council.use.submitProposal({ actor: await council.actor("j.reid"), proposal, version });
    expect(sent).toMatchObject({ code: "submitted" });
    await council.use.decideProposal(await aDecision(council, { id: proposal, version: version + 1 }));
    expect(await council.sql`select id, state from incident order by reported_at, id`).toEqual([
      { id: earlier, state: "awaiting_triage" },
      { id: incident, state: "proposed" },
    ]);
  });

  it("keeps its links when an alternative takes the place of a restriction", async () => {
    await detail({ named_officer: [incident], no_email: [earlier] });
    const { assessed } = await prepared(proposal);
    const [kept] = assessed.restrictions.filter(({ kind }) => kind === "named_officer");
    if (!kept) throw new Error("no named officer");
    const witnessed: Restriction = { kind: "witnessed", clause: "7.3.6", scope: ["Housing"], parameters: {} };
    await council.use.answerGates({
      ...(await theAnswers(council, proposal)),
      offer: { code: "restrictions", words: "", restrictions: [kept, witnessed] },
    });
    expect(await linksOf(proposal)).toEqual([
      { kind: "named_officer", incidents: [await refOf(incident)] },
      { kind: "witnessed", incidents: [await refOf(earlier)] },
    ]);
  });
});

describe("the form of a proposal", () => {
  const WHY = {
    "named_officer-officer": "p.shah@northmoor.example",
    scope: "service",
    startsOn: "2026-03-09",
    endsOn: "2026-09-09",
    reviewOn: "2026-08-10",
    reason: "14 calls to 9 officers in 5 days after a final answer.",
  };
  const form = async (proposal: string) => {
    const from = { chat: "slack", tenant: "T0NORTH", account: "j.reid" } as const;
    const actor = await council.actor("j.reid");
    const target = { id: proposal, version: 1 };
    const opened = await editProposal(council.use)(actor, { from, action: "proposal-edit", target });
    const fields = opened.kind === "form" ? opened.form.fields : [];
    const send = async (values: Values) =>
      await sendDetails(council.use)(actor, { from, form: "proposal-details", target, values: { ...WHY, ...values } });
    return { reports: fields.find(({ id }) => id === "named_officer-reports"), send };
  };

  it("asks which reports explain a restriction when there is a choice, and reads them back by reference", async () => {
    const earlier = await refOf(await reported(council));
    const incident = await reported(council);
    const own = await refOf(incident);
    const proposal = await aProposal.draft(council, { incident });
    const { reports, send } = await form(proposal);
    expect(reports).toMatchObject({ required: true, value: [own] });
    const labels = reports?.kind === "choices" ? reports.options.map(({ label }) => label) : [];
    expect(labels).toEqual(expect.arrayContaining([`${earlier}, 2 March 2026`, `${own}, 2 March 2026`]));

    expect(await send({ "named_officer-reports": [earlier] })).toMatchObject({ kind: "form" });
    const { assessed } = await prepared(proposal);
    expect(linksInWords(assessed)).toBe(earlier);
    expect((await form(proposal)).reports?.value).toEqual([earlier]);
  });

  it("does not ask where there is no choice", async () => {
    const proposal = await aProposal.draft(council);
    const { reports, send } = await form(proposal);
    expect(reports).toBeUndefined();
    // A second report that comes while the form is open changes nothing.
    await reported(council);
    expect(await send({})).toMatchObject({ kind: "form" });
    expect((await linksOf(proposal)).map(({ incidents }) => incidents.length)).toEqual([1]);
  });
});
