/** On the short road the question to Social Work does not hold the decision; what is answered later may matter (CASEWORK section 3). */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { aCouncil, aDecision, aProposal, aThreat, auditOf, type Council, DAY, sends, toldOf } from "../builders.ts";

let council: Council;
let proposal: string;
beforeEach(async () => {
  council = await aCouncil("unacceptable-actions");
  ({ id: proposal } = await aProposal.approved(council, await aThreat(council), { startsOn: "2026-03-02" }));
});
afterEach(() => council.drop());

const answer = async (known: boolean, note: string | null = null) => {
  const [row] = await council.sql`select id from social_work_question`;
  const actor = await council.actor("w.adeyemi");
  const answered = { actor, question: String(row?.["id"]), known, careWorker: null, note };
  expect(await council.use.answerSocialWork(answered)).toEqual({ code: "recorded" });
};
const reviews = () => council.sql`select due_on::text as "dueOn", because from review`;
const register = async () => await council.use.readRegister({ actor: await council.actor("r.byrne"), page: 1 });

describe("an answer after the decision that matters", () => {
  it.each([
    ["they know the customer", true, null],
    ["they name a need", false, "They cannot read."],
  ])("because %s: the review is due that day, and the decision stays as it is", async (_, known, note) => {
    await council.pass(3 * DAY);
    await answer(known, note);
    expect(await reviews()).toEqual([{ dueOn: "2026-03-05", because: "late_answer" }]);
    expect(await register()).toMatchObject({ rows: [{ reviewOn: "2026-03-05" }] });
    const [decided] = await council.sql`select review_on::text as "reviewOn" from arrangement`;
    expect(decided).toEqual({ reviewOn: "2026-08-10" });
  });

  it("is told to the owner and the register team, without a word of the answer, and stands in their work", async () => {
    await answer(true, "They cannot read.");
    expect((await toldOf(council, "review-due")).toSorted()).toEqual(["Jordan Reid", "Ray Byrne"]);
    const [copy] = await council.sql`select id from copy where kind = 'review-due' limit 1`;
    const { organisation } = council;
    const taken = await council.use.takeDelivery({ organisation, copy: String(copy?.["id"]) });
    expect(taken?.facts).toMatchObject({ kind: "review-due", facts: { ref: "P-0001", dueOn: "2026-03-02" } });
    expect(JSON.stringify(taken?.facts)).not.toMatch(/read|known|Social/);
    const work = await council.use.readWork({ actor: await council.actor("j.reid"), page: 1 });
    expect(work.rows).toContainEqual(expect.objectContaining({ kind: "review-due", ref: "P-0001" }));
  });

  it("is in the audit and in the history of the case", async () => {
    await answer(true);
    expect((await auditOf(council)).slice(-2)).toEqual(["social-work-answered", "review-opened"]);
    const read = await council.use.readCase({ actor: await council.actor("r.byrne"), about: proposal, page: 1 });
    expect(read.code === "opened" && read.events[0]).toMatchObject({ event: "review-opened", by: "Wale Adeyemi" });
  });
});

it("a try while seniors have it is on their card: nobody answered, and Social Work was asked twice", async () => {
  await council.drop();
  council = await aCouncil("unacceptable-actions");
  const { id } = await aProposal.readBack(council, await aThreat(council));
  await council.pass(3 * DAY);
  expect(await sends(council, id)).toMatchObject({ sent: { code: "submitted" } });

  const actor = await council.actor("j.reid");
  const [copy] = await council.sql`select id, wanted from copy where kind = 'approval' order by id limit 1`;
  const [row] = await council.sql`select id from social_work_question`;
  const attempt = { actor, question: String(row?.["id"]), on: "2026-03-05", how: "Rang." };
  expect(await council.use.recordSocialWorkAttempt(attempt)).toMatchObject({ code: "recorded" });
  const [after] = await council.sql`select wanted from copy where id = ${String(copy?.["id"])}`;
  expect(after?.["wanted"]).toBe(Number(copy?.["wanted"]) + 1);
  const { organisation } = council;
  const taken = await council.use.takeDelivery({ organisation, copy: String(copy?.["id"]) });
  expect(JSON.stringify(taken?.facts)).toContain("Social Work asked twice, no answer");
});

describe("no review is opened", () => {
  it("by an answer that says nothing new", async () => {
    await answer(false);
    expect([await reviews(), await toldOf(council, "review-due")]).toEqual([[], []]);
  });

  it("once the arrangement has ended", async () => {
    council.clock.now = new Date("2026-10-01T10:00:00Z");
    await answer(true);
    expect(await reviews()).toEqual([]);
  });

  it("by an answer before the decision: whoever decides reads it", async () => {
    await council.drop();
    council = await aCouncil("unacceptable-actions");
    const sent = await aProposal.awaitingDecision(council, await aThreat(council));
    await answer(true);
    expect(await council.use.decideProposal(await aDecision(council, sent))).toMatchObject({ state: "approved" });
    expect(await reviews()).toEqual([]);
  });
});

describe("an answer at the same moment as the decision", () => {
  let sent: Awaited<ReturnType<typeof aProposal.awaitingDecision>>;
  beforeEach(async () => {
    await council.drop();
    council = await aCouncil("unacceptable-actions");
    sent = await aProposal.awaitingDecision(council, await aThreat(council), { startsOn: "2026-03-02" });
  });

  it("waits for the proposal before it takes the question, as the decision does", async () => {
    let answering: Promise<void> | undefined;
    await council.sql.begin(async (deciding) => {
      await deciding`select from proposal where id = ${sent.id} for update`;
      answering = answer(true);
      const waits = async () =>
        (
          await council.sql`select from pg_stat_activity
            where datname = current_database() and wait_event_type = 'Lock'`
        ).length;
      await expect.poll(waits, { timeout: 1_000, interval: 10 }).toBe(1);
      await deciding`select from social_work_question for update nowait`;
    });
    await answering;
    expect(await auditOf(council)).toContain("social-work-answered");
  });

  it("both are recorded, and a review is due when the decision was first", async () => {
    const decision = await aDecision(council, sent, { reason: "It fits what happened." });
    const [decided] = await Promise.all([council.use.decideProposal(decision), answer(true)]);
    expect(decided).toMatchObject({ state: "approved" });
    const order = (await auditOf(council)).filter((event) => /^(social-work-answered|proposal-approved)$/.test(event));
    expect(await reviews()).toHaveLength(order[0] === "proposal-approved" ? 1 : 0);
  });
});
