import { describe, expect, it } from "vitest";
import { personMeant } from "../../../src/policy/staff/person-meant.ts";

const person = (
  name: string,
  service: string,
  value = `${name.toLowerCase().replace(" ", ".")}@northmoor.example`,
) => ({
  value,
  name,
  label: `${name}, ${service}`,
});
const PRIYA = person("Priya Shah", "Housing");
const PRIYANKA = person("Priyanka Shah", "Parks");
const JO = person("Jo Reid", "Housing");
const JORDAN = person("Jordan Reid", "Parks");
const OTHER_JO = person("Jo Reid", "Planning", "jo.reid2@northmoor.example");
const BRID = person("Bríd O’Hanlon", "Housing", "b.ohanlon@northmoor.example");
const CARER = person("Leila Haddad", "Care Together", "care-worker-1");

describe("who is meant", () => {
  it.each([
    ["a work email in any case", " Priya.Shah@Northmoor.Example", PRIYA],
    ["an id of somebody outside the staff", "care-worker-1", CARER],
    ["a whole name, though another begins like it", "Priya Shah", PRIYA],
    ["the surname first", "shah, priya", PRIYA],
    ["the beginning of one name", "priyan", PRIYANKA],
    ["beginnings of two words", "jor re", JORDAN],
    ["a name without its accent and apostrophe", "brid ohanlon", BRID],
  ])("by %s", (_, typed, { value }) => {
    expect(personMeant(typed, [PRIYA, PRIYANKA, JO, JORDAN, BRID, CARER])).toEqual({ code: "one", value });
  });

  it.each([
    ["two begin like that", "shah", [PRIYA, PRIYANKA]],
    ["two have the whole name", "Jo Reid", [JO, OTHER_JO]],
  ])("several when %s", (_, typed, people) => {
    expect(personMeant(typed, [PRIYA, PRIYANKA, JO, JORDAN, OTHER_JO])).toEqual({ code: "several", people });
  });

  it.each(["nobody", "priya nobody", "priya@shah.example", "", "…"])("nobody by %j", (typed) => {
    expect(personMeant(typed, [PRIYA, PRIYANKA])).toEqual({ code: "nobody" });
  });
});
