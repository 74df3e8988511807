import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nameAgreement } from "../../src/matching/name-agreement.ts";
import { foldName, nameKey } from "../../src/matching/names.ts";

describe("names are folded", () => {
  it.each([
    ["CASTLE, Mrs Brenda", ["castle", "brenda"]],
    ["Łukasz Wójcik", ["lukasz", "wojcik"]],
    ["Bríd O'Hanlon-Bjørk", ["brid", "ohanlon", "bjork"]],
    ["Brid O’Hanlon Bjørk", ["brid", "ohanlon", "bjork"]],
    ["Đoàn Straße", ["doan", "strasse"]],
    ["Prof. Dame Zhāng", ["zhang"]],
    ["张 伟", ["张", "伟"]],
    ["김 민준", ["김", "민준"]],
    ["أَحْمَد عَلِيّ", ["احمد", "علي"]],
    ["שָׂרָה כֹּהֵן־לֵוִי", ["שרה", "כהן", "לוי"]],
    // These marks make other names.
    ["मीना शर्मा", ["मीना", "शर्मा"]],
    ["がくと さとう", ["がくと", "さとう"]],
    ["Mr.", []],
    [" . ", []],
  ])("%j", (written, tokens) => expect(foldName(written)).toEqual(tokens));

  it("once is enough", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" })), (written) => {
        const once = foldName(written);
        expect(foldName(once.join(" "))).toEqual(once);
      }),
      { numRuns: 500 },
    );
  });

  it("in any order they have one key", () => {
    expect(nameKey(foldName("Wójcik, Ewa"))).toBe(nameKey(foldName("Ms EWA WOJCIK")));
  });
});

describe("a name given", () => {
  it.each([
    ["Rosalind Maud Tregarth", "Tregarth Maud Rosalind", "in-full"],
    ["Rosalind Maud Tregarth", "Rosalind Tregarth", "agrees"],
    ["Rosalind Maud Tregarth", "R. Tregarth", "agrees"],
    ["Rosalind Maud Tregarth", "Tregarth, M", "agrees"],
    ["Rosalind Maud Tregarth", "Rosalind Maud", "agrees"],
    ["Rosalind Maud Tregarth", "R. M. Tregarth", "contradicts"],
    ["Rosalind Maud Tregarth", "Rosalind T.", "contradicts"],
    ["Rosalind Maud Tregarth", "Rosalind R.", "contradicts"],
    ["Rosalind Maud Tregarth", "Ros Tregarth", "contradicts"],
    ["Rosalind Maud Tregarth", "Rosalind Anna Tregarth", "contradicts"],
    ["Rosalind Maud Tregarth", "Tregarth", "contradicts"],
    // One token may be an initial: two are two, also of one letter.
    ["Brid Bernadette O'Hanlon", "B O'Hanlon", "agrees"],
    ["Brid Bernadette O'Hanlon", "B B O'Hanlon", "contradicts"],
    ["Brid O'Hanlon", "B B O'Hanlon", "contradicts"],
    ["B B O'Hanlon", "B. O'Hanlon", "in-full"],
    ["B O'Hanlon", "B. B. O'Hanlon", "in-full"],
    // The tokens are a set: a word said twice is one, and one agrees only when it is the whole of the name.
    ["Anna Nowak", "Anna Anna", "contradicts"],
    ["Anna", "Anna Anna", "in-full"],
    ["Anna Anna", "Anna", "in-full"],
    ["Anna Anna", "Anna Anna", "in-full"],
    ["Anna Nowak", "Anna Anna Nowak", "in-full"],
    ["Anna Maria Nowak", "Anna Anna Nowak", "agrees"],
    ["Anna Maria Nowak", "M Anna Anna", "agrees"],
    ["Anna Nowak", "A Anna", "contradicts"],
    ["Anna Maria Anna", "A Maria", "contradicts"],
    ["J. Nowak", "J Nowak", "in-full"],
    ["J. Nowak", "Jan Nowak", "contradicts"],
    ["Ondine", "Ms Ondine", "in-full"],
    ["Ondine", "Ondine Ferris", "contradicts"],
    ["Ondine", "O.", "contradicts"],
    ["𠮷田 太郎", "𠮷 太郎", "agrees"],
    ["太郎 𠮷田", "太郎 𠮷", "contradicts"],
    ["Alex Morgan", "", "not-given"],
    ["Alex Morgan", "Mr", "not-given"],
  ])("on the register %j, given %j: %s", (known, given, agreement) => {
    expect(nameAgreement(foldName(given), [foldName(known)])).toBe(agreement);
  });

  it("may be an alias, whose own last word takes no initial", () => {
    const names = ["Petronel Ashby", "Nellie Blake", "Nell"].map(foldName);
    expect(nameAgreement(foldName("N. Blake"), names)).toBe("agrees");
    expect(nameAgreement(foldName("Nellie B."), names)).toBe("contradicts");
    expect(nameAgreement(foldName("Nell"), names)).toBe("in-full");
    expect(nameAgreement(foldName("Petronel Blake"), names)).toBe("contradicts");
  });
});
