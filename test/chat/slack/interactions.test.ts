/** What only Slack has: triggers, acknowledgements, windows on top of messages. */
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import type { Answer } from "../../../src/chat/desk.ts";
import { CARD, FORM, NEXT_PAGE, TOLD } from "../contract.ts";
import { blockOf, CHANNELS, makeSlackHarness, OFFICER, type SlackHarness, TEAM } from "./harness.ts";

const form: Answer = { kind: "form", form: FORM };
let h: SlackHarness;
afterEach(() => h.stop());

async function started(...changes: Parameters<typeof makeSlackHarness>): Promise<SlackHarness> {
  h = await makeSlackHarness(...changes);
  h.desk.answers(() => form);
  return h;
}

async function aCard() {
  const delivery = await h.messenger.post(h.person, CARD, "copy-1");
  if (delivery.kind !== "posted") throw new Error(delivery.kind);
  return delivery.posted;
}

/** What was said to the person only, in the place where they typed. */
const whispers = (conversation: string) =>
  h.driver
    .seen(OFFICER, conversation)
    .filter(({ ephemeral }) => ephemeral)
    .map(({ text }) => text);

const interaction = (payload: object) => new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
const someone = (team = TEAM) => ({ user: { id: OFFICER, team_id: team }, team: { id: team }, trigger_id: "1.2" });
const aView = (change: object) => ({
  id: "V1",
  type: "modal",
  callback_id: "report",
  private_metadata: '{"i":"form-1","v":3}',
  blocks: [],
  state: { values: {} },
  ...change,
});

describe("a command", () => {
  it("unknown: says which there are, to the person only", async () => {
    await started();
    const outcome = await h.driver.command(OFFICER, { conversation: CHANNELS.open, command: "/restrict", text: "Ada" });
    expect(outcome).toEqual({ ok: true });
    expect(whispers(CHANNELS.open)).toEqual([
      expect.stringContaining("/report-contact, /check-contact, /contact-register"),
    ]);
    expect(h.desk.asked).toEqual([]);
  });

  it("hands on the words after it, ten thousand characters of them, and the place", async () => {
    await started();
    const text = `مرحبا <!channel> [a](https://evil.example) ${"x".repeat(10_000)}`;
    await h.open("check-contact", text);
    expect(h.desk.asked).toMatchObject([{ text, conversation: { id: CHANNELS.open, serviceUrl: null } }]);
  });

  it("done: nothing is shown", async () => {
    await started();
    h.desk.answers(() => ({ kind: "done" }));
    expect(await h.open("contact-register")).toMatchObject({ open: false });
    expect(whispers(CHANNELS.open)).toEqual([]);
  });

  it.each([
    ["broken", { kind: "fails-before" }],
    ["busy", { kind: "rate-limited" }],
    ["silent", { kind: "hangs" }],
  ] as const)("when Slack is %s, the person reads what to do, in time", async (_name, fault) => {
    await started();
    h.fault({ ...fault, call: "views.open" });
    expect(await h.open("report-contact")).toMatchObject({ open: false });
    expect(whispers(CHANNELS.open)).toEqual([expect.stringContaining("Try again")]);
  });

  it("a desk that breaks late: the waiting window says so, and the log names no text", async () => {
    await started();
    h.desk.answers(async () => {
      await pause(900);
      throw new Error("Ada Lovelace");
    });
    expect((await h.open("check-contact", "Ada")).text).toContain("One moment");
    await h.slack.stop();
    expect((await h.look()).text).toContain("We could not confirm this");
    expect(h.lines.join("")).toContain("slack-desk-failed");
    expect(h.lines.join("")).not.toContain("Ada");
  });
});

describe("a shortcut", () => {
  const used = (shortcut: object) =>
    h.driver.sendRaw(interaction({ type: "shortcut", ...someone(), action_ts: "1.2", token: "t", ...shortcut }));

  it("of another name: says which words there are, to the person only", async () => {
    await started();
    await h.driver.say(OFFICER, { conversation: CHANNELS.open, text: "I have rung 14 times" });
    const message = h.driver.seen(OFFICER, CHANNELS.open).at(-1)?.id ?? "none";
    const on = { conversation: CHANNELS.open, message };
    expect(await h.driver.shortcut(OFFICER, { callbackId: "drop-tables", on })).toEqual({ ok: true });
    await h.slack.stop();
    expect(whispers(CHANNELS.open)).toEqual([expect.stringContaining("/report-contact, /check-contact")]);
    expect(h.desk.asked).toEqual([]);
  });

  it("used without a message is a message without words", async () => {
    await started();
    expect(await h.driver.shortcut(OFFICER, { callbackId: "screen-contact" })).toEqual({ ok: true });
    expect(h.desk.asked).toMatchObject([{ what: "shortcut", shortcut: "screen-contact", message: "" }]);
    expect(await h.look()).toMatchObject({ fields: { what: "" } });
  });

  it("whose window cannot open is answered under the message", async () => {
    await started();
    h.fault({ kind: "fails-before", call: "views.open" });
    expect(await h.pointAt("I have rung 14 times")).toMatchObject({ open: false });
    await h.slack.stop();
    expect(whispers(CHANNELS.open)).toEqual([expect.stringContaining("Try again")]);
    expect(h.lines.join("")).not.toContain("14 times");
  });

  it("of somebody of another workspace is refused, and the desk hears nothing", async () => {
    await started({ tenantAllowed: (team) => Promise.resolve(team === TEAM) });
    const sent = await used({ callback_id: "screen-contact", user: { id: OFFICER, team_id: "T0STRANGER" } });
    expect(sent).toMatchObject({ status: 200 });
    expect(h.desk.asked).toEqual([]);
  });
});

describe("a workspace that is not ours", () => {
  const foreign = { tenantAllowed: (team: string) => Promise.resolve(team !== TEAM) };

  it("is told so on a command, a press and a form, and the desk hears nothing", async () => {
    await started(foreign);
    expect((await h.open("report-contact")).text).toContain("not connected to this register");
    expect((await h.press(await aCard(), "triage-propose")).text).toContain("not connected to this register");
    const sent = await h.driver.sendRaw(interaction({ type: "view_submission", ...someone(), view: aView({}) }));
    expect(sent.kind === "answered" && sent.body).toContain("not connected to this register");
    expect(h.desk.asked).toEqual([]);
  });

  it("counts as the person's own in a shared channel, not as the place's", async () => {
    await started({ tenantAllowed: (team) => Promise.resolve(team === TEAM) });
    const sent = await h.driver.sendRaw(
      interaction({ type: "view_submission", ...someone("T0STRANGER"), team: { id: TEAM }, view: aView({}) }),
    );
    expect(sent.kind === "answered" && sent.body).toContain("not connected to this register");
    expect(h.desk.asked).toEqual([]);
  });

  it("that cannot be looked up: nothing was changed", async () => {
    await started({ tenantAllowed: () => Promise.reject(new Error("no database")) });
    expect((await h.open("report-contact")).text).toContain("Nothing was changed by your click");
    expect(h.desk.asked).toEqual([]);
  });
});

describe("names and values that were not made here", () => {
  it.each([
    ["an unknown form", { callback_id: "drop-tables" }],
    ["no form", { callback_id: "" }],
    ["a forged target", { private_metadata: '{"i":5,"v":"x"}' }],
    ["no target", { private_metadata: "" }],
  ])("a submission of %s", async (_name, change) => {
    await started();
    const sent = await h.driver.sendRaw(interaction({ type: "view_submission", ...someone(), view: aView(change) }));
    expect(sent).toMatchObject({ status: 200 });
    expect(sent.kind === "answered" && sent.body).toContain("Open the newest card");
    expect(h.desk.asked).toEqual([]);
  });

  it("an unknown action is acknowledged and never reaches the desk", async () => {
    await started();
    const actions = [{ type: "button", action_id: "drop-tables", block_id: "b", value: '{"i":"x","v":1}' }];
    const sent = await h.driver.sendRaw(interaction({ type: "block_actions", ...someone(), actions }));
    expect(sent).toMatchObject({ kind: "answered", status: 200 });
    expect(h.desk.asked).toEqual([]);
  });

  it("a submission with more text than Slack allows arrives as it is: the desk judges", async () => {
    await started();
    const what = "x".repeat(10_000);
    const state = { values: { what: { value: { type: "plain_text_input", value: what } } } };
    await h.driver.sendRaw(interaction({ type: "view_submission", ...someone(), view: aView({ state }) }));
    expect(h.desk.asked).toMatchObject([{ what: "submit", values: { what } }]);
  });
});

describe("a press", () => {
  it("that is done opens nothing", async () => {
    await started();
    h.desk.answers(() => ({ kind: "done" }));
    expect(await h.press(await aCard(), "safety-acknowledge")).toMatchObject({ open: false });
  });

  it("is not acknowledged before the desk has answered", async () => {
    await started();
    const card = await aCard();
    let answered = false;
    h.desk.answers(async () => {
      await pause(300);
      answered = true;
      return { kind: "done" };
    });
    await h.press(card, "safety-acknowledge");
    expect(answered).toBe(true);
  });

  it("whose window cannot open is answered under the card", async () => {
    await started();
    const card = await aCard();
    h.fault({ kind: "fails-before", call: "views.open" });
    await h.press(card, "triage-propose");
    await h.slack.stop();
    expect(whispers(card.conversation.id)).toEqual([expect.stringContaining("the card shows whether it counted")]);
  });

  it("delivered twice is not followed by words about a window that could not open", async () => {
    await started();
    const card = await aCard();
    h.fault({ kind: "duplicate-deliveries" });
    expect(await h.press(card, "triage-propose")).toMatchObject({ fields: { what: "" } });
    await h.slack.stop();
    expect(h.desk.asked).toHaveLength(2);
    expect(whispers(card.conversation.id)).toEqual([]);
    expect(h.lines).toEqual([]);
  });

  async function pressInWindow(answer: Answer) {
    await started();
    h.desk.answers(() => ({ kind: "told", card: { ...TOLD, buttons: [NEXT_PAGE] } }));
    await h.open("contact-register");
    const view = h.driver.views(OFFICER).at(-1);
    h.desk.answers(() => answer);
    const outcome = await h.driver.press(OFFICER, {
      in: { view: view?.id ?? "" },
      blockId: blockOf(view?.blocks ?? [], "register-page"),
      actionId: "register-page",
    });
    expect(outcome).toEqual({ ok: true });
    expect(h.driver.views(OFFICER).map(({ id }) => id)).toEqual([view?.id]);
    return h.look();
  }

  it("inside a window changes that window", async () => {
    expect(await pressInWindow(form)).toMatchObject({ fields: { what: "" } });
  });

  it("inside a window that is done says that it can be closed", async () => {
    expect((await pressInWindow({ kind: "done" })).text).toContain("You can close this window");
  });
});

describe("a form", () => {
  it("shows a fault beside its field", async () => {
    await started();
    await h.open("report-contact");
    h.desk.answers(() => ({ kind: "faults", form: FORM, faults: { who: "Give a reference or a name." } }));
    await h.submit({ what: "shouted" });
    expect(h.driver.views(OFFICER).at(-1)?.errors).toEqual({ who: "Give a reference or a name." });
  });

  it.each([
    ["a fault of no field", FORM, { who: "Give a reference.", nowhere: "The office is closed." }],
    ["a fault of a newer form", { ...FORM, target: { id: "form-1", version: 4 } }, { who: "Give a reference." }],
    ["no fault at all", FORM, {}],
  ])("is drawn anew for %s, with the faults on top", async (_name, next, faults) => {
    await started();
    await h.open("report-contact");
    h.desk.answers(() => ({ kind: "faults", form: next, faults }));
    const seen = await h.submit({ who: "the caller", what: "shouted" });
    expect(seen.fields).toEqual({ who: "the caller", what: "shouted" });
    expect(h.driver.views(OFFICER).at(-1)?.errors).toEqual({});
    for (const sentence of Object.values(faults)) expect(seen.text).toContain(sentence);
  });

  it("whose desk takes longer than Slack waits is answered in its window", async () => {
    await started();
    await h.open("report-contact");
    h.desk.answers(() => pause(3_200, { kind: "told", card: TOLD } as const));
    expect((await h.submit({ what: "shouted" })).text).toContain("One moment");
    await h.slack.stop();
    expect((await h.look()).text).toContain("Jordan Reid looks at it next.");
  });
});

describe("the home tab", () => {
  it("opens without a fault; there is nothing on it yet", async () => {
    await started();
    expect(await h.driver.openHome(OFFICER)).toEqual({ ok: true });
    expect(h.driver.home(OFFICER)).toBeNull();
    expect(h.lines).toEqual([]);
  });
});

describe("a stop", () => {
  it("waits for the window of a slow answer", async () => {
    await started();
    h.desk.answers(() => pause(1_200, form));
    await h.open("report-contact");
    await h.slack.stop();
    expect((await h.look()).fields).toEqual({ who: "", what: "" });
  });

  it("does not wait when nothing is being answered", async () => {
    await started();
    await h.open("report-contact");
    await h.slack.stop();
    expect(h.desk.asked).toHaveLength(1);
  });
});
