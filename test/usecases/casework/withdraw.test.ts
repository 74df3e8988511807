/** CASEWORK section 4: whoever proposed it takes it back, and what led to it can be dealt with in another way. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { aCouncil, aDecision, aProposal, aStart, auditOf, type Council, DAY, reported, toldOf } from "../builders.ts";
import type { Person } from "../northmoor.ts";

let council: Council;
beforeEach(async () => {
  council = await aCouncil();
});
afterEach(() => council.drop());

const withdraw = async (proposal: string, by: Person = "j.reid", reason: string | null = null) =>
  await council.use.withdrawProposal({ actor: await council.actor(by), proposal, reason });
const stateOf = async (table: "proposal" | "incident") =>
  (await council.sql`select state from ${council.sql(table)} order by ref`).map(({ state }) => state);
const shownTo = async (email: string, kind: string) => {
  const [card] = await council.sql`select c.id from copy c join officer o on o.id = c.officer_id
    where c.kind = ${kind} and o.email like ${`${email}@%`} order by c.created_at desc limit 1`;
  return (await council.use.takeDelivery({ organisation: council.organisation, copy: String(card?.["id"]) }))?.facts;
};
const closedBy = (by: string, state: string) => ({ code: "refused", refusal: { code: "closed", state }, by });
const openDues = async () =>
  (await council.sql`select kind from due where done_at is null order by kind`).map(({ kind }) => kind);

describe("a proposal that is with senior staff", () => {
  it("is closed, its report waits for triage again, and every card says so", async () => {
    const { id } = await aProposal.awaitingDecision(council);
    expect(await toldOf(council, "proposal-sent")).toEqual(["Jordan Reid"]);
    expect(await withdraw(id, "j.reid", "They have apologised.")).toEqual({
      code: "withdrawn",
      ref: "P-0001",
      open: ["R-0001"],
      stays: [],
    });
    expect([await stateOf("proposal"), await stateOf("incident")]).toEqual([["withdrawn"], ["awaiting_triage"]]);
    expect(await shownTo("d.okafor", "approval")).toMatchObject({ facts: { state: { code: "withdrawn" } } });
    expect(await shownTo("j.reid", "proposal-sent")).toMatchObject({ facts: { outcome: { code: "withdrawn" } } });
    expect(await shownTo("j.reid", "triage")).toMatchObject({ facts: { state: { code: "open" } } });
    expect(await shownTo("s.hale", "report-receipt")).toMatchObject({ facts: { news: { code: "sent" } } });
    expect((await auditOf(council)).slice(-2)).toEqual(["proposal-withdrawn", "incident-reopened"]);
  });

  it("is reminded of and asked about no more; of its report the register team hears if nobody deals with it", async () => {
    const { id } = await aProposal.awaitingDecision(council);
    await withdraw(id);
    expect(await openDues()).toEqual(["triage-waiting"]);
    await council.pass(30 * DAY);
    expect(await stateOf("proposal")).toEqual(["withdrawn"]);
    expect(await toldOf(council, "approval-reminder")).toEqual([]);
  });

  it("comes to the register team anew when they heard of its report before", async () => {
    const incident = await reported(council);
    await council.pass(DAY);
    const { id } = await aProposal.awaitingDecision(council, { incident });
    await withdraw(id);
    await council.pass(DAY);
    expect(await toldOf(council, "triage")).toEqual(["Jordan Reid", "Ray Byrne", "Ray Byrne"]);
  });

  it("lets a new proposal be made from the same report", async () => {
    const incident = await reported(council);
    const { id } = await aProposal.awaitingDecision(council, { incident });
    await withdraw(id);
    const again = await aProposal.awaitingDecision(council, { incident });
    expect(again.id).not.toBe(id);
    expect([await stateOf("proposal"), await stateOf("incident")]).toEqual([["withdrawn", "submitted"], ["proposed"]]);
  });

  it("is withdrawn by nobody else, however senior", async () => {
    const { id } = await aProposal.awaitingDecision(council);
    expect(await withdraw(id, "d.okafor")).toMatchObject({ refusal: { code: "not-yours" }, by: "Jordan Reid" });
    expect(await stateOf("proposal")).toEqual(["submitted"]);
  });

  it("is decided or withdrawn, never both, when both press at once", async () => {
    const proposal = await aProposal.awaitingDecision(council);
    const decision = await aDecision(council, proposal);
    const [withdrawn, decided] = await Promise.all([withdraw(proposal.id), council.use.decideProposal(decision)]);
    const arrangements = await council.sql`select ref from arrangement`;
    const seen = { withdrawn, decided, state: await stateOf("proposal"), arrangements };
    const first =
      withdrawn.code === "withdrawn"
        ? { decided: closedBy("Jordan Reid", "withdrawn"), state: ["withdrawn"], arrangements: [] }
        : {
            withdrawn: closedBy("Dana Okafor", "approved"),
            state: ["approved"],
            arrangements: [{ ref: "P-0001" }],
          };
    expect(seen).toMatchObject(first);
  });
});

it("what is withdrawn cannot be withdrawn, decided or sent again", async () => {
  const proposal = await aProposal.awaitingDecision(council);
  const [one, other] = await Promise.all([withdraw(proposal.id), withdraw(proposal.id)]);
  expect([one.code, other.code].toSorted()).toEqual(["refused", "withdrawn"]);
  expect(await council.use.decideProposal(await aDecision(council, proposal))).toMatchObject({
    refusal: { code: "closed", state: "withdrawn" },
  });
  const { id, version } = proposal;
  expect(
    await council.use.submitProposal({ actor: await council.actor("j.reid"), proposal: id, version }),
  ).toMatchObject({ code: "not-editable" });
});

it("one with a kind that was chosen and never described says on every card, and to whoever presses again, that it is withdrawn", async () => {
  const incident = await reported(council);
  const sent = await aProposal.awaitingDecision(council, { incident });
  await council.use.decideProposal(await aDecision(council, sent, { verdict: "return", reason: "Why so little?" }));
  const kinds = ["named_officer", "call_times"] as const;
  expect(await council.use.startProposal(await aStart(council, { incident, kinds }))).toMatchObject({
    code: "started",
  });
  expect(await withdraw(sent.id)).toMatchObject({ code: "withdrawn" });
  expect(await withdraw(sent.id)).toMatchObject(closedBy("Jordan Reid", "withdrawn"));
  expect(await shownTo("d.okafor", "approval")).toMatchObject({ facts: { state: { code: "withdrawn" } } });
  expect(await council.use.decideProposal(await aDecision(council, sent))).toMatchObject(
    closedBy("Jordan Reid", "withdrawn"),
  );
});

it("one that came back, expired, or was never sent can be withdrawn too", async () => {
  const returned = await aProposal.awaitingDecision(council);
  await council.use.decideProposal(await aDecision(council, returned, { verdict: "return", reason: "Why now?" }));
  expect(await withdraw(returned.id)).toMatchObject({ code: "withdrawn", open: ["R-0001"] });

  const expired = await aProposal.awaitingDecision(council);
  await council.pass(10 * DAY);
  expect(await withdraw(expired.id)).toMatchObject({ code: "withdrawn", open: ["R-0002"] });

  const draft = await aProposal.draft(council);
  expect(await withdraw(draft)).toMatchObject({ code: "withdrawn", open: [] });
  expect(await stateOf("incident")).toEqual(["awaiting_triage", "awaiting_triage", "awaiting_triage"]);
});

it("one that was approved stays: its arrangement ends in other ways", async () => {
  const { id } = await aProposal.approved(council);
  expect(await withdraw(id)).toMatchObject({ refusal: { code: "closed", state: "approved" }, by: "Dana Okafor" });
});
