/** DESIGN section 6: the settings, and what is wrong with them, named all at once. */
import { describe, expect, it } from "vitest";
import { readConfig } from "../src/config.ts";

type Settings = Readonly<Record<string, string>>;

const SLACK: Settings = {
  SLACK_BOT_TOKEN: "xoxb-fictional",
  SLACK_SIGNING_SECRET: "fictional",
  SLACK_BOT_ID: "B0BOT",
  SLACK_BOT_USER_ID: "U0BOT",
};
const TEAMS: Settings = {
  MICROSOFT_APP_ID: "app",
  MICROSOFT_APP_PASSWORD: "fictional",
  MICROSOFT_APP_TENANT_ID: "tenant",
};
const DATABASE = { DATABASE_URL: "postgres://owner@db.example/register" };

function faultsOf(settings: Settings): readonly string[] {
  const result = readConfig(settings);
  return result.ok ? [] : result.faults;
}

function configOf(settings: Settings) {
  const result = readConfig(settings);
  if (!result.ok) throw new Error(result.faults.join("\n"));
  return result.config;
}

describe("settings that are whole", () => {
  it("are none at all: a sandbox on this machine, with a database of its own", () => {
    expect(configOf({})).toMatchObject({
      sandbox: true,
      host: "127.0.0.1",
      port: 3000,
      databaseUrl: undefined,
      dataFolder: ".data",
      slack: undefined,
      teams: undefined,
      testClock: false,
    });
  });

  it("turn the sandbox off when a chat is configured", () => {
    expect(configOf({ ...DATABASE, ...SLACK })).toMatchObject({
      sandbox: false,
      slack: { botToken: "xoxb-fictional" },
    });
    expect(configOf(TEAMS)).toMatchObject({ sandbox: false, teams: { local: false, appId: "app" } });
    expect(configOf({ TEAMS_LOCAL: "1" })).toMatchObject({ sandbox: false, teams: { local: true } });
  });

  it("may be both chats at once", () => {
    expect(configOf({ ...DATABASE, ...SLACK, ...TEAMS })).toMatchObject({ slack: { botId: "B0BOT" }, teams: {} });
  });

  it("may be a sandbox on a database of one's own", () => {
    expect(configOf({ ...DATABASE, SANDBOX: "1" })).toMatchObject({
      sandbox: true,
      databaseUrl: DATABASE.DATABASE_URL,
    });
  });

  it("count an empty value as not set", () => {
    expect(configOf({ SLACK_BOT_TOKEN: "", DATABASE_URL: "", PORT: "" })).toMatchObject({ sandbox: true, port: 3000 });
  });

  it.each(["localhost", "127.0.0.1", "127.8.8.8", "::1"])("take %s for this machine", (HOST) => {
    expect(configOf({ SANDBOX: "1", TEST_CLOCK: "1", HOST })).toMatchObject({ host: HOST });
  });
});

describe("a fault", () => {
  it.each<[string, Settings, RegExp]>([
    ["a database of another kind", { ...SLACK, DATABASE_URL: "mysql://x" }, /^DATABASE_URL must begin with postgres:/],
    ["a port that is no number", { PORT: "http" }, /^PORT must be a number/],
    ["a port that does not exist", { PORT: "70000" }, /^PORT must be at most 65535/],
    ["half of Slack", { ...SLACK, SLACK_BOT_ID: "" }, /^SLACK_BOT_ID is missing/],
    ["half of Teams", { ...TEAMS, MICROSOFT_APP_PASSWORD: "" }, /^MICROSOFT_APP_PASSWORD is missing/],
    ["another Web API than this machine's", { ...SLACK, SLACK_API_URL: "https://slack.example" }, /loopback/],
    ["another login than this machine's", { ...TEAMS, TEAMS_LOGIN_URL: "https://login.example" }, /loopback/],
    ["a switch that is neither on nor off", { SANDBOX: "yes" }, /^SANDBOX must be 0 or 1/],
    ["a database without a chat", DATABASE, /^DATABASE_URL is set but no chat is configured/],
    ["no sandbox and no chat", { SANDBOX: "0" }, /^No chat is configured/],
    ["a sandbox beside a chat", { ...SLACK, SANDBOX: "1" }, /^SANDBOX brings its own chats/],
    ["a local Teams beside the real one", { ...TEAMS, TEAMS_LOCAL: "1" }, /^TEAMS_LOCAL and MICROSOFT_APP_ID/],
    ["a rate of nothing", { INTAKE_RATE: "0" }, /^INTAKE_RATE must be at least 1/],
  ])("%s", (_, settings, words) => {
    expect(faultsOf(settings)).toEqual([expect.stringMatching(words)]);
  });

  it.each(["SANDBOX", "TEST_CLOCK", "TEAMS_LOCAL"])("is %s in production, or open to the network", (key) => {
    const chat = key === "TEST_CLOCK" ? SLACK : {};
    expect(faultsOf({ ...chat, [key]: "1", NODE_ENV: "production" })).toEqual([expect.stringContaining(key)]);
    expect(faultsOf({ ...chat, [key]: "1", HOST: "0.0.0.0" })).toEqual([expect.stringContaining("0.0.0.0")]);
  });

  it("is a sandbox that nobody asked for, where it may not be", () => {
    expect(faultsOf({ NODE_ENV: "production" })).toHaveLength(1);
    expect(faultsOf({ HOST: "0.0.0.0" })).toHaveLength(1);
  });

  it("never stands alone: all are named at once, each with its variable", () => {
    const faults = faultsOf({ SLACK_BOT_TOKEN: "t", MICROSOFT_APP_ID: "a", TEST_CLOCK: "1", NODE_ENV: "production" });
    for (const key of ["SLACK_SIGNING_SECRET", "SLACK_BOT_ID", "MICROSOFT_APP_TENANT_ID", "TEST_CLOCK"])
      expect(faults.filter((fault) => fault.startsWith(key))).toHaveLength(1);
    expect(
      faultsOf({ PORT: "x", DATABASE_URL: "y", SLACK_BOT_TOKEN: "t" }).map((fault) => fault.split(" ")[0]),
    ).toEqual(expect.arrayContaining(["PORT", "DATABASE_URL", "SLACK_SIGNING_SECRET"]));
  });

  it("never repeats a secret", () => {
    const faults = faultsOf({ ...SLACK, SLACK_BOT_ID: "", SLACK_API_URL: "https://u:secret@slack.example", PORT: "x" });
    expect(faults.join(" ")).not.toMatch(/secret|xoxb|fictional/);
  });
});
