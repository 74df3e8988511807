import { expect, it } from "vitest";
import type { Field, Form } from "../../../cards/model.ts";
import { nobodys, peopleNamed } from "../../../src/chat/handlers/people-named.ts";

const text = (id: string, people: boolean): Field => ({
  kind: "text",
  id,
  label: id,
  required: false,
  multiline: true,
  maxLength: 3_000,
  ...(people ? { people } : {}),
});
const form: Form = {
  name: "proposal-gates",
  title: "A form",
  submit: "Send",
  intro: [],
  fields: [text("who", true), text("why", false)],
  target: { id: "00000000-0000-4000-8000-000000000001", version: 1 },
};
const person = (name: string, value: string) => ({ name, value, label: `${name}, Housing` });
const JOS = Array.from({ length: 7 }, (_, n) => person(`Jo Reid${"abcdefg"[n]}`, `jo${n}@northmoor.example`));
const STAFF = [
  person("Priya Shah", "p.shah@northmoor.example"),
  person("Sam Hale", "s.hale@northmoor.example"),
  ...JOS,
];

it.each([
  ["a name a line", "priya shah\n sam ", "p.shah@northmoor.example\ns.hale@northmoor.example"],
  ["a name with a comma", "Shah, Priya", "p.shah@northmoor.example"],
  [
    "emails beside one another, of whoever they are",
    "s.hale@northmoor.example, nobody@northmoor.example",
    "s.hale@northmoor.example\nnobody@northmoor.example",
  ],
  ["somebody unknown among them", "sam\nzebedee quux", "s.hale@northmoor.example\nzebedee quux"],
  ["nothing", "", ""],
])("reads %s", (_, who, read) => {
  expect(peopleNamed(form, { who }, STAFF)).toEqual({ values: { who: read }, faults: {} });
});

it("leaves every other field as it was typed", () => {
  expect(peopleNamed(form, { why: "sam hale", days: ["monday"] }, STAFF)).toEqual({
    values: { why: "sam hale", days: ["monday"] },
    faults: {},
  });
});

it("asks which of several is meant, and lists a few", () => {
  const { values, faults } = peopleNamed(form, { who: "priya shah\njo" }, STAFF);
  expect(values).toEqual({ who: "p.shah@northmoor.example\njo" });
  expect(faults["who"]).toMatch(/^Several people are called this: Jo Reida, Housing \(jo0@northmoor.example\); /);
  expect(faults["who"]).toMatch(/Jo Reide, Housing \(jo4@northmoor.example\) and 2 more. Enter the email of one.$/);
});

it.each([
  [["zed"], "“zed” is nobody's work email here."],
  [["zed", "ann@x.example"], "“zed” and “ann@x.example” are nobody's work email here."],
  [["a", "b", "c", "d", "e", "f", "g"], "“a”, “b”, “c”, “d”, “e” and 2 more are nobody's work email here."],
  [["z".repeat(300)], `“${"z".repeat(99)}…” is nobody's work email here.`],
])("says which of what was typed is nobody: %j", (typed, words) => {
  expect(nobodys(typed, "work email")).toBe(words);
});
