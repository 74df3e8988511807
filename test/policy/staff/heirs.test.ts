/** Who takes over from somebody who has left. */
import { describe, expect, it } from "vitest";
import { heirsOf, proposerAfter } from "../../../src/policy/staff/heirs.ts";
import type { Officer } from "../../../src/policy/staff/officer.ts";
import { anOfficer } from "./some-staff.ts";

const LEAVER = anOfficer("leo", { status: "left", deputy: "dee", lineManager: "mia" });
const DEE = anOfficer("dee", { deputy: "dan" });
const MIA = anOfficer("mia", { lineManager: "max" });
const REST = [anOfficer("dan"), anOfficer("max"), anOfficer("tom", { roles: ["register_team"] })];
const away = (officer: Officer): Officer => ({ ...officer, status: "absent" });

describe("the heirs", () => {
  it.each<[string, readonly Officer[], readonly string[]]>([
    ["deputy, line, register team", [DEE, MIA], ["dee", "mia", "max", "tom"]],
    ["a deputy who is away has a deputy", [away(DEE), MIA], ["dan", "mia", "max", "tom"]],
    ["nobody a card does not reach", [{ ...DEE, linked: false }, away(MIA)], ["max", "tom"]],
    ["each once", [anOfficer("dee", { roles: ["register_team"] }), MIA], ["dee", "mia", "max", "tom"]],
  ])("%s", (_, [dee, mia], expected) => {
    const staff = [LEAVER, ...(dee ? [dee] : []), ...(mia ? [mia] : []), ...REST];
    expect(heirsOf(staff, LEAVER).map(({ id }) => id)).toEqual(expected);
  });

  it("of a register team's only member who names nobody are nobody", () => {
    const only = anOfficer("leo", { roles: ["register_team"], deputy: "leo", lineManager: "leo" });
    expect(heirsOf([only], only)).toEqual([]);
  });
});

describe("a proposal", () => {
  const heirs = [DEE, MIA];
  it.each([
    ["goes to the first", { involved: [], asked: [] }, "dee"],
    ["not to who reported it or was hurt", { involved: ["dee"], asked: [] }, "mia"],
    ["not to who was asked to decide it", { involved: [], asked: ["dee"] }, "mia"],
    ["to nobody when all have a part in it", { involved: ["dee"], asked: ["mia"] }, undefined],
  ])("%s", (_, handed, expected) => {
    expect(proposerAfter(heirs, handed)?.id).toBe(expected);
  });
});
