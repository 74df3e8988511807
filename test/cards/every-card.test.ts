import { describe, expect, it } from "vitest";
import { ACTIONS, FORMS } from "../../cards/actions.ts";
import type { Block, Button, Card, Form, Span } from "../../cards/model.ts";
import { slackHome, slackMessage, slackModal, slackToldModal } from "../../cards/render/slack.ts";
import { teamsCard, teamsDialog, teamsTold } from "../../cards/render/teams.ts";
import { ALL_FORMS, POSTED, TOLD } from "./support/gallery.ts";
import { messageFaults, viewFaults } from "./support/slack-lint.ts";
import { teamsFaults } from "./support/teams-lint.ts";

const CARDS = [...POSTED, ...TOLD];

/** All that people read of a block, one string for each piece. */
function readable(block: Block): readonly string[] {
  const text = (span: Span) => (typeof span === "string" ? span : span.strong);
  switch (block.kind) {
    case "line":
    case "note":
    case "row":
      return [block.spans.map(text).join("")];
    case "facts":
      return block.facts.map(({ label, value }) => `${label}: ${value}`);
    case "list":
      return block.items.map((item) => item.map(text).join(""));
    case "quote":
    case "divider":
      return [];
  }
}

/** Those below a card, and those beside its rows. */
function allButtons({ body, buttons }: Card): readonly Button[] {
  return [...body.flatMap((block) => (block.kind === "row" ? [block.button] : [])), ...buttons];
}

function wordsOfCard(card: Card): readonly string[] {
  return [card.title, card.notification, ...card.body.flatMap(readable), ...allButtons(card).map(({ label }) => label)];
}

function wordsOfForm(form: Form): readonly string[] {
  const fields = form.fields.flatMap((field) => [
    field.section ?? "",
    field.label,
    field.hint ?? "",
    ...("options" in field ? field.options.map(({ label }) => label) : []),
  ]);
  return [form.title, form.submit, ...form.intro.flatMap(readable), ...fields];
}

describe("every card and form", () => {
  it("is in the gallery", () => {
    expect([POSTED.length, TOLD.length, ALL_FORMS.length]).toEqual([176, 80, 44]);
    const later = ["same-person", "not-same-person", "read"];
    expect(new Set(ALL_FORMS.map(({ name }) => name))).toEqual(new Set(FORMS.filter((name) => !later.includes(name))));
    const pressed = new Set(CARDS.flatMap(allButtons).map(({ action }) => action));
    expect(pressed).toEqual(new Set(ACTIONS));
  });

  it("passes Slack's limits and Microsoft's parser", () => {
    for (const card of CARDS) {
      const found = [
        ...messageFaults(slackMessage(card, "copy")),
        ...viewFaults(slackToldModal(card)),
        ...viewFaults(slackHome(card)),
        ...teamsFaults(teamsCard(card)),
        ...teamsFaults(teamsTold(card).card),
      ];
      expect({ card: card.title, found }).toEqual({ card: card.title, found: [] });
    }
    for (const form of ALL_FORMS) {
      const faults = Object.fromEntries(form.fields.map(({ id }) => [id, "Enter something."]));
      const found = [
        ...viewFaults(slackModal(form)),
        ...viewFaults(slackModal(form, faults)),
        ...teamsFaults(teamsDialog(form).card),
        ...teamsFaults(teamsDialog(form, faults, {}).card),
      ];
      expect({ form: form.title, found }).toEqual({ form: form.title, found: [] });
    }
  });

  it("loses no word to a limit", () => {
    const rendered = CARDS.map((card) => slackMessage(card, "c").blocks);
    expect(JSON.stringify(rendered)).not.toContain("…");
    expect(JSON.stringify(CARDS.map((card) => teamsCard(card)))).not.toContain("…");
    for (const form of ALL_FORMS) {
      expect([form.title.length <= 24, form.submit.length <= 24, form.title]).toEqual([true, true, form.title]);
      expect(JSON.stringify([slackModal(form), teamsDialog(form)])).not.toContain("…");
    }
  });

  it("shows no code name, and no empty word", () => {
    const words = [...CARDS.flatMap(wordsOfCard), ...ALL_FORMS.flatMap(wordsOfForm)];
    expect(words.length).toBeGreaterThan(500);
    expect(words.filter((word) => /\b[a-z]+_[a-z]+\b|undefined|null|NaN|\[object/.test(word))).toEqual([]);
    expect(words.filter((word) => /e-mail/i.test(word))).toEqual([]);
  });

  it("puts nothing about the customer but a reference where it is posted or on a lock screen", () => {
    expect(JSON.stringify(TOLD)).toContain("Alex Morgan");
    expect(JSON.stringify(POSTED)).not.toMatch(/Alex|Morgan|07700|rang 14|threatened/);
    expect(POSTED.flatMap(({ body }) => body).some(({ kind }) => kind === "quote")).toBe(false);
    expect(CARDS.filter(({ notification }) => /C-\d|Alex|07700|threat|abus/i.test(notification))).toEqual([]);
  });

  it("has the labels that people look for", () => {
    const labels = new Set([
      ...CARDS.flatMap(({ buttons }) => buttons.map(({ label }) => label)),
      ...ALL_FORMS.map(({ submit }) => submit),
    ]);
    const promised = [
      "Report a contact",
      "No further action",
      "Propose a restriction",
      "Approve",
      "Return",
      "Reject",
      "Confirm",
      "Acknowledge",
      "It is someone else",
      "It was allowed",
      "Report as an incident",
      "Open",
      "Same person",
      "Not the same person",
      "Mark letter as sent",
    ];
    expect(promised.filter((label) => !labels.has(label))).toEqual([]);
  });

  it("asks for no more than who and what in a report", () => {
    for (const form of ALL_FORMS.filter(({ name }) => name === "report")) {
      const asked = form.fields.filter((field) => field.required && field.value === undefined);
      expect(asked.map(({ id }) => id)).toEqual(["what"]);
    }
  });
});
