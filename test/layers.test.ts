import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { importsOf, importsOfFile, readsEnvironment, sourceFiles } from "./support/imports.ts";
import { faultOf, LAYER_NAMES, type LayerName, layerOf } from "./support/layers.ts";

const root = resolve(import.meta.dirname, "..");
const files = sourceFiles(root, ["src", "cards", "db"]);
const textOf = (file: string): string => readFileSync(join(root, file), "utf8");

/** Layers whose first file is still to come. */
const TO_COME: readonly LayerName[] = [];

describe("who may import whom", () => {
  it("holds for every import of every file", () => {
    const faults = files.flatMap((file) => importsOfFile(root, file).flatMap((found) => faultOf(found) ?? []));
    expect(faults).toEqual([]);
  });

  it("leaves the environment to config.ts", () => {
    const readers = files.filter((file) => readsEnvironment(file, textOf(file)));
    expect(readers.filter((file) => file !== "src/config.ts")).toEqual([]);
  });
});

describe("the rule looked", () => {
  const present = LAYER_NAMES.filter((name) => !TO_COME.includes(name));

  it.each(present)("at files of %s", (name) => {
    expect(files.filter((file) => layerOf(file) === name)).not.toEqual([]);
  });

  it("and waits for no layer that has come", () => {
    expect(TO_COME.filter((name) => files.some((file) => layerOf(file) === name))).toEqual([]);
  });

  // Counted a second way, by the text alone: the count grows with the code, and a reader that goes blind falls short.
  it.each(present)("at every import statement of %s", (name) => {
    const own = files.filter((file) => layerOf(file) === name);
    const written = own.map((file) => textOf(file).match(/^(import\b|export\b|\}).* from "[^"]+"/gm)?.length ?? 0);
    const read = own.map((file) => importsOfFile(root, file).length);
    expect(read.length).toBe(written.length);
    for (const [index, count] of written.entries()) expect(read[index], own[index]).toBeGreaterThanOrEqual(count);
  });

  it.skipIf(TO_COME.includes("config"))("at the environment", () => {
    expect(readsEnvironment("src/config.ts", textOf("src/config.ts"))).toBe(true);
  });
});

describe("the rule refuses", () => {
  it.each([
    ["src/policy/a.ts", `import { sql } from "drizzle-orm";`],
    ["src/policy/a.ts", `import { readFile } from "node:fs/promises";`],
    ["src/policy/a.ts", `import { readFile } from "fs";`],
    ["src/policy/a.ts", `import type { Db } from "../../db/connect.ts";`],
    ["src/policy/a.ts", `type Db = import("../../db/connect.ts").Db;`],
    ["src/matching/a.ts", `import { now } from "../usecases/now.ts";`],
    ["cards/a.ts", `import type { Desk } from "../src/chat/desk.ts";`],
    ["cards/render/a.ts", `import { App } from "@slack/bolt";`],
    ["src/letters/a.ts", `import { card } from "../../cards/model.ts";`],
    ["db/a.ts", `export { decide } from "../src/usecases/decide.ts";`],
    ["src/usecases/a.ts", `import type { Card } from "../../cards/model.ts";`],
    ["src/usecases/a.ts", `import { desk } from "../chat/desk.ts";`],
    ["src/chat/a.ts", `import { incidents } from "../../db/schema/casework.ts";`],
    ["src/chat/a.ts", `import { decide } from "../usecases/decide.ts";`],
    ["src/chat/a.ts", `import { type Decide } from "../usecases/decide.ts";`],
    ["src/chat/a.ts", `import type { App } from "@slack/bolt";`],
    ["src/chat/slack/a.ts", `import { same } from "../teams/same.ts";`],
    ["src/chat/teams/a.ts", `import { same } from "../slack/same.ts";`],
    ["src/chat/teams/a.ts", `const same = await import("../slack/same.ts");`],
    ["src/chat/teams/a.ts", `import postgres from "postgres";`],
    ["src/intake/a.ts", `export * from "../../db/schema/index.ts";`],
    ["src/jobs/a.ts", `import { copies } from "../../db/schema/delivery.ts";`],
    ["src/jobs/a.ts", `import { sandbox } from "../sandbox/wire.ts";`],
    ["src/jobs/a.ts", `import { config } from "../config.ts";`],
    ["src/sandbox/a.ts", `import { ROLES } from "../policy/vocabulary.ts";`],
    ["src/sandbox/a.ts", `import type { Db } from "../../db/connect.ts";`],
    ["src/sandbox/teams/a.ts", `import type { Activity } from "botbuilder";`],
    ["src/http/a.ts", `import { config } from "../config.ts";`],
    ["src/main.ts", `import { CloudAdapter } from "botbuilder";`],
    ["src/sandbox-start.ts", `import { CloudAdapter } from "botbuilder";`],
    ["src/main.ts", `import type { App } from "@slack/bolt";`],
    ["src/cli/a.ts", `const bolt = createRequire(import.meta.url)("@slack/bolt");`],
    ["src/cli/a.ts", `const vendor = createRequire(import.meta.url); vendor("@slack/bolt");`],
    ["src/cli/a.ts", `const vendor = createRequire(import.meta.url); vendor.resolve("botbuilder");`],
    ["src/cli/a.ts", `const vendor = createRequire(import.meta.url); vendor(name);`],
    ["src/chat/a.ts", `const name = "x"; await import(name);`],
    ["src/elsewhere/a.ts", `import { z } from "zod";`],
  ])("%s: %s", (file, text) => {
    expect(importsOf(file, text).map(faultOf).filter(Boolean)).toHaveLength(1);
  });

  it.each([
    "process.env.PORT;",
    'process["env"].PORT;',
    "const { env } = process;",
    'import { env } from "node:process";',
  ])("a second reader of the environment: %s", (text) => {
    expect(readsEnvironment("src/jobs/a.ts", text)).toBe(true);
  });
});

describe("the rule allows", () => {
  it.each([
    ["src/policy/a.ts", `import { z } from "zod";`],
    ["src/usecases/a.ts", `import { incidents } from "../../db/schema/casework.ts";`],
    ["src/chat/a.ts", `import type { Decide } from "../usecases/decide.ts";`],
    ["src/chat/slack/a.ts", `import { App } from "@slack/bolt";`],
    ["src/jobs/a.ts", `import type { Db } from "../../db/connect.ts";`],
    ["src/main.ts", `import { sandbox } from "./sandbox/start.ts";`],
    ["src/cli/main.ts", `import { sandbox } from "../sandbox/start.ts";`],
  ])("%s: %s", (file, text) => {
    expect(importsOf(file, text).map(faultOf)).toEqual([undefined]);
  });

  it("a process used for anything else", () => {
    expect(readsEnvironment("src/main.ts", `process.exitCode = 1; process.once("SIGTERM", stop);`)).toBe(false);
  });
});
