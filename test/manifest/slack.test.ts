import { readFileSync } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { COMMANDS, SHORTCUTS } from "../../src/chat/desk.ts";
import { run } from "../support/checks.ts";
import { SlackManifest } from "./slack-rules.ts";

const root = resolve(import.meta.dirname, "../..");
const text = readFileSync(join(root, "manifest/slack.json"), "utf8");
const manifest = SlackManifest.parse(JSON.parse(text));
const [readme = ""] = readFileSync(join(root, "manifest/README.md"), "utf8").split("## Microsoft Teams");
const folder = join(root, ".tmp", `slack-manifest-${process.pid}`);

/** What the types that Slack publishes for its own manifest methods say of a manifest, written out as a literal. */
async function typeCheck(manifestText: string): Promise<{ readonly passed: boolean; readonly output: string }> {
  await mkdir(folder, { recursive: true });
  const imported = 'import type { AppsManifestValidateArguments } from "@slack/web-api";';
  await writeFile(
    join(folder, "sample.ts"),
    `${imported}\nexport const sample: AppsManifestValidateArguments["manifest"] = ${manifestText};\n`,
  );
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify({ extends: "../../tsconfig.json", include: ["."] }));
  return run(root, ["tsc", "-p", join(folder, "tsconfig.json")]);
}

describe("the Slack manifest", () => {
  afterAll(() => rm(folder, { recursive: true }));

  it("is what Slack's published types describe", async () => {
    expect(await typeCheck(text)).toEqual({ passed: true, output: "" });
  });

  it.each([
    ["an unknown scope", "chat:write", "chat:shout"],
    ["a misspelt setting", "socket_mode_enabled", "socket_mode"],
    ["a URL that is no text", '"https://YOUR-HOST.example/slack/events"', "3"],
  ])("is refused by them with %s", async (_, good, bad) => {
    expect((await typeCheck(text.replace(good, bad))).passed).toBe(false);
  });

  it.each([
    ["a name over 35 characters", '"Restricted contact"', `"${"x".repeat(36)}"`],
    ["an empty usage hint", '"[case reference]"', '""'],
    ["a command without its slash", '"/check-contact"', '"check-contact"'],
    ["a plain http address", "https://YOUR-HOST", "http://YOUR-HOST"],
    ["a property Slack does not know", '"is_enabled"', '"enabled"'],
    ["a shortcut's name over 24 characters", '"Contact from a customer"', '"This is contact from a customer"'],
    ["a shortcut of a kind Slack does not know", '"type": "message"', '"type": "channel"'],
    ["schema 1", '"major_version": 2', '"major_version": 1'],
  ])("is refused by Slack's limits with %s", (_, good, bad) => {
    expect(text).toContain(good);
    expect(SlackManifest.safeParse(JSON.parse(text.replace(good, bad))).success).toBe(false);
  });

  it("has every command that the desk answers, and no other", () => {
    expect(manifest.features.slash_commands.map((one) => one.command)).toEqual(COMMANDS.map((name) => `/${name}`));
  });

  it("has every shortcut that the desk answers, on messages, and says the whole sentence", () => {
    const { shortcuts } = manifest.features;
    expect(shortcuts.map((one) => [one.type, one.callback_id])).toEqual(SHORTCUTS.map((name) => ["message", name]));
    expect(shortcuts[0]?.description).toMatch(/^This is contact from a customer/);
  });

  it("sends commands, presses and what is typed in a search to the one address", () => {
    const urls = [
      ...manifest.features.slash_commands.map((one) => one.url),
      manifest.settings.interactivity.request_url,
      manifest.settings.interactivity.message_menu_options_url,
    ];
    expect([...new Set(urls)]).toEqual(["https://YOUR-HOST.example/slack/events"]);
  });

  it.each(manifest.oauth_config.scopes.bot)("gives the reason for %s", (scope) => {
    expect(readme).toMatch(new RegExp(`^\\| \`${scope}\` \\| .{20,} \\|$`, "m"));
  });

  it("gives no reason for a scope it does not ask for", () => {
    const explained = [...readme.matchAll(/^\| `([a-z]+(?::[a-z]+)?)` \|/gm)].map((match) => match[1]);
    expect(explained).toEqual(manifest.oauth_config.scopes.bot);
  });
});
