/** The gates about the case: what the organisation did, asked and weighed before it restricts (CASEWORK section 2). */
import { describe, expect, it } from "vitest";
import type { GateFacts } from "../../../src/policy/gates/gate.ts";
import type { Pack } from "../../../src/policy/packs/pack.ts";
import { PERSISTENT, UNACCEPTABLE } from "../packs/known-packs.ts";
import { ADVICE, a, HISTORY, result, says, THROUGH_PRIYA, WARNING } from "./some-facts.ts";

const MATTER = { kind: "complaint", reference: "CMP-77", answeredOn: "2026-01-05" } as const;

describe("own house (7.1, 7.2)", () => {
  it.each<[string, Partial<GateFacts>, string]>([
    ["abuse is about behaviour", { limb: "abusive", matters: [] }, "pass: about behaviour, not about persistence"],
    [
      "nobody has said which limb",
      { limb: null },
      "ask: Which is it: the customer is persistently abusive when they contact officers or the customer calls persistently to discuss a matter or to raise further matters, and this is time consuming and disruptive?",
    ],
    [
      "persistence about nobody knows what",
      { limb: "persistent", matters: [] },
      "ask: What is the customer’s contact about, and when did we answer it?",
    ],
    [
      "persistence about a complaint without an answer",
      { limb: "persistent", matters: [{ ...MATTER, answeredOn: null }] },
      "block: we have not answered their complaint. Answer their complaint CMP-77 first, and record the date of the answer.",
    ],
    [
      "an answer that is promised for tomorrow",
      { limb: "persistent", matters: [{ ...MATTER, answeredOn: "2026-03-04" }] },
      "block: we have not answered their complaint. Answer their complaint CMP-77 first, and record the date of the answer.",
    ],
    [
      "one of two matters answered",
      { limb: "persistent", matters: [MATTER, { kind: "other", reference: null, answeredOn: null }] },
      "block: we have not answered their matter. Answer their matter first, and record the date of the answer.",
    ],
    ["answered", { limb: "persistent", matters: [MATTER] }, "pass: their matter was answered 5 January 2026"],
    [
      "no matter at all",
      { limb: "persistent", matters: [{ kind: "none", reference: null, answeredOn: null }] },
      "pass: there is no matter to answer",
    ],
  ])("%s", (_, change, words) => {
    expect(says("own_house", change)).toBe(words);
  });
});

const ASK_SIDE = "ask: When and how was the customer asked for their side? If they were not, why not?";

describe("the customer's account", () => {
  it.each<[GateFacts["customersAccount"], string]>([
    [null, ASK_SIDE],
    [{ code: "asked", on: "2026-02-25", how: "letter" }, "pass: their side asked by letter, 25 February 2026"],
    [
      { code: "asked", on: "2026-03-04", how: "letter" },
      "block: the day they were asked is in the future. Enter the day.",
    ],
    [{ code: "not_asked", why: " " }, ASK_SIDE],
    [
      { code: "not_asked", why: "No address or number is known." },
      "pass: a reason is given why their side was not asked",
    ],
  ])("%j", (customersAccount, words) => {
    expect(says("customers_account", { customersAccount })).toBe(words);
  });
});

/** Asked on Thursday 26 February: two working days later is Monday 2 March. */
const ASKED = { askedOn: "2026-02-26", answer: null, attempts: [] };
const WAIT =
  "Wait for the answer, or 2 working days after they were asked, from 2 March 2026, try again and record it.";

describe("known to Social Work (paragraph 6)", () => {
  it.each<[string, Pack, Partial<GateFacts>, string]>([
    ["nobody asked", UNACCEPTABLE, { socialWork: null }, "ask: Ask Social Work whether they know the customer."],
    [
      "asked and not answered",
      UNACCEPTABLE,
      { socialWork: ASKED },
      `block: Social Work has not answered since 26 February 2026. ${WAIT}`,
    ],
    [
      "an attempt before the pack's working days",
      UNACCEPTABLE,
      { socialWork: { ...ASKED, attempts: ["2026-02-27"] } },
      `block: Social Work has not answered since 26 February 2026. ${WAIT}`,
    ],
    [
      "an attempt after them",
      UNACCEPTABLE,
      { socialWork: { ...ASKED, attempts: ["2026-03-02"] } },
      "pass: Social Work asked 26 February 2026 and again 2 March 2026",
    ],
    [
      "no liaison could be reached, and the register team was asked",
      UNACCEPTABLE,
      { socialWork: { ...ASKED, insteadOfLiaison: "register_team" } },
      "block: no Social Work liaison can be reached, and the register team has not answered since 26 February 2026. Try to reach Social Work yourself, from 2 March 2026, and record it.",
    ],
    [
      "nobody could be asked",
      UNACCEPTABLE,
      { socialWork: { ...ASKED, insteadOfLiaison: "nobody" } },
      "block: neither a Social Work liaison nor the register team can be reached. Try to reach Social Work yourself, from 2 March 2026, and record it.",
    ],
    [
      "the register team asked, and an attempt",
      UNACCEPTABLE,
      { socialWork: { ...ASKED, attempts: ["2026-03-02"], insteadOfLiaison: "register_team" } },
      "pass: no Social Work liaison could be reached, the register team asked 26 February 2026, Social Work tried 2 March 2026",
    ],
    [
      "nobody asked, and an attempt",
      UNACCEPTABLE,
      { socialWork: { ...ASKED, attempts: ["2026-03-02"], insteadOfLiaison: "nobody" } },
      "pass: nobody could be asked about Social Work on 26 February 2026, Social Work tried 2 March 2026",
    ],
    [
      "an attempt that is planned",
      UNACCEPTABLE,
      { socialWork: { ...ASKED, attempts: ["2026-03-04"] } },
      `block: Social Work has not answered since 26 February 2026. ${WAIT}`,
    ],
    [
      "a holiday in between does not count",
      UNACCEPTABLE,
      {
        socialWork: { ...ASKED, attempts: ["2026-03-02"] },
        calendar: { timeZone: "Europe/London", holidays: new Set(["2026-02-27"]) },
      },
      "block: Social Work has not answered since 26 February 2026. Wait for the answer, or 2 working days after they were asked, from 3 March 2026, try again and record it.",
    ],
    [
      "an answer, whatever it says",
      UNACCEPTABLE,
      { socialWork: { ...ASKED, answer: { on: "2026-02-27", known: true } } },
      "pass: Social Work answered",
    ],
    [
      "this policy asks when a need suggests it: none does",
      PERSISTENT,
      { socialWork: null },
      "pass: nothing suggests that Social Work is asked",
    ],
    [
      "one does",
      PERSISTENT,
      { socialWork: null, needs: ["mental_health"] },
      "ask: Ask Social Work whether they know the customer.",
    ],
    [
      "another does not",
      PERSISTENT,
      { socialWork: null, needs: ["hearing"] },
      "pass: nothing suggests that Social Work is asked",
    ],
    [
      "a minor does",
      PERSISTENT,
      { socialWork: null, minor: true },
      "ask: Ask Social Work whether they know the customer.",
    ],
    [
      "without working days in the pack any attempt will do",
      PERSISTENT,
      { socialWork: { ...ASKED, attempts: ["2026-02-26"] }, needs: ["mental_health"] },
      "pass: Social Work asked 26 February 2026 and again 26 February 2026",
    ],
  ])("%s", (_, pack, change, words) => {
    expect(says("social_work", change, pack)).toBe(words);
  });
});

const NO_SUPPORT = { point: null, careWorker: null, language: null, collectionPoint: null };
const LETTERS = a("channels_only", { channels: ["letter"] });

describe("adjustments (paragraph 6)", () => {
  it.each<[string, Partial<GateFacts>, string]>([
    ["considered", {}, "pass: adjustments considered"],
    [
      "found to lack something",
      { lacking: true },
      "block: the restrictions do not give what is needed. Give it, then say again what was considered and what came of it.",
    ],
    [
      "not considered",
      { adjustments: "  " },
      "ask: Which reasonable adjustments were considered, and what came of it?",
    ],
    [
      "a conflict is not talked away",
      { restrictions: [LETTERS], needs: ["sight"], adjustments: "We thought about it." },
      "block: a restriction conflicts with a need on record. Do what the form says about it, or change the restriction.",
    ],
    [
      "a conflict with an alternative says so",
      { restrictions: [LETTERS], needs: ["sight"], support: { ...NO_SUPPORT, point: { officer: "priya" } } },
      "block: a restriction conflicts with a need on record. Take the alternative that is offered, or change the restriction.",
    ],
    [
      "a conflict that only the language would settle says what is missing",
      { restrictions: [LETTERS], needs: ["interpreter"], support: NO_SUPPORT },
      "block: a restriction conflicts with a need on record. Record the customer’s language.",
    ],
    [
      "and once it is recorded, that it can be taken",
      { restrictions: [LETTERS], needs: ["interpreter"], support: { ...NO_SUPPORT, language: "Polish" } },
      "block: a restriction conflicts with a need on record. Take the alternative that is offered, or change the restriction.",
    ],
    [
      "the care worker is offered",
      { needs: ["mental_health"], socialWork: { ...ASKED, answer: { on: "2026-02-27", known: true } } },
      "ask: Could somebody outside the staff be the point of contact? Take what is offered, or say why not.",
    ],
    [
      "and declined with a reason",
      {
        needs: ["mental_health"],
        socialWork: { ...ASKED, answer: { on: "2026-02-27", known: true } },
        careWorkerDeclined: "The care worker asked not to be.",
      },
      "pass: adjustments considered",
    ],
  ])("%s", (_, change, words) => {
    expect(says("adjustments", change, UNACCEPTABLE)).toBe(words);
  });

  it("a conflict holds on the short road too: the alternative takes one press", () => {
    const bypass = { code: "serious_threat", reason: "He said so." };
    const facts = { bypass, restrictions: [LETTERS], needs: ["sight"] } as const;
    expect(result("adjustments", facts, UNACCEPTABLE)?.code).toBe("block");
  });

  it("names no need on the card, which is posted", () => {
    for (const need of ["sight", "cannot_read_or_write", "interpreter"] as const)
      expect(says("adjustments", { restrictions: [LETTERS], needs: [need] })).not.toMatch(
        /read|blind|sight|interpreter/i,
      );
  });
});

describe("continued (7.2.2)", () => {
  const BEFORE = (step: typeof ADVICE | typeof WARNING) => ({ ...step, fromBefore: true });
  const AGAIN = "If the behaviour continues, report what happened; this opens then.";
  const on = (...days: string[]) => days.map((day, place) => ({ ref: `R-${place}`, on: day, seriousThreat: false }));
  it.each<[string, Pack, Partial<GateFacts>, string]>([
    ["it went on after both", PERSISTENT, { history: HISTORY }, "pass: it went on after each step"],
    [
      "nothing after the advice",
      PERSISTENT,
      { history: on("2026-01-12", "2026-02-23") },
      "block: nothing is on record between the advice and the warning. Report what happened between them, or send the warning again after it has happened again.",
    ],
    [
      "nothing since the warning was received: two working days after Monday 2 February",
      PERSISTENT,
      { history: on("2026-01-26", "2026-02-04") },
      `block: nothing is on record since they had the warning, 4 February 2026. ${AGAIN}`,
    ],
    ["the day after", PERSISTENT, { history: on("2026-01-26", "2026-02-05") }, "pass: it went on after each step"],
    [
      "a warning that was signed for counts from then",
      PERSISTENT,
      { history: on("2026-01-26", "2026-02-04"), stepsTaken: [ADVICE, { ...WARNING, receivedOn: "2026-02-03" }] },
      "pass: it went on after each step",
    ],
    [
      "an e-mail is received at once",
      PERSISTENT,
      { history: on("2026-01-26", "2026-02-03"), stepsTaken: [ADVICE, { ...WARNING, how: "email" }] },
      "pass: it went on after each step",
    ],
    [
      "on the day of the warning is what led to it, not what followed",
      PERSISTENT,
      { history: on("2026-02-02") },
      `block: nothing is on record since they had the warning, 4 February 2026. ${AGAIN}`,
    ],
    [
      "an advice counts from its own day, also by letter",
      PERSISTENT,
      { history: on("2026-01-13", "2026-02-23"), stepsTaken: [{ ...ADVICE, how: "letter" }, WARNING] },
      "pass: it went on after each step",
    ],
    [
      "what has not happened yet does not count",
      PERSISTENT,
      { history: on("2026-01-26", "2026-03-04") },
      `block: nothing is on record since they had the warning, 4 February 2026. ${AGAIN}`,
    ],
    [
      "nothing between two steps from before: their record is believed",
      PERSISTENT,
      { history: on("2026-02-05"), stepsTaken: [BEFORE(ADVICE), BEFORE(WARNING)] },
      "pass: it went on after the last step; between the steps from before, their record is believed",
    ],
    [
      "nothing since a warning from before",
      PERSISTENT,
      { history: on("2026-02-04"), stepsTaken: [BEFORE(ADVICE), BEFORE(WARNING)] },
      `block: nothing is on record since they had the warning, 4 February 2026. ${AGAIN}`,
    ],
    [
      "nothing between advice from before and a warning that was given here",
      PERSISTENT,
      { history: on("2026-02-05"), stepsTaken: [BEFORE(ADVICE), WARNING] },
      "block: nothing is on record between the advice and the warning. Report what happened between them, or send the warning again after it has happened again.",
    ],
    [
      "steps are missing",
      PERSISTENT,
      { stepsTaken: [ADVICE] },
      "block: an earlier step is not on record. Record it first.",
    ],
    [
      "a bypass has no step to wait for",
      UNACCEPTABLE,
      { stepsTaken: [], history: [], bypass: { code: "vexatious", reason: "40 letters a week" } },
      "pass: no earlier step to wait for",
    ],
    [
      "one that the pack does not give is none",
      PERSISTENT,
      { stepsTaken: [], history: [], bypass: { code: "vexatious", reason: "40 letters a week" } },
      "block: an earlier step is not on record. Record it first.",
    ],
    [
      "only the warning where there is no advice",
      UNACCEPTABLE,
      { stepsTaken: [WARNING], history: on("2026-02-05") },
      "pass: it went on after each step",
    ],
  ])("%s", (_, pack, change, words) => {
    expect(says("continued", change, pack)).toBe(words);
  });
});

describe("proportionate (7.3)", () => {
  it.each<[Partial<GateFacts>, string]>([
    [{}, "pass: nothing less would do"],
    [{ nothingLess: null }, "ask: Why would nothing less do?"],
    [{ tailored: "" }, "ask: What was tailored to this customer?"],
    [{ nothingLess: " ", tailored: null }, "ask: Why would nothing less do? What was tailored to this customer?"],
  ])("%j", (change, words) => {
    expect(says("proportionate", change)).toBe(words);
  });
});

const TOWN_HALL = a("premises_by_appointment", { premises: ["Town Hall"] });
const ASK_MEETINGS = (where: string) =>
  `ask: Do council meetings or polling take place at ${where}? If so, leave them out or have them decided apart.`;

describe("council meetings and polling", () => {
  it.each<[string, Partial<GateFacts>, string]>([
    [
      "no premises are restricted",
      { restrictions: [THROUGH_PRIYA] },
      "pass: council meetings and polling are not reached",
    ],
    ["the Town Hall", { restrictions: [TOWN_HALL] }, ASK_MEETINGS("Town Hall")],
    ["all premises", { restrictions: [a("premises_by_appointment")] }, ASK_MEETINGS("our offices")],
    ["no contact at all", { restrictions: [a("all_contact")] }, ASK_MEETINGS("our offices")],
    [
      "premises that are not on the list of those with meetings",
      { restrictions: [TOWN_HALL], meetingPremises: ["Civic Centre"] },
      "pass: council meetings and polling are not reached",
    ],
    [
      "premises on that list",
      { restrictions: [TOWN_HALL], meetingPremises: ["town hall "] },
      ASK_MEETINGS("Town Hall"),
    ],
    [
      "left out",
      { restrictions: [TOWN_HALL], meetings: { answer: "left_out", decision: null } },
      "pass: council meetings and polling are left out",
    ],
    [
      "none held there",
      { restrictions: [TOWN_HALL], meetings: { answer: "none_held", decision: null } },
      "pass: no council meetings or polling there",
    ],
    [
      "said to be none, and the list says otherwise",
      {
        restrictions: [TOWN_HALL],
        meetingPremises: ["Town Hall"],
        meetings: { answer: "none_held", decision: null },
      },
      "block: meetings or polling take place there. Leave out Town Hall.",
    ],
    [
      "decided apart by an executive",
      {
        restrictions: [TOWN_HALL],
        meetings: { answer: "decided_separately", decision: { on: "2026-03-02", role: "executive" } },
      },
      "pass: council meetings decided apart, 2 March 2026",
    ],
    ...(
      [
        ["said to be decided apart, by nobody", null],
        ["decided apart by a senior officer", { on: "2026-03-02", role: "senior_officer" }],
        ["decided apart tomorrow", { on: "2026-03-04", role: "executive" }],
      ] as const
    ).map(([name, decision]): [string, Partial<GateFacts>, string] => [
      name,
      { restrictions: [TOWN_HALL], meetings: { answer: "decided_separately", decision } },
      "block: council meetings and polling are not decided apart. Record the decision of an executive and its date, or leave them out.",
    ]),
  ])("%s", (_, change, words) => {
    expect(says("meetings", change)).toBe(words);
  });
});

describe("a minor, or somebody who lacks capacity", () => {
  const interest = { bestInterest: "Her mother and her social worker agree." };
  it.each<[string, Partial<GateFacts>, string]>([
    ["neither", {}, "pass: age and capacity asked"],
    ["nobody asked", { lacksCapacity: null }, "ask: Is the customer under 18, or is it known that they lack capacity?"],
    [
      "a senior officer would decide",
      { minor: true, ...interest },
      "block: an executive has to decide this. Send it to an executive.",
    ],
    [
      "the executive, without a reason",
      { lacksCapacity: true, minor: null, approverRole: "executive" },
      "ask: Why is this in the customer’s best interest?",
    ],
    [
      "the executive, with one",
      { minor: true, approverRole: "executive", ...interest },
      "pass: a best-interest reason is on record",
    ],
  ])("%s", (_, change, words) => {
    expect(says("minor_or_lacks_capacity", change)).toBe(words);
  });
});

describe("each gate names the clause or section it follows", () => {
  it.each([
    ["warned", "7.2.1 and 7.2.2"],
    ["own_house", "7.2"],
    ["continued", "7.2.1 and 7.2.2"],
    ["proportionate", "7.3"],
    ["dated", "7.3"],
    ["adjustments", "7.3"],
    ["social_work", "CASEWORK section 2"],
  ] as const)("%s: %s", (gate, source) => {
    expect(result(gate, {})?.source).toBe(source);
  });

  it("and so under unacceptable actions", () => {
    const sources = (["warned", "social_work", "adjustments", "proportionate"] as const).map(
      (gate) => result(gate, {}, UNACCEPTABLE)?.source,
    );
    expect(sources).toEqual(["paragraph 3", "paragraph 6", "paragraphs 6 and 7", "paragraph 2"]);
  });
});
