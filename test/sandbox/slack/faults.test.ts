import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ANNA, card, startBolt } from "./bolt-bot.ts";

let bot: Awaited<ReturnType<typeof startBolt>>;
beforeEach(async () => {
  bot = await startBolt();
});
afterEach(() => bot.stop());

const post = () => bot.client.chat.postMessage({ channel: "G0REG", text: "x", blocks: card("y") });
const posted = () => bot.workspace.driver.messages({ conversation: "G0REG" }).length;

describe("faults in Slack", () => {
  it("fails once before and once after the message was in fact posted", async () => {
    bot.workspace.faults.add({ kind: "fails-before", call: "chat.postMessage" });
    await expect(post()).rejects.toThrow(/./);
    expect(posted()).toBe(0);
    bot.workspace.faults.add({ kind: "fails-after", call: "chat.postMessage", conversation: "G0REG" });
    await expect(post()).rejects.toThrow(/./);
    expect(posted()).toBe(1);
    await post();
    expect(posted()).toBe(2);
  });

  it("asks to wait, for as long as told", async () => {
    bot.workspace.faults.add({ kind: "rate-limited", retryAfterSeconds: 7 });
    await expect(post()).rejects.toMatchObject({ retryAfter: 7 });
    expect(posted()).toBe(0);
  });

  it("hangs until the caller gives up", async () => {
    bot.workspace.faults.add({ kind: "hangs-after", call: "chat.postMessage", ms: 10_000 });
    await expect(post()).rejects.toThrow(/./);
    expect(posted()).toBe(1);
  });

  it("removes the bot from a channel", async () => {
    bot.workspace.faults.add({ kind: "bot-removed", conversation: "G0REG" });
    await expect(post()).rejects.toMatchObject({ data: { error: "channel_not_found" } });
    bot.workspace.faults.add({ kind: "bot-added", conversation: "G0REG" });
    await post();
  });

  it("delivers each press twice, at once", async () => {
    const pressed: unknown[] = [];
    bot.bolt.action("approve", async ({ ack, body }) => {
      pressed.push((body as { trigger_id: string }).trigger_id);
      await ack();
    });
    const { ts } = await post();
    const [block] = (bot.workspace.driver.seen(ANNA, "G0REG")[0]?.blocks.slice(1) ?? []) as { block_id: string }[];
    const press = {
      in: { conversation: "G0REG", message: ts ?? "" },
      blockId: block?.block_id ?? "",
      actionId: "approve",
    };
    await fetch(`${bot.address}/-/faults`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ kind: "duplicate-deliveries" }),
    });
    expect(await bot.workspace.driver.press(ANNA, press)).toEqual({ ok: true });
    expect(pressed).toHaveLength(2);
    expect(new Set(pressed).size).toBe(1);
  });
});

describe("the guard and the live updates", () => {
  it.each([
    ["x-forwarded-for", "10.0.0.1"],
    ["forwarded", "for=10.0.0.1"],
    ["origin", "https://evil.example"],
  ])("refuses %s: %s", async (name, value) => {
    const response = await fetch(`${bot.address}/-/place`, { headers: { [name]: value } });
    expect(response.status).toBe(403);
    expect((await fetch(`${bot.address}/-/place`)).status).toBe(200);
  });

  it("tells followers that something changed", async () => {
    const response = await fetch(`${bot.address}/-/events`);
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader?.read())?.value).toBe('data: {"version":0}\n\n');
    await post();
    expect((await reader?.read())?.value).toContain('data: {"version":1}');
    await reader?.cancel();
  });

  it("sends a bent request: another secret is refused by Bolt, the true one taken", async () => {
    bot.bolt.command("/report", async ({ ack }) => ack());
    await bot.workspace.driver.command(ANNA, { conversation: "C0OPEN", command: "/report" });
    const body = bot.workspace.driver.sent().at(-1) ?? "";
    expect(await bot.workspace.driver.sendRaw(body, { secret: "wrong" })).toMatchObject({ status: 401 });
    expect(await bot.workspace.driver.sendRaw(body)).toMatchObject({ status: 200 });
  });
});
