/** On the short road the question about adjustments does not hold the decision either; its proposer answers later (CASEWORK section 3). */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ActionName } from "../../../cards/actions.ts";
import type { Button, Values } from "../../../cards/model.ts";
import { openAdjustments, sendAdjustments } from "../../../src/chat/handlers/adjustments.ts";
import { answersInWords } from "../../../src/chat/handlers/gate-answers.ts";
import { openCase } from "../../../src/chat/handlers/proposal-case.ts";
import { workCard } from "../../../src/chat/handlers/work.ts";
import type { AnswerAdjustments } from "../../../src/usecases/propose/answer-adjustments.ts";
import type { DetailProposal } from "../../../src/usecases/propose/detail-proposal.ts";
import type { StartProposal } from "../../../src/usecases/propose/start-proposal.ts";
import {
  aCouncil,
  aDecision,
  aProposal,
  aThreat,
  auditOf,
  type Council,
  DAY,
  theAnswers,
  toldOf,
} from "../builders.ts";
import type { Person } from "../northmoor.ts";

let council: Council;
let proposal: { id: string; version: number };
beforeEach(async () => {
  council = await aCouncil("unacceptable-actions");
  proposal = await sentWithout();
});
afterEach(() => council.drop());

type Restricting = Partial<Pick<StartProposal, "kinds"> & Pick<DetailProposal, "parameters">>;

/** A serious threat: out with the seniors, and nobody has said which adjustments were considered. */
const sentWithout = async (
  adjustments: string | null = null,
  { kinds = ["named_officer"], parameters }: Restricting = {},
) => {
  const details = { startsOn: "2026-03-02", ...(parameters ? { parameters } : {}) };
  return await aProposal.awaitingDecision(council, { ...(await aThreat(council)), kinds }, details, { adjustments });
};
const approve = async () =>
  await council.use.decideProposal(await aDecision(council, proposal, { reason: "It fits what happened." }));
const answer = async (facts: Partial<AnswerAdjustments> = {}, by: Person = "j.reid") =>
  await council.use.answerAdjustments({
    actor: await council.actor(by),
    proposal: proposal.id,
    about: { needs: [], language: null, collectionPoint: null },
    adjustments: "None is needed: they write and ring without help.",
    careWorkerDeclined: null,
    lacking: false,
    ...facts,
  });
const reviews = () => council.sql`select due_on::text as "dueOn", because from review`;
/** What the newest card of this kind says. */
const cardOf = async (kind: string) => {
  const [copy] = await council.sql`select id from copy where kind = ${kind} order by created_at desc limit 1`;
  const taken = await council.use.takeDelivery({ organisation: council.organisation, copy: String(copy?.["id"]) });
  return taken?.facts.facts;
};

describe("an answer before the decision", () => {
  it("stands on the card of the seniors, whose card is not one of before a change", async () => {
    expect(await cardOf("approval")).toMatchObject({
      open: expect.arrayContaining(["reasonable adjustments to consider"]),
    });
    expect(await answer()).toEqual({ code: "recorded", state: "submitted", review: false });
    expect(await cardOf("approval")).toMatchObject({
      open: [expect.stringContaining("Social Work")],
      passed: expect.arrayContaining(["adjustments asked"]),
    });
    expect(await auditOf(council)).toContain("adjustments-answered");
    expect(await approve()).toMatchObject({ state: "approved" });
    expect(await reviews()).toEqual([]);
  });

  it("that something is lacking stays open for the seniors, is asked no more, and makes the review due at the approval", async () => {
    await answer({ lacking: true });
    expect(await cardOf("approval")).toMatchObject({
      open: expect.arrayContaining(["the restrictions do not give what is needed"]),
    });
    const read = await council.use.readProposal({ actor: await council.actor("d.okafor"), proposal: proposal.id });
    if (read.code !== "opened") throw new Error(read.code);
    expect(answersInWords(read.assessed)).toMatchObject({
      "Something needed that the restrictions do not give": "Yes.",
    });
    expect(await answer()).toEqual({ code: "not-asked" });
    expect(await reviews()).toEqual([]);
    expect(await approve()).toMatchObject({ state: "approved" });
    expect(await reviews()).toEqual([{ dueOn: "2026-03-02", because: "late_answer" }]);
    expect((await toldOf(council, "review-due")).toSorted()).toEqual(["Jordan Reid", "Ray Byrne"]);
  });

  it("that something is lacking is kept when it is returned, until it is written anew what was considered", async () => {
    await answer({ lacking: true });
    await council.use.decideProposal(await aDecision(council, proposal, { verdict: "return", reason: "What is it?" }));
    const gateAfter = async (adjustments: string) => {
      const saved = await council.use.answerGates(await theAnswers(council, proposal.id, { adjustments }));
      if (saved.code !== "saved") throw new Error(JSON.stringify(saved));
      return saved.assessed.gates.find(({ gate }) => gate === "adjustments");
    };
    expect(await gateAfter("None is needed: they write and ring without help.")).toMatchObject({ code: "open" });
    expect(await gateAfter("The officer now rings them at five.")).toMatchObject({ code: "pass" });
  });

  it("that names a need no restriction leaves a way for holds the approval", async () => {
    proposal = await sentWithout(null, {
      kinds: ["channels_only"],
      parameters: { channels_only: { channels: ["letter", "email"] } },
    });
    await answer({ about: { needs: ["cannot_read_or_write"], language: null, collectionPoint: null } });
    expect(await approve()).toMatchObject({ refusal: { code: "held" } });
    expect(await toldOf(council, "proposal-stuck")).toEqual(["Jordan Reid"]);
  });
});

describe("an answer after the decision", () => {
  beforeEach(async () => {
    const decided = await approve();
    if (decided.code !== "counted") throw new Error(JSON.stringify(decided));
    await council.pass(3 * DAY);
  });

  it.each<[string, Partial<AnswerAdjustments>]>([
    ["names a need", { about: { needs: ["sight"], language: null, collectionPoint: null } }],
    ["says that something is lacking", { lacking: true }],
  ])("that %s makes the review due that day, told to owner and register team", async (_, facts) => {
    expect(await answer(facts)).toEqual({ code: "recorded", state: "approved", review: true });
    expect(await reviews()).toEqual([{ dueOn: "2026-03-05", because: "late_answer" }]);
    expect((await toldOf(council, "review-due")).toSorted()).toEqual(["Jordan Reid", "Ray Byrne"]);
    expect((await auditOf(council)).slice(-2)).toEqual(["adjustments-answered", "review-opened"]);
    const [kept] =
      await council.sql`select answers ->> 'adjustments' as said, review_on::text as "reviewOn" from proposal`;
    expect(kept).toEqual({ said: "None is needed: they write and ring without help.", reviewOn: "2026-08-10" });
  });

  it("that nothing is needed is filed, and opens none", async () => {
    expect(await answer()).toEqual({ code: "recorded", state: "approved", review: false });
    expect([await reviews(), await toldOf(council, "review-due")]).toEqual([[], []]);
  });

  it("with a need that was on record already opens none", async () => {
    await council.sql`update customer set needs = '{sight}' where ref = 'C-1042'`;
    const about = { needs: ["sight"], language: null, collectionPoint: null } as const;
    expect(await answer({ about })).toMatchObject({ code: "recorded", review: false });
  });

  it("is given once, also when it is sent twice at the same moment", async () => {
    const both = await Promise.all([answer({ lacking: true }), answer({ lacking: true })]);
    expect(both.map(({ code }) => code).toSorted()).toEqual(["not-asked", "recorded"]);
    expect(await reviews()).toHaveLength(1);
  });

  it("a second one that matters opens a review of its own", async () => {
    await council.sql`update customer set needs = '{mental_health}'`;
    await council.sql`update social_work_question set answered_at = now(), known = true`;
    expect(await answer({ lacking: true })).toMatchObject({ code: "recorded", review: true });
    const second = { careWorkerDeclined: "They asked us not to.", lacking: true };
    expect(await answer(second)).toMatchObject({ code: "recorded", review: true });
    expect(await reviews()).toHaveLength(2);
    expect(await answer()).toEqual({ code: "not-asked" });
  });

  it("adds to what is on record of the customer, and takes nothing away", async () => {
    await council.sql`update customer set needs = '{sight}', collection_point = 'The library', language = 'Polish'`;
    await answer({ about: { needs: ["hearing"], language: "Ukrainian", collectionPoint: null } });
    const known = await council.sql`select needs, language, collection_point as "collectionPoint" from customer
      where ref = 'C-1042'`;
    expect(known).toEqual([{ needs: ["hearing", "sight"], language: "Ukrainian", collectionPoint: "The library" }]);
  });

  it("is asked no more on the news of the decision once the arrangement has ended", async () => {
    const wanted = async () => {
      const [copy] = await council.sql`select wanted from copy where kind = 'proposal-outcome'`;
      return Number(copy?.["wanted"]);
    };
    const before = await wanted();
    expect(await cardOf("proposal-outcome")).toMatchObject({ owesAdjustments: true });
    council.clock.now = new Date("2026-10-01T10:00:00Z");
    await council.pass(0);
    expect(await toldOf(council, "arrangement-ended")).toContain("Jordan Reid");
    expect(await wanted()).toBeGreaterThan(before);
    expect(await cardOf("proposal-outcome")).toMatchObject({ owesAdjustments: false });
  });

  it("is asked no more once the arrangement has ended", async () => {
    council.clock.now = new Date("2026-10-01T10:00:00Z");
    expect(await answer({ lacking: true })).toEqual({ code: "not-asked" });
    expect(await reviews()).toEqual([]);
  });
});

describe("the question", () => {
  it("is its proposer's", async () => {
    expect(await answer({}, "d.okafor")).toEqual({ code: "not-yours" });
    expect(await answer({}, "r.byrne")).toEqual({ code: "not-yours" });
  });

  it("is the register team's once its proposer has left and nobody took it over", async () => {
    await council.sql`update officer set status = 'left' where name = 'Jordan Reid'`;
    expect(await answer({}, "d.okafor")).toEqual({ code: "not-yours" });
    const read = async () =>
      await council.use.readProposal({ actor: await council.actor("r.byrne"), proposal: proposal.id });
    expect(await read()).toMatchObject({ owesAdjustments: true });
    expect(await answer({}, "r.byrne")).toMatchObject({ code: "recorded" });
    expect(await read()).toMatchObject({ owesAdjustments: false });
  });

  it("is not open where it was answered before it was sent", async () => {
    proposal = await sentWithout("None is needed.");
    expect(await answer()).toEqual({ code: "not-asked" });
  });

  it("is not open once the proposal is closed, nor while it is in its proposer's hands", async () => {
    const returned = await aDecision(council, proposal, { verdict: "return", reason: "Since when?" });
    await council.use.decideProposal(returned);
    expect(await answer()).toEqual({ code: "not-asked" });
    await council.use.withdrawProposal({ actor: await council.actor("j.reid"), proposal: proposal.id, reason: null });
    expect(await answer()).toEqual({ code: "not-asked" });
  });
});

describe("in the list of work", () => {
  const owed = async (person: Person) => {
    const { rows } = await council.use.readWork({ actor: await council.actor(person), page: 1 });
    return rows.filter(({ kind }) => kind === "adjustments").map(({ ref, id, at }) => [ref, id, at.toISOString()]);
  };
  const row = () => ["P-0001", proposal.id, "2026-08-10T12:00:00.000Z"];

  it("of its proposer, with the day of the review as the last one, before and after the decision, until it is answered", async () => {
    expect(await owed("j.reid")).toEqual([row()]);
    expect([await owed("d.okafor"), await owed("r.byrne")]).toEqual([[], []]);
    await approve();
    expect(await owed("j.reid")).toEqual([row()]);
    await answer();
    expect(await owed("j.reid")).toEqual([]);
  });

  it("also while only the care worker is to be answered for, and a review is due today", async () => {
    await council.sql`update customer set needs = '{mental_health}'`;
    await council.sql`update social_work_question set answered_at = now(), known = true`;
    await approve();
    await answer({ lacking: true });
    expect(await owed("j.reid")).toEqual([["P-0001", proposal.id, "2026-03-02T12:00:00.000Z"]]);
    await answer({ careWorkerDeclined: "They asked us not to.", lacking: true });
    expect(await owed("j.reid")).toEqual([]);
  });

  it("of the register team once its proposer has left", async () => {
    await council.sql`update officer set status = 'left' where name = 'Jordan Reid'`;
    expect(await owed("r.byrne")).toEqual([row()]);
    expect(await owed("d.okafor")).toEqual([]);
  });

  it("not while it is in its proposer's hands, nor where the arrangement has ended", async () => {
    await approve();
    council.clock.now = new Date("2026-10-01T10:00:00Z");
    expect(await owed("j.reid")).toEqual([]);
  });

  it("opens the form from its button, and counts among what concerns them", async () => {
    const card = await workCard(council.use, await council.actor("j.reid"), 1);
    const said = JSON.stringify(card);
    expect(said).toContain("Adjustments to answer about");
    expect(said).toContain("as soon as you can, by 10 August 2026 at the latest");
    expect(said).toMatch(/"action":"adjustments-answer","label":"Answer P-0001","opens":"form"/);
    expect(said).toContain("2 matters concern you.");
  });
});

describe("in the chat", () => {
  const from = (person: Person) => ({ chat: "slack", tenant: "T0NORTH", account: person }) as const;
  const buttonsInCase = async (person: Person): Promise<readonly ActionName[]> => {
    const press = { from: from(person), action: "proposal-read", target: proposal } as const;
    const read = await openCase(council.use)(await council.actor(person), press);
    return read.kind === "told" ? read.card.buttons.map(({ action }: Button) => action) : [];
  };
  const send = async (values: Values) =>
    await sendAdjustments(council.use)(await council.actor("j.reid"), {
      from: from("j.reid"),
      form: "adjustments-answer",
      target: proposal,
      values,
    });

  it("the proposer finds it on the news of the proposal and in its case, and nobody else does", async () => {
    expect(await cardOf("proposal-sent")).toMatchObject({ owesAdjustments: true });
    expect(await buttonsInCase("j.reid")).toContain("adjustments-answer");
    expect(await buttonsInCase("r.byrne")).not.toContain("adjustments-answer");
    await approve();
    expect(await cardOf("proposal-sent")).toMatchObject({ owesAdjustments: false });
    expect(await cardOf("proposal-outcome")).toMatchObject({ owesAdjustments: true });
    await answer();
    expect(await cardOf("proposal-outcome")).toMatchObject({ owesAdjustments: false });
    expect(await buttonsInCase("j.reid")).not.toContain("adjustments-answer");
  });

  it("the form asks what is missing, and says what follows", async () => {
    const press = { from: from("j.reid"), action: "adjustments-answer", target: proposal } as const;
    const opened = await openAdjustments(council.use)(await council.actor("j.reid"), press);
    const fields = opened.kind === "form" ? opened.form.fields : [];
    expect(fields.filter(({ required }) => required).map(({ id }) => id)).toEqual(["adjustments", "lacking"]);
    expect(await send({})).toMatchObject({
      kind: "faults",
      faults: { adjustments: expect.any(String), lacking: "Choose yes or no." },
    });
    await approve();
    const said = await send({ needs: ["sight"], adjustments: "Letters in large print.", lacking: "no" });
    expect(JSON.stringify(said)).toContain("A review of the arrangement is due today.");
    expect(JSON.stringify(await send({ adjustments: "Again.", lacking: "no" }))).toContain("no longer open");
  });

  it("before the decision, what is lacking comes back as a review", async () => {
    const said = await send({ adjustments: "They need to be rung.", lacking: "yes" });
    expect(JSON.stringify(said)).toContain("If they approve, a review is due the same day.");
  });
});
