/** What only Teams has: typed words, private answers from a channel, presses of three kinds, dialogs that submit. */
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import type { Card } from "../../../cards/model.ts";
import type { Answer } from "../../../src/chat/desk.ts";
import { emptyCheck } from "../../../src/chat/handlers/check.ts";
import type { Posted } from "../../../src/chat/messenger.ts";
import { CARD, FORM, NEXT_PAGE, TOLD } from "../contract.ts";
import {
  ANNA,
  ANNA_OBJECT,
  actionsIn,
  CARA,
  CHANNELS,
  CHAT,
  type Changes,
  makeTeamsHarness,
  TENANT,
  type TeamsHarness,
} from "./harness.ts";

const form: Answer = { kind: "form", form: FORM };
const told: Answer = { kind: "told", card: TOLD };
let h: TeamsHarness;
afterEach(() => h.stop());

async function started(answer: Answer = form, changes: Changes = {}): Promise<TeamsHarness> {
  h = await makeTeamsHarness(changes);
  h.desk.answers(() => answer);
  return h;
}

const chat = () => ({ id: CHAT, serviceUrl: h.serviceUrl });
/** The messages of the bot in a conversation, as Anna sees them. */
const heard = async (id: string) => {
  const shown = h.driver.seen(ANNA, id);
  const words = await h.messages({ id, serviceUrl: null });
  return words.filter((_, index) => shown[index]?.from.bot === true);
};
const sayHere = (text: string) => h.driver.say(ANNA, { conversation: CHAT, text });
const sayInChannel = (text: string, person = ANNA) =>
  h.driver.say(person, { conversation: CHANNELS.open, text, mention: true });

async function posted(card: Card = CARD): Promise<Posted> {
  const delivery = await h.messenger.post(h.person, card, "copy-1");
  if (delivery.kind !== "posted") throw new Error(delivery.kind);
  return delivery.posted;
}

describe("typed words", () => {
  it.each([
    ["report-contact", "report", "Report a contact"],
    ["/report-contact", "report", "Report a contact"],
    ["Check-Contact", "check", "Check a contact"],
    ["contact-register find", "register-find", "Search the register"],
    ["contact-register delegate", "delegate", "Somebody stands in"],
  ])("%s: a card whose button opens the form", async (text, action, title) => {
    await started();
    const name = action === "register-find" || action === "delegate" ? action : FORM.name;
    h.desk.answers(() => ({ kind: "form", form: { ...FORM, name } }));
    expect(await sayHere(text)).toEqual({ ok: true });
    const [message] = await heard(CHAT);
    expect(message).toContain(title);
    const card = h.driver.seen(ANNA, CHAT).at(-1);
    const button = actionsIn(card?.cards).at(0);
    expect(button).toMatchObject({
      type: "Action.Submit",
      data: { action, i: "form-1", v: 3, msteams: { type: "task/fetch" } },
    });
    await h.press({ conversation: chat(), message: card?.id ?? "" }, action as "report");
    expect((await h.look()).fields).toEqual({ who: "", what: "" });
  });

  it("a reference that was typed is said on the card: its button cannot carry it into the form", async () => {
    await started();
    h.desk.answers(() => emptyCheck("c-1042"));
    await sayHere("check-contact c-1042");
    expect(await heard(CHAT)).toEqual([expect.stringContaining("Enter C-1042 in the form.")]);
    h.desk.answers(() => emptyCheck("Ada Lovelace"));
    await sayHere("check-contact Ada Lovelace");
    expect((await heard(CHAT)).join()).not.toContain("Ada");
  });

  it("are handed on as typed, with the person and the place", async () => {
    await started(told);
    await sayHere("check-contact  <at>Ada</at> <!channel> [a](https://evil.example) 👋 مرحبا");
    expect(h.desk.asked).toEqual([
      {
        what: "command",
        command: "check-contact",
        text: "<at>Ada</at> <!channel> [a](https://evil.example) 👋 مرحبا",
        from: { chat: "teams", tenant: TENANT, account: ANNA_OBJECT },
        conversation: chat(),
      },
    ]);
    expect(await heard(CHAT)).toEqual([expect.stringContaining("Jordan Reid looks at it next.")]);
  });

  it("that are done: nothing is said", async () => {
    await started({ kind: "done" });
    await sayHere("contact-register use-this-channel");
    expect(h.desk.asked).toMatchObject([{ command: "contact-register", text: "use-this-channel" }]);
    expect(await heard(CHAT)).toEqual([]);
  });

  it.each(["hello", "/restrict Ada", "please report-contact"])(
    "unknown (%s): what there is, with buttons",
    async (text) => {
      await started();
      await sayHere(text);
      expect(await heard(CHAT)).toEqual([expect.stringContaining("register channel")]);
      expect(actionsIn(h.driver.seen(ANNA, CHAT).at(-1)?.cards).map(({ data }) => data["action"])).toEqual([
        "report",
        "check",
      ]);
      expect(h.desk.asked).toEqual([]);
    },
  );

  it("that break the desk: calm words, and no text in the log", async () => {
    await started();
    h.desk.answers(() => Promise.reject(new Error("Ada Lovelace")));
    await sayHere("check-contact Ada");
    expect(await heard(CHAT)).toEqual([expect.stringContaining("We could not confirm this")]);
    expect(h.lines.join("")).toContain("teams-desk-failed");
    expect(h.lines.join("")).not.toContain("Ada");
  });
});

describe("words in a channel", () => {
  it.each([
    ["told", "check-contact C-1042", told],
    ["form", "report-contact", form],
    ["unknown", "hello", form],
  ])("are answered in the person's own chat and never there: %s", async (_name, text, answer) => {
    await started(answer);
    await sayInChannel(text);
    expect(await heard(CHANNELS.open)).toEqual([]);
    expect(await heard(CHAT)).toHaveLength(1);
  });

  it("name the channel, not the thread, and keep its team", async () => {
    await started(told);
    await sayInChannel("register channel");
    await h.driver.say(ANNA, {
      conversation: CHANNELS.inTeam,
      text: "/contact-register use-this-channel",
      mention: true,
    });
    const place = (id: string) => ({
      command: "contact-register",
      text: "use-this-channel",
      conversation: { id, serviceUrl: h.serviceUrl },
    });
    expect(h.desk.asked).toMatchObject([place(CHANNELS.open), place(`${CHANNELS.inTeam};team=${CHANNELS.open}`)]);
  });

  it("name the conversation, not the thread, where Teams names no team", async () => {
    await started(told);
    await sayInChannel("register channel");
    const { channelData: _channel, ...activity } = JSON.parse(h.driver.sent().at(-1) ?? "") as Record<string, unknown>;
    await h.driver.sendRaw(JSON.stringify(activity));
    expect(activity["conversation"]).toMatchObject({ id: expect.stringContaining(";messageid=") as string });
    expect(h.desk.asked.at(-1)).toMatchObject({ conversation: { id: CHANNELS.open, serviceUrl: h.serviceUrl } });
  });

  it("of somebody without the app: the bot says so to them alone, and repeats nothing", async () => {
    await started(told);
    await sayInChannel("check-contact C-1042", CARA);
    const [own] = h.driver.seen(CARA, CHANNELS.open).filter(({ from }) => from.bot);
    expect(JSON.stringify(own?.cards)).toContain("Add the app for yourself");
    expect(JSON.stringify(own?.cards)).not.toContain("Jordan Reid");
    expect(await heard(CHANNELS.open)).toEqual([]);
    expect(h.driver.messages({ conversation: CHANNELS.open }).at(-1)).toMatchObject({ onlyFor: CARA });
  });

  it("when the chat cannot be opened: nothing in public, a line in the log", async () => {
    await started(told);
    h.fault({ kind: "fails-before", call: "POST conversations" });
    await sayInChannel("check-contact C-1042");
    expect(await heard(CHANNELS.open)).toEqual([]);
    expect(h.lines.join("")).toContain("teams-person-not-told");
  });
});

describe("the message extension", () => {
  it("with a command that is not known says which there are", async () => {
    await started();
    await h.driver.extension(ANNA, { command: "drop-tables" });
    expect((await h.look()).text).toContain("report-contact");
    expect(h.desk.asked).toEqual([]);
  });

  it("from a channel opens for the person, and the desk hears the channel", async () => {
    await started();
    await h.driver.extension(ANNA, { command: "report-contact", conversation: CHANNELS.open });
    expect((await h.look()).fields).toHaveProperty("what");
    expect(h.desk.asked).toMatchObject([{ conversation: { id: CHANNELS.open } }]);
  });

  it("from a message reads its words, and nothing else of it; without one there are none", async () => {
    await started();
    await h.pointAt("I have <b>rung</b> & rung");
    await h.driver.extension(ANNA, { command: "screen-contact" });
    const from = { chat: "teams", tenant: TENANT, account: ANNA_OBJECT };
    const asked = { what: "shortcut", shortcut: "screen-contact", from };
    expect(h.desk.asked).toEqual([
      { ...asked, message: "I have <b>rung</b> & rung" },
      { ...asked, message: "" },
    ]);
    expect(h.lines.join("")).not.toContain("rung");
  });

  it("whose command is done opens something all the same", async () => {
    await started({ kind: "done" });
    expect((await h.open("contact-register")).text).toContain("Done.");
  });
});

describe("a press", () => {
  it("that is told something says it in words", async () => {
    await started(told);
    const { text } = await h.press(await posted(), "safety-acknowledge");
    expect(text).toBe(`${TOLD.title}\n\nJordan Reid looks at it next.`);
  });

  it("that cannot open a form shows the button that can, to this person only", async () => {
    await started();
    const { conversation, message } = await posted();
    await h.press({ conversation, message }, "safety-acknowledge");
    const [button] = actionsIn(h.driver.seen(ANNA, CHAT).at(-1)?.cards);
    expect(button?.data).toEqual({ action: "safety-acknowledge", i: "case-1", v: 2, msteams: { type: "task/fetch" } });
  });

  it("forged, on a button that is the whole act: the refusal, and no desk", async () => {
    await started();
    const card = await posted();
    for (const forged of ["", '{"i":"","v":1}', '{"i":"x","v":1.5}', '{"i":"x"}', "[]"])
      expect((await h.press(card, "safety-acknowledge", forged)).text).toContain("Open the newest card");
    expect(h.desk.asked).toEqual([]);
  });

  it("of an action that was not made here never reaches the desk", async () => {
    await started();
    const { conversation, message } = await posted();
    const data = { action: "drop-tables", i: "x", v: 1 };
    const at = { conversation: conversation.id, message };
    expect(await h.driver.execute(ANNA, { ...at, verb: "drop-tables", data })).toMatchObject({ ok: true });
    await h.driver.submit(ANNA, { ...at, data: { ...data, msteams: { type: "task/fetch" } } });
    expect((await h.look()).text).toContain("Open the newest card");
    expect(h.desk.asked).toEqual([]);
  });

  it("of a client that knows no Action.Execute comes as a message and is answered with one", async () => {
    await started(told);
    const { conversation, message } = await posted();
    const data = { action: "safety-acknowledge", i: "case-1", v: 2 };
    await h.driver.submit(ANNA, { conversation: conversation.id, message, data });
    expect(h.desk.asked).toMatchObject([
      { what: "press", action: "safety-acknowledge", target: { id: "case-1", version: 2 } },
    ]);
    expect((await heard(CHAT)).at(-1)).toContain("Jordan Reid looks at it next.");
    await h.driver.submit(ANNA, { conversation: conversation.id, message, data: { ...data, i: "" } });
    expect((await heard(CHAT)).at(-1)).toContain("Open the newest card");
  });

  it("on a card of a channel, as a message, is answered privately", async () => {
    await started(told);
    const to = { kind: "channel", tenant: TENANT, conversation: h.channels.closed } as const;
    const delivery = await h.messenger.post(to, CARD, "copy-1");
    if (delivery.kind !== "posted") throw new Error(delivery.kind);
    const data = { action: "safety-acknowledge", i: "case-1", v: 2 };
    await h.driver.submit(ANNA, { conversation: CHANNELS.closed, message: delivery.posted.message, data });
    expect(await heard(CHANNELS.closed)).toHaveLength(1);
    expect(await heard(CHAT)).toEqual([expect.stringContaining("Jordan Reid looks at it next.")]);
  });
});

describe("a dialog", () => {
  async function pressInDialog(answer: Answer) {
    await started({ kind: "told", card: { ...TOLD, buttons: [NEXT_PAGE] } });
    await h.open("contact-register");
    h.desk.answers(() => answer);
    const seen = await h.submit({});
    expect(h.desk.asked.at(-1)).toMatchObject({ what: "press", action: "register-page", target: NEXT_PAGE.target });
    return seen;
  }

  it("with a button: the press changes it", async () => {
    expect((await pressInDialog(form)).fields).toEqual({ who: "", what: "" });
  });

  it("with a button whose press is done closes", async () => {
    expect(await pressInDialog({ kind: "done" })).toMatchObject({ open: false });
  });

  it.each([
    ["an unknown form", { form: "drop-tables" }],
    ["no form", { form: undefined }],
    ["a forged target", { i: 5, v: "x" }],
    ["no target", { i: undefined }],
  ])("sent with %s: the refusal, and no desk", async (_name, change) => {
    await started();
    await h.open("report-contact");
    h.desk.asked.length = 0;
    const dialog = h.driver.dialog(ANNA);
    const data = { form: "report", i: "form-1", v: 3, ...change };
    await h.driver.submitDialog(ANNA, { dialog: dialog?.id ?? "", data });
    expect((await h.look()).text).toContain("Open the newest card");
    expect(h.desk.asked).toEqual([]);
  });

  it("opened by a card's button is submitted, corrected and closed", async () => {
    await started();
    await h.press(await posted(), "triage-propose");
    h.desk.answers(() => ({ kind: "faults", form: FORM, faults: { who: "Give a reference or a name." } }));
    expect((await h.submit({ who: "the caller", what: "shouted" })).fields).toEqual({
      who: "the caller",
      what: "shouted",
    });
    h.desk.answers(() => ({ kind: "done" }));
    expect(await h.submit({ what: "shouted" })).toMatchObject({ open: false });
    expect(h.desk.asked.at(-1)).toMatchObject({ what: "submit", form: "report", values: { what: "shouted" } });
  });

  it("whose desk takes longer than Teams waits: it could not be confirmed", async () => {
    await started();
    await h.open("report-contact");
    h.desk.answers(() => pause(3_200, told));
    expect((await h.submit({ what: "shouted" })).text).toContain("We could not confirm this");
    expect(h.desk.asked.filter(({ what }) => what === "submit")).toHaveLength(1);
  });
});

describe("the app", () => {
  it("added by a person welcomes them once", async () => {
    await started();
    await h.driver.uninstall(ANNA);
    await h.driver.install(ANNA);
    expect(await heard(CHAT)).toEqual([expect.stringContaining("report-contact")]);
  });

  it("remembers a person's own chat at each act in it, and no channel", async () => {
    await started();
    await sayInChannel("hello");
    expect(h.remembered).toEqual([]);
    await sayHere("hello");
    await h.open("report-contact");
    const account = { chat: "teams", tenant: TENANT, account: ANNA_OBJECT };
    expect(h.remembered).toEqual([
      { account, conversation: chat() },
      { account, conversation: chat() },
    ]);
  });

  it("answers all the same when that cannot be stored, and does not wait for it", async () => {
    await started(form, {
      rememberConversation: () => pause(500).then(() => Promise.reject(new Error("no database"))),
    });
    expect((await h.open("report-contact")).fields).toHaveProperty("what");
    expect(h.lines.join("")).not.toContain("teams-conversation-not-remembered");
    await h.teams.stop();
    expect(h.lines.join("")).toContain("teams-conversation-not-remembered");
  });

  it("waits at a stop for what is being done", async () => {
    await started();
    let written = false;
    h.desk.answers(async () => {
      await pause(600);
      written = true;
      return told;
    });
    const opening = h.open("report-contact");
    await pause(200);
    await h.teams.stop();
    expect(written).toBe(true);
    await opening;
  });
});
