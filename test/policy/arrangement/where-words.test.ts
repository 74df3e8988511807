import { expect, it } from "vitest";
import { whereWords } from "../../../src/policy/arrangement/where-words.ts";
import { a } from "./some-restrictions.ts";

const ROADS = ["Roads", "Parking"];

it.each([
  ["every service", [a("no_email"), a("witnessed")]],
  ["Roads and Parking", [a("no_email", {}, ROADS), a("witnessed", {}, ROADS)]],
  [
    "No emails, letters instead: Roads and Parking; personal contact with a witness present: every service",
    [a("no_email", {}, ROADS), a("witnessed")],
  ],
  [
    "No emails, letters instead: Roads and Parking; personal contact with a witness present: Housing",
    [a("no_email", {}, ROADS), a("witnessed", {}, ["Housing"])],
  ],
])("says %s", (words, restrictions) => {
  expect(whereWords(restrictions)).toBe(words);
});
