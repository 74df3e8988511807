/** What forms ask and cards say follows the pack, also where all packs of the product agree. */
import { describe, expect, it } from "vitest";
import { adjustmentsForm } from "../../cards/adjustments-form.ts";
import { adviceTask } from "../../cards/advice-task.ts";
import { letterSentForm, letterTask, letterText } from "../../cards/letter-task.ts";
import { type ProposalGatesFacts, proposalGatesForm } from "../../cards/proposal-gates-form.ts";
import { reportReceipt } from "../../cards/report-receipt.ts";
import { socialWorkAnswerForm } from "../../cards/social-work.ts";
import { type StepFormFacts, stepForm } from "../../cards/step-form.ts";
import { GateName } from "../../src/policy/vocabulary.ts";

const target = { id: "1", version: 1 };
const when = { at: new Date("2026-03-03T14:15:00Z"), timeZone: "Europe/London" };
const idsOf = ({ fields }: { fields: readonly { readonly id: string }[] }) => fields.map(({ id }) => id);

describe("a warning or advice is asked for", () => {
  const step = (limbs: StepFormFacts["limbs"], change: Partial<StepFormFacts> = {}) =>
    stepForm({
      target,
      step: "warning",
      words: ["send"],
      reportRef: "R-2031",
      whoIsMissing: false,
      limbs,
      how: ["letter"],
      self: true,
      reporter: null,
      asked: { how: null, on: null },
      adviceFirst: null,
      notYet: null,
      ...change,
    });
  const abusive: StepFormFacts["limbs"][number] = {
    code: "abusive",
    words: "the contact frightens somebody",
    shownBy: [],
  };

  it("with what the pack wants shown, and for which ground", () => {
    const form = step([abusive, { code: "persistent", words: "it takes much time", shownBy: ["contacts", "minutes"] }]);
    expect(form.fields.find(({ id }) => id === "shownBy")).toMatchObject({
      hint: "Persistence: how many contacts there were and how much time they took.",
    });
  });

  it("with words for the ways that the pack has", () => {
    const intro = (words: StepFormFacts["words"]) => JSON.stringify(step([abusive], { step: "advice", words }).intro);
    expect(intro(["say", "send"])).toContain("The words to say or send are");
    expect(intro(["say"])).toContain("The words to say are");
  });

  it("without that question where no ground has to be shown", () => {
    expect(idsOf(step([abusive]))).not.toContain("shownBy");
  });
});

describe("a proposal is asked", () => {
  const gates = (change: Partial<ProposalGatesFacts> = {}) =>
    proposalGatesForm({
      target,
      ref: "P-0311",
      gates: GateName.options,
      limbs: [{ code: "persistent", words: "the customer contacts us again and again" }],
      premises: true,
      decidedBy: "senior_officer",
      meetingsDecidedBy: "executive",
      careWorker: true,
      conflicts: [],
      offers: [],
      known: [],
      before: {},
      ...change,
    });

  it.each([
    ["executive", "An executive decided about them separately", "If an executive decided separately, when?"],
    [
      "senior_officer",
      "A senior officer decided about them separately",
      "If a senior officer decided separately, when?",
    ],
  ] as const)("who decides about council meetings by the pack: %s", (meetingsDecidedBy, option, day) => {
    const form = gates({ meetingsDecidedBy });
    expect(form.fields.find(({ id }) => id === "meetings")).toMatchObject({
      options: expect.arrayContaining([{ value: "decided_separately", label: option }]),
    });
    expect(form.fields.find(({ id }) => id === "meetingsOn")).toMatchObject({ label: day });
  });

  it("about the care worker only where the pack offers one", () => {
    expect(idsOf(gates())).toContain("careWorkerDeclined");
    expect(idsOf(gates({ careWorker: false }))).not.toContain("careWorkerDeclined");
  });

  it("for the ground whatever the pack asks, and for the customer's own matter where it does", () => {
    const [first, ...others] = idsOf(gates({ gates: ["adjustments"] }));
    expect(first).toBe("limb");
    expect(others).not.toContain("matterKind");
    expect(idsOf(gates()).slice(0, 2)).toEqual(["limb", "matterKind"]);
  });
});

it("Social Work is asked for a care worker only where the pack offers one", () => {
  const form = (careWorker: boolean) =>
    socialWorkAnswerForm({
      target,
      proposalRef: "P-0311",
      customer: { ref: "C-1042", name: "Alex Morgan" },
      careWorker,
    });
  expect(idsOf(form(true))).toContain("careWorkerEmail");
  expect(idsOf(form(false))).toEqual(["known", "note"]);
});

it("no review is promised for a late answer where the pack opens none", () => {
  const words = (opensReview: boolean) =>
    JSON.stringify(
      adjustmentsForm({
        target,
        ref: "P-0311",
        customerRef: "C-1042",
        decided: true,
        opensReview,
        careWorker: false,
        before: {},
      }).intro,
    );
  expect(words(true)).toContain("a review is due today");
  expect(words(false)).not.toContain("review");
});

it("advice is to say what the pack has it say", () => {
  const task = adviceTask({
    target,
    reportRef: "R-2031",
    customerRef: "C-1042",
    how: "meeting",
    says: ["ask_to_moderate", "how_to_appeal"],
    reminder: false,
    state: { code: "open" },
  });
  expect(JSON.stringify(task.body)).toContain(
    "Talk to them by arranged meeting: what you ask them to change and how to appeal.",
  );
});

describe("a warning goes the way that was chosen", () => {
  it("on the task", () => {
    const task = letterTask({
      target,
      customerRef: "C-1042",
      about: { code: "warning", reportRef: "R-2031", how: "email" },
      state: { code: "open" },
    });
    expect(JSON.stringify(task.body)).toContain("by email");
    // When it counts from is the pack's to say.
    expect(JSON.stringify(task.body)).not.toContain("from the day you send it");
  });

  it("in the form that records it, among the pack's ways", () => {
    const form = letterSentForm({
      target,
      customerRef: "C-1042",
      about: "warning",
      today: "2026-03-05",
      ways: ["email"],
      how: "email",
    });
    expect(form.fields[0]).toMatchObject({ options: [{ value: "email", label: "By email" }], value: "email" });
  });

  it.each([
    ["letter", true, "Copy this into a letter, and enclose the policy."],
    ["letter", false, "Copy this into a letter."],
    ["email", true, "Copy this into an email, and attach the policy."],
    ["email", false, "Copy this into an email."],
  ] as const)("under its text: %s, policy %s", (how, withPolicy, words) => {
    const card = letterText({ target, customerRef: "C-1042", text: "Dear Alex Morgan", open: true, how, withPolicy });
    expect(card.body.at(-1)).toMatchObject({ kind: "note", spans: [words] });
  });

  it.each([
    ["letter", "the customer will be warned by letter", "was sent a warning letter on 5 March 2026"],
    ["email", "the customer will be warned by email", "was sent a warning by email on 5 March 2026"],
    // Handed over it is a letter.
    ["meeting", "the customer will be warned by letter", "was sent a warning letter on 5 March 2026"],
  ] as const)("to the reporter: %s", (how, before, after) => {
    const receipt = (news: Parameters<typeof reportReceipt>[0]["news"]) =>
      JSON.stringify(reportReceipt({ ref: "R-2031", sent: when, injury: null, news }).body);
    expect(receipt({ code: "warning", how, when, done: false })).toContain(before);
    expect(receipt({ code: "warning", how, on: "2026-03-05", done: true })).toContain(after);
  });
});
