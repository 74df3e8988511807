/** CASEWORK section 4: authority is read at the press; what a senior holds in hand says what is true of it. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createUseCases } from "../../../src/usecases/all.ts";
import { aCouncil, aDecision, aProposal, type Council, theDetails } from "../builders.ts";
import type { Person } from "../northmoor.ts";

let council: Council;
beforeEach(async () => {
  council = await aCouncil();
  await council.sql`update officer set roles = roles || '{executive}' where email like 'm.lindqvist@%'`;
});
afterEach(() => council.drop());

const ALL_CONTACT = [
  { kinds: ["all_contact"] },
  { parameters: { all_contact: {} }, openWay: "Write to PO Box 12, read by Priya Shah." },
] as const;
type Sent = { readonly id: string; readonly version: number };
const decide = async (proposal: Sent, decision: Parameters<typeof aDecision>[2] = {}) =>
  await council.use.decideProposal(await aDecision(council, proposal, decision));
const stateOf = async (person: Person, round = 1) => {
  const [card] = await council.sql`select c.id from copy c join officer o on o.id = c.officer_id
    where c.kind = 'approval' and c.round = ${round} and o.email like ${`${person}@%`}`;
  const taken = await council.use.takeDelivery({ organisation: council.organisation, copy: String(card?.["id"]) });
  return taken?.facts.kind === "approval" ? taken.facts.facts.state.code : undefined;
};

describe("between card and click", () => {
  it.each([
    ["away", "status = 'absent'", "not-present"],
    ["without the role", "roles = '{officer}'", "role-too-low"],
  ])("a senior who is %s decides nothing, and their card offers nothing", async (_, change, code) => {
    const proposal = await aProposal.awaitingDecision(council);
    expect(await stateOf("d.okafor")).toBe("open");
    await council.sql.unsafe(`update officer set ${change} where email like 'd.okafor@%'`);
    expect(await stateOf("d.okafor")).toBe("cannot-now");
    expect(await decide(proposal)).toMatchObject({ code: "refused", refusal: { code } });
    expect(await council.sql`select verdict from approver where verdict is not null`).toEqual([]);
  });

  it("one person with an account in both chats counts once, and their card says that others still decide", async () => {
    await council.sql`insert into chat_account (organisation_id, officer_id, chat, tenant, account)
      select organisation_id, id, 'teams', 'tenant-north', 'm.frost' from officer where email like 'm.frost@%'`;
    const both = { db: council.db, now: () => council.clock.now, chats: new Set(["slack", "teams"] as const) };
    const proposal = await aProposal.awaitingDecision(council, ...ALL_CONTACT);
    const use = createUseCases(both);
    const inTeams = await use.identify({ chat: "teams", tenant: "tenant-north", account: "m.frost" });
    if (inTeams.code !== "officer") throw new Error(inTeams.code);

    expect(await decide(proposal, { by: "m.frost" })).toMatchObject({ state: "submitted", stillNeeded: 1 });
    const again = { ...(await aDecision(council, proposal)), actor: inTeams.actor };
    expect(await use.decideProposal(again)).toMatchObject({ refusal: { code: "decided-before" } });
    expect(await stateOf("m.frost")).toBe("decided");
    expect(await decide(proposal, { by: "e.ward" })).toMatchObject({ state: "approved" });
  });
});

it("a proposal is not changed while three seniors hold its card; changed after a return, their cards are refused", async () => {
  const proposal = await aProposal.awaitingDecision(council, ...ALL_CONTACT);
  expect(proposal.asked).toHaveLength(3);
  const change = async () =>
    await council.use.detailProposal(
      await theDetails(council, proposal.id, { ...ALL_CONTACT[1], reason: "It went on for another week." }),
    );
  expect(await change()).toEqual({ code: "not-editable", state: "submitted" });
  await decide(proposal, { by: "m.frost", verdict: "return", reason: "Since when?" });
  const read = await change();
  const version = read.code === "saved" ? read.assessed.row.version : 0;
  await council.use.submitProposal({ actor: await council.actor("j.reid"), proposal: proposal.id, version });

  for (const by of ["m.frost", "e.ward", "m.lindqvist"] as const) {
    expect(await decide(proposal, { by })).toMatchObject({ refusal: { code: "card-too-old" } });
    expect(await stateOf(by)).toBe("superseded");
    expect(await stateOf(by, 2)).toBe("open");
  }
});
