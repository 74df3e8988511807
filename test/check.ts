/** `npm run check`: format, lint, types, dead code. Layers are a test: test/layers.test.ts. */
import { resolve } from "node:path";
import { runChecks } from "./support/checks.ts";

const checks = await runChecks(resolve(import.meta.dirname, ".."));
process.exitCode = checks.every((check) => check.passed) ? 0 : 1;
