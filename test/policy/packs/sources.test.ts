/** CASEWORK section 6: a value says where the policy's text states it, and the text has that place. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { PERSISTENT, REASONABLE, UNACCEPTABLE } from "./known-packs.ts";

const textOf = (id: string): string =>
  readFileSync(new URL(`../../fixtures/policy/${id}.txt`, import.meta.url), "utf8");

/** Every `from` in a pack, with its path. */
function sources(part: unknown, path: readonly string[] = []): readonly { path: string; from: string }[] {
  if (typeof part !== "object" || part === null) return [];
  if ("value" in part && "from" in part && typeof part.from === "string")
    return [{ path: path.join("."), from: part.from }];
  return Object.entries(part).flatMap(([key, value]) => sources(value, [...path, key]));
}

describe("persistent and abusive behaviour", () => {
  const clauses = [...textOf("persistent-and-abusive-behaviour").matchAll(/^\s*(7\.\d(?:\.\d)?)\s/gm)].map(
    ([, clause]) => clause,
  );
  const cited = sources(PERSISTENT);

  it("is a text of 15 clauses, of which the pack cites many", () => {
    expect(clauses).toHaveLength(15);
    expect(cited.length).toBeGreaterThan(10);
  });

  it.each(cited)("$path is stated in $from", ({ from }) => {
    expect(clauses).toContain(from);
  });

  it("gives each restriction of 7.3 the clause that the text gives it", () => {
    const numbered = PERSISTENT.restrictions.value.flatMap(({ clause }) => (clause ? [clause] : []));
    expect(numbered).toEqual(clauses.filter((clause) => clause?.startsWith("7.3.")));
  });
});

describe("unacceptable actions", () => {
  const text = textOf("unacceptable-actions");
  const paragraphs = text
    .slice(text.indexOf("Staff that directly"), text.indexOf("Share this page"))
    .split(/\n\s*\n/)
    .filter((paragraph) => paragraph.trim() !== "");
  const cited = sources(UNACCEPTABLE);

  it("is a text of 8 paragraphs, of which the pack cites many", () => {
    expect(paragraphs).toHaveLength(8);
    expect(cited.length).toBeGreaterThan(15);
  });

  it.each(cited)("$path is stated in $from", ({ from }) => {
    expect(from).toMatch(/^paragraphs? [1-8]( and [1-8])?$/);
  });

  // What a paragraph is cited for, in its own words: a cited number alone could be any.
  it.each([
    ["safety.procedure", "Violence at Work Procedure"],
    ["approvers.0.role", "a senior member of staff"],
    ["steps.0.enclosesPolicy", "a warning letter containing a copy of this Policy"],
    ["steps.0.contains", "why their actions are deemed to be unacceptable, and asked to moderate"],
    ["warningEffect", "in around half of all cases"],
    ["bypass", "particularly vexatious or unreasonable"],
    ["appeal.alsoWithoutWarning", "right of appeal is unaffected"],
    ["length.inLetter", "if relevant, the length of time"],
    ["socialWork.asked", "known to Social Work Services"],
    ["pointOfContact.careWorker", "social or care worker may be an appropriate point of contact"],
    ["contactOutside", "will be disregarded"],
  ])("%s rests on “%s”", (path, words) => {
    const [, first] = /paragraphs? (\d)/.exec(cited.find((one) => one.path === path)?.from ?? "") ?? [];
    expect(paragraphs[Number(first) - 1]).toContain(words);
  });
});

it("a pack without a text behind it assumes every value", () => {
  expect(sources(REASONABLE)).toEqual([]);
});
