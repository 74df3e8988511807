import fc from "fast-check";
import MarkdownIt from "markdown-it";
import { describe, expect, it } from "vitest";
import { line, opens } from "../../../cards/blocks.ts";
import type { Card, Form } from "../../../cards/model.ts";
import { markdownSafe } from "../../../cards/render/markdown.ts";
import {
  type AdaptiveCard,
  teamsAction,
  teamsCard,
  teamsDialog,
  teamsForm,
  teamsTarget,
  teamsTold,
  teamsValues,
} from "../../../cards/render/teams.ts";
import { card, form, nastyText } from "../support/nasty.ts";
import { teamsFaults } from "../support/teams-lint.ts";

const target = { id: "0197a", version: 3 };
const small: Card = { title: "A title", notification: "A decision is waiting for you.", body: [], buttons: [] };
const asked: Form = {
  name: "report",
  title: "Report a contact",
  submit: "Send",
  intro: [],
  target,
  fields: [
    {
      kind: "text",
      id: "what",
      label: "What happened?",
      hint: "What you saw and heard.",
      required: true,
      multiline: true,
      maxLength: 3_000,
    },
    {
      kind: "choices",
      id: "days",
      label: "Days",
      required: false,
      options: [
        { value: "monday", label: "Monday" },
        { value: "friday", label: "Friday" },
      ],
    },
    { kind: "number", id: "minutes", label: "Minutes", required: false, min: 1, max: 60, value: "5" },
  ],
};

/** What people read, when a host draws the text as Markdown. */
function read(text: string): string {
  const html = new MarkdownIt().render(text);
  const bare = html.replace(/^<p>/, "").replace(/<\/p>\n$/, "");
  return bare.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
}

function find(made: AdaptiveCard, type: string): unknown[] {
  return made.body.filter((element) => element.type === type);
}

describe("a row", () => {
  it("stands close below its heading, and apart from the row and the heading before it", () => {
    const row = { kind: "row", spans: ["R-2031"], button: opens("report", "Open", target) } as const;
    const made = teamsCard({ ...small, body: [line("To read"), row, row, line("To send"), row] });
    const spacings = made.body.slice(1).map((element) => ("spacing" in element ? element.spacing : undefined));
    expect(spacings).toEqual(["Default", "Small", "Medium", "Large", "Small"]);
  });

  const columnsOf = (label: string) => {
    const button = { label, action: "staff-open", target, opens: "form" } as const;
    const { body } = teamsCard({ ...small, body: [{ kind: "row", spans: ["Adult Social Care"], button }] });
    const row = JSON.stringify(body).match(/"columns":(\[.*)/)?.[1] ?? "";
    return row.split('"type":"Column"').length - 1;
  };

  it("has its button beside the text, and a long one below it: a phone has no room for both", () => {
    expect(columnsOf("Open H-1001")).toBe(2);
    expect(columnsOf("Open Fiona Drummond")).toBe(1);
  });
});

describe("Teams", () => {
  it("makes only cards and dialogs that pass Microsoft's parser and the rules, whatever the text", () => {
    fc.assert(
      fc.property(card, form, (anyCard, anyForm) => {
        expect(teamsFaults(teamsCard(anyCard))).toEqual([]);
        expect(teamsFaults(teamsTold(anyCard).card)).toEqual([]);
        expect(teamsFaults(teamsDialog(anyForm, { f0: "Enter a date." }).card)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it("shows as typed, in Markdown, whatever is in a heading or an option", () => {
    fc.assert(
      fc.property(nastyText, (text) => {
        const typed = text
          .toWellFormed()
          .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u202A-\u202E\u2066-\u2069]/gu, "")
          .replace(/\s+/g, " ")
          .trim();
        fc.pre(typed.length > 0);
        expect(read(markdownSafe(text))).toBe(typed);
      }),
    );
  });

  it.each([
    "[press](https://evil.example)",
    "<b>x</b>",
    "**x**",
    "# x",
    "1. x",
    "- x",
    "+ x",
    "a_b@x.example",
    "_x_",
    "`x`",
    "&lt;",
    "![x](y)",
    "---",
    "=== x",
    "~~x~~",
  ])("shows %s as typed", (text) => expect(read(markdownSafe(text))).toBe(text));

  it("puts data of blocks into runs, which read no Markdown, and disarms date functions", () => {
    const made = teamsCard({
      ...small,
      body: [{ kind: "line", spans: ["[x](y) {{DATE(2026-03-03T10:00:00Z)}}", { strong: "b" }] }],
    });
    expect(find(made, "RichTextBlock")).toEqual([
      {
        type: "RichTextBlock",
        spacing: "Default",
        inlines: [
          { type: "TextRun", text: "[x](y) {\u200b{DATE(2026-03-03T10:00:00Z)}}" },
          { type: "TextRun", text: "b", weight: "Bolder" },
        ],
      },
    ]);
  });

  it("keeps the line breaks of a quotation", () => {
    const made = teamsCard({ ...small, body: [{ kind: "quote", text: "One\nTwo\n\nThree" }] });
    expect(find(made, "Container")).toMatchObject([
      {
        items: [
          { inlines: [{ text: "One" }] },
          { inlines: [{ text: "Two" }] },
          { inlines: [{ text: "Three" }], spacing: "Medium" },
        ],
      },
    ]);
  });

  it("tells a press that opens a dialog from one that is the whole act", () => {
    const made = teamsCard({
      ...small,
      buttons: [
        { action: "approve", label: "Approve", opens: "form", style: "primary", target },
        { action: "alert-acknowledge", label: "Acknowledge", opens: "nothing", target },
      ],
    });
    const data = { action: "alert-acknowledge", i: "0197a", v: 3 };
    expect(find(made, "ActionSet")).toEqual([
      {
        type: "ActionSet",
        spacing: "Medium",
        actions: [
          {
            type: "Action.Submit",
            title: "Approve",
            style: "positive",
            data: { action: "approve", i: "0197a", v: 3, msteams: { type: "task/fetch" } },
          },
          {
            type: "Action.Execute",
            title: "Acknowledge",
            verb: "alert-acknowledge",
            data,
            fallback: { type: "Action.Submit", title: "Acknowledge", data },
          },
        ],
      },
    ]);
    expect([teamsAction(data), teamsTarget(data)]).toEqual(["alert-acknowledge", target]);
  });

  it("says what may be left empty, as Slack does by itself", () => {
    const labels = teamsDialog(asked).card.body.flatMap((element) => ("label" in element ? [element.label] : []));
    expect(labels).toEqual(["What happened?", "Days (optional)", "Minutes (optional)"]);
  });

  it("shows a fault directly above its field, lists it first, and keeps what was typed", () => {
    const { card: made } = teamsDialog(
      asked,
      { what: "Say what happened." },
      { what: "x", days: ["friday"], minutes: undefined },
    );
    expect(made.body.map((element) => element.type).slice(0, 3)).toEqual(["Container", "TextBlock", "Input.Text"]);
    expect(made.body[1]).toMatchObject({ text: "Error: Say what happened.", color: "Attention" });
    expect(made.body[2]).toMatchObject({ id: "what", label: "What happened?", value: "x", isRequired: true });
    expect(find(made, "Input.ChoiceSet")).toMatchObject([{ value: "friday", isMultiSelect: true }]);
    expect(find(made, "Input.Number")[0]).not.toHaveProperty("value");
  });

  it.each([
    [5, "expanded"],
    [20, "compact"],
    [21, "filtered"],
  ])("a menu of %d is %s", (count, style) => {
    const options = Array.from({ length: count }, (_, place) => ({ value: `${place}`, label: `Option ${place}` }));
    const common = { id: "who", label: "Who?", required: true, options } as const;
    const styleOf = (kind: "choice" | "choices") =>
      find(teamsDialog({ ...asked, fields: [{ kind, ...common }] }).card, "Input.ChoiceSet");
    expect(styleOf("choice")).toMatchObject([{ style }]);
    expect(styleOf("choices")).toMatchObject([{ style: style === "filtered" ? "compact" : style }]);
  });

  it("reads what was typed, by field, one string, several, or nothing", () => {
    const { card: made } = teamsDialog(asked);
    const ids = made.body.flatMap((element) => ("id" in element ? [element.id] : []));
    const submitted = Object.fromEntries(ids.map((id, index) => [id, ["It rang.", "monday,friday", 5][index]]));
    const data = { form: "report", i: "0197a", v: 3, ...submitted };
    expect(teamsValues(data)).toEqual({ what: "It rang.", days: ["monday", "friday"], minutes: "5" });
    expect([teamsForm(data), teamsTarget(data)]).toEqual(["report", target]);
    expect(teamsValues({ what: "", days__many: "" })).toEqual({});
  });

  it.each([undefined, null, "x", {}, { i: "a" }, { i: "a", v: "1" }, { i: "", v: 1 }, { i: "a", v: -1 }])(
    "takes no forged target: %o",
    (data) => expect(teamsTarget(data)).toBeUndefined(),
  );

  it("knows no action and no form but its own", () => {
    expect([teamsAction({ action: "x" }), teamsAction(1), teamsForm({ form: "x" }), teamsValues(1)]).toEqual([
      undefined,
      undefined,
      undefined,
      {},
    ]);
  });
});
