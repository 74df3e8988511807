/** What can be chosen is chosen; what no menu holds is typed, in a form that each chat takes. */
import { describe, expect, it } from "vitest";
import { fitsMenu, MENU } from "../../cards/menu.ts";
import type { Form } from "../../cards/model.ts";
import { slackModal } from "../../cards/render/slack.ts";
import { SLACK } from "../../cards/render/slack-limits.ts";
import { teamsDialog } from "../../cards/render/teams.ts";
import { reportForm } from "../../cards/report-form.ts";
import { screenForm } from "../../cards/screen-form.ts";
import { viewFaults } from "./support/slack-lint.ts";
import { teamsFaults } from "./support/teams-lint.ts";

const target = { id: "0197a", version: 1 };
const now = { day: "2026-03-03", time: "09:30" };
const named = (count: number, length: number) =>
  Array.from({ length: count }, (_, place) => String(place).padEnd(length, "x"));
const optionsOf = (values: readonly string[]) => values.map((value) => ({ value, label: value }));

describe("a menu", () => {
  it.each([
    [0, 1, false],
    [1, 75, true],
    [1, 76, false],
    [100, 75, true],
    [101, 1, false],
  ])("of %i options of %i characters: %s", (count, length, fits) => {
    expect(fitsMenu(optionsOf(named(count, length)))).toBe(fits);
  });

  it("holds no more than Slack takes, which refuses the whole form for one option", () => {
    expect(MENU.value).toBeLessThanOrEqual(SLACK.optionValue);
    expect(MENU.options).toBeLessThanOrEqual(SLACK.optionsInSelect);
    const of = (length: number): Form => ({
      name: "report",
      title: "Report",
      submit: "Send",
      intro: [],
      target,
      fields: [{ kind: "choice", id: "who", label: "Who?", required: false, options: optionsOf(named(1, length)) }],
    });
    expect(viewFaults(slackModal(of(SLACK.optionValue)))).toEqual([]);
    expect(() => slackModal(of(SLACK.optionValue + 1))).toThrow(RangeError);
  });
});

describe.each([
  ["the report", (services: readonly string[]) => reportForm({ target, services, now })],
  ["screening a message", (services: readonly string[]) => screenForm({ target, services, now })],
])("the service in the form for %s", (_, formOf) => {
  it.each([
    ["is chosen from the list", named(3, 20), "choice"],
    ["is typed when there are more than a menu holds", named(101, 20), "text"],
    ["is typed when one has a long name", ["Housing", ...named(1, 76)], "text"],
    ["is not asked where there is none", [], undefined],
  ])("%s", (_case, services, kind) => {
    const form = formOf(services);
    expect(form.fields.find(({ id }) => id === "service")?.kind).toBe(kind);
    expect(viewFaults(slackModal(form))).toEqual([]);
    expect(teamsFaults(teamsDialog(form).card)).toEqual([]);
  });
});
