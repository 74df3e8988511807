import { expect, it } from "vitest";
import { describePack } from "../../../src/policy/packs/describe-pack.ts";
import { PERSISTENT, UNACCEPTABLE } from "./known-packs.ts";

it.each([
  [
    PERSISTENT,
    "advice: ask the customer to moderate their behaviour; by the officer or service manager (7.2.1); by phone, letter or email (7.2.1); counts for 6 months (assumed)",
  ],
  [PERSISTENT, "no step may be left out (7.2)"],
  [PERSISTENT, "7.3.4 one named officer only"],
  [PERSISTENT, "20 working days to appeal (assumed)"],
  [PERSISTENT, "Executive (assumed); 2 must approve (assumed), 3 are asked (assumed): no contact, save one named way"],
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
