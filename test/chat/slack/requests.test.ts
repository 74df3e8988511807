/** Requests that Slack did not send, or sent at another time (issue 2, section 4). */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { closedAddress } from "../../support/local-server.ts";
import { FORM } from "../contract.ts";
import { BOT, CHANNELS, makeSlackHarness, OFFICER, type SlackHarness, TEAM } from "./harness.ts";

let h: SlackHarness;
beforeEach(async () => {
  h = await makeSlackHarness();
  h.desk.answers(() => ({ kind: "form", form: FORM }));
});
afterEach(() => h.stop());

const now = () => Math.floor(Date.now() / 1000);
const command = (change: Readonly<Record<string, string>> = {}) =>
  new URLSearchParams({
    team_id: TEAM,
    channel_id: CHANNELS.open,
    user_id: OFFICER,
    command: "/report-contact",
    text: "",
    trigger_id: "1.2",
    ...change,
  }).toString();

async function refusal(answering: ReturnType<SlackHarness["driver"]["sendRaw"]>) {
  const answer = await answering;
  if (answer.kind !== "answered") throw new Error("no answer");
  return { status: answer.status, ...(JSON.parse(answer.body) as object) };
}

describe("a request that is refused before anything reads it", () => {
  it.each([
    ["signed with another secret", { secret: "another" }],
    ["six minutes old", { at: now() - 360 }],
    ["of tomorrow", { at: now() + 86_400 }],
    ["six minutes ahead", { at: now() + 360 }],
    ["of no time", { at: Number.NaN }],
  ])("%s", async (_name, bent) => {
    const answer = await refusal(h.driver.sendRaw(command(), bent));
    expect(answer).toEqual({ status: 401, error: "not_authentic" });
    expect(h.desk.asked).toEqual([]);
    expect(h.lines.join("")).toContain("slack-request-refused");
  });

  it("without a signature", async () => {
    const response = await fetch(`${h.address}/slack/events`, { method: "POST", body: command() });
    expect(response.status).toBe(401);
    expect(await response.json()).toEqual({ error: "not_authentic" });
    expect(h.desk.asked).toEqual([]);
  });

  it("with a body that cannot be read", async () => {
    const answer = await refusal(h.driver.sendRaw("{", { contentType: "application/json" }));
    expect(answer).toEqual({ status: 400, error: "bad_request" });
  });

  it("with more than Slack ever sends", async () => {
    const answer = await refusal(h.driver.sendRaw(command({ text: "x".repeat(5_000_000) })));
    expect(answer).toEqual({ status: 413, error: "too_large" });
  });
});

describe("a request that is taken", () => {
  it.each([
    ["four minutes old", -240],
    ["four minutes ahead", 240],
  ])("%s", async (_name, shift) => {
    const answer = await h.driver.sendRaw(command(), { at: now() + shift });
    expect(answer).toMatchObject({ kind: "answered", status: 200 });
    expect(h.desk.asked).toHaveLength(1);
  });

  it("replayed: it is answered again, and the desk, which knows what it did, is asked again", async () => {
    await h.open("report-contact");
    const body = h.driver.sent().at(-1) ?? "";
    const again = await h.driver.sendRaw(body);
    expect(again).toEqual({ kind: "answered", status: 200, body: "" });
    expect(h.desk.asked).toHaveLength(2);
    expect((await h.look()).fields).toHaveProperty("what");
  });

  it("a press without a person: refused at once, as JSON, without detail", async () => {
    const actions = [{ type: "button", action_id: "approve", block_id: "b", value: '{"i":"x","v":1}' }];
    const payload = JSON.stringify({ type: "block_actions", team: { id: TEAM }, actions });
    const answer = await refusal(h.driver.sendRaw(new URLSearchParams({ payload }).toString()));
    expect(answer).toEqual({ status: 500, error: "failed" });
    expect(h.lines.join("")).toContain("slack-request-failed");
    expect(h.desk.asked).toEqual([]);
  });

  it("a kind nobody listens to: JSON, and no silence", async () => {
    const payload = JSON.stringify({
      type: "dialog_suggestion",
      user: { id: OFFICER },
      team: { id: TEAM },
      callback_id: "x",
    });
    const response = await h.driver.sendRaw(new URLSearchParams({ payload }).toString());
    // Slack itself stops waiting at three seconds; Bolt answers just after.
    expect(response.kind === "late" || response.status === 404).toBe(true);
  });
});

describe("the token", () => {
  it("is valid when Slack says so and it is this bot's", async () => {
    expect(await h.slack.checkToken()).toBe("valid");
  });

  it.each([
    ["invalid when Slack refuses it", () => ({ botToken: "xoxb-old" }), "invalid"],
    ["invalid when it is another bot's", () => ({ botId: "B0OTHER" }), "invalid"],
    ["unreachable when nobody listens", async () => ({ apiUrl: await closedAddress() }), "unreachable"],
  ] as const)("is %s", async (_name, changes, expected) => {
    const other = await makeSlackHarness(await changes());
    expect(await other.slack.checkToken()).toBe(expected);
    await other.stop();
  });

  it("is of no use while Slack is down", async () => {
    h.fault({ kind: "fails-before", call: "auth.test" });
    expect(await h.slack.checkToken()).toBe("unreachable");
  });

  it("is never in the log", async () => {
    h.fault({ kind: "fails-before", call: "views.open" });
    await h.open("report-contact");
    await h.driver.sendRaw(command(), { at: 1 });
    expect(h.lines.length).toBeGreaterThan(1);
    expect(h.lines.join("")).not.toContain(BOT.botToken);
  });
});
