/** What waits for somebody, what they have under way, and what falls due soon: each to the person it concerns. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { workCard } from "../../../src/chat/handlers/work.ts";
import { importWorld } from "../../../src/usecases/import-world/import-world.ts";
import {
  aCouncil,
  aDecision,
  aProposal,
  type Council,
  DAY,
  isAway,
  reported,
  socialWorkAnswers,
  theAnswers,
  theDetails,
} from "../builders.ts";
import { northmoor, type Person } from "../northmoor.ts";

let council: Council;
beforeEach(async () => {
  council = await aCouncil();
});
afterEach(() => council.drop());

const workOf = async (person: Person, page = 1) =>
  await council.use.readWork({ actor: await council.actor(person), page });
const kindsOf = async (person: Person) => (await workOf(person)).rows.map(({ kind, ref }) => `${kind} ${ref}`);

describe("the search of the register", () => {
  const offersSearch = async (person: Person) => {
    const card = await workCard(council.use, await council.actor(person), 1);
    return card.buttons.some((button) => button.action === "register-find");
  };

  it("is offered to those who find something in it, and to whoever stands in for them, while they do", async () => {
    expect(await Promise.all((["j.reid", "r.byrne", "t.kerr"] as const).map(offersSearch))).toEqual([
      true,
      true,
      false,
    ]);
    await isAway(council, "j.reid", { to: "t.kerr", endsOn: "2026-03-02" });
    expect(await offersSearch("t.kerr")).toBe(true);
    await council.pass(DAY);
    expect(await offersSearch("t.kerr")).toBe(false);
  });
});

describe("the work of", () => {
  it("an officer without any is empty, and says so", async () => {
    expect(await workOf("s.hale")).toMatchObject({ total: 0, rows: [], page: 1, pages: 1 });
  });

  it("a service manager: the reports of their service, until they are looked at", async () => {
    const incident = await reported(council);
    expect(await kindsOf("j.reid")).toEqual(["report R-0001"]);
    expect(await kindsOf("t.kerr")).toEqual([]);
    await council.use.noFurtherAction({ actor: await council.actor("j.reid"), incident, reason: "Settled." });
    expect(await kindsOf("j.reid")).toEqual([]);
  });

  it("a proposer and a senior: what is with whom, and the letter after the decision", async () => {
    await aProposal.draft(council);
    expect(await kindsOf("j.reid")).toEqual(["report R-0001", "draft P-0001"]);
    await council.drop();
    council = await aCouncil();
    await aProposal.awaitingDecision(council);
    expect(await kindsOf("j.reid")).toEqual(["submitted P-0001"]);
    expect(await kindsOf("d.okafor")).toEqual(["decision P-0001"]);
  });

  it("a senior: not what they may decide no more, because the customer complained about them or for want of the role", async () => {
    const { id } = await aProposal.awaitingDecision(council);
    expect(await kindsOf("m.frost")).toEqual(["decision P-0001"]);
    const frost = (await council.actor("m.frost")).officer;
    await council.sql`update proposal set complained_about = ${[frost]} where id = ${id}`;
    expect(await kindsOf("m.frost")).toEqual([]);
    expect(await kindsOf("d.okafor")).toEqual(["decision P-0001"]);
    await council.sql`update officer set roles = '{officer}' where email like 'd.okafor@%'`;
    expect(await kindsOf("d.okafor")).toEqual([]);
  });

  it("a senior: not what they declared an interest in, nor what they decided", async () => {
    const ban = { parameters: { all_contact: {} }, openWay: "Write to PO Box 12, read by Priya Shah." };
    const { id, version } = await aProposal.awaitingDecision(council, { kinds: ["all_contact"] }, ban);
    expect([await kindsOf("m.frost"), await kindsOf("e.ward")]).toEqual([["decision P-0001"], ["decision P-0001"]]);
    await council.use.declareInterest({ actor: await council.actor("e.ward"), proposal: id });
    await council.use.decideProposal(await aDecision(council, { id, version }, { by: "m.frost" }));
    expect([await kindsOf("m.frost"), await kindsOf("e.ward")]).toEqual([[], []]);
  });

  it("the owner of an arrangement: the letter, then what is in force, its review and its end", async () => {
    await aProposal.approved(council);
    expect(await kindsOf("j.reid")).toEqual(["letter P-0001"]);
    expect(await kindsOf("d.okafor")).toEqual([]);
    expect(await kindsOf("r.byrne")).toEqual(["letter P-0001"]);
    await council.pass(10 * DAY);
    expect(await kindsOf("j.reid")).toEqual(["letter P-0001", "in-force P-0001"]);
    await council.pass(130 * DAY);
    expect(await kindsOf("j.reid")).toEqual(["letter P-0001", "review-due P-0001"]);
    expect(await kindsOf("r.byrne")).toEqual(["letter P-0001", "review-due P-0001"]);
  });

  it("a service manager: what was decided for their service before the product was there", async () => {
    const imported = (scope: object | string, ref: string) => ({
      ref,
      customer: "C-1043",
      decidedAt: "2026-01-05T10:00:00Z",
      decidedBy: "d.okafor@northmoor.example",
      startsAt: "2026-01-06T00:00:00Z",
      endsAt: "2026-06-06T00:00:00+01:00",
      reviewOn: "2026-05-06",
      reason: "Thirty emails a day after a warning.",
      restrictions: [{ kind: "no_email", clause: "7.3.2", scope, parameters: {} }],
    });
    const arrangements = [
      imported(["Housing"], "OLD-1"),
      imported(["Corporate"], "OLD-2"),
      imported("organisation", "OLD-3"),
    ];
    const json = { ...northmoor("persistent-and-abusive-behaviour"), arrangements };
    const outcome = await importWorld({ db: council.db, now: () => council.clock.now })({ json, sandbox: true });
    expect(outcome.code).toBe("imported");
    expect(await kindsOf("j.reid")).toEqual(["in-force OLD-1"]);
  });

  it("whoever stands in for a service manager: what is in force in that service, while they do", async () => {
    await aProposal.approved(council);
    await council.pass(10 * DAY);
    const asked = { from: null, to: "t.kerr@northmoor.example", startsOn: "2026-03-12", endsOn: "2026-03-13" };
    const { organisation } = council;
    await council.use.makeDelegation({ organisation, actor: await council.actor("j.reid"), ...asked });
    expect(await kindsOf("t.kerr")).toEqual(["in-force P-0001"]);
    await council.pass(2 * DAY);
    expect(await kindsOf("t.kerr")).toEqual([]);
  });

  it("whoever is to talk to a customer", async () => {
    const incident = await reported(council);
    await council.use.takeStep({
      actor: await council.actor("j.reid"),
      incident,
      step: "advice",
      customer: {},
      limbs: ["abusive"],
      shownBy: null,
      whatHappened: "You rang 14 times.",
      whatToChange: "Ring once a week.",
      how: "phone",
      by: "reporter",
      done: null,
      earlierAdvice: null,
    });
    expect(await kindsOf("s.hale")).toEqual(["advice R-0001"]);
    expect(await kindsOf("j.reid")).toEqual([]);
  });

  it("a liaison: the question to Social Work, until somebody has answered it", async () => {
    await council.drop();
    council = await aCouncil("unacceptable-actions");
    const proposal = await aProposal.draft(council);
    await council.use.detailProposal(await theDetails(council, proposal));
    await council.use.answerGates(await theAnswers(council, proposal));
    expect(await kindsOf("w.adeyemi")).toEqual(["social-work P-0001"]);
    await socialWorkAnswers(council, proposal);
    expect(await kindsOf("w.adeyemi")).toEqual([]);
  });

  it("the register team: a question to Social Work that was put to nobody, until nobody waits for its answer", async () => {
    await council.drop();
    council = await aCouncil("unacceptable-actions");
    await council.sql`update officer set status = 'absent' where email like 'w.adeyemi@%'`;
    const steps = [{ step: "warning", on: "2026-02-02", how: "letter", by: null }] as const;
    const proposal = await aProposal.draft(council, { steps });
    await council.use.detailProposal(await theDetails(council, proposal));
    await council.use.answerGates(await theAnswers(council, proposal));
    expect(await council.sql`select put_to from social_work_question`).toEqual([{ put_to: [] }]);
    expect(await kindsOf("r.byrne")).toContain("social-work P-0001");
    expect(await kindsOf("j.reid")).not.toContain("social-work P-0001");
    await council.use.withdrawProposal({ actor: await council.actor("j.reid"), proposal, reason: null });
    expect(await kindsOf("r.byrne")).not.toContain("social-work P-0001");
  });

  it("comes in pages; a page beyond the last is the last", async () => {
    for (let report = 0; report < 11; report++) await reported(council);
    expect(await workOf("j.reid")).toMatchObject({ total: 11, page: 1, pages: 2, rows: { length: 10 } });
    expect(await workOf("j.reid", 9)).toMatchObject({ page: 2, rows: { length: 1 } });
  });
});
