import { describe, expect, it } from "vitest";
import { policyText, type Row, readTable } from "./table.ts";

/** What surrounds the two extracts: a title, headings, and what their web pages say around them. */
const AROUND: Readonly<Record<string, readonly string[]>> = {
  "persistent-and-abusive-behaviour": ["Unreasonably persistent and abusive behaviour policy", "Imposing restrictions"],
  "unacceptable-actions": [
    "Toggle menu",
    "Policy on Unacceptable Actions by Customers",
    "Deciding to Restrict Customer Contact",
    "Share this page",
    "Share on Facebook",
    "Share on Twitter",
    "Share by email",
  ],
};

const rows = readTable();
const rowsOf = (policy: string): readonly Row[] => rows.filter((row) => row.policy === policy);

describe.each(Object.entries(AROUND))("the sentences of %s", (policy, around) => {
  it("are all in the table, word for word and in order, and nothing else is", () => {
    let rest = policyText(policy);
    for (const words of [...around, ...rowsOf(policy).map(({ sentence }) => sentence)]) {
      expect(rest).toContain(words);
      rest = rest.replace(words, " ");
    }
    // What is left over are the numbers of the clauses.
    expect(rest.replaceAll(/\b7(\.\d)+\b/g, "").trim()).toBe("");
  });
});

it.each(rows)("$policy $id says what the bot does, and by which test, or why not", (row) => {
  expect(row.does).not.toBe("");
  const shown = row.tests.length > 0;
  expect(shown || row.open !== undefined || row.notForSoftware !== undefined).toBe(true);
});

it.each(rows.filter(({ open }) => open !== undefined))(
  "$policy $id says what it waits for, and what is missing",
  ({ open }) => {
    expect(open).toMatch(/^waits for (documents|reviews|appeals)\. \S.*\.$/);
  },
);

it("gives every sentence an id of its own", () => {
  const ids = rows.map(({ policy, id }) => `${policy} ${id}`);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.length).toBeGreaterThan(30);
});
