/** CASEWORK section 2, "linked": each restriction rests on reports, and keeps them while the proposal changes. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { carryLinks, chooseLinks, type ReportLink } from "../../../src/policy/gates/report-links.ts";
import { RESTRICTION_KINDS, type RestrictionKind } from "../../../src/policy/vocabulary.ts";

const from = (...explains: RestrictionKind[]): ReportLink => ({ incident: "from", proposedFrom: true, explains });
const other = (...explains: RestrictionKind[]): ReportLink => ({ incident: "other", proposedFrom: false, explains });

describe("the reports that explain a restriction", () => {
  it("are the one it was proposed from until the proposer says otherwise", () => {
    expect(carryLinks([from()], ["no_email", "witnessed"])).toEqual([from("no_email", "witnessed")]);
  });

  it("stay while the kinds stay", () => {
    const links = [from("witnessed"), other("no_email")];
    expect(carryLinks(links, ["no_email", "witnessed"])).toEqual(links);
  });

  it("explain what takes the place of a restriction", () => {
    expect(carryLinks([from("witnessed"), other("no_email")], ["witnessed", "channels_only"])).toEqual([
      from("witnessed"),
      other("channels_only"),
    ]);
  });

  it("are chosen kind by kind; what was not asked stays", () => {
    expect(chooseLinks([from("no_email", "witnessed")], { no_email: ["other"] })).toEqual([
      from("witnessed"),
      other("no_email"),
    ]);
  });

  it("may be none: the gate then holds the proposal", () => {
    expect(chooseLinks([from("no_email"), other("no_email")], { no_email: [] })).toEqual([from(), other()]);
  });

  it("never leave a restriction unexplained by themselves, and explain none that is not proposed", () => {
    const kinds = fc.subarray([...RESTRICTION_KINDS]);
    fc.assert(
      fc.property(kinds, kinds, kinds, (own, theirs, wanted) => {
        const links = carryLinks([from(...own), other(...theirs)], wanted);
        expect(new Set(links.flatMap(({ explains }) => explains))).toEqual(new Set(wanted));
      }),
    );
  });
});
