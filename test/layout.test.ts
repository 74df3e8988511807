import { readdirSync } from "node:fs";
import { resolve } from "node:path";
import { expect, it } from "vitest";

const FIXED = [
  "README.md",
  "cards",
  "db",
  "drizzle.config.ts",
  "manifest",
  "package-lock.json",
  "package.json",
  "src",
  "test",
  "tsconfig.json",
];

it("keeps the top level to what is fixed, and dotfiles", () => {
  const found = readdirSync(resolve(import.meta.dirname, "..")).filter((name) => !name.startsWith("."));
  expect(found.filter((name) => name !== "node_modules" && !FIXED.includes(name))).toEqual([]);
});
