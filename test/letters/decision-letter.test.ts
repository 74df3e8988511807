import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decisionLetter } from "../../src/letters/decision-letter.ts";
import { arrangementSentence, arrangementSentences } from "../../src/policy/arrangement/arrangement-sentence.ts";
import { a, EVERY_KIND } from "../policy/arrangement/some-restrictions.ts";
import { PERSISTENT, UNACCEPTABLE } from "../policy/packs/known-packs.ts";
import { aDecision } from "./a-decision.ts";

describe("a decision letter says", () => {
  it.each([
    ["who it is for", "Dear Alex Morgan"],
    ["when it was written", "\n\n3 March 2026\n\n"],
    ["what was decided", "From 4 March 2026 there are restrictions on how you contact Northmoor Council."],
    [
      "under which policy",
      "We decided this under our Unreasonably persistent and abusive behaviour policy. A copy is enclosed.",
    ],
    ["why", "You rang 9 officers 14 times in 5 days after our final answer."],
    ["what it was judged to be", "We judged this contact to be unreasonably persistent."],
    ["what came before", "On 2 February 2026 we wrote to you with a warning."],
    [
      "what was tailored (7.3)",
      "How we fitted this to your circumstances: One officer, whom you know from your last repair.",
    ],
    ["who decided", "One senior officer who took no part in what happened decided this on 3 March 2026."],
    [
      "the arrangements",
      "1. Contact one person only: Priya Shah. Contact with anyone else gets no answer: messages are read once by Priya Shah for danger or anything new, then filed.\n2. Write by letter instead of email.",
    ],
    ["from when", "From: 4 March 2026\n"],
    ["until when", "Until: 4 September 2026. From the start of that day the arrangements no longer apply.\n"],
    ["the review date", "Review: 4 August 2026."],
    ["what to do in an emergency", "If anyone is in danger, ring 999."],
    ["what is always open", "- a freedom of information or subject access request\n"],
    ["what happens to contact outside it", "The arrangements above say what happens to contact outside them."],
    [
      "how to appeal and by when",
      "You can appeal until 2 April 2026. If this letter took longer to reach you, you have 20 working days from the day it did. Tell us why you disagree, in any way you like, also in one that is restricted above.",
    ],
    [
      "who decides the appeal",
      "A senior officer who took no part in this decision will decide your appeal. We will answer within 20 working days.",
    ],
    [
      "the ombudsman",
      "complain to the Local Government and Social Care Ombudsman:\nPO Box 4771\nCoventry\nCV4 0EH\nTelephone: 0300 061 0614\nwww.lgo.org.uk",
    ],
    [
      "who sees the entry",
      "This decision is recorded centrally by the Customer and Transformation Team, who see the whole record. So do the managers of the services concerned and the people who decide.",
    ],
    ["the policy that is enclosed", "Enclosed: Unreasonably persistent and abusive behaviour policy, version 1"],
  ])("%s", (_, words) => {
    expect(decisionLetter(aDecision())).toContain(words);
  });

  it("under unacceptable actions: no warning, the appeal all the same, contact outside disregarded, the Scottish ombudsman", () => {
    const letter = decisionLetter(aDecision({ pack: UNACCEPTABLE, bypass: "serious_threat", stepsTaken: [] }));
    expect(letter).toContain(
      "We did not send a warning first, because a serious threat of violence was made. You can appeal all the same.",
    );
    expect(letter).toContain("We will disregard contact outside these arrangements. We read messages once");
    expect(letter).toContain("you have 10 working days from the day it did");
    expect(letter).toContain("Scottish Public Services Ombudsman:\nBridgeside House");
  });

  it("never denies a warning that is on record: it was another one that was not waited for", () => {
    const letter = decisionLetter(aDecision({ pack: UNACCEPTABLE, bypass: "serious_threat" }));
    expect(letter).toContain(
      "On 12 January 2026 we told you why this was causing concern and asked you to change it.\n\nOn 2 February 2026 we wrote to you with a warning.\n\nWe did not wait for another warning, because a serious threat of violence was made. You can appeal all the same.",
    );
    expect(letter).not.toContain("did not send a warning");
  });

  it.each([
    ["on how you contact Northmoor Council. This letter says", [a("no_email"), a("witnessed")]],
    [
      "on how you contact Housing at Northmoor Council. This decision changes nothing for our other services. This letter says",
      [a("no_email", {}, ["Housing"]), a("witnessed", {}, ["Housing"])],
    ],
    [
      "on how you contact Northmoor Council. Each of them says below which services it is for. This letter says",
      [a("no_email", {}, ["Housing"]), a("witnessed")],
    ],
  ])("where it applies: %s", (words, restrictions) => {
    expect(decisionLetter(aDecision({ restrictions }))).toContain(`From 4 March 2026 there are restrictions ${words}`);
  });

  it("how to reach a point of contact outside the staff", () => {
    expect(decisionLetter(aDecision({ restrictions: [a("named_officer", { officer: "kit" })] }))).toContain(
      "1. Contact one person only: Kit Lowe (Northmoor Care), phone 01632 960111 or email kit@care.example. Contact",
    );
  });

  it("what is given beside the restrictions, numbered with them (CASEWORK section 2)", () => {
    const provisions = [
      { kind: "language", detail: "Polish" },
      { kind: "collection_point", detail: "Northmoor Library" },
    ] as const;
    expect(decisionLetter(aDecision({ restrictions: [a("no_email")], provisions }))).toMatch(
      /^1\. .*\n2\. Letters and calls are in Polish\.\n3\. Letters can be collected at Northmoor Library\.$/m,
    );
  });

  it("nothing of tailoring where the policy asks none", () => {
    expect(decisionLetter(aDecision({ tailored: null }))).not.toContain("fitted");
  });

  it("no contact at all: the one way that is open, and both who decided", () => {
    const change = {
      restrictions: [a("all_contact")],
      openWay: "letters to PO Box 1",
      decidedBy: { role: "executive", count: 2 },
    } as const;
    const letter = decisionLetter(aDecision(change));
    expect(letter).toContain("For this, and for services you depend on, use this way: letters to PO Box 1.");
    expect(letter).toContain("2 executives who took no part in what happened decided this on 3 March 2026.");
  });

  it("nothing undefined, no empty section, no space left over", () => {
    for (const pack of [PERSISTENT, UNACCEPTABLE]) {
      const letter = decisionLetter(aDecision({ pack, restrictions: EVERY_KIND, judged: [], stepsTaken: [] }));
      expect(letter).not.toMatch(/undefined|null|NaN|\n{3}| {2}| $/m);
    }
  });
});

describe("letter, register and approval card cannot disagree", () => {
  it("the letter holds the sentence of every restriction, word for word, in order, and no other", () => {
    const decisions = fc.record({
      restrictions: fc.subarray([...EVERY_KIND], { minLength: 1 }),
      pack: fc.constantFrom(PERSISTENT, UNACCEPTABLE),
      openWay: fc.constantFrom(null, "letters to PO Box 1"),
    });
    fc.assert(
      fc.property(decisions, (change) => {
        const record = aDecision(change);
        const numbered = decisionLetter(record).match(/^\d+\. .*$/gm) ?? [];
        const fromLetter = numbered.map((line) => line.replace(/^\d+\. /, ""));
        expect(fromLetter).toEqual(arrangementSentences(record.restrictions, record));
        expect(fromLetter.join(" ")).toBe(arrangementSentence(record.restrictions, record));
      }),
    );
  });
});
