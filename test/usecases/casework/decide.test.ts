/** CASEWORK section 4: who decides, how often, and what whoever comes late is told. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openInterest, sendInterest } from "../../../src/chat/handlers/decide.ts";
import {
  aCouncil,
  aDecision,
  aProposal,
  auditOf,
  type Council,
  DAY,
  HOUR,
  reported,
  theDetails,
  toldOf,
} from "../builders.ts";
import type { Person } from "../northmoor.ts";

let council: Council;
beforeEach(async () => {
  council = await aCouncil();
});
afterEach(() => council.drop());

type Sent = Awaited<ReturnType<typeof aProposal.awaitingDecision>>;
const decide = async (proposal: Sent, decision: Parameters<typeof aDecision>[2] = {}) =>
  await council.use.decideProposal(await aDecision(council, proposal, decision));
const state = async () => (await council.sql`select state from proposal`)[0]?.["state"];
const arrangements = () => council.sql`select ref from arrangement`;

const ALL_CONTACT = [
  { kinds: ["all_contact"] },
  { parameters: { all_contact: {} }, openWay: "Write to PO Box 12, read by Priya Shah." },
] as const;

describe("one senior is enough", () => {
  it("to approve: it is in the register, and proposer and reporter are told", async () => {
    const proposal = await aProposal.awaitingDecision(council);
    expect(await decide(proposal)).toEqual({ code: "counted", ref: "P-0001", state: "approved", stillNeeded: 0 });
    expect(await arrangements()).toEqual([{ ref: "P-0001" }]);
    expect(await toldOf(council, "proposal-outcome")).toEqual(["Jordan Reid"]);
    expect(await toldOf(council, "report-receipt")).toEqual(["Sam Hale", "Sam Hale"]);
  });

  it.each(["return", "reject"] as const)("to %s, with a reason", async (verdict) => {
    const proposal = await aProposal.awaitingDecision(council);
    expect(await decide(proposal, { verdict })).toMatchObject({ refusal: { code: "reason-missing" } });
    expect(await decide(proposal, { verdict, reason: " " })).toMatchObject({ refusal: { code: "reason-missing" } });
    expect(await decide(proposal, { verdict, reason: "Was their side asked?" })).toMatchObject({ code: "counted" });
    expect(await arrangements()).toEqual([]);
    expect(await toldOf(council, "proposal-outcome")).toEqual(["Jordan Reid"]);
  });
});

describe("nobody who had a part in it decides", () => {
  it.each([
    ["whoever proposed it", "j.reid", "own-proposal", {}],
    ["whoever reported it", "s.hale", "own-report", {}],
    ["whoever it happened to", "t.kerr", "own-harm", { affected: ["t.kerr@northmoor.example"] }],
  ] as const)("%s", async (_, by: Person, code, facts) => {
    // However senior they are.
    await council.sql`update officer set roles = roles || '{senior_officer}' where email like ${`${by}@%`}`;
    const proposal = await aProposal.awaitingDecision(council, { incident: await reported(council, facts) });
    expect(await decide(proposal, { by })).toMatchObject({
      code: "refused",
      refusal: { code },
      deciders: ["Dana Okafor", "Max Frost"],
    });
    expect(await state()).toBe("submitted");
  });

  it("nor an officer without the role, nor a senior who was not asked", async () => {
    const proposal = await aProposal.awaitingDecision(council);
    expect(await decide(proposal, { by: "p.shah" })).toMatchObject({ refusal: { code: "role-too-low" } });
    expect(await decide(proposal, { by: "m.lindqvist" })).toEqual({ code: "not-asked", ref: "P-0001" });
  });

  it("nor a senior who declares an interest: the next is asked", async () => {
    const proposal = await aProposal.awaitingDecision(council);
    const actor = await council.actor("d.okafor");
    expect(await council.use.declareInterest({ actor, proposal: proposal.id })).toEqual({
      code: "declared",
      ref: "P-0001",
      askedInstead: ["Erin Ward"],
      enough: true,
    });
    expect(await toldOf(council, "approval")).toEqual(["Dana Okafor", "Erin Ward", "Max Frost"]);
    expect(await decide(proposal)).toMatchObject({ refusal: { code: "declared-interest" } });
    expect(await decide(proposal, { by: "e.ward" })).toMatchObject({ state: "approved" });
  });
});

it("a senior who declares an interest when nobody else may decide is not told that others do", async () => {
  const proposal = await aProposal.awaitingDecision(council);
  await council.sql`update officer set status = 'absent'
    where roles && '{senior_officer,executive}' and name <> 'Dana Okafor'`;
  const press = {
    from: { chat: "slack", tenant: "T0NORTH", account: "d.okafor" },
    target: { id: proposal.id, version: proposal.version },
    action: "declare-interest",
  } as const;
  const actor = await council.actor("d.okafor");
  expect(await openInterest()(actor, press)).toMatchObject({ kind: "form", form: { name: "interest" } });
  expect(await auditOf(council)).not.toContain("interest-declared");
  const { from, target } = press;
  const told = await sendInterest(council.use)(actor, { from, target, form: "interest", values: {} });
  expect(JSON.stringify(told)).toContain("Fewer are left who may decide it than must approve. The proposer is told.");
  expect(await toldOf(council, "proposal-stuck")).toEqual(["Jordan Reid"]);
});

it("a senior who declared an interest has a card without a decision, until others have decided", async () => {
  const proposal = await aProposal.awaitingDecision(council);
  const [card] = await council.sql`
    select c.id from copy c join officer o on o.id = c.officer_id where c.kind = 'approval' and o.email like 'd.okafor@%'`;
  const shown = async () =>
    (await council.use.takeDelivery({ organisation: council.organisation, copy: String(card?.["id"]) }))?.facts;
  expect(await shown()).toMatchObject({ facts: { state: { code: "open" } } });

  await council.use.declareInterest({ actor: await council.actor("d.okafor"), proposal: proposal.id });
  expect(await shown()).toMatchObject({ facts: { state: { code: "not-deciding" } } });
  await decide(proposal, { by: "e.ward" });
  expect(await shown()).toMatchObject({ facts: { state: { code: "approved" } } });
});

describe("two must approve a ban on all contact", () => {
  let proposal: Sent;
  beforeEach(async () => {
    await council.sql`update officer set roles = roles || '{executive}' where email like 'm.lindqvist@%'`;
    proposal = await aProposal.awaitingDecision(council, ...ALL_CONTACT);
  });

  it("two people, not one person twice", async () => {
    expect(proposal.asked).toHaveLength(3);
    const first = await decide(proposal, { by: "m.frost" });
    expect(first).toMatchObject({ state: "submitted", stillNeeded: 1 });
    expect(await decide(proposal, { by: "m.frost" })).toMatchObject({ refusal: { code: "decided-before" } });
    expect(await arrangements()).toEqual([]);
    expect(await decide(proposal, { by: "e.ward" })).toMatchObject({ state: "approved", stillNeeded: 0 });
    expect(await arrangements()).toHaveLength(1);
  });

  it("of whom none is a senior officer only", async () => {
    expect(await decide(proposal)).toMatchObject({ refusal: { code: "role-too-low", needs: "executive" } });
  });

  it("one rejection is enough, and an approval before does not weigh against it", async () => {
    await decide(proposal, { by: "m.frost" });
    const outcome = await decide(proposal, { by: "e.ward", verdict: "reject", reason: "A warning would do." });
    expect(outcome).toMatchObject({ code: "counted", state: "rejected" });
    expect(await arrangements()).toEqual([]);
  });

  it("whose approval does not count once they declare an interest", async () => {
    await decide(proposal, { by: "m.frost" });
    await council.use.declareInterest({ actor: await council.actor("m.frost"), proposal: proposal.id });
    expect(await decide(proposal, { by: "e.ward" })).toMatchObject({ state: "submitted", stillNeeded: 1 });
  });

  it("at the same moment: both count, and there is one arrangement", async () => {
    const outcomes = await Promise.all([decide(proposal, { by: "m.frost" }), decide(proposal, { by: "e.ward" })]);
    expect(outcomes.map((one) => (one.code === "counted" ? one.state : one.code)).toSorted()).toEqual([
      "approved",
      "submitted",
    ]);
    expect(await arrangements()).toHaveLength(1);
  });
});

describe("one decision", () => {
  it("comes of two seniors at the same moment: the other reads who decided and when", async () => {
    const proposal = await aProposal.awaitingDecision(council);
    const outcomes = await Promise.all([
      decide(proposal, { by: "d.okafor" }),
      decide(proposal, { by: "m.frost", verdict: "reject", reason: "A warning would do." }),
    ]);
    const [won] = outcomes.filter(({ code }) => code === "counted");
    const [lost] = outcomes.filter(({ code }) => code === "refused");
    const approved = won?.code === "counted" && won.state === "approved";
    expect(lost).toMatchObject({
      refusal: { code: "closed" },
      by: approved ? "Dana Okafor" : "Max Frost",
      at: council.clock.now,
    });
    expect(await arrangements()).toHaveLength(approved ? 1 : 0);
  });

  it("comes of a double click", async () => {
    const proposal = await aProposal.awaitingDecision(council);
    const outcomes = await Promise.all([decide(proposal), decide(proposal), decide(proposal)]);
    expect(outcomes.filter(({ code }) => code === "counted")).toHaveLength(1);
    expect(await arrangements()).toHaveLength(1);
    expect((await auditOf(council)).filter((event) => event === "proposal-approved")).toHaveLength(1);
  });

  it("is taken on the newest card only", async () => {
    const { id, version } = await aProposal.awaitingDecision(council);
    const old = { id, version: version - 1, asked: [] };
    expect(await decide(old)).toMatchObject({ refusal: { code: "card-too-old" } });
    expect(await state()).toBe("submitted");
  });
});

describe("a returned proposal", () => {
  it("is changed and sent again: everybody is asked anew, and the cards of before are refused", async () => {
    const first = await aProposal.awaitingDecision(council);
    await decide(first, { verdict: "return", reason: "Was their side asked?" });
    const actor = await council.actor("j.reid");
    const read = await council.use.detailProposal(
      await theDetails(council, first.id, { reason: "It was: they agree." }),
    );
    const version = read.code === "saved" ? read.assessed.row.version : 0;
    expect(await council.use.submitProposal({ actor, proposal: first.id, version })).toMatchObject({
      code: "submitted",
    });
    expect(await toldOf(council, "approval")).toHaveLength(4);
    expect(await decide(first)).toMatchObject({ refusal: { code: "card-too-old" } });
    expect(await decide({ ...first, version: version + 1 })).toMatchObject({ state: "approved" });
  });
});

describe("a proposal that nobody decides", () => {
  it("is reminded of, asked of the next senior, and expires: it can be sent again", async () => {
    const proposal = await aProposal.awaitingDecision(council);
    await council.pass(DAY);
    expect(await toldOf(council, "approval-reminder")).toEqual(["Dana Okafor", "Max Frost"]);
    await council.pass(DAY);
    expect(await toldOf(council, "approval")).toHaveLength(3);
    await council.pass(4 * DAY);
    expect(await state()).toBe("submitted");
    await council.pass(DAY);
    expect(await state()).toBe("expired");
    expect(await toldOf(council, "proposal-outcome")).toEqual(["Jordan Reid"]);
    expect(await decide(proposal)).toMatchObject({ refusal: { code: "closed", state: "expired" } });

    const facts = { startsOn: "2026-03-10", endsOn: "2026-09-10" };
    const read = await council.use.detailProposal(await theDetails(council, proposal.id, facts));
    const version = read.code === "saved" ? read.assessed.row.version : 0;
    const actor = await council.actor("j.reid");
    expect(await council.use.submitProposal({ actor, proposal: proposal.id, version })).toMatchObject({
      code: "submitted",
    });
    // The clock of the first sending says nothing of the second.
    await council.pass(7 * HOUR);
    expect(await toldOf(council, "approval-reminder")).toHaveLength(2);
    expect(await state()).toBe("submitted");
  });

  it("cannot be approved once the time it was asked for is over", async () => {
    const proposal = await aProposal.awaitingDecision(
      council,
      {},
      { startsOn: "2026-03-02", endsOn: "2026-03-05", reviewOn: "2026-03-04" },
    );
    council.clock.now = new Date("2026-03-05T10:00:00Z");
    expect(await decide(proposal)).toMatchObject({ refusal: { code: "closed", state: "expired" } });
    expect(await arrangements()).toEqual([]);
    await council.pass(0);
    expect(await state()).toBe("expired");
  });

  it("is decided once, by whoever is first of the clock and a senior", async () => {
    const proposal = await aProposal.awaitingDecision(council);
    council.clock.now = new Date(council.clock.now.getTime() + 7 * DAY * 60_000);
    await Promise.all([decide(proposal), council.pass(0)]);
    expect(await arrangements()).toHaveLength((await state()) === "approved" ? 1 : 0);
    expect(await toldOf(council, "proposal-outcome")).toEqual(["Jordan Reid"]);
  });
});
