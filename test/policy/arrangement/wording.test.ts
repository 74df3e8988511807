/** What is given beside the restrictions, and who reads the way left open (CASEWORK section 2). */
import { describe, expect, it } from "vitest";
import { arrangementSentences } from "../../../src/policy/arrangement/arrangement-sentence.ts";
import { provisionWords, wordingNow, wordingOf } from "../../../src/policy/arrangement/wording.ts";
import { WORDING } from "./some-restrictions.ts";

const RECORD = { openWay: null, openWayReader: null, provisions: [] };

describe("the wording of a record", () => {
  it.each([
    [{ openWay: "letters to PO Box 12", openWayReader: null }, "letters to PO Box 12, read by the register team"],
    [{ openWay: "letters to PO Box 12", openWayReader: "priya" }, "letters to PO Box 12, read by the one named priya"],
    [{ openWay: null, openWayReader: "priya" }, null],
  ])("of %j says who reads it", (record, words) => {
    const nameOf = (id: string) => `the one named ${id}`;
    expect(wordingOf({ ...RECORD, ...record }, { ...WORDING, nameOf }).openWay).toBe(words);
  });

  it.each([
    ["the reader", "priya", "priya", "Priya Shah"],
    ["the reader, written in another case", "Priya", "priya", "Priya Shah"],
    ["whoever reads instead", "priya", "sam", "Sam Byrne, in place of Priya Shah"],
    ["the register team, where nobody does", "priya", null, "the register team, in place of Priya Shah"],
    ["the register team, where it is nobody else", null, "sam", "the register team"],
  ])("at this moment says who reads it now: %s", (_, openWayReader, now, words) => {
    const record = { ...RECORD, openWay: "letters to PO Box 12", openWayReader };
    const nameOf = (id: string) => WORDING.nameOf(id.toLowerCase());
    const wording = wordingNow(record, { ...WORDING, nameOf, readsNow: () => now });
    expect(wording.openWay).toBe(`letters to PO Box 12, read by ${words}`);
    expect(wordingNow({ ...record, openWay: null }, { ...WORDING, readsNow: () => now }).openWay).toBeNull();
  });

  it("gives language and collection point as sentences, after those of the restrictions", () => {
    const provisions = [
      { kind: "language", detail: "Polish" },
      { kind: "collection_point", detail: "the Town Hall" },
    ] as const;
    const words = ["Letters and calls are in Polish.", "Letters can be collected at the Town Hall."];
    expect(provisionWords(provisions)).toEqual(words);
    const noEmail = { kind: "no_email", clause: "7.3.2", scope: "organisation", parameters: {} } as const;
    const sentences = arrangementSentences([noEmail], wordingOf({ ...RECORD, provisions }, WORDING));
    expect(sentences.slice(1)).toEqual(words);
  });
});
