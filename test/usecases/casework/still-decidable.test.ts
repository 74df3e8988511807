/** CASEWORK section 4: people leave or are excluded while a proposal waits. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { linkAccount, unlinkAccount } from "../../../src/usecases/link-account.ts";
import { aCouncil, aDecision, aProposal, auditOf, type Council, DAY, toldOf } from "../builders.ts";
import type { Person } from "../northmoor.ts";

let council: Council;
beforeEach(async () => {
  council = await aCouncil();
  // Three who may decide a ban on all contact, of whom two must.
  await council.sql`update officer set roles = roles || '{executive}' where email like 'm.lindqvist@%'`;
});
afterEach(() => council.drop());

const ALL_CONTACT = [
  { kinds: ["all_contact"] },
  { parameters: { all_contact: {} }, openWay: "Write to PO Box 12, read by Priya Shah." },
] as const;
const interest = async (proposal: string, by: Person) =>
  await council.use.declareInterest({ actor: await council.actor(by), proposal });
const leaves = (person: Person) =>
  council.sql`update officer set status = 'left' where email = ${`${person}@northmoor.example`}`;
const stuckCard = async () => {
  const [card] = await council.sql`select id from copy where kind = 'proposal-stuck'`;
  if (!card) return undefined;
  const taken = await council.use.takeDelivery({ organisation: council.organisation, copy: String(card["id"]) });
  return taken?.facts.facts;
};

describe("as many may decide as must approve, and one of them leaves", () => {
  it("the proposer is told who is left, once", async () => {
    const { id } = await aProposal.awaitingDecision(council, ...ALL_CONTACT);
    await interest(id, "m.frost");
    expect(await toldOf(council, "proposal-stuck")).toEqual([]);
    await leaves("e.ward");
    // Nobody saw them leave but the reminder.
    await council.pass(3 * DAY);
    expect(await toldOf(council, "proposal-stuck")).toEqual(["Jordan Reid"]);
    expect(await stuckCard()).toMatchObject({ ref: "P-0001", state: "stuck", needed: 2, may: ["Mia Lindqvist"] });
    await council.pass(DAY);
    const { officer: to } = await council.actor("j.reid");
    const said = await council.sql`select facts from audit where event = 'proposal-stuck'`;
    expect(said).toEqual([{ facts: { to, round: 1, gates: [], lacking: 1 } }]);
  });

  it("the card says so when somebody else may again, and is asked", async () => {
    const { id } = await aProposal.awaitingDecision(council, ...ALL_CONTACT);
    await interest(id, "m.frost");
    await interest(id, "e.ward");
    expect(await stuckCard()).toMatchObject({ state: "stuck" });

    await council.use.makeDelegation({
      organisation: council.organisation,
      actor: null,
      from: "m.frost@northmoor.example",
      to: "t.kerr@northmoor.example",
      startsOn: "2026-03-02",
      endsOn: "2026-03-06",
    });
    await council.pass(1);
    // Max Frost declared an interest: whoever stands in for them has no more right.
    expect(await stuckCard()).toMatchObject({ state: "stuck" });

    await council.sql`update officer set roles = roles || '{executive}' where email like 'd.okafor@%'`;
    await council.pass(2 * DAY);
    expect(await toldOf(council, "approval")).toContain("Dana Okafor");
    expect(await stuckCard()).toMatchObject({ state: "enough" });
  });

  it("an account is unlinked or linked at the command line: looked at again at once, not at the reminder", async () => {
    const { id } = await aProposal.awaitingDecision(council, ...ALL_CONTACT);
    await interest(id, "m.frost");
    const [account] = await council.sql<{ tenant: string; account: string }[]>`
      select tenant, account from chat_account join officer on officer.id = officer_id where email like 'e.ward@%'`;
    const context = { db: council.db, now: () => council.clock.now };
    const change = {
      organisation: council.organisation,
      email: "e.ward@northmoor.example",
      account: { chat: "slack" as const, tenant: account?.tenant ?? "", account: account?.account ?? "" },
    };
    expect(await unlinkAccount(context)(change)).toEqual({ code: "unlinked" });
    await council.pass(1);
    expect(await stuckCard()).toMatchObject({ state: "stuck", may: ["Mia Lindqvist"] });

    expect(await linkAccount(context)(change)).toEqual({ code: "linked" });
    await council.pass(1);
    expect(await stuckCard()).toMatchObject({ state: "enough" });
  });

  it("an approval counted before is not asked for again", async () => {
    const proposal = await aProposal.awaitingDecision(council, ...ALL_CONTACT);
    await council.use.decideProposal(await aDecision(council, proposal, { by: "e.ward" }));
    await interest(proposal.id, "m.frost");
    expect(await stuckCard()).toBeUndefined();
    await interest(proposal.id, "m.lindqvist");
    expect(await stuckCard()).toMatchObject({ state: "stuck", needed: 1, may: [] });
    expect((await auditOf(council)).filter((event) => event === "proposal-stuck")).toHaveLength(1);
  });
});
