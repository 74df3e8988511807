/** CASEWORK section 2, "minor or lacks capacity": a fact of the customer, on which an executive decides. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { gatesForm } from "../../../src/chat/handlers/propose/gates-form.ts";
import { aCouncil, aProposal, auditOf, type Council, theAnswers, theDetails } from "../builders.ts";

let council: Council;
let proposal: string;
const draft = async () => {
  const id = await aProposal.draft(council);
  await council.use.detailProposal(await theDetails(council, id));
  return id;
};
beforeEach(async () => {
  council = await aCouncil();
  proposal = await draft();
});
afterEach(() => council.drop());

type Facts = NonNullable<Parameters<typeof theAnswers>[2]>;
const answer = async (facts: Facts) => await council.use.answerGates(await theAnswers(council, proposal, facts));
const assessed = async (id: string) => {
  const ready = await council.use.prepareDetails({ actor: await council.actor("j.reid"), proposal: id });
  if (ready.code !== "ready") throw new Error(ready.code);
  return ready.assessed;
};

describe("a minor, or somebody who lacks capacity", () => {
  it("is restricted by executives alone, with a reason in their best interest", async () => {
    expect(await answer({ minor: true })).toMatchObject({
      code: "faults",
      faults: [{ gate: "minor_or_lacks_capacity", code: "ask" }],
    });
    const answered = await answer({ minor: true, bestInterest: "It keeps them with the one officer they trust." });
    // A minor suggests that Social Work is asked.
    expect(answered).toMatchObject({ code: "saved", waiting: [{ gate: "social_work" }] });
    const { record, gates } = await assessed(proposal);
    expect(record.capacityInDoubt).toBe(true);
    expect(gates).toContainEqual(expect.objectContaining({ gate: "minor_or_lacks_capacity", code: "pass" }));
    const [question] = await council.sql`select id from social_work_question`;
    await council.use.answerSocialWork({
      actor: await council.actor("w.adeyemi"),
      question: String(question?.["id"]),
      known: false,
      careWorker: null,
      note: null,
    });
    const { version } = (await assessed(proposal)).row;
    const sent = await council.use.submitProposal({ actor: await council.actor("j.reid"), proposal, version });
    expect(sent).toMatchObject({ code: "submitted", asked: ["Max Frost", "Erin Ward"] });
  });

  it("is remembered: the next proposal knows it before anybody is asked, and shows it in its form", async () => {
    await answer({ lacksCapacity: true, bestInterest: "It keeps them with the one officer they trust." });
    const next = await assessed(await draft());
    expect(next.about).toMatchObject({ minor: false, lacksCapacity: true });
    expect(next.gates).toContainEqual(
      expect.objectContaining({ gate: "minor_or_lacks_capacity", question: expect.stringContaining("best interest") }),
    );
    expect(gatesForm(next).fields).toContainEqual(expect.objectContaining({ id: "capacity", value: "lacks_capacity" }));
  });

  it("raises who decides a proposal that is out already", async () => {
    const out = await aProposal.awaitingDecision(council);
    await council.sql`update customer set minor = true where ref = 'C-1042'`;
    const actor = await council.actor("d.okafor");
    const decision = { actor, proposal: out.id, version: out.version, verdict: "approve", reason: null } as const;
    expect(await council.use.decideProposal(decision)).toMatchObject({
      code: "refused",
      refusal: { code: "role-too-low", needs: "executive" },
    });
  });

  it("is on record of the customer, with an audit row that does not say what it is", async () => {
    await answer({ minor: true });
    expect(await council.sql`select minor, lacks_capacity from customer where ref = 'C-1042'`).toEqual([
      { minor: true, lacks_capacity: false },
    ]);
    const rows = await council.sql`select facts from audit where event = 'capacity-recorded'`;
    expect(rows.map(({ facts }) => facts)).toEqual([{}]);
    await answer({ minor: true });
    expect((await auditOf(council)).filter((event) => event === "capacity-recorded")).toHaveLength(1);
  });

  it("that nobody has said is asked; what a proposal does not say stays as it was", async () => {
    expect(await answer({ minor: null, lacksCapacity: null })).toMatchObject({
      faults: [{ gate: "minor_or_lacks_capacity", code: "ask" }],
    });
    await answer({});
    await council.use.answerGates({ ...(await theAnswers(council, proposal)), about: {} });
    expect((await assessed(proposal)).about).toMatchObject({ minor: false, lacksCapacity: false });
  });
});
