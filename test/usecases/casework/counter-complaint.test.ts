/** CASEWORK section 4: "a person named in a counter-complaint" does not decide, and no card says why. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sendDecision } from "../../../src/chat/handlers/decide.ts";
import { answersInWords } from "../../../src/chat/handlers/gate-answers.ts";
import {
  aCouncil,
  aDecision,
  aProposal,
  auditOf,
  type Council,
  reported,
  theAnswers,
  theDetails,
  toldOf,
} from "../builders.ts";

const DANA = "d.okafor@northmoor.example";
let council: Council;
let proposal: string;
beforeEach(async () => {
  council = await aCouncil();
  proposal = await aProposal.draft(council);
  await council.use.detailProposal(await theDetails(council, proposal));
});
afterEach(() => council.drop());

const answer = async (complainedAbout?: readonly string[]) =>
  await council.use.answerGates({
    ...(await theAnswers(council, proposal)),
    ...(complainedAbout ? { complainedAbout } : {}),
  });
const send = async () => {
  const [row] = await council.sql`select version from proposal where id = ${proposal}`;
  const version = Number(row?.["version"]);
  const sent = await council.use.submitProposal({ actor: await council.actor("j.reid"), proposal, version });
  return { sent, version: version + 1 };
};

describe("an officer whom the customer complained about", () => {
  it("is not asked: others are", async () => {
    await answer([DANA]);
    const { sent } = await send();
    expect(sent).toMatchObject({ code: "submitted", asked: expect.not.arrayContaining(["Dana Okafor"]) });
    expect(await toldOf(council, "approval")).not.toContain("Dana Okafor");
  });

  it("is asked where nobody complained", async () => {
    await answer([]);
    const { sent } = await send();
    expect(sent).toMatchObject({ code: "submitted", asked: expect.arrayContaining(["Dana Okafor"]) });
  });

  it("is refused at the click, in words that name no complaint", async () => {
    await answer();
    const { version } = await send();
    const actor = await council.actor("d.okafor");
    await council.sql`update proposal set complained_about = array[${actor.officer}]::uuid[] where id = ${proposal}`;
    expect(await council.use.decideProposal(await aDecision(council, { id: proposal, version }))).toMatchObject({
      code: "refused",
      refusal: { code: "complained-about" },
    });
    const from = { chat: "slack", tenant: "T0NORTH", account: "d.okafor" } as const;
    const press = { from, form: "approve-confirm", target: { id: proposal, version }, values: {} } as const;
    const told = JSON.stringify(await sendDecision(council.use, "approve")(actor, press));
    expect(told).toContain("somebody who had no part in the case");
    expect(told).not.toMatch(/complain/i);
  });

  it("counts as one less where enough must be left to decide", async () => {
    const outcome = await answer([
      DANA,
      "m.lindqvist@northmoor.example",
      "m.frost@northmoor.example",
      "e.ward@northmoor.example",
    ]);
    expect(outcome).toMatchObject({ code: "faults", faults: [{ gate: "approvers" }] });
  });

  it("is kept with an audit row, once, and stands in no dialog of those who decide", async () => {
    await answer([DANA]);
    const again = await answer([DANA.toUpperCase()]);
    if (again.code !== "saved") throw new Error(again.code);
    expect(again.assessed.row.complainedAbout).toEqual([(await council.actor("d.okafor")).officer]);
    expect((await auditOf(council)).filter((event) => event === "complaint-recorded")).toHaveLength(1);
    expect(JSON.stringify(answersInWords(again.assessed))).not.toContain("Okafor");
  });

  it("is taken back by leaving the answer empty, and stays when it is not asked", async () => {
    await answer([DANA]);
    const kept = await answer();
    expect(kept).toMatchObject({ assessed: { row: { complainedAbout: [expect.any(String)] } } });
    expect(await answer([])).toMatchObject({ assessed: { row: { complainedAbout: [] } } });
  });

  it("stands in the next proposal about the same customer, and nobody else's", async () => {
    await answer([DANA]);
    const complainedAbout = async (customer: string) => {
      const incident = await reported(council, { customer: { ref: customer } });
      const next = await aProposal.draft(council, { incident });
      const [row] = await council.sql`select complained_about from proposal where id = ${next}`;
      return row?.["complained_about"];
    };
    expect(await complainedAbout("C-1042")).toEqual([(await council.actor("d.okafor")).officer]);
    expect(await complainedAbout("C-1043")).toEqual([]);
  });

  it("has to be on the staff list", async () => {
    expect(await answer(["nobody@northmoor.example"])).toMatchObject({
      code: "faults",
      faults: [],
      strangers: ["nobody@northmoor.example"],
    });
  });
});
