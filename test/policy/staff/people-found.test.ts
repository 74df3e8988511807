import { describe, expect, it } from "vitest";
import { officerToFind, outsideToFind, peopleFound } from "../../../src/policy/staff/people-found.ts";

const person = (name: string, more: { email?: string; extension?: string; status?: "absent" } = {}) =>
  officerToFind({
    name,
    service: "Housing",
    email: `${name.toLowerCase().replace(" ", ".")}@northmoor.example`,
    extension: null,
    status: "active",
    ...more,
  });
const PRIYA = person("Priya Shah");
const PRIYANKA = person("Priyanka Shah", { extension: "4471" });
const LI = person("Wei Li", { email: "wei.li@northmoor.example" });
const LIAM = person("Liam Adair");
const BRID = person("Bríd O’Hanlon", { email: "b.ohanlon@northmoor.example", status: "absent" });
const CARER = outsideToFind({ id: "care-1", name: "Leila Haddad", body: "Care Together", email: "leila@care.example" });
const EVERYBODY = [PRIYANKA, PRIYA, LIAM, LI, BRID, CARER];

describe("who is found", () => {
  it.each([
    ["the beginning of a name", "priy", [PRIYA, PRIYANKA]],
    ["a whole name first, though others begin like it", "li", [LI, LIAM]],
    ["the surname first", "Shah, Priya", [PRIYA, PRIYANKA]],
    ["beginnings of two words", "pri sh", [PRIYA, PRIYANKA]],
    ["a name without its accent and apostrophe", "brid ohan", [BRID]],
    ["a name with another apostrophe", "o'hanlon", [BRID]],
    ["an email in any case", " Priya.Shah@North", [PRIYA]],
    ["the part of an email before its @", "b.ohan", [BRID]],
    ["an extension", "4471", [PRIYANKA]],
    ["the beginning of an extension", "44", [PRIYANKA]],
    ["the name of somebody outside the staff", "haddad", [CARER]],
    ["the email of somebody outside the staff", "leila@care", [CARER]],
  ])("by %s", (_, typed, found) => {
    expect(peopleFound(typed, EVERYBODY)).toEqual(found);
  });

  it.each(["", "  ", "…", "@", "nobody", "priya nobody", "hah", "northmoor", "471", "x".repeat(10_000)])(
    "is nobody by %j",
    (typed) => {
      expect(peopleFound(typed, EVERYBODY)).toEqual([]);
    },
  );

  it("is called by name and service, and away where they are", () => {
    expect([PRIYA, BRID, CARER].map(({ label }) => label)).toEqual([
      "Priya Shah, Housing",
      "Bríd O’Hanlon (away), Housing",
      "Leila Haddad, Care Together (not on the staff)",
    ]);
  });
});
