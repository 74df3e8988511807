import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { fileKeep } from "../../../src/sandbox/file-keep.ts";
import { createPerson } from "../../support/person.ts";
import { ANNA, BEN, card, startBolt } from "./bolt-bot.ts";

type Bot = Awaited<ReturnType<typeof startBolt>>;

let folder: string;
let bot: Bot;
const file = () => join(folder, "chats", "slack.json");
const start = async () => {
  const started = await startBolt({ keep: fileKeep(file()) });
  started.bolt.action("approve", async ({ ack, respond }) => {
    await ack();
    await respond({ text: "Only for you", response_type: "ephemeral" });
  });
  bot = started;
};
const restart = async () => {
  await bot.stop();
  await start();
};
const post = async (text: string) =>
  String((await bot.client.chat.postMessage({ channel: "G0REG", text, blocks: card(text) })).ts);
const texts = (person: string) => bot.workspace.driver.seen(person, "G0REG").map(({ text }) => text);
const unread = (person: string) => bot.workspace.driver.conversations(person).find((one) => one.id === "G0REG")?.unread;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "slack-keep-"));
  await start();
});
afterEach(async () => {
  await bot.stop();
  rmSync(folder, { recursive: true });
});

describe("a Slack workspace that starts again", () => {
  it("has its messages, each for whom it was, with buttons that work", async () => {
    await post("Please decide");
    const before = createPerson("slack", bot.address, ANNA);
    await before.press("Approve", { on: "Please decide" });
    await before.card("Only for you");
    const seen = [bot.workspace.driver.seen(ANNA, "G0REG"), bot.workspace.driver.seen(BEN, "G0REG")];
    expect(seen.map((messages) => messages.length)).toEqual([2, 1]);

    await restart();

    expect([bot.workspace.driver.seen(ANNA, "G0REG"), bot.workspace.driver.seen(BEN, "G0REG")]).toEqual(seen);
    const after = createPerson("slack", bot.address, BEN);
    expect(await after.press("Approve", { on: "Please decide" })).toEqual({ ok: true });
    await after.card("Only for you");
  });

  it("takes an update of an old message by its id, and finds its metadata", async () => {
    const metadata = { event_type: "delivery", event_payload: { key: "k-1" } };
    const { ts } = await bot.client.chat.postMessage({ channel: "G0REG", text: "A proposal", metadata });

    await restart();

    await bot.client.chat.update({ channel: "G0REG", ts: String(ts), text: "Approved" });
    expect(bot.workspace.driver.seen(BEN, "G0REG")).toMatchObject([{ id: ts, text: "Approved", edited: true }]);
    const { messages } = await bot.client.conversations.history({ channel: "G0REG", include_all_metadata: true });
    expect(messages).toMatchObject([{ ts, metadata }]);
  });

  it("never gives an id twice, although the last message was deleted and the clock goes back", async () => {
    const ts = await post("Gone soon");
    await bot.client.chat.delete({ channel: "G0REG", ts });
    await bot.stop();
    const later = `${Number(ts.split(".")[0]) + 3_600}.999999`;
    writeFileSync(file(), readFileSync(file(), "utf8").replaceAll(ts, later));

    await start();

    expect(await post("New")).toBe(`${Number(later.split(".")[0]) + 1}.000000`);
  });

  it("knows what each person has read, and that a new message is new", async () => {
    await post("First");
    await post("Second");
    bot.workspace.driver.read(ANNA, "G0REG");

    await restart();

    expect([unread(ANNA), unread(BEN)]).toEqual([0, 2]);
    await post("Third");
    expect([unread(ANNA), unread(BEN)]).toEqual([1, 3]);
  });

  it("saves soon after a change, so that a process that is killed loses little", async () => {
    await post("Kept");
    await expect.poll(() => readdirSync(folder)).toEqual(["chats"]);
    const killed = bot;
    await start();
    expect(texts(ANNA)).toEqual(["Kept"]);
    await killed.stop();
  });

  it("saves what is posted after it was told to stop, because jobs finish later than the pages", async () => {
    bot.workspace.stop();
    await post("Late");
    await restart();
    expect(texts(ANNA)).toEqual(["Late"]);
  });

  it("writes a file that only its owner reads, and leaves no other", async () => {
    await post("Kept");
    await restart();
    expect(readdirSync(join(folder, "chats"))).toEqual(["slack.json"]);
    expect(statSync(file()).mode & 0o777).toBe(0o600);
  });

  it.each([
    ["of another version", (kept: string) => kept.replace('"version":1', '"version":2')],
    ["of another shape", (kept: string) => kept.replace('"blocks":[', '"blocks":["')],
    ["cut off", (kept: string) => kept.slice(0, 40)],
    ["of other types", (kept: string) => kept.replace('"text":"Old"', '"text":7')],
  ])("begins anew when the snapshot is %s", async (_what, broken) => {
    await post("Old");
    await bot.stop();
    const kept = readFileSync(file(), "utf8");
    expect(broken(kept)).not.toBe(kept);
    writeFileSync(file(), broken(kept));

    await start();
    expect(texts(ANNA)).toEqual([]);
    await post("New");
    await restart();
    expect(texts(ANNA)).toEqual(["New"]);
  });

  it("keeps the newest 500 messages of each conversation", async () => {
    await post("A proposal");
    for (let n = 1; n <= 501; n += 1) await bot.workspace.driver.say(BEN, { conversation: "C0OPEN", text: `${n}` });
    await restart();
    const seen = bot.workspace.driver.seen(ANNA, "C0OPEN").map(({ text }) => text);
    expect([seen.length, seen[0], seen.at(-1)]).toEqual([500, "2", "501"]);
    expect(texts(ANNA)).toEqual(["A proposal"]);
  });
});

it("warns, and goes on, when the file cannot be written", async () => {
  const warned: string[] = [];
  const hear = (warning: Error) => void warned.push(warning.message);
  process.on("warning", hear);
  const blocked = await startBolt({ keep: fileKeep("/dev/null/slack.json") });
  await blocked.client.chat.postMessage({ channel: "G0REG", text: "Lost" });
  await expect.poll(() => warned.join()).toContain("could not be saved (E");
  expect(blocked.workspace.driver.seen(ANNA, "G0REG")).toHaveLength(1);
  await blocked.stop();
  process.off("warning", hear);
});
