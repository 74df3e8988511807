import { describe, expect, it } from "vitest";
import { holdsApproval } from "../../../src/policy/approval/holds-approval.ts";
import { askGates, holds, openPoints } from "../../../src/policy/gates/ask-gates.ts";
import { type GateFacts, NOTHING_RECORDED } from "../../../src/policy/gates/gate.ts";
import type { Pack } from "../../../src/policy/packs/pack.ts";
import type { Restriction } from "../../../src/policy/restrictions/restriction.ts";
import { GateName } from "../../../src/policy/vocabulary.ts";
import { PERSISTENT, UNACCEPTABLE } from "../packs/known-packs.ts";
import { ADVICE, a, aProposal, askingAll, HISTORY, result, says, THROUGH_PRIYA, TODAY, WARNING } from "./some-facts.ts";

const THREAT = { code: "serious_threat", reason: "" };
const THREATENED = [{ ref: "R-2050", on: "2026-03-02", seriousThreat: true }];
const LINKED = [{ kind: "named_officer" as const, incidents: ["R-2050"] }];

it("a proposal in order passes every gate of its pack", () => {
  for (const pack of [PERSISTENT, UNACCEPTABLE].map(askingAll)) {
    const results = askGates(aProposal(), pack, TODAY);
    expect(results.map(({ gate, code }) => `${gate} ${code}`)).toEqual(pack.gates.value.map((gate) => `${gate} pass`));
    expect(results.some(holds)).toBe(false);
  }
});

it("one gate that asks or blocks keeps it in", () => {
  expect(askGates(aProposal({ incidents: [] }), PERSISTENT, TODAY).some(holds)).toBe(true);
  expect(
    askGates(aProposal({ restrictions: [a("no_email", {}, "organisation")] }), PERSISTENT, TODAY).some(holds),
  ).toBe(true);
});

it("a record in which nothing is entered passes only what nothing restricts", () => {
  const results = askGates(NOTHING_RECORDED, askingAll(PERSISTENT), TODAY);
  expect(results).toHaveLength(GateName.options.length);
  // No need suggests Social Work; no way is shut, no service and no premises are reached.
  expect(results.filter(({ code }) => code === "pass").map(({ gate }) => gate)).toEqual([
    "social_work",
    "way_left_open",
    "scope",
    "meetings",
  ]);
});

describe("with the seniors", () => {
  const SENT = "2026-03-03";
  const held = (change: Partial<GateFacts>, today: string) =>
    askGates(aProposal({ sentOn: SENT, ...change }), askingAll(PERSISTENT), today)
      .filter(holds)
      .map(({ gate }) => gate);
  /** The warning counts until the day on which it was sent. */
  const LAST_DAY = [
    { ...ADVICE, fromBefore: true, on: "2025-03-01" },
    { ...WARNING, fromBefore: true, on: "2025-03-03" },
  ];

  it("what only ran out since it was sent does not hold it: the first day, a step, what followed on it", () => {
    expect(held({ startsOn: SENT }, "2026-03-06")).toEqual([]);
    expect(held({ sentOn: null, startsOn: SENT }, "2026-03-06")).toEqual(["dated"]);
    expect(held({ stepsTaken: LAST_DAY }, "2026-03-06")).toEqual([]);
    expect(held({ stepsTaken: LAST_DAY, sentOn: null }, "2026-03-06")).toEqual(expect.arrayContaining(["warned"]));
  });

  it("what is recorded since then does", () => {
    expect(held({ incidents: [] }, "2026-03-06")).toEqual(["linked"]);
    expect(held({ awayWithoutDeputy: ["priya"] }, "2026-03-06")).toEqual(["way_left_open"]);
    expect(held({ history: [] }, "2026-03-06")).toEqual(["continued"]);
  });

  it("what happened since then counts, on a step that has run out since", () => {
    const before = HISTORY.slice(0, 2);
    const since = [...before, { ref: "R-2040", on: "2026-03-05", seriousThreat: false }];
    expect(held({ history: before }, "2026-03-06")).toEqual(["continued"]);
    expect(held({ history: since }, "2026-03-06")).toEqual([]);
    expect(held({ history: since }, "2026-03-04")).toEqual(["continued"]);
    expect(held({ history: since.slice(2), stepsTaken: LAST_DAY }, "2026-03-06")).toEqual([]);
  });

  it("only enough approvers is not asked again: they are counted press by press", () => {
    const results = askGates(aProposal({ eligibleApprovers: 0, incidents: [] }), askingAll(PERSISTENT), TODAY);
    expect(results.filter(holds).map(({ gate }) => gate)).toEqual(["linked", "approvers"]);
    expect(holdsApproval(results).map(({ gate }) => gate)).toEqual(["linked"]);
  });

  it("nothing posted says that the customer is a minor or lacks capacity", () => {
    const results = askGates(aProposal({ minor: true, approverRole: "executive" }), askingAll(PERSISTENT), TODAY);
    expect(openPoints(results)).toContain("age and capacity");
    expect(openPoints(results).join()).not.toMatch(/interest|under 18/);
  });

  it.each([
    ["on the long road", {}],
    [
      "on the short road",
      { stepsTaken: [], bypass: THREAT, incidents: THREATENED, history: THREATENED, links: LINKED },
    ],
  ])("nothing posted says that Social Work knows a customer with a certain need, %s", (_, road) => {
    const answer = { on: "2026-02-26", known: true };
    const known = { needs: ["mental_health"], socialWork: { askedOn: "2026-02-25", answer, attempts: [] } } as const;
    const posted = (change: Partial<GateFacts>) =>
      openPoints(askGates(aProposal({ ...road, ...change }), askingAll(UNACCEPTABLE), TODAY));
    expect(posted(known)).toEqual(["reasonable adjustments to consider"]);
    expect(posted(known)).toEqual(posted({ adjustments: null }));
  });

  it("what is asked is posted as a few words that stand in a list, never as the question", () => {
    const asks = askGates({ ...NOTHING_RECORDED, limb: "persistent" }, askingAll(PERSISTENT), TODAY).filter(
      ({ code }) => code === "ask",
    );
    expect(asks.length).toBeGreaterThan(3);
    for (const words of openPoints(asks)) expect(words).not.toMatch(/[.?]/);
  });
});

describe("the short road (CASEWORK section 3)", () => {
  const shortRoad = { stepsTaken: [], bypass: THREAT, incidents: THREATENED, history: THREATENED, links: LINKED };

  it("lets the questions to Social Work and about adjustments stay open, and prints them", () => {
    const results = askGates(
      aProposal({ ...shortRoad, socialWork: null, adjustments: null }),
      askingAll(UNACCEPTABLE),
      TODAY,
    );
    expect(results.some(holds)).toBe(false);
    expect(results.filter(({ code }) => code === "open").map(({ gate }) => gate)).toEqual([
      "social_work",
      "adjustments",
    ]);
    expect(openPoints(results)).toEqual(["the question to Social Work", "reasonable adjustments to consider"]);
  });

  it.each(["customersAccount", "nothingLess", "tailored", "minor", "endsOn"] as const)(
    "holds for %s as on any other road",
    (fact) => {
      const results = askGates(aProposal({ ...shortRoad, [fact]: null }), askingAll(UNACCEPTABLE), TODAY);
      expect(results.some(holds)).toBe(true);
    },
  );

  it("lets stay open only what the pack says", () => {
    const shortRoadOf = { ...UNACCEPTABLE.shortRoad, asksWithoutHolding: { value: [], assumed: true as const } };
    const pack = { ...askingAll(UNACCEPTABLE), shortRoad: shortRoadOf };
    expect(askGates(aProposal({ ...shortRoad, socialWork: null }), pack, TODAY).some(holds)).toBe(true);
  });

  it("is not taken by a reason that the pack does not give", () => {
    const facts = aProposal({ ...shortRoad, bypass: { code: "rude", reason: "x" }, socialWork: null });
    const found = askGates(facts, askingAll(UNACCEPTABLE), TODAY).find(({ gate }) => gate === "social_work");
    expect(found?.code).toBe("ask");
  });
});

const RECORD_WARNING = "Record when the warning letter was sent";
const RECORD_BOTH =
  "Record when the customer was asked to moderate their behaviour and when the warning letter was sent.";
const OR_REASON =
  ", or why not: a serious threat of violence was made or the behaviour was particularly vexatious or unreasonable (a senior officer writes why).";

describe("warned (7.2.1, 7.2.2; paragraph 3)", () => {
  it.each<[Pack, Partial<GateFacts>, string]>([
    [PERSISTENT, {}, "pass: earlier steps on record: advice 12 January 2026 and warning 2 February 2026"],
    [PERSISTENT, { stepsTaken: [] }, `block: no advice is on record and no warning is on record. ${RECORD_BOTH}`],
    [PERSISTENT, { stepsTaken: [ADVICE] }, `block: no warning is on record. ${RECORD_WARNING}.`],
    [
      PERSISTENT,
      { stepsTaken: [ADVICE, { ...WARNING, on: null }] },
      `block: the warning has no date. ${RECORD_WARNING}.`,
    ],
    [
      PERSISTENT,
      { stepsTaken: [ADVICE, { ...WARNING, on: "2026-03-04" }] },
      `block: the warning has a date in the future. ${RECORD_WARNING}.`,
    ],
    [
      PERSISTENT,
      { stepsTaken: [ADVICE, { ...WARNING, on: "2025-03-02" }] },
      `block: the warning is older than 12 months. ${RECORD_WARNING}.`,
    ],
    [
      PERSISTENT,
      {
        stepsTaken: [
          { ...ADVICE, on: "2025-03-01" },
          { ...WARNING, on: "2025-03-03" },
        ],
      },
      "pass: earlier steps on record: advice 1 March 2025 and warning 3 March 2025",
    ],
    [
      PERSISTENT,
      { stepsTaken: [ADVICE, { ...WARNING, on: "2025-03-03" }] },
      `block: the warning is from before the step that leads to it. ${RECORD_WARNING}.`,
    ],
    [
      PERSISTENT,
      { stepsTaken: [{ ...ADVICE, on: "2025-06-01" }, WARNING] },
      "block: the advice is older than 6 months. Record when the customer was asked to moderate their behaviour.",
    ],
    [
      PERSISTENT,
      { stepsTaken: [], bypass: THREAT },
      "block: that reason does not replace the earlier steps. Record first when the customer was asked to moderate their behaviour and when the warning letter was sent.",
    ],
    [UNACCEPTABLE, { stepsTaken: [WARNING] }, "pass: earlier steps on record: warning 2 February 2026"],
    [UNACCEPTABLE, { stepsTaken: [ADVICE] }, `block: no warning is on record. ${RECORD_WARNING}${OR_REASON}`],
    [
      UNACCEPTABLE,
      { stepsTaken: [], bypass: THREAT, incidents: THREATENED },
      "pass: no warning needed: a serious threat of violence was made",
    ],
    [
      UNACCEPTABLE,
      { stepsTaken: [WARNING], bypass: THREAT, incidents: THREATENED },
      "pass: no other warning needed: a serious threat of violence was made",
    ],
    [
      UNACCEPTABLE,
      { stepsTaken: [], bypass: THREAT },
      "ask: No report records that a serious threat of violence was made. Write down what happened.",
    ],
    [
      UNACCEPTABLE,
      { stepsTaken: [], bypass: { ...THREAT, reason: "He said that he would come with a knife." } },
      "pass: no warning needed: a serious threat of violence was made",
    ],
    [
      UNACCEPTABLE,
      { stepsTaken: [], bypass: { code: "vexatious", reason: " " } },
      "ask: Write down why the behaviour was particularly vexatious or unreasonable. A senior officer has to approve it, and to write down why as well.",
    ],
    [
      UNACCEPTABLE,
      { stepsTaken: [], bypass: { code: "vexatious", reason: "40 letters a week" } },
      "pass: no warning needed: the behaviour was particularly vexatious or unreasonable (a senior officer writes why)",
    ],
    [
      UNACCEPTABLE,
      { stepsTaken: [], bypass: { code: "rude", reason: "x" } },
      "block: that reason does not replace the earlier steps. Record first when the warning letter was sent.",
    ],
  ])("$id, %j", (pack, change, words) => {
    expect(says("warned", change, pack)).toBe(words);
  });

  it("names the clause it follows", () => {
    expect(result("warned", {})?.source).toBe("7.2.1 and 7.2.2");
    expect(result("warned", { stepsTaken: [WARNING] }, UNACCEPTABLE)?.source).toBe("paragraph 3");
  });
});

describe("dated (7.3)", () => {
  it.each<[Partial<GateFacts>, string]>([
    [{ startsOn: null }, "block: there is no start date. Enter the date it starts."],
    [{ endsOn: null }, "block: there is no end date. Enter the date it ends."],
    [{ reviewOn: null }, "block: there is no review date. Enter the date of the review."],
    [{ startsOn: "2026-03-02" }, "block: it would start in the past. Start it today or later."],
    [{ startsOn: TODAY }, "pass: dated, with an end and a review"],
    [{ endsOn: "2026-03-04" }, "block: it would end before it starts. Choose an end after the start."],
    [{ endsOn: "2026-03-03" }, "block: it would end before it starts. Choose an end after the start."],
    [{ endsOn: "2027-03-04" }, "pass: dated, with an end and a review"],
    [{ endsOn: "2027-03-05" }, "block: it is longer than 12 months. End it on 4 March 2027 or before."],
    [{ reviewOn: "2026-09-04" }, "block: the review is not before the end. Review it before 4 September 2026."],
    [{ reviewOn: "2026-03-04" }, "block: the review is not after the start. Review it after 4 March 2026."],
  ])("%j", (change, words) => {
    expect(says("dated", change)).toBe(words);
  });

  it("a pack that reviews every 6 months wants the first review by then", () => {
    const change = { endsOn: "2027-03-04", reviewOn: "2027-01-04" };
    expect(says("dated", change, UNACCEPTABLE)).toBe(
      "block: the review is later than 6 months after the start. Review it on 4 September 2026 or before.",
    );
    expect(says("dated", change, PERSISTENT)).toBe("pass: dated, with an end and a review");
  });
});

describe("scope, linked, approvers", () => {
  const everywhere = [a("no_email", {}, "organisation")];
  it.each<[GateName, Partial<GateFacts>, string]>([
    ["scope", {}, "pass: one service or more, not the whole organisation"],
    [
      "scope",
      { restrictions: everywhere },
      "ask: Why the whole organisation, and not only the service it happened in?",
    ],
    [
      "scope",
      { restrictions: everywhere, scopeReason: "  " },
      "ask: Why the whole organisation, and not only the service it happened in?",
    ],
    [
      "scope",
      { restrictions: everywhere, scopeReason: "4 services were contacted" },
      "pass: a reason is given for the whole organisation",
    ],
    [
      "scope",
      { restrictions: [{ ...THROUGH_PRIYA, scope: [] }] },
      "block: a restriction applies to no service. Choose the service it applies to.",
    ],
    ["linked", { incidents: [] }, "block: no incident explains it. Link at least one reported incident."],
    ["linked", { restrictions: [] }, "block: no restriction is chosen. Choose at least one restriction."],
    ["linked", {}, "pass: linked to what happened"],
    [
      "linked",
      { restrictions: [THROUGH_PRIYA, a("no_email")], links: [{ kind: "named_officer", incidents: ["R-2031"] }] },
      "block: no incident explains this: no emails, letters instead. Link it to a reported incident, or leave it out.",
    ],
    [
      "linked",
      { links: [{ kind: "named_officer", incidents: ["R-9999"] }] },
      "block: no incident explains this: one named officer only. Link it to a reported incident, or leave it out.",
    ],
    ["approvers", { eligibleApprovers: 1 }, "pass: enough people may decide"],
    [
      "approvers",
      { eligibleApprovers: 1, quorum: 2 },
      "block: 2 senior officers must approve and 1 may. Ask an administrator to link more senior staff, or to record who stands in for those away.",
    ],
    [
      "approvers",
      { eligibleApprovers: 0 },
      "block: 1 senior officer must approve and 0 may. Ask an administrator to link more senior staff, or to record who stands in for those away.",
    ],
  ])("%s, %j", (gate, change, words) => {
    expect(says(gate, change)).toBe(words);
  });
});

const OPEN_SOMETHING =
  "Leave at least one of these open to the customer: phone, email, letter, visit, web form or text message.";
const NO_WAY = `block: this leaves no way to reach Housing. ${OPEN_SOMETHING}`;
const BUT_CALLS = ["email", "letter", "visit", "web_form", "text_message"];
const CALLS_AND_ANYTHING_ELSE = [
  a("named_officer", { officer: "priya", channels: ["phone"] }),
  a("named_officer", { officer: "sam", channels: BUT_CALLS }),
];

describe("a way left open (DESIGN section 7)", () => {
  const all: object = { channels: ["phone", "email", "letter", "visit", "web_form", "text_message"] };
  it.each<[string, Restriction[], Partial<GateFacts>, string]>([
    [
      "one named officer",
      [THROUGH_PRIYA],
      {},
      "pass: a way left open: phone, email, letter, visit to our offices, web form or text message",
    ],
    [
      "a named officer away without a deputy",
      [THROUGH_PRIYA],
      { awayWithoutDeputy: ["priya"] },
      "block: the named officer is away and has no deputy. Name a deputy, or another officer.",
    ],
    [
      "a named officer who has left, without a deputy",
      [THROUGH_PRIYA],
      { awayWithoutDeputy: ["priya"], haveLeft: ["priya"] },
      "block: the named officer has left the council and has no deputy. Name a deputy, or another officer.",
    ],
    [
      "a named officer for calls who has left, and one for anything else who is away",
      CALLS_AND_ANYTHING_ELSE,
      { awayWithoutDeputy: ["priya", "sam"], haveLeft: ["priya"] },
      "block: the named officers are away or have left, without deputies. Name deputies, or other officers.",
    ],
    [
      "a named officer for calls and one for anything else, who are both away",
      CALLS_AND_ANYTHING_ELSE,
      { awayWithoutDeputy: ["priya", "sam"] },
      "block: the named officers are away and have no deputies. Name deputies, or other officers.",
    ],
    [
      "a named officer for calls and one for anything else, who have both left",
      CALLS_AND_ANYTHING_ELSE,
      { awayWithoutDeputy: ["priya", "sam"], haveLeft: ["priya", "sam"] },
      "block: the named officers have left the council and have no deputies. Name deputies, or other officers.",
    ],
    [
      "one officer named twice, who is away",
      [
        a("named_officer", { officer: "priya", channels: ["phone"] }),
        a("named_officer", { officer: "priya", channels: BUT_CALLS }),
      ],
      { awayWithoutDeputy: ["priya", "priya"] },
      "block: the named officer is away and has no deputy. Name a deputy, or another officer.",
    ],
    [
      "a named officer who has left, and whose deputy is away",
      [a("named_officer", { officer: "priya", deputy: "sam" })],
      { awayWithoutDeputy: ["priya", "sam"], haveLeft: ["priya"] },
      "block: the named officer has left the council and has no deputy. Name a deputy, or another officer.",
    ],
    [
      "a named officer away with a deputy",
      [a("named_officer", { officer: "priya", deputy: "sam" })],
      { awayWithoutDeputy: ["priya"] },
      "pass: a way left open: phone, email, letter, visit to our offices, web form or text message",
    ],
    [
      "a named officer who is also barred",
      [THROUGH_PRIYA, a("no_contact_with_officers", { officers: ["priya"] })],
      {},
      NO_WAY,
    ],
    ["two sole points of contact", [THROUGH_PRIYA, a("named_officer", { officer: "sam" })], {}, NO_WAY],
    ["letters only", [a("channels_only", { channels: ["letter"] })], {}, "pass: a way left open: letter"],
    ["email only, but no email", [a("channels_only", { channels: ["email"] }), a("no_email")], {}, NO_WAY],
    ["social media only", [a("channels_only", { channels: ["social_media"] })], {}, NO_WAY],
    ["only through somebody else", [a("third_party_only", all)], {}, NO_WAY],
    [
      "calls at set times",
      [a("call_times", { days: ["monday"] }), a("channels_only", { channels: ["phone"] })],
      {},
      "pass: a way left open: phone",
    ],
    [
      "no calls at all, and only calls",
      [a("call_times", { maxPerWeek: 0 }), a("channels_only", { channels: ["phone"] })],
      {},
      NO_WAY,
    ],
    [
      "each service leaves its own way",
      [
        a("channels_only", { channels: ["letter"] }, ["Housing"]),
        a("channels_only", { channels: ["email"] }, ["Benefits"]),
      ],
      {},
      "pass: a way left open",
    ],
    [
      "one service leaves none",
      [
        a("channels_only", { channels: ["letter"] }, ["Benefits"]),
        a("channels_only", { channels: ["meeting"] }, ["Housing"]),
      ],
      {},
      NO_WAY,
    ],
    [
      "all contact",
      [a("all_contact")],
      {},
      "block: no contact at all is left. Name the way that stays open for protected contact and essential services: an address or a representative, and who reads it.",
    ],
    [
      "all contact, with a named way",
      [a("all_contact")],
      { openWay: "PO Box 1, read by the register team" },
      "pass: a way left open is named",
    ],
    [
      "all contact, with a way that the customer cannot use",
      [a("all_contact")],
      { openWay: "PO Box 1, read by the register team", openWayBy: "letter", needs: ["sight"] },
      "block: the customer cannot use the way that is named. Name a way that they can use.",
    ],
    [
      "all contact, with a named way whose reader is away, and nobody stands in",
      [a("all_contact")],
      { openWay: "PO Box 1", openWayReader: "priya", awayWithoutDeputy: ["priya"] },
      "block: whoever reads what comes by it is away and has no deputy. Name another reader, or the register team.",
    ],
    [
      "all contact, with a named way whose reader has left, whoever their deputy is",
      [a("all_contact")],
      { openWay: "PO Box 1", openWayReader: "priya", haveLeft: ["priya"] },
      "block: whoever reads what comes by it has left the council. Name another reader, or the register team.",
    ],
    [
      "all contact, with a named way whose reader is here",
      [a("all_contact")],
      { openWay: "PO Box 1", openWayReader: "priya", awayWithoutDeputy: ["sam"] },
      "pass: a way left open is named",
    ],
    [
      "letters only, for somebody who cannot read them",
      [a("channels_only", { channels: ["letter"] })],
      { needs: ["cannot_read_or_write"] },
      "block: this leaves no way they can use to reach Housing. Open a way that they can use.",
    ],
    [
      "calls only, for somebody who cannot read",
      [a("channels_only", { channels: ["phone"] })],
      { needs: ["cannot_read_or_write"] },
      "pass: a way left open: phone",
    ],
    [
      "calls or letters, for somebody who can do neither",
      [a("channels_only", { channels: ["phone", "letter"] })],
      { needs: ["cannot_read_or_write", "hearing"] },
      "block: this leaves no way they can use to reach Housing. Open a way that they can use.",
    ],
  ])("%s", (_, restrictions, change, words) => {
    expect(says("way_left_open", { restrictions, ...change })).toBe(words);
  });
});
