import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import Ajv from "ajv-draft-04";
import addFormats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { COMMANDS, SHORTCUTS } from "../../src/chat/desk.ts";

const folder = resolve(import.meta.dirname, "../../manifest/teams");
const text = readFileSync(join(folder, "manifest.json"), "utf8");
const Command = z.object({ title: z.string(), fetchTask: z.boolean().optional() });
const Action = Command.extend({ id: z.string(), context: z.array(z.string()) });
const Commands = z.object({ commands: z.array(Command), triggers: z.array(z.string()).optional() });
const TeamsManifest = z.object({
  manifestVersion: z.string(),
  icons: z.object({ color: z.string(), outline: z.string() }),
  bots: z.array(
    z.object({ botId: z.string(), supportsTargetedMessages: z.boolean(), commandLists: z.array(Commands) }),
  ),
  composeExtensions: z.array(z.object({ botId: z.string(), commands: z.array(Action) })),
});
const manifest = TeamsManifest.parse(JSON.parse(text));
const titlesOf = (list: z.infer<typeof Commands>): string[] => list.commands.map((command) => command.title);

/** Microsoft's published schema of the version that the manifest names, from its own package. */
function publishedSchema(): object {
  const entry = createRequire(import.meta.url).resolve("@microsoft/app-manifest");
  const file = `json-schemas/teams/v${manifest.manifestVersion}/MicrosoftTeams.schema.json`;
  return JSON.parse(readFileSync(join(entry, "..", file), "utf8"));
}

const ajv = new Ajv.default({ strict: false });
addFormats.default(ajv);
const valid = ajv.compile(publishedSchema());

/** Width, height and colour type of a PNG: its first chunk. */
function png(name: string): { readonly width: number; readonly height: number; readonly colours: number | undefined } {
  const bytes = readFileSync(join(folder, name));
  expect(bytes.subarray(1, 4).toString()).toBe("PNG");
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20), colours: bytes[25] };
}

describe("the Teams manifest", () => {
  it("is what Microsoft's published schema describes", () => {
    expect({ valid: valid(JSON.parse(text)), errors: valid.errors }).toEqual({ valid: true, errors: null });
  });

  it.each([
    ["no accent colour", '"accentColor"', '"accent"'],
    ["a bot id that is no GUID", "00000000-0000-0000-0000-000000000000", "bot"],
    ["a trigger Teams does not know", '["slash"]', '["hash"]'],
    ["a short description over 80 characters", '"short": "Report', `"short": "${"x".repeat(80)}Report`],
    ["an older version, without slash commands", '"manifestVersion": "1.29"', '"manifestVersion": "1.28"'],
  ])("is refused by it with %s", (_, good, bad) => {
    expect(text).toContain(good);
    expect(valid(JSON.parse(text.replace(good, bad)))).toBe(false);
  });

  it("names every command that the desk answers, and no other", () => {
    expect(manifest.bots.flatMap((bot) => bot.commandLists.map(titlesOf))[0]).toEqual([...COMMANDS]);
  });

  it("opens the two private forms straight from the slash menu", () => {
    const [extension] = manifest.composeExtensions;
    const typed = extension?.commands.filter(({ context }) => context.includes("commandBox"));
    expect(typed?.map(({ id, title, fetchTask }) => ({ id, title, fetchTask }))).toEqual([
      { id: "report-contact", title: "report-contact", fetchTask: true },
      { id: "check-contact", title: "check-contact", fetchTask: true },
    ]);
  });

  it("offers every shortcut that the desk answers on messages, and nowhere else", () => {
    const [extension] = manifest.composeExtensions;
    const onMessages = extension?.commands.filter(({ context }) => context.includes("message"));
    expect(onMessages).toEqual(
      SHORTCUTS.map((id) => ({ id, title: "This is contact from a customer", context: ["message"], fetchTask: true })),
    );
  });

  it("is one bot, in the conversation and in the compose box", () => {
    const ids = [...manifest.bots, ...manifest.composeExtensions].map((part) => part.botId);
    expect(new Set(ids).size).toBe(1);
  });

  it("has icons of the sizes that Teams asks for, with an alpha channel", () => {
    expect(png(manifest.icons.color)).toEqual({ width: 192, height: 192, colours: 6 });
    expect(png(manifest.icons.outline)).toEqual({ width: 32, height: 32, colours: 6 });
  });
});
