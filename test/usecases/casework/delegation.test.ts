/** CASEWORK section 4: "present, or their delegate for the dates (chains followed …, cycles refused)". */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { MakeDelegation } from "../../../src/usecases/delegate/make-delegation.ts";
import { aCouncil, aDecision, aProposal, type Council, DAY, toldOf } from "../builders.ts";
import type { Person } from "../northmoor.ts";

let council: Council;
beforeEach(async () => {
  council = await aCouncil();
});
afterEach(() => council.drop());

const email = (person: Person) => `${person}@northmoor.example`;

/** Dana Okafor is away from Monday 2 to Friday 6 March, and Sam Hale's manager's peer stands in: say what is different. */
async function delegate(from: Person, to: Person, facts: Partial<MakeDelegation> = {}) {
  const actor = await council.actor(from);
  return await council.use.makeDelegation({
    organisation: council.organisation,
    actor,
    from: null,
    to: email(to),
    startsOn: "2026-03-02",
    endsOn: "2026-03-06",
    ...facts,
  });
}

const decide = async (proposal: { id: string; version: number }, by: Person) =>
  await council.use.decideProposal(await aDecision(council, proposal, { by }));

describe("whoever stands in", () => {
  it("is asked and decides in the place of the one who is away, who does not", async () => {
    expect(await delegate("d.okafor", "t.kerr")).toMatchObject({ code: "made", from: "Dana Okafor", to: "Toni Kerr" });
    const proposal = await aProposal.awaitingDecision(council);
    expect(proposal.asked).toEqual(["Toni Kerr", "Max Frost"]);
    expect(await decide(proposal, "d.okafor")).toMatchObject({ refusal: { code: "not-present" } });
    expect(await decide(proposal, "t.kerr")).toMatchObject({ code: "counted", state: "approved" });
  });

  it("does so on those days only: before and after it is somebody else", async () => {
    await delegate("d.okafor", "t.kerr", { startsOn: "2026-03-03", endsOn: "2026-03-03" });
    const before = await aProposal.awaitingDecision(council);
    expect(before.asked).toEqual(["Dana Okafor", "Max Frost"]);
    expect(await decide(before, "t.kerr")).toMatchObject({ refusal: { code: "role-too-low" } });

    // On the first day what was asked of Dana is asked of Toni as well.
    await council.pass(DAY);
    expect(await toldOf(council, "approval")).toContain("Toni Kerr");
    await council.pass(DAY);
    expect(await decide(before, "t.kerr")).toMatchObject({ refusal: { code: "role-too-low" } });
    expect(await decide(before, "d.okafor")).toMatchObject({ code: "counted" });
  });

  it("has no more right than the one who is away: not in what either had a part in", async () => {
    await delegate("d.okafor", "s.hale");
    const proposal = await aProposal.awaitingDecision(council);
    expect(proposal.asked).toEqual(["Max Frost", "Erin Ward"]);
    expect(await decide(proposal, "s.hale")).toMatchObject({ refusal: { code: "own-report" } });
  });

  it("is told, and whoever is away too; the card says when it has ended", async () => {
    const made = await delegate("d.okafor", "t.kerr");
    await council.pass(1);
    expect(await toldOf(council, "delegation")).toEqual(["Dana Okafor", "Toni Kerr"]);
    const id = made.code === "made" ? made.id : "";
    const end = async (by: Person) =>
      await council.use.endDelegation({ actor: await council.actor(by), delegation: id });
    expect(await end("t.kerr")).toEqual({ code: "not-entitled" });
    expect(await end("d.okafor")).toEqual({ code: "ended" });
    expect(await end("d.okafor")).toEqual({ code: "over-already" });

    const [card] = await council.sql`select id from copy where kind = 'delegation' limit 1`;
    const shown = await council.use.takeDelivery({ organisation: council.organisation, copy: String(card?.["id"]) });
    expect(shown?.facts).toMatchObject({ kind: "delegation", facts: { state: "ended" } });
    const proposal = await aProposal.awaitingDecision(council);
    expect(proposal.asked).toEqual(["Dana Okafor", "Max Frost"]);
  });
});

it("an absence that is ended in the millisecond in which it began: who is back is asked", async () => {
  const made = await delegate("d.okafor", "s.hale");
  await council.pass(0);
  // Sam Hale reported it, so nobody stands in for Dana Okafor.
  const proposal = await aProposal.awaitingDecision(council);
  expect(proposal.asked).toEqual(["Max Frost", "Erin Ward"]);
  await council.use.endDelegation({
    actor: await council.actor("d.okafor"),
    delegation: made.code === "made" ? made.id : "",
  });
  await council.sql`update officer set status = 'absent' where email = ${email("m.frost")}`;
  await council.pass(0);
  expect(await toldOf(council, "approval")).toContain("Dana Okafor");
});

describe("what is refused", () => {
  it("is a circle, also one closed by two people at the same moment", async () => {
    const outcomes = await Promise.all([delegate("d.okafor", "m.lindqvist"), delegate("m.lindqvist", "d.okafor")]);
    expect(outcomes.map(({ code }) => code).toSorted()).toEqual(["made", "refused"]);
    const refused = outcomes.find(({ code }) => code === "refused");
    expect(refused).toMatchObject({ refusal: { code: "cycle", on: "2026-03-02" } });
    expect(refused?.code === "refused" ? refused.through.toSorted() : []).toEqual(["Dana Okafor", "Mia Lindqvist"]);
  });

  it("is another's absence, unless by an administrator", async () => {
    const others = { from: email("d.okafor") };
    expect(await delegate("j.reid", "t.kerr", others)).toEqual({ code: "not-entitled" });
    await council.sql`update officer set roles = roles || '{administrator}' where email = ${email("j.reid")}`;
    expect(await delegate("j.reid", "t.kerr", others)).toMatchObject({ code: "made", from: "Dana Okafor" });
  });

  it.each([
    ["the same days twice", "t.kerr", {}, { refusal: { code: "overlaps" } }],
    ["oneself", "d.okafor", { startsOn: "2026-04-01", endsOn: "2026-04-02" }, { refusal: { code: "to-oneself" } }],
    [
      "days that are past",
      "t.kerr",
      { startsOn: "2026-02-02", endsOn: "2026-02-03" },
      { refusal: { code: "over-already" } },
    ],
    [
      "days the wrong way round",
      "t.kerr",
      { startsOn: "2026-04-02", endsOn: "2026-04-01" },
      { refusal: { code: "ends-before-it-starts" } },
    ],
    ["a stranger", "t.kerr", { to: "x@northmoor.example" }, { code: "not-on-staff", who: "to" }],
  ] as const)("is %s", async (_, to: Person, facts, outcome) => {
    await delegate("d.okafor", "p.shah");
    expect(await delegate("d.okafor", to, facts)).toMatchObject(outcome);
    expect(await council.sql`select id from delegation`).toHaveLength(1);
  });
});
