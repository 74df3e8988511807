import { expect, it } from "vitest";
import { AT_ONCE_WORDS } from "../../../src/policy/arrangement/plain-words.ts";
import { describePack } from "../../../src/policy/packs/describe-pack.ts";
import { PERSISTENT, REASONABLE, UNACCEPTABLE } from "./known-packs.ts";

it.each([
  [
    PERSISTENT,
    "advice: ask the customer to moderate their behaviour; by the officer or service manager (7.2.1); by phone, letter or email (7.2.1); counts for 6 months (assumed)",
  ],
  [PERSISTENT, "no step may be left out (7.2)"],
  [PERSISTENT, "7.3.4 one named officer only"],
  [PERSISTENT, "20 working days to appeal (assumed)"],
  [
    PERSISTENT,
    "warning letter; by the service manager (7.2.2); by letter (7.2.2); counts for 12 months (assumed) from receipt",
  ],
  [PERSISTENT, "advice says: why it causes concern, ask to moderate and what may follow (7.2.1)"],
  [PERSISTENT, "warning says: what may follow and procedures in place (7.2.2)"],
  [PERSISTENT, "      Hello, this is {officer} from {service}. Am I speaking to {customer}?"],
  [PERSISTENT, "a closed topic is read by a designated officer and not acknowledged (7.3.7)"],
  [PERSISTENT, "the letter states the length always (7.3)"],
  [
    PERSISTENT,
    "time consuming and disruptive; shown by contacts, minutes and officers; judged unreasonably persistent (7.2)",
  ],
  [PERSISTENT, "centrally, by the Customer and Transformation Team: "],
  [PERSISTENT, "nobody is on duty for the short road (assumed)"],
  // 7.3 does not name it: the council confirms it.
  [PERSISTENT, "no contact with named officers (assumed)"],
  [PERSISTENT, "  - restrictions.value.9"],
  [PERSISTENT, "proposal, by the service manager or senior officer (assumed)"],
  [UNACCEPTABLE, "warning says: policy copy, why unacceptable, ask to moderate and what may follow (paragraph 3)"],
  [
    PERSISTENT,
    "it went on: something new is reported after the advice before the warning and after receipt of the warning before the proposal, unless a step was left out for a reason of the pack; between steps from before the product, their record is believed (7.2.1 and 7.2.2)",
  ],
  [
    UNACCEPTABLE,
    "it went on: something new is reported after receipt of the warning before the proposal, unless a step was left out for a reason of the pack (paragraph 3)",
  ],
  [UNACCEPTABLE, "the Violence at Work Procedure (paragraph 1): the staff intranet (assumed)"],
  [
    UNACCEPTABLE,
    "the behaviour was particularly vexatious or unreasonable; with the written reason of a senior officer, who approves it; short road",
  ],
  [UNACCEPTABLE, "on duty: one executive, whom the organisation names (assumed)"],
  [UNACCEPTABLE, "clocks run day and night (assumed)"],
  [UNACCEPTABLE, "asked, without holding the decision: social work and adjustments (assumed)"],
  [UNACCEPTABLE, "the right of appeal is the same without a warning (paragraph 3)"],
  [UNACCEPTABLE, "social work is asked always (paragraph 6); an attempt is enough after 2 working days (assumed)"],
  [UNACCEPTABLE, "offered first: one named officer only (assumed)"],
  [
    UNACCEPTABLE,
    "a social or care worker is offered as the point of contact: mental health, and known to social work (paragraph 7)",
  ],
  [UNACCEPTABLE, "expected: in around half of all cases a warning letter is enough (paragraph 3)"],
  [UNACCEPTABLE, "the letter states the length where relevant (paragraph 4)"],
  [UNACCEPTABLE, "working days of Scotland (assumed), 9am to 5pm (assumed)"],
  [
    REASONABLE,
    "by the officer, or while they are away whoever has the report (assumed); by phone or arranged meeting (assumed)",
  ],
  [REASONABLE, "3 must approve (assumed), 4 are asked (assumed)"],
  [REASONABLE, "longer than 3 months, the whole organisation"],
  [
    PERSISTENT,
    "Executive (assumed); 2 must approve (assumed), 3 are asked (assumed): no contact, except one named way",
  ],
  [
    UNACCEPTABLE,
    "a warning may be left out when a serious threat of violence was made or the behaviour was particularly vexatious or unreasonable; the right of appeal stays (paragraphs 3 and 5)",
  ],
  [UNACCEPTABLE, "Senior officer (paragraph 2); 1 must approve"],
  [
    UNACCEPTABLE,
    "contact outside the arrangement is read once for danger or anything new, then disregarded (paragraph 8)",
  ],
  [UNACCEPTABLE, "reviewed every 6 months and 1 month before the end (assumed)"],
])("$id: the ladder says %s", (pack, line) => {
  expect(describePack(pack)).toContain(line);
});

it("lists every value that the text does not state", () => {
  const stated = { ...UNACCEPTABLE, calendar: { value: UNACCEPTABLE.calendar.value, from: "a letter" } };
  expect(describePack(UNACCEPTABLE)).toContain("  - calendar\n");
  expect(describePack(stated)).not.toContain("  - calendar\n");
});

it("says which gates a pack does not ask", () => {
  const gates = { value: [...PERSISTENT.gates.value].filter((name) => name !== "scope"), assumed: true as const };
  expect(describePack({ ...PERSISTENT, gates })).toMatch(/not asked: .*scope/);
});

it("prints every axis: none is there that a council does not get to see", () => {
  const text = describePack(PERSISTENT);
  for (const path of ["retentionMonths", "protectedWords", "behaviours", "openProposal.maskedCardInSeniorChannel"])
    expect(text).toContain(`  - ${path}`);
  for (const words of PERSISTENT.protectedWords.value) expect(text).toContain(words);
  for (const words of Object.values(AT_ONCE_WORDS)) expect(text).toContain(words);
  expect(text).toContain("enclosed with letters: Unreasonably persistent and abusive behaviour policy, version 1");
});
