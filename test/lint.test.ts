import { mkdir, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { run } from "./support/checks.ts";

const root = resolve(import.meta.dirname, "..");
const folder = join(root, ".tmp", `lint-${process.pid}`);

/** What the project's own lint says of a text that stands inside the project. */
async function lint(text: string): Promise<{ readonly passed: boolean; readonly output: string }> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "sample.ts"), text);
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify({ extends: "../../tsconfig.json", include: ["."] }));
  return run(root, ["oxlint", "--type-aware", "--no-ignore", join(folder, "sample.ts")]);
}

const query = `import { drizzle } from "drizzle-orm/postgres-js";
import { integer, pgTable } from "drizzle-orm/pg-core";
import postgres from "postgres";

const db = drizzle({ client: postgres("") });
const rows = pgTable("rows", { id: integer() });
export async function save(): Promise<void> {`;

describe("lint", () => {
  afterEach(() => rm(folder, { recursive: true }));

  it("finds a Drizzle query that nobody awaits, so that never runs", async () => {
    const { passed, output } = await lint(`${query}\n  db.insert(rows).values({ id: 1 });\n}\n`);
    expect({ passed, found: output.includes("no-floating-promises") }).toEqual({ passed: false, found: true });
  });

  it("finds a promise that nobody awaits", async () => {
    const { passed, output } = await lint(
      `async function work(): Promise<void> {}\nexport function start(): void {\n  work();\n}\n`,
    );
    expect({ passed, found: output.includes("no-floating-promises") }).toEqual({ passed: false, found: true });
  });

  it("passes the same query awaited", async () => {
    const { passed, output } = await lint(`${query}\n  await db.insert(rows).values({ id: 1 });\n}\n`);
    expect(output).toContain("0 errors");
    expect(passed).toBe(true);
  });
});
