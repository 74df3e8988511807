import { WebAPIPlatformError, WebAPIRateLimitedError } from "@slack/web-api";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ANNA, card, field, modal, startBolt } from "./bolt-bot.ts";

let bot: Awaited<ReturnType<typeof startBolt>>;
beforeEach(async () => {
  bot = await startBolt();
});
afterEach(() => bot.stop());

async function errorOf(call: Promise<unknown>): Promise<string> {
  const error = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof WebAPIPlatformError)) throw new Error(`not refused: ${String(error)}`);
  return [error.data.error, ...(error.data.response_metadata?.messages ?? [])].join(" ");
}

const section = (text: string) => ({ type: "section" as const, text: { type: "plain_text" as const, text } });

describe("what Slack refuses", () => {
  it.each([
    ["C0NONE", "channel_not_found"],
    ["C0AWAY", "not_in_channel"],
    ["G0OLD", "is_archived"],
  ])("a message to %s with %s", async (channel, code) => {
    expect(await errorOf(bot.client.chat.postMessage({ channel, text: "x" }))).toBe(code);
  });

  it("a section that is too long, with its path", async () => {
    const call = bot.client.chat.postMessage({
      channel: ANNA,
      text: "x",
      blocks: [section("y"), section("x".repeat(3_001))],
    });
    expect(await errorOf(call)).toMatch(/^invalid_blocks .*json-pointer:\/blocks\/1\/text\/text\]$/);
  });

  it.each([
    ["51 blocks", Array.from({ length: 51 }, () => section("x")), /^invalid_blocks/],
    [
      "two blocks of one id",
      [section("a"), section("b")].map((one) => ({ ...one, block_id: "same" })),
      /already exists/,
    ],
    ["an empty text", [section("")], /^invalid_blocks/],
    ["an unknown property", [{ ...section("a"), colour: "red" }], /^invalid_blocks/],
    [
      "more than 13,200 characters",
      Array.from({ length: 6 }, () => section("x".repeat(2_900))),
      /^msg_blocks_too_long/,
    ],
  ])("%s", async (_what, blocks, code) => {
    expect(await errorOf(bot.client.chat.postMessage({ channel: ANNA, text: "x", blocks: blocks as never[] }))).toMatch(
      code,
    );
  });

  it("a wrong token, and a message that says nothing", async () => {
    expect(await errorOf(bot.client.apiCall("chat.postMessage", { channel: ANNA }))).toBe("no_text");
    expect(await errorOf(bot.client.auth.test({ token: "xoxb-other" }))).toBe("invalid_auth");
  });

  it("a trigger used twice, a trigger 3 seconds old, a title of 25 characters, a fourth view", async () => {
    const triggers: string[] = [];
    bot.bolt.command("/report", async ({ ack, command }) => {
      triggers.push(command.trigger_id);
      await ack();
    });
    bot.bolt.action("more", async ({ ack, body }) => {
      triggers.push((body as { trigger_id: string }).trigger_id);
      await ack();
    });
    const more = {
      type: "actions",
      block_id: "b",
      elements: [{ type: "button", action_id: "more", text: { type: "plain_text", text: "More" } }],
    };
    const { driver } = bot.workspace;
    const press = () =>
      driver.press(ANNA, { in: { view: driver.views(ANNA).at(-1)?.id ?? "" }, blockId: "b", actionId: "more" });
    const view = modal([more]);
    const trigger_id = () => triggers.at(-1) ?? "";
    await driver.command(ANNA, { conversation: "C0OPEN", command: "/report" });

    const long = modal([more], { title: { type: "plain_text", text: "x".repeat(25) } });
    expect(await errorOf(bot.client.views.open({ trigger_id: trigger_id(), view: long }))).toMatch(/view\/title\/text/);
    await bot.client.views.open({ trigger_id: trigger_id(), view });
    expect(await errorOf(bot.client.views.open({ trigger_id: trigger_id(), view }))).toBe("exchanged_trigger_id");
    for (let opened = 1; opened < 3; opened += 1) {
      await press();
      await bot.client.views.push({ trigger_id: trigger_id(), view });
    }
    await press();
    expect(await errorOf(bot.client.views.push({ trigger_id: trigger_id(), view }))).toBe("push_limit_reached");
    await driver.command(ANNA, { conversation: "C0OPEN", command: "/report" });
    await new Promise((resolve) => setTimeout(resolve, 3_050));
    expect(await errorOf(bot.client.views.open({ trigger_id: trigger_id(), view }))).toBe("expired_trigger_id");
  });

  it("an update made on an old hash", async () => {
    bot.bolt.command("/report", async ({ ack, client, command }) => {
      await client.views.open({ trigger_id: command.trigger_id, view: modal([field("a", "A")]) });
      await ack();
    });
    await bot.workspace.driver.command(ANNA, { conversation: "C0OPEN", command: "/report" });
    const view_id = bot.workspace.driver.views(ANNA)[0]?.id ?? "";
    const view = modal([field("a", "B")]);
    expect(await errorOf(bot.client.views.update({ view_id, hash: "old", view }))).toBe("hash_conflict");
    expect((await bot.client.views.update({ view_id, view })).ok).toBe(true);
  });

  it("an update of what only one person sees", async () => {
    const posted = await bot.client.chat.postEphemeral({ channel: "C0OPEN", user: ANNA, text: "psst" });
    expect(await errorOf(bot.client.chat.update({ channel: "C0OPEN", ts: posted.message_ts ?? "", text: "x" }))).toBe(
      "message_not_found",
    );
  });

  it("more than a short burst in one channel, while others go on", async () => {
    const calls = Array.from({ length: 6 }, () => bot.client.chat.postMessage({ channel: ANNA, text: "x" }));
    const ends = await Promise.allSettled(calls);
    const refused = ends.filter((end) => end.status === "rejected");
    expect(refused).toHaveLength(1);
    expect(refused[0]?.reason).toBeInstanceOf(WebAPIRateLimitedError);
    expect((await bot.client.chat.postMessage({ channel: "C0OPEN", text: "x" })).ok).toBe(true);
  });
});

describe("what Slack tells", () => {
  it("what a channel is and who is in it, page by page", async () => {
    const { channel } = await bot.client.conversations.info({ channel: "G0REG" });
    expect(channel).toMatchObject({ is_private: true, is_ext_shared: true, is_member: true });
    const first = await bot.client.conversations.members({ channel: "G0REG", limit: 2 });
    const second = await bot.client.conversations.members({
      channel: "G0REG",
      limit: 2,
      cursor: first.response_metadata?.next_cursor ?? "",
    });
    expect([...(first.members ?? []), ...(second.members ?? [])]).toEqual([ANNA, "U0BEN", "U0BOT"]);
    expect(second.response_metadata?.next_cursor).toBe("");
  });

  it("the metadata of a message, when asked", async () => {
    const metadata = { event_type: "copy", event_payload: { id: "c-1" } };
    await bot.client.chat.postMessage({ channel: ANNA, text: "x", blocks: card("y"), metadata });
    const { channel } = await bot.client.conversations.open({ users: ANNA });
    const history = await bot.client.conversations.history({ channel: channel?.id ?? "", include_all_metadata: true });
    expect(history.messages).toMatchObject([{ text: "x", bot_id: "B0BOT", metadata }]);
    const without = await bot.client.conversations.history({ channel: channel?.id ?? "" });
    expect(without.messages?.[0]).not.toHaveProperty("metadata");
  });

  it("a response_url no more than five times", async () => {
    let url = "";
    bot.bolt.command("/report", async ({ ack, command }) => {
      url = command.response_url;
      await ack();
    });
    await bot.workspace.driver.command(ANNA, { conversation: "C0AWAY", command: "/report" });
    const use = async () => (await fetch(url, { method: "POST", body: JSON.stringify({ text: "x" }) })).status;
    const uses = [await use(), await use(), await use(), await use(), await use(), await use()];
    expect(uses).toEqual([200, 200, 200, 200, 200, 404]);
  });
});
