/** Who sees to a proposal, and who does when its proposer has left. */
import { expect, it } from "vitest";
import { isTheirs } from "../../../src/policy/staff/left-to-the-team.ts";
import type { OfficerStatus, Role } from "../../../src/policy/vocabulary.ts";

it.each<[string, OfficerStatus | undefined, { id: string; roles: readonly Role[] }, boolean]>([
  ["its proposer", "active", { id: "mel", roles: ["service_manager"] }, true],
  ["nobody else while they are here", "active", { id: "ray", roles: ["register_team"] }, false],
  ["nor while they are away", "absent", { id: "ray", roles: ["register_team"] }, false],
  ["the register team once they have left", "left", { id: "ray", roles: ["officer", "register_team"] }, true],
  ["nobody else then", "left", { id: "sol", roles: ["senior_officer"] }, false],
  ["nobody else of a proposer who is not on the staff list", undefined, { id: "ray", roles: ["register_team"] }, false],
])("a proposal is seen to by %s", (_, status, officer, may) => {
  expect(isTheirs({ proposedBy: "mel", proposer: status && { status } }, officer)).toBe(may);
});
