import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createPerson } from "../../support/person.ts";
import { ANNA, BEN, card, field, modal, startBolt } from "./bolt-bot.ts";

let bot: Awaited<ReturnType<typeof startBolt>>;
beforeEach(async () => {
  bot = await startBolt();
});
afterEach(() => bot.stop());

const anna = () => createPerson("slack", bot.address, ANNA);

describe("a person in Slack, through real Bolt", () => {
  it("types a command, fills in the form by its labels, and the app reads the values", async () => {
    const got: unknown[] = [];
    const options = [
      { text: { type: "plain_text", text: "Phone" }, value: "phone" },
      { text: { type: "plain_text", text: "E-mail" }, value: "email" },
    ];
    bot.bolt.command("/report", async ({ ack, client, command }) => {
      const fields = [
        field("who", "Who"),
        field("how", "Channel", { type: "static_select", options }),
        field("day", "When", { type: "datepicker" }),
      ];
      await client.views.open({
        trigger_id: command.trigger_id,
        view: modal(fields, { private_metadata: command.text }),
      });
      await ack();
    });
    bot.bolt.view("form", async ({ ack, view }) => {
      got.push(view.state.values, view.private_metadata);
      await ack();
    });

    expect(await anna().command("report", "case 7")).toEqual({ ok: true });
    const person = anna();
    expect((await person.dialog())?.fields.map((one) => one.label)).toEqual(["Who", "Channel", "When"]);
    await person.fill({ Who: "Somebody", Channel: "E-mail", When: "2026-03-03" });
    expect(await person.submit()).toEqual({ ok: true });

    expect(got).toEqual([
      {
        who: { v: { type: "plain_text_input", value: "Somebody" } },
        how: { v: { type: "static_select", selected_option: options[1] } },
        day: { v: { type: "datepicker", selected_date: "2026-03-03" } },
      },
      "case 7",
    ]);
    expect(await person.dialog()).toBeNull();
  });

  it("keeps the form with a fault beside its field, then sees it replaced, then pushed, then cleared", async () => {
    const answers = [
      { response_action: "errors", errors: { who: "Say who it was" } },
      { response_action: "update", view: modal([field("who", "Who else")], { private_metadata: "2" }) },
      { response_action: "push", view: modal([field("sure", "Are you sure")]) },
      { response_action: "clear" },
    ];
    bot.bolt.command("/report", async ({ ack, client, command }) => {
      await client.views.open({ trigger_id: command.trigger_id, view: modal([field("who", "Who")]) });
      await ack();
    });
    bot.bolt.view("form", async ({ ack }) => ack(answers.shift() as never));
    const person = anna();
    await person.command("report");

    await person.submit();
    expect((await person.dialog())?.faults).toEqual(["Please complete this required field."]);
    await person.fill({ Who: "Somebody" });
    await person.submit();
    expect((await person.dialog())?.fields).toMatchObject([
      { label: "Who", value: "Somebody", fault: "Say who it was" },
    ]);
    await person.submit();
    expect((await person.dialog())?.fields).toMatchObject([{ label: "Who else", value: "Somebody", fault: null }]);
    await person.submit();
    expect((await person.dialog())?.fields).toMatchObject([{ label: "Are you sure", value: null }]);
    expect(bot.workspace.driver.views(ANNA)).toHaveLength(2);
    await person.fill({ "Are you sure": "Yes" });
    await person.submit();
    expect(await person.dialog()).toBeNull();
  });

  it("presses a button of a message: the value travels, the answer is private, the card changes", async () => {
    bot.bolt.action("approve", async ({ ack, action, respond, client, body }) => {
      await ack();
      const channel = (body as { channel: { id: string } }).channel.id;
      const ts = (body as { message: { ts: string } }).message.ts;
      await client.chat.update({ channel, ts, text: "Approved", blocks: [] });
      await respond({ text: `You pressed ${(action as { value: string }).value}`, response_type: "ephemeral" });
    });
    await bot.client.chat.postMessage({ channel: "G0REG", text: "A proposal", blocks: card("Please decide") });
    const person = anna();
    expect((await person.conversations()).find((one) => one.id === "G0REG")).toMatchObject({ unread: 1 });

    expect(await person.press("Approve", { on: "Please decide" })).toEqual({ ok: true });

    await person.card("You pressed 42");
    const seenByBen = await createPerson("slack", bot.address, BEN).cards("G0REG");
    expect(seenByBen.map((one) => one.title)).toEqual(["Approved"]);
    const log = bot.workspace.driver.messages({ conversation: "G0REG" });
    expect(log.map((one) => [one.event, one.call])).toEqual([
      ["posted", "chat.postMessage"],
      ["edited", "chat.update"],
      ["posted", "response_url"],
    ]);
  });

  it("reads an operation_timeout when nobody answers within 3 seconds", async () => {
    expect(await anna().command("nobody")).toEqual({
      ok: false,
      error: '/nobody failed with the error "operation_timeout"',
    });
  });

  it("opens App Home and hears that it was opened", async () => {
    bot.bolt.event("app_home_opened", async ({ event, client }) => {
      await client.views.publish({ user_id: event.user, view: { type: "home", blocks: card("Welcome") } });
    });
    await bot.workspace.driver.openHome(ANNA);
    await expect.poll(() => bot.workspace.driver.home(ANNA)?.blocks.length).toBe(2);
  });

  it("closes a form, and the app that asked for it hears of it", async () => {
    const closed: string[] = [];
    bot.bolt.command("/report", async ({ ack, client, command }) => {
      await client.views.open({
        trigger_id: command.trigger_id,
        view: modal([field("a", "A")], { notify_on_close: true }),
      });
      await ack();
    });
    bot.bolt.view({ callback_id: "form", type: "view_closed" }, async ({ ack, view }) => {
      closed.push(view.callback_id);
      await ack();
    });
    const person = anna();
    await person.command("report");
    await person.close();
    expect(closed).toEqual(["form"]);
    expect(await person.dialog()).toBeNull();
  });

  it("types in a select whose options the app gives", async () => {
    bot.bolt.options("v", async ({ ack, options: asked }) =>
      ack({ options: [{ text: { type: "plain_text", text: `Found ${asked.value}` }, value: "1" }] }),
    );
    bot.bolt.command("/report", async ({ ack, client, command }) => {
      await client.views.open({
        trigger_id: command.trigger_id,
        view: modal([field("c", "Case", { type: "external_select" })]),
      });
      await ack();
    });
    await anna().command("report");
    const view = bot.workspace.driver.views(ANNA)[0]?.id ?? "";
    expect(
      await bot.workspace.driver.options(ANNA, { in: { view }, blockId: "c", actionId: "v", query: "ab" }),
    ).toEqual({
      options: [{ text: "Found ab", value: "1" }],
    });
  });

  it("uses a message shortcut", async () => {
    const seen: unknown[] = [];
    bot.bolt.shortcut({ callback_id: "report-this", type: "message_action" }, async ({ ack, shortcut }) => {
      seen.push(shortcut.message.text, shortcut.user.id);
      await ack();
    });
    await bot.workspace.driver.say(BEN, { conversation: "C0OPEN", text: "what <b> & was said" });
    const message = bot.workspace.driver.seen(ANNA, "C0OPEN")[0]?.id ?? "";
    const used = { callbackId: "report-this", on: { conversation: "C0OPEN", message } };
    expect(await bot.workspace.driver.shortcut(ANNA, used)).toEqual({ ok: true });
    expect(seen).toEqual(["what &lt;b&gt; &amp; was said", ANNA]);
  });

  it("has no shortcut on a message that the person cannot see", async () => {
    await bot.workspace.driver.say(BEN, { conversation: "C0OPEN", text: "what was said" });
    const message = bot.workspace.driver.seen(BEN, "C0OPEN")[0]?.id ?? "";
    const used = { callbackId: "report-this", on: { conversation: "C0OPEN", message } };
    expect(await bot.workspace.driver.shortcut("U0NOBODY", used)).toMatchObject({ ok: false });
  });

  it("leaves an optional field empty: the app reads null", async () => {
    const got: unknown[] = [];
    bot.bolt.command("/report", async ({ ack, client, command }) => {
      const fields = [{ ...field("a", "A"), optional: true }];
      await client.views.open({ trigger_id: command.trigger_id, view: modal(fields) });
      await ack();
    });
    bot.bolt.view("form", async ({ ack, view }) => {
      got.push(view.state.values["a"]?.["v"]?.value);
      await ack();
    });
    const person = anna();
    await person.command("report");
    await person.fill({ A: "" });
    expect(await person.submit()).toEqual({ ok: true });
    expect(got).toEqual([null]);
  });
});
