/** What is given beside the restrictions, and who reads the way left open (CASEWORK section 2). */
import { describe, expect, it } from "vitest";
import { arrangementSentences } from "../../../src/policy/arrangement/arrangement-sentence.ts";
import { provisionWords, wordingOf } from "../../../src/policy/arrangement/wording.ts";
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
