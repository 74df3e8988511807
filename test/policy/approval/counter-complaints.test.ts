/** CASEWORK section 4, "a person named in a counter-complaint": since when a complaint bars, and from which proposals. */
import { describe, expect, it } from "vitest";
import {
  barredFrom,
  complainedAbout,
  maySettle,
  type Parts,
  type Recorded,
} from "../../../src/policy/approval/counter-complaints.ts";
import type { Involved } from "../../../src/policy/approval/open-proposal.ts";
import { anOfficer } from "../staff/some-staff.ts";
import { anOpenProposal } from "./some-proposals.ts";

const on = (day: number) => new Date(Date.UTC(2026, 2, day));
/** Began on 10 March and waits. */
const WAITING: Recorded = {
  id: "waiting",
  state: "submitted",
  startedAt: on(10),
  decidedAt: null,
  complainedAbout: [],
};
const another = (change: Partial<Recorded>): Recorded => ({
  ...WAITING,
  id: "another",
  startedAt: on(1),
  complainedAbout: ["dana"],
  ...change,
});

describe("a complaint bars from a proposal of the same customer", () => {
  it.each<[string, Recorded, string[]]>([
    ["recorded with another that is a draft", another({ state: "draft" }), ["dana"]],
    ["with one that waits", another({}), ["dana"]],
    ["with one that came back, whenever that was", another({ state: "returned", decidedAt: on(2) }), ["dana"]],
    ["with one that ran out, whenever that was", another({ state: "expired", decidedAt: on(2) }), ["dana"]],
    ["with one that was approved since this one began", another({ state: "approved", decidedAt: on(11) }), ["dana"]],
    ["with one that was withdrawn as this one began", another({ state: "withdrawn", decidedAt: on(10) }), ["dana"]],
    ["not when it closed before: then it was carried over", another({ state: "rejected", decidedAt: on(9) }), []],
    ["not when nobody was named", another({ complainedAbout: [] }), []],
  ])("%s", (_, other, barred) => {
    expect(complainedAbout(WAITING, [WAITING, other])).toEqual(barred);
  });

  it("as long as the proposal that it was recorded with is looked at, however long ago", () => {
    const closed = another({ state: "approved", startedAt: on(1), decidedAt: on(2) });
    expect(complainedAbout(closed, [closed])).toEqual(["dana"]);
  });

  it("each officer once, in one order whichever is read first", () => {
    const all = [{ ...WAITING, complainedAbout: ["pat", "dana"] }, another({ complainedAbout: ["dana", "kit"] })];
    const [waiting = WAITING] = all;
    expect(complainedAbout(waiting, all)).toEqual(["dana", "kit", "pat"]);
    expect(complainedAbout(waiting, all.toReversed())).toEqual(["dana", "kit", "pat"]);
  });
});

describe("that a complaint is settled is recorded by", () => {
  const ray = anOfficer("ray", { roles: ["register_team"] });
  /** Two open proposals; the complaint stands in one of them. */
  const parts = (change: Partial<Involved> = {}, asked: readonly string[] = ["max"]): Parts => ({
    involved: [anOpenProposal({ complainedAbout: ["dana"] }), anOpenProposal({ proposedBy: "jo", ...change })],
    asked,
  });
  it.each<[string, Parameters<typeof maySettle>[0], Parts, boolean]>([
    ["the register team", ray, parts(), true],
    ["nobody else: not a senior officer", anOfficer("sol", { roles: ["senior_officer"] }), parts(), false],
    ["not whom it names", ray, parts({ complainedAbout: ["ray"] }), false],
    ["not who proposed something about the customer", ray, parts({ proposedBy: "ray" }), false],
    ["not who reported what one of them rests on", ray, parts({ reportedBy: ["ray"] }), false],
    ["not whom that affected", ray, parts({ affected: ["ray"] }), false],
    ["not who declared an interest in one of them", ray, parts({ declaredInterest: ["ray"] }), false],
    ["not who was asked to decide about them", ray, parts({}, ["ray"]), false],
    ["nobody when there is no complaint", ray, { involved: [anOpenProposal()], asked: [] }, false],
  ])("%s", (_, officer, of, may) => {
    expect(maySettle(officer, of)).toBe(may);
  });

  it("of whom it names, each once, in whichever of the proposals it stands", () => {
    expect(barredFrom(parts({ complainedAbout: ["dana", "kit"] }))).toEqual(["dana", "kit"]);
  });
});
