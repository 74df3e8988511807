/** CASEWORK section 2: what the gates ask is answered, kept, and stands before a proposal goes out. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { conflicts } from "../../../src/policy/needs/conflicts.ts";
import type { AnswerGates } from "../../../src/usecases/propose/answer-gates.ts";
import {
  aCouncil,
  aDecision,
  aProposal,
  aStart,
  auditOf,
  type Council,
  DAY,
  HOUR,
  type Pack,
  reported,
  sends,
  socialWorkAnswers,
  theAnswers,
  theDetails,
  toldOf,
} from "../builders.ts";

let council: Council;
let proposal: string;
const begin = async (pack: Pack) => {
  council = await aCouncil(pack);
  const steps = [{ step: "warning", on: "2026-02-02", how: "letter", by: null }] as const;
  proposal = await aProposal.draft(council, pack === "unacceptable-actions" ? { steps } : {});
  await council.use.detailProposal(await theDetails(council, proposal));
};
afterEach(() => council.drop());

type Facts = NonNullable<Parameters<typeof theAnswers>[2]>;
const answer = async (facts: Facts = {}) => await council.use.answerGates(await theAnswers(council, proposal, facts));
const submit = async () => (await sends(council, proposal)).sent;

describe("what only the proposer can say", () => {
  beforeEach(() => begin("persistent-and-abusive-behaviour"));

  it("is asked before anything goes out, and lets it out once it is said", async () => {
    expect(await submit()).toMatchObject({ code: "gates" });
    expect(await answer()).toMatchObject({ code: "saved", waiting: [] });
    expect(await submit()).toMatchObject({ code: "submitted" });
  });

  it.each<[string, Facts, string]>([
    ["which ground it is", { limb: null }, "own_house"],
    [
      "that our own house is in order",
      { matter: { kind: "complaint", reference: "CO-1", answeredOn: null } },
      "own_house",
    ],
    ["the customer's side", { account: null }, "customers_account"],
    ["adjustments", { adjustments: null }, "adjustments"],
    ["why nothing less would do", { nothingLess: null }, "proportionate"],
    ["what was tailored", { tailored: " " }, "proportionate"],
    ["age and capacity", { minor: null }, "minor_or_lacks_capacity"],
  ])("wants %s", async (_, facts, gate) => {
    expect(await answer(facts)).toMatchObject({ code: "faults", faults: [{ gate }] });
    expect(await submit()).toMatchObject({ code: "gates" });
  });

  it("is kept, faults or not, and stands in the form when it is opened again", async () => {
    await answer({ adjustments: null, tailored: "One officer, whom they know." });
    const actor = await council.actor("j.reid");
    const prepared = await council.use.prepareDetails({ actor, proposal });
    if (prepared.code !== "ready") throw new Error(prepared.code);
    expect(prepared.assessed.answers).toMatchObject({ adjustments: null, tailored: "One officer, whom they know." });
  });

  it("is the proposer's alone, and cannot be changed once it is out", async () => {
    const theirs = { ...(await theAnswers(council, proposal)), actor: await council.actor("t.kerr") };
    expect(await council.use.answerGates(theirs)).toEqual({ code: "not-yours" });
    await answer();
    await submit();
    expect(await answer()).toMatchObject({ code: "not-editable" });
  });
});

describe("what two people say of one customer at the same moment, each in a proposal of their own", () => {
  beforeEach(() => begin("persistent-and-abusive-behaviour"));

  it.each<[string, AnswerGates["about"], AnswerGates["about"], object]>([
    [
      "is all kept, where it is about different things",
      { needs: ["sight"], minor: false },
      { language: "Polish", collectionPoint: "the library" },
      { needs: ["sight"], minor: false, language: "Polish", collectionPoint: "the library" },
    ],
    ["and is the same is recorded once", { needs: ["hearing"] }, { needs: ["hearing"] }, { needs: ["hearing"] }],
  ])("%s", async (_, one, other, kept) => {
    const second = await aProposal.draft(council);
    await council.use.detailProposal(await theDetails(council, second));
    const says = async (where: string, about: AnswerGates["about"]) =>
      await council.use.answerGates({ ...(await theAnswers(council, where)), about });
    await Promise.all([says(proposal, one), says(second, other)]);
    const [customer] = await council.sql`select needs, language, minor, collection_point as "collectionPoint"
      from customer where ref = 'C-1042'`;
    expect(customer).toMatchObject(kept);
    const said = (await auditOf(council)).filter((event) => event === "needs-recorded");
    expect(said).toHaveLength(1);
  });
});

describe("a need that a restriction conflicts with", () => {
  beforeEach(async () => {
    council = await aCouncil("unacceptable-actions");
    const steps = [{ step: "warning", on: "2026-02-02", how: "letter", by: null }] as const;
    proposal = await aProposal.draft(council, { kinds: ["channels_only"], steps });
    const parameters = { channels_only: { channels: ["letter", "email"] } };
    await council.use.detailProposal(await theDetails(council, proposal, { parameters }));
  });

  it("blocks, and the alternative is taken with one press", async () => {
    const conflicting = await answer({ needs: ["cannot_read_or_write"] });
    expect(conflicting).toMatchObject({
      code: "faults",
      faults: [
        { gate: "adjustments", code: "block" },
        { gate: "way_left_open", code: "block" },
      ],
    });
    expect(await council.sql`select needs from customer where ref = 'C-1042'`).toEqual([
      { needs: ["cannot_read_or_write"] },
    ]);
    expect(await auditOf(council)).toContain("needs-recorded");
    if (conflicting.code !== "faults") return;
    const { needFacts, pack } = conflicting.assessed;
    const [offer] = conflicts(needFacts, pack).flatMap(({ offers }) => offers);
    const taken = await council.use.answerGates({
      ...(await theAnswers(council, proposal, { needs: ["cannot_read_or_write"] })),
      offer: offer ?? null,
    });
    expect(taken).toMatchObject({ code: "saved", waiting: [{ gate: "social_work" }] });
    if (taken.code !== "saved") return;
    expect(taken.assessed.restrictions.map(({ kind }) => kind)).toContain("named_officer");
  });
});

describe("the question to Social Work", () => {
  beforeEach(() => begin("unacceptable-actions"));

  it("goes out by itself, holds the proposal, and lets it out when it is answered", async () => {
    expect(await answer()).toMatchObject({ code: "saved", waiting: [{ gate: "social_work" }] });
    expect(await toldOf(council, "social-work-question")).toEqual(["Wale Adeyemi"]);
    expect(await submit()).toMatchObject({ code: "gates" });
    await socialWorkAnswers(council, proposal);
    expect(await toldOf(council, "social-work-news")).toEqual(["Jordan Reid"]);
    expect(await submit()).toMatchObject({ code: "submitted" });
  });

  it("is about one customer: a proposal is not moved to another once it was asked", async () => {
    await council.drop();
    council = await aCouncil("unacceptable-actions");
    const incident = await reported(council, { customer: { name: "Chris Vale", phone: "07700 900777" } });
    const steps = [{ step: "warning", on: "2026-02-02", how: "letter", by: null }] as const;
    proposal = await aProposal.draft(council, { incident, steps, customer: { ref: "C-1043" } });
    await council.use.detailProposal(await theDetails(council, proposal));
    expect(await answer()).toMatchObject({ waiting: [{ gate: "social_work" }] });
    const moved = await council.use.startProposal(
      await aStart(council, { incident, steps, customer: { ref: "C-1042" } }),
    );
    expect(moved).toEqual({ code: "faults", faults: ["asked-about-another"] });
  });

  it("is asked once, however often the step is sent", async () => {
    await answer();
    await answer();
    expect(await toldOf(council, "social-work-question")).toEqual(["Wale Adeyemi"]);
  });

  it("is for the liaisons it was put to, and answered once", async () => {
    await answer();
    const [row] = await council.sql`select id from social_work_question`;
    const question = String(row?.["id"]);
    const given = { question, known: true, careWorker: null, note: null };
    expect(await council.use.answerSocialWork({ ...given, actor: await council.actor("j.reid") })).toEqual({
      code: "not-yours",
    });
    const liaison = await council.actor("w.adeyemi");
    expect(await council.use.readSocialWork({ actor: liaison, question })).toMatchObject({
      code: "opened",
      customer: { ref: "C-1042", name: "Alex Morgan" },
    });
    const both = await Promise.all([1, 2].map(() => council.use.answerSocialWork({ ...given, actor: liaison })));
    expect(both.map(({ code }) => code).toSorted()).toEqual(["already-answered", "recorded"]);
  });

  it("without an answer is reminded of, and after the pack's two working days a recorded attempt is enough", async () => {
    await answer();
    const [row] = await council.sql`select id from social_work_question`;
    const actor = await council.actor("j.reid");
    const attempt = { actor, question: String(row?.["id"]), how: "Rang the duty desk." };
    expect(await council.use.recordSocialWorkAttempt({ ...attempt, on: "2026-03-02" })).toMatchObject({
      code: "recorded",
    });
    expect(await submit()).toMatchObject({ code: "gates" });
    await council.pass(2 * DAY);
    expect(await toldOf(council, "social-work-reminder")).toEqual(["Wale Adeyemi"]);
    expect(await toldOf(council, "social-work-news")).toEqual(["Jordan Reid"]);
    expect(await council.use.recordSocialWorkAttempt({ ...attempt, on: "2026-03-05" })).toEqual({
      code: "in-the-future",
    });
    expect(await council.use.recordSocialWorkAttempt({ ...attempt, on: "2026-03-04" })).toMatchObject({
      code: "recorded",
    });
    expect(await submit()).toMatchObject({ code: "submitted" });
  });

  it.each([
    ["rejected", { verdict: "reject", reason: "Not needed." } as const],
    ["approved", { reason: "It fits what happened." }],
  ])(
    "is brought back to nobody once the proposal is %s, save where the answer still counts",
    async (state, decision) => {
      await council.drop();
      council = await aCouncil("unacceptable-actions");
      const bypass = { code: "serious_threat", reason: "They said that they would come with a knife." };
      const sent = await aProposal.awaitingDecision(council, { steps: [], bypass });
      expect(await council.use.decideProposal(await aDecision(council, sent, decision))).toMatchObject({ state });
      await council.pass(3 * DAY);
      expect(await toldOf(council, "social-work-reminder")).toEqual(state === "approved" ? ["Wale Adeyemi"] : []);
    },
  );

  it("has its cards brought up to date when nobody decides in time: the proposal is in its proposer's hands again", async () => {
    await council.drop();
    council = await aCouncil("unacceptable-actions");
    const bypass = { code: "serious_threat", reason: "They said that they would come with a knife." };
    const { id } = await aProposal.awaitingDecision(council, { steps: [], bypass });
    const wanted = async () =>
      (
        await council.sql`select c.wanted from copy c join social_work_question q on q.id = c.subject_id order by c.id`
      ).map((row) => Number(row["wanted"]));
    const stateOf = async () => (await council.sql`select state from proposal where id = ${id}`)[0]?.["state"];
    await council.pass(39 * HOUR);
    expect(await stateOf()).toBe("submitted");
    const before = await wanted();
    await council.pass(2 * HOUR);
    expect(await stateOf()).toBe("expired");
    expect(await wanted()).toEqual(before.map((version) => version + 1));
  });

  it("does not hold the short road", async () => {
    await council.drop();
    council = await aCouncil("unacceptable-actions");
    const bypass = { code: "serious_threat", reason: "They said that they would come with a knife." };
    proposal = await aProposal.draft(council, { steps: [], bypass });
    await council.use.detailProposal(await theDetails(council, proposal));
    expect(await answer()).toMatchObject({ code: "saved", waiting: [] });
    expect(await toldOf(council, "social-work-question")).toEqual(["Wale Adeyemi"]);
    expect(await submit()).toMatchObject({ code: "submitted" });
  });
});
