import type { HomeView, KnownBlock, MessageMetadata, ModalView } from "@slack/types";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Card, Form } from "../../../cards/model.ts";
import {
  slackAction,
  slackFaults,
  slackForm,
  slackHome,
  slackMessage,
  slackModal,
  slackTarget,
  slackToldModal,
  slackValues,
} from "../../../cards/render/slack.ts";
import { card, form, NASTY } from "../support/nasty.ts";
import { messageFaults, viewFaults } from "../support/slack-lint.ts";

const target = { id: "0197a", version: 3 };
const small: Card = { title: "A title", notification: "A decision is waiting for you.", body: [], buttons: [] };
const asked: Form = {
  name: "return",
  title: "Return",
  submit: "Return",
  intro: [],
  target,
  fields: [{ kind: "text", id: "reason", label: "Why?", required: true, multiline: true, maxLength: 2_000 }],
};

describe("Slack", () => {
  it("keeps every message, modal and home tab inside the limits, whatever the text", () => {
    fc.assert(
      fc.property(card, form, (anyCard, anyForm) => {
        expect(messageFaults(slackMessage(anyCard, "copy-1"))).toEqual([]);
        expect(viewFaults(slackToldModal(anyCard))).toEqual([]);
        expect(viewFaults(slackHome(anyCard))).toEqual([]);
        expect(viewFaults(slackModal(anyForm, { f0: "Enter a date." }))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it("is what Slack's own types accept", () => {
    const blocks: KnownBlock[] = slackMessage(small, "c").blocks;
    const metadata: MessageMetadata = slackMessage(small, "c").metadata;
    const modal: ModalView = slackModal(asked);
    const home: HomeView = slackHome(small);
    expect([blocks.length, metadata.event_payload, modal.type, home.type]).toEqual([1, { copy: "c" }, "modal", "home"]);
  });

  it("shows user text as typed and never as mrkdwn", () => {
    for (const text of NASTY.filter((one) => one.length < 200 && one.trim() !== "")) {
      const json = JSON.stringify(slackMessage({ ...small, body: [{ kind: "line", spans: [text] }] }, "c").blocks);
      expect(json).not.toContain("mrkdwn");
    }
    const message = slackMessage(
      { ...small, body: [{ kind: "line", spans: ["<!channel> *x*", { strong: "now" }] }] },
      "c",
    );
    expect(message.blocks[1]).toEqual({
      type: "rich_text",
      elements: [
        {
          type: "rich_text_section",
          elements: [
            { type: "text", text: "<!channel> *x*" },
            { type: "text", text: "now", style: { bold: true } },
          ],
        },
      ],
    });
  });

  it("escapes the notification, which Slack does read as mrkdwn", () => {
    expect(slackMessage({ ...small, notification: "<!channel> & more" }, "c").text).toBe("&lt;!channel&gt; &amp; more");
  });

  it("cuts long text with an ellipsis and never through a character", () => {
    const long = slackMessage({ ...small, title: "🙂".repeat(100) }, "c").blocks[0];
    expect(long).toEqual({ type: "header", text: { type: "plain_text", text: `${"🙂".repeat(74)}…`, emoji: false } });
  });

  it("gives two buttons with one action different ids, and reads both back", () => {
    const press = (id: string) =>
      ({ action: "register-entry", label: "Open", opens: "form", target: { id, version: 1 } }) as const;
    const [, actions] = slackMessage({ ...small, buttons: [press("a"), press("b")] }, "c").blocks;
    const buttons = actions?.type === "actions" ? actions.elements : [];
    expect(buttons.map((button) => button.action_id)).toEqual(["register-entry", "register-entry:2"]);
    expect(buttons.map((button) => slackAction(button.action_id))).toEqual(["register-entry", "register-entry"]);
    expect(buttons.map((button) => slackTarget(button.value))).toEqual([
      { id: "a", version: 1 },
      { id: "b", version: 1 },
    ]);
  });

  it("cuts no title: what is too long for the bar of a window stands below it", () => {
    const title = "This card is from before a change";
    expect(slackToldModal({ ...small, title })).toMatchObject({
      title: { text: "Restricted contact" },
      blocks: [{ type: "header", text: { text: title } }],
    });
    expect(slackToldModal(small)).toMatchObject({ title: { text: small.title }, blocks: [] });
  });

  it("puts the heading of a part of a form above its first field", () => {
    const fields = asked.fields.map((field) => ({ ...field, section: "The rest" }));
    const { blocks } = slackModal({ ...asked, fields });
    expect(blocks.map(({ type }) => type)).toEqual(["divider", "header", "input"]);
  });

  it("brings a form's name and target back", () => {
    const view = slackModal(asked);
    expect([slackForm(view.callback_id), slackTarget(view.private_metadata)]).toEqual(["return", target]);
  });

  it("reads what was typed, by field", () => {
    const typed = {
      reason: { value: { type: "plain_text_input", value: "Because" } },
      empty: { value: { type: "plain_text_input", value: null } },
      who: { value: { type: "static_select", selected_option: { text: {}, value: "p1" } } },
      days: { value: { type: "checkboxes", selected_options: [{ value: "monday" }, { value: "friday" }] } },
      none: { value: { type: "checkboxes", selected_options: [] } },
      on: { value: { type: "datepicker", selected_date: "2026-03-03" } },
      at: { value: { type: "timepicker", selected_time: "09:30" } },
      odd: { other: { value: "x" } },
    };
    expect(slackValues(typed)).toEqual({
      reason: "Because",
      who: "p1",
      days: ["monday", "friday"],
      on: "2026-03-03",
      at: "09:30",
    });
  });

  it.each([
    undefined,
    "",
    "{",
    "null",
    "[]",
    '{"i":"a"}',
    '{"i":1,"v":1}',
    '{"i":"a","v":-1}',
    '{"i":"a","v":1.5}',
    `{"i":"${"x".repeat(300)}","v":1}`,
  ])("takes no forged target: %s", (value) => expect(slackTarget(value)).toBeUndefined());

  it("knows no action and no form but its own", () => {
    expect([slackAction("drop-table"), slackAction(7), slackForm("x"), slackValues("x")]).toEqual([
      undefined,
      undefined,
      undefined,
      {},
    ]);
  });

  it("puts a fault that has no field of its own beside the first field", () => {
    expect(slackFaults(asked, { reason: "Say why.", other: "Start again." })).toEqual({
      reason: "Say why. Start again.",
    });
  });
});
