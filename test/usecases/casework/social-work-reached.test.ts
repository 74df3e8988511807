/** "A missing answer is not a clear answer": whom the question to Social Work did not reach was not asked. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { addStaffChange } from "../../../db/queries/due.ts";
import { background } from "../../../db/transaction.ts";
import { openCase } from "../../../src/chat/handlers/proposal-case.ts";
import { cardOf } from "../../../src/jobs/card-of.ts";
import { aCouncil, aProposal, type Council, DAY, theAnswers, theDetails, toldOf } from "../builders.ts";

let council: Council;
beforeEach(async () => {
  council = await aCouncil("unacceptable-actions");
});
afterEach(() => council.drop());

const unlink = async (...accounts: readonly string[]) => {
  await council.sql`delete from chat_account where account in ${council.sql(accounts)}`;
};
/** As after every change of an entry or an account. */
const staffChanged = async () => {
  await background(council.db, council.organisation, (tx) =>
    addStaffChange(tx, council.organisation, council.clock.now),
  );
  await council.pass(0);
};

/** Monday: the gates are answered, so that the question goes out. */
const asked = async () => {
  const steps = [{ step: "warning", on: "2026-02-02", how: "letter", by: null }] as const;
  const id = await aProposal.draft(council, { steps });
  await council.use.detailProposal(await theDetails(council, id));
  const saved = await council.use.answerGates(await theAnswers(council, id));
  if (saved.code !== "saved") throw new Error(JSON.stringify(saved));
  return { id, version: saved.assessed.row.version, waiting: saved.waiting };
};
/** Thursday: the proposer has tried by phone, and the proposal goes to the seniors. What the card says of Social Work. */
const triedAndSent = async ({ id, version }: { id: string; version: number }) => {
  await council.pass(3 * DAY);
  const [row] = await council.sql`select id from social_work_question`;
  const actor = await council.actor("j.reid");
  await council.use.recordSocialWorkAttempt({ actor, question: String(row?.["id"]), on: "2026-03-05", how: "Rang." });
  expect((await council.use.submitProposal({ actor, proposal: id, version })).code).toBe("submitted");
  const read = await council.use.readProposal({ actor: await council.actor("d.okafor"), proposal: id });
  if (read.code !== "opened") throw new Error(read.code);
  return read.assessed.gates.find(({ gate }) => gate === "social_work");
};
/** The senior's card, and the case that opens from it. */
const shown = async (id: string) => {
  const [row] = await council.sql`select id from copy where kind = 'approval' limit 1`;
  const taken = await council.use.takeDelivery({ organisation: council.organisation, copy: String(row?.["id"]) });
  const from = { chat: "slack", tenant: "T0NORTH", account: "d.okafor" } as const;
  const press = { from, action: "proposal-read", target: { id, version: 1 } } as const;
  const opened = await openCase(council.use)(await council.actor("d.okafor"), press);
  return { card: JSON.stringify(taken && cardOf(taken.facts)), case: JSON.stringify(opened) };
};

describe("a liaison without a linked account", () => {
  it("was not asked: the register team has the question and its reminder, and the card says so", async () => {
    await unlink("w.adeyemi");
    const proposal = await asked();
    expect(await toldOf(council, "social-work-question")).toEqual(["Ray Byrne"]);
    expect(await council.sql`select put_to from social_work_question`).toEqual([{ put_to: [] }]);
    const gate = await triedAndSent(proposal);
    expect(await toldOf(council, "social-work-reminder")).toEqual(["Ray Byrne"]);
    expect(gate).toMatchObject({
      code: "pass",
      words:
        "no Social Work liaison could be reached, the register team asked 2 March 2026, Social Work tried 5 March 2026",
    });
    const read = await shown(proposal.id);
    expect(read.card).toContain("Social Work tried, no answer");
    expect(read.case).toContain(
      "No liaison could be reached. The register team was asked 2 March 2026. Tried 5 March 2026: Rang.",
    );
  });

  it("and nobody of the register team either: nobody is said to have been asked", async () => {
    await unlink("w.adeyemi", "r.byrne");
    const proposal = await asked();
    expect(proposal.waiting).toEqual([
      expect.objectContaining({ because: "neither a Social Work liaison nor the register team can be reached" }),
    ]);
    expect(await triedAndSent(proposal)).toMatchObject({
      words: "nobody could be asked about Social Work on 2 March 2026, Social Work tried 5 March 2026",
    });
    const read = await shown(proposal.id);
    expect(read.case).toContain("No liaison could be reached. Nor could anybody of the register team. Tried 5 March");
    expect(read.card + read.case).not.toMatch(/asked twice|asked again/i);
  });
});

it("a liaison who was asked and did not answer: the card says that there is no answer", async () => {
  const proposal = await asked();
  expect(await triedAndSent(proposal)).toMatchObject({
    words: "Social Work asked 2 March 2026 and again 5 March 2026",
  });
  const read = await shown(proposal.id);
  expect(read.card).toContain("Social Work asked twice, no answer");
  expect(read.case).toContain("Asked 2 March 2026, not answered. Asked again 5 March 2026: Rang.");
});

describe("a liaison who was asked and cannot be reached any more", () => {
  it.each([
    ["loses the account", () => unlink("w.adeyemi")],
    ["goes away", () => council.sql`update officer set status = 'absent' where email like 'w.adeyemi@%'`],
  ])("%s: the register team gets the question, once, and the reminder", async (_, gone) => {
    await asked();
    expect(await toldOf(council, "social-work-question")).toEqual(["Wale Adeyemi"]);
    await gone();
    await staffChanged();
    await staffChanged();
    expect((await toldOf(council, "social-work-question")).toSorted()).toEqual(["Ray Byrne", "Wale Adeyemi"]);
    const work = await council.use.readWork({ actor: await council.actor("r.byrne"), page: 1 });
    expect(work.rows).toContainEqual(expect.objectContaining({ kind: "social-work", ref: "P-0001" }));
    await council.pass(3 * DAY);
    expect(await toldOf(council, "social-work-reminder")).toEqual(["Ray Byrne"]);
  });

  it("is no work of the register team's while they are there", async () => {
    await asked();
    const work = await council.use.readWork({ actor: await council.actor("r.byrne"), page: 1 });
    expect(work.rows.map(({ kind }) => kind)).not.toContain("social-work");
  });

  it("leaves a closed question where it is", async () => {
    const { id } = await asked();
    await council.use.withdrawProposal({ actor: await council.actor("j.reid"), proposal: id, reason: null });
    await unlink("w.adeyemi");
    await staffChanged();
    expect(await toldOf(council, "social-work-question")).toEqual(["Wale Adeyemi"]);
  });
});
