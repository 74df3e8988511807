/** The model stands on its own: otherwise comparing with it would prove nothing. */
import { resolve } from "node:path";
import { expect, it } from "vitest";
import { importsOfFile, sourceFiles } from "../support/imports.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const MODEL = "test/model/model";
const files = sourceFiles(ROOT, [MODEL]);

it("was found", () => expect(files).toContain(`${MODEL}/press.ts`));

it.each(files)("%s imports nothing of the product", (file) => {
  const targets = importsOfFile(ROOT, file).map(({ target }) => target);
  expect(targets.filter((target) => !target.startsWith(`${MODEL}/`) && target !== "temporal-polyfill")).toEqual([]);
});
