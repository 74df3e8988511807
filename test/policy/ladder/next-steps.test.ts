import { describe, expect, it } from "vitest";
import { type CaseFacts, nextSteps } from "../../../src/policy/ladder/next-steps.ts";
import type { Pack } from "../../../src/policy/packs/pack.ts";
import { PERSISTENT, UNACCEPTABLE } from "../packs/known-packs.ts";
import { aCase, CALENDAR, gave, line, on } from "./some-cases.ts";

function rungs(facts: Partial<CaseFacts>, today: string, pack: Pack = PERSISTENT): string[] {
  return nextSteps(aCase(facts), pack, { today, calendar: CALENDAR }).rungs.map(line);
}

const NOTHING = "not yet: nothing is reported. Report what happened first.";
const ADVISE = "Record when the customer was asked to moderate their behaviour.";
const WARN = "Record when the warning letter was sent.";
const AGAIN = "If the behaviour continues, report what happened; this opens then.";

describe("the ladder of 7.2, rung by rung", () => {
  it.each<[string, string, Partial<CaseFacts>, string[]]>([
    ["nothing is reported", "2026-03-03", {}, [`advice ${NOTHING}`, `warning ${NOTHING}`, `proposal ${NOTHING}`]],
    [
      "a first report",
      "2026-03-03",
      { incidents: on("2026-03-03") },
      [
        "advice open",
        `warning not yet: no advice is on record. ${ADVISE}`,
        "proposal not yet: no advice is on record and no warning is on record. Record when the customer was asked to moderate their behaviour and when the warning letter was sent.",
      ],
    ],
    [
      "advice was given, and it has not gone on",
      "2026-03-10",
      { incidents: on("2026-03-02"), stepsTaken: [gave("advice", "2026-03-03")] },
      [
        "advice taken 2026-03-03, until 2026-09-03",
        `warning not yet: nothing is on record between the advice and the warning. ${AGAIN}`,
        `proposal not yet: no warning is on record. ${WARN}`,
      ],
    ],
    [
      "it goes on after the advice",
      "2026-03-10",
      { incidents: on("2026-03-02", "2026-03-09"), stepsTaken: [gave("advice", "2026-03-03")] },
      [
        "advice taken 2026-03-03, until 2026-09-03",
        "warning open",
        `proposal not yet: no warning is on record. ${WARN}`,
      ],
    ],
    [
      "warned on Tuesday, and again on Thursday: the letter is deemed received that day",
      "2026-03-20",
      {
        incidents: on("2026-03-02", "2026-03-09", "2026-03-12"),
        stepsTaken: [gave("advice", "2026-03-03"), gave("warning", "2026-03-10")],
      },
      [
        "advice taken 2026-03-03, until 2026-09-03",
        "warning taken 2026-03-10, until 2027-03-10",
        `proposal not yet: nothing is on record since they had the warning, 12 March 2026. ${AGAIN}`,
      ],
    ],
    [
      "and again on Friday",
      "2026-03-20",
      {
        incidents: on("2026-03-09", "2026-03-13"),
        stepsTaken: [gave("advice", "2026-03-03"), gave("warning", "2026-03-10")],
      },
      ["advice taken 2026-03-03, until 2026-09-03", "warning taken 2026-03-10, until 2027-03-10", "proposal open"],
    ],
    [
      "a warning on the Thursday before Easter is received on the Wednesday after it",
      "2026-04-10",
      {
        incidents: on("2026-03-09", "2026-04-08"),
        stepsTaken: [gave("advice", "2026-03-03"), gave("warning", "2026-04-02")],
      },
      [
        "advice taken 2026-03-03, until 2026-09-03",
        "warning taken 2026-04-02, until 2027-04-02",
        `proposal not yet: nothing is on record since they had the warning, 8 April 2026. ${AGAIN}`,
      ],
    ],
    [
      "the advice ran out before it went on",
      "2026-09-04",
      { incidents: on("2026-03-02", "2026-09-04"), stepsTaken: [gave("advice", "2026-03-03")] },
      [
        "advice open",
        `warning not yet: the advice is older than 6 months. ${ADVISE}`,
        "proposal not yet: the advice is older than 6 months and no warning is on record. Record when the customer was asked to moderate their behaviour and when the warning letter was sent.",
      ],
    ],
    [
      "an advice that led to a warning in time has done its work",
      "2026-12-01",
      {
        incidents: on("2026-03-09", "2026-11-30"),
        stepsTaken: [gave("advice", "2026-03-03"), gave("warning", "2026-03-10")],
      },
      ["advice taken 2026-03-03, until 2026-09-03", "warning taken 2026-03-10, until 2027-03-10", "proposal open"],
    ],
    [
      "the warning ran out",
      "2027-03-11",
      {
        incidents: on("2026-03-09", "2027-03-11"),
        stepsTaken: [gave("advice", "2026-03-03"), gave("warning", "2026-03-10")],
      },
      [
        "advice open",
        `warning not yet: the advice is older than 6 months. ${ADVISE}`,
        "proposal not yet: the advice is older than 6 months and the warning is older than 12 months. Record when the customer was asked to moderate their behaviour and when the warning letter was sent.",
      ],
    ],
    [
      "a warning before the advice",
      "2026-03-20",
      {
        incidents: on("2026-03-02", "2026-03-18"),
        stepsTaken: [gave("warning", "2026-03-04"), gave("advice", "2026-03-10")],
      },
      [
        "advice taken 2026-03-10, until 2026-09-10",
        "warning open",
        `proposal not yet: the warning is from before the step that leads to it. ${WARN}`,
      ],
    ],
    [
      "a warning that followed on nothing has to be sent again",
      "2026-03-20",
      {
        incidents: on("2026-03-02", "2026-03-18"),
        stepsTaken: [gave("advice", "2026-03-03"), gave("warning", "2026-03-04")],
      },
      [
        "advice taken 2026-03-03, until 2026-09-03",
        "warning open",
        "proposal not yet: nothing is on record between the advice and the warning. Report what happened between them, or send the warning again after it has happened again.",
      ],
    ],
    [
      "a later warning does not spoil an earlier one that followed in time",
      "2026-12-01",
      {
        incidents: on("2026-03-09", "2026-11-30"),
        stepsTaken: [gave("advice", "2026-03-03"), gave("warning", "2026-03-10"), gave("warning", "2026-10-01")],
      },
      ["advice taken 2026-03-03, until 2026-09-03", "warning taken 2026-03-10, until 2027-03-10", "proposal open"],
    ],
    [
      "a second advice and warning on nothing new do not spoil the first advice",
      "2026-04-01",
      {
        incidents: on("2026-03-09", "2026-03-30"),
        stepsTaken: [
          gave("advice", "2026-03-03"),
          gave("warning", "2026-03-10"),
          gave("advice", "2026-03-16"),
          gave("warning", "2026-03-17"),
        ],
      },
      ["advice taken 2026-03-03, until 2026-09-03", "warning taken 2026-03-17, until 2027-03-17", "proposal open"],
    ],
    [
      "a proposal waits already",
      "2026-03-20",
      {
        incidents: on("2026-03-09", "2026-03-13"),
        stepsTaken: [gave("advice", "2026-03-03"), gave("warning", "2026-03-10")],
        openProposal: "P-0311",
      },
      [
        "advice taken 2026-03-03, until 2026-09-03",
        "warning taken 2026-03-10, until 2027-03-10",
        "proposal not yet: P-0311 waits for its decision. Wait for the decision. Whoever proposed it can withdraw it.",
      ],
    ],
  ])("%s", (_, today, facts, expected) => {
    expect(rungs(facts, today)).toEqual(expected);
  });

  it("the other policy begins with the warning", () => {
    expect(rungs({ incidents: on("2026-03-02") }, "2026-03-03", UNACCEPTABLE)).toEqual([
      "advice not in policy",
      "warning open",
      expect.stringMatching(
        /^proposal not yet: no warning is on record\. Record when the warning letter was sent, or why not: /,
      ),
    ]);
  });
});

describe("the reasons for going straight to a proposal", () => {
  const bypass = (facts: Partial<CaseFacts>, pack: Pack) =>
    nextSteps(aCase(facts), pack, { today: "2026-03-03", calendar: CALENDAR }).bypass.map(
      ({ code, needsReason }) => `${code}${needsReason ? ", say why" : ""}`,
    );

  it("are the pack's own, and none where it gives none", () => {
    const incidents = on("2026-03-02");
    expect(bypass({ incidents }, PERSISTENT)).toEqual([]);
    expect(bypass({ incidents }, UNACCEPTABLE)).toEqual(["serious_threat, say why", "vexatious, say why"]);
  });

  it("a threat that is on record speaks for itself", () => {
    const [one] = on("2026-03-02");
    const incidents = one ? [{ ...one, seriousThreat: true }] : [];
    expect(bypass({ incidents }, UNACCEPTABLE)).toEqual(["serious_threat", "vexatious, say why"]);
  });

  it("are none before anything is reported", () => {
    expect(bypass({}, UNACCEPTABLE)).toEqual([]);
  });
});
