/** CASEWORK section 4: the quorum counts people. Somebody away and whoever stands in for them are one of them, not two. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { aCouncil, aDecision, aProposal, type Council, DAY, isAway, toldOf } from "../builders.ts";
import type { Person } from "../northmoor.ts";

let council: Council;
beforeEach(async () => {
  council = await aCouncil();
});
afterEach(() => council.drop());

const OPEN_WAY = { parameters: { all_contact: {} }, openWay: "Write to PO Box 12, read by Priya Shah." };
/** No contact at all: two executives, of whom there are Max Frost and Erin Ward. */
const sent = () => aProposal.awaitingDecision(council, { kinds: ["all_contact"] }, OPEN_WAY);
type Sent = Awaited<ReturnType<typeof sent>>;

async function away(from: Person, to: Person, [startsOn, endsOn]: readonly [string, string]) {
  await isAway(council, from, { to, startsOn, endsOn });
  await council.pass(1);
}
const TODAY = ["2026-03-02", "2026-03-02"] as const;
const TOMORROW = ["2026-03-03", "2026-03-03"] as const;

const approve = async (proposal: Sent, by: Person) =>
  await council.use.decideProposal(await aDecision(council, proposal, { by }));

/** The approval card that this person holds, as it shows now. */
async function cardOf(name: string) {
  const [copy] = await council.sql`select c.id from copy c join officer o on o.id = c.officer_id
    where c.kind = 'approval' and o.name = ${name}`;
  const taken = await council.use.takeDelivery({ organisation: council.organisation, copy: String(copy?.["id"]) });
  return taken?.facts.kind === "approval" ? taken.facts.facts.state : undefined;
}

const workOf = async (person: Person) =>
  (await council.use.readWork({ actor: await council.actor(person), page: 1 })).rows.map(({ kind }) => kind);

describe("a delegate approved in the place of an executive who was away", () => {
  const byDelegate = async () => {
    await away("m.frost", "d.okafor", TODAY);
    const proposal = await sent();
    expect(await approve(proposal, "d.okafor")).toMatchObject({ code: "counted", state: "submitted", stillNeeded: 1 });
    await council.pass(DAY);
    return proposal;
  };

  it("the executive is back: not asked, and refused with who decided", async () => {
    const proposal = await byDelegate();
    expect(await toldOf(council, "approval")).not.toContain("Max Frost");
    await council.pass(3 * DAY);
    expect(await toldOf(council, "approval")).not.toContain("Max Frost");
    expect(await approve(proposal, "m.frost")).toMatchObject({
      code: "refused",
      refusal: { code: "decided-before" },
      by: "Dana Okafor",
    });
  });

  it("the other executive is the second", async () => {
    const proposal = await byDelegate();
    expect(await approve(proposal, "e.ward")).toMatchObject({ code: "counted", state: "approved" });
  });

  it("with the other away as well, the proposer is told that it cannot be approved", async () => {
    await byDelegate();
    await council.sql`update officer set status = 'absent' where email like 'e.ward@%'`;
    await council.pass(3 * DAY);
    expect(await toldOf(council, "proposal-stuck")).toEqual(["Jordan Reid"]);
  });
});

it("whoever had the card before they went away is shown who decided in their place, and has no more to press", async () => {
  const proposal = await sent();
  expect(await cardOf("Max Frost")).toEqual({ code: "open" });
  expect(await workOf("m.frost")).toEqual(["decision"]);
  await away("m.frost", "d.okafor", TODAY);
  await approve(proposal, "d.okafor");
  await council.pass(DAY);
  expect(await cardOf("Max Frost")).toEqual({ code: "decided-as-one", by: "Dana Okafor" });
  expect(await approve(proposal, "m.frost")).toMatchObject({ refusal: { code: "decided-before" } });
  expect(await workOf("m.frost")).toEqual([]);
  await council.pass(DAY);
  expect(await toldOf(council, "approval-reminder")).toEqual(["Erin Ward"]);
});

it("the executive approved and then went away: their delegate is not a second one", async () => {
  const proposal = await sent();
  expect(await approve(proposal, "m.frost")).toMatchObject({ code: "counted", stillNeeded: 1 });
  await away("m.frost", "d.okafor", TOMORROW);
  await council.pass(DAY);
  expect(await toldOf(council, "approval")).not.toContain("Dana Okafor");
  expect(await approve(proposal, "d.okafor")).toMatchObject({ refusal: { code: "decided-before" }, by: "Max Frost" });
});

it("an executive who also stands in for the other decides in their own place: the other is free when back", async () => {
  await council.sql`update officer set roles = roles || '{executive}' where email like 'm.lindqvist@%'`;
  await away("m.frost", "e.ward", TODAY);
  const proposal = await sent();
  expect(proposal.asked).toEqual(["Erin Ward", "Mia Lindqvist"]);
  expect(await approve(proposal, "e.ward")).toMatchObject({ code: "counted", stillNeeded: 1 });
  await council.pass(3 * DAY);
  expect(await toldOf(council, "approval")).toContain("Max Frost");
  expect(await approve(proposal, "m.frost")).toMatchObject({ code: "counted", state: "approved" });
});

it("an executive back with an interest of their own takes away what was approved in their place", async () => {
  const proposal = await sent();
  await away("m.frost", "d.okafor", TODAY);
  await approve(proposal, "d.okafor");
  await council.pass(DAY);
  expect(
    await council.use.declareInterest({ actor: await council.actor("m.frost"), proposal: proposal.id }),
  ).toMatchObject({ code: "declared" });
  expect(await approve(proposal, "e.ward")).toMatchObject({ code: "counted", state: "submitted", stillNeeded: 1 });
});

it("what was approved in the place of somebody complained about is asked for anew when the complaint is settled", async () => {
  const proposal = await sent();
  await away("m.frost", "d.okafor", TODAY);
  await approve(proposal, "d.okafor");
  await council.pass(DAY);
  const { officer } = await council.actor("m.frost");
  await council.sql`update proposal set complained_about = ${[officer]}`;
  expect(await approve(proposal, "e.ward")).toMatchObject({ state: "submitted", stillNeeded: 1 });
  const [about] = await council.sql`select customer_id from proposal`;
  const settled = await council.use.settleComplaint({
    actor: await council.actor("r.byrne"),
    customer: String(about?.["customer_id"]),
    officers: [officer],
    because: "answered",
  });
  expect(settled).toMatchObject({ code: "settled" });
  expect(await approve(proposal, "m.frost")).toMatchObject({ code: "counted", state: "approved" });
});
