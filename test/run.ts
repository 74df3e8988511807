/**
 * `npm test`: the static checks, then a browser for the page tests, then every test.
 * The last line is the sum of all three, alone on its line.
 */
import { resolve } from "node:path";
import { startVitest, type TestCase, type Vitest } from "vitest/node";
import { type Browser, findBrowser } from "./support/browser-binary.ts";
import { runChecks } from "./support/checks.ts";

const root = resolve(import.meta.dirname, "..");

type Tally = { passed: number; failed: number; readonly skipped: string[] };

const tally: Tally = { passed: 0, failed: 0, skipped: [] };
for (const check of await runChecks(root)) count(tally, check.passed);
count(tally, (await browserFound()) !== undefined);
await runTests(tally);

for (const reason of tally.skipped) console.log(`skipped: ${reason}`);
console.log(`${tally.passed} passed, ${tally.failed} failed, ${tally.skipped.length} skipped`);
// Said outright: a handle that a test left open must not keep the verdict waiting.
process.exit(tally.failed === 0 ? 0 : 1);

function count(into: Tally, passed: boolean): void {
  if (passed) into.passed += 1;
  else into.failed += 1;
}

/** Found, or unpacked, before the tests: the page tests then pay for a start only. */
async function browserFound(): Promise<Browser | undefined> {
  try {
    const browser = await findBrowser();
    console.log(`ok  browser (${browser.version})`);
    return browser;
  } catch (error) {
    console.log(`FAILED  browser\n${String(error)}\n`);
    return undefined;
  }
}

async function runTests(into: Tally): Promise<void> {
  const vitest = await startVitest([], { root, config: ".config/vitest.config.ts", watch: false });
  const tests = allTests(vitest);
  for (const test of tests) countTest(into, test);
  into.failed += failuresOutsideTests(vitest);
  if (tests.length === 0) into.failed += 1;
  await vitest.close();
}

/** A file that does not load, a hook that throws, a promise nobody caught: no test is red, and yet it failed. */
function failuresOutsideTests(vitest: Vitest): number {
  const modules = vitest.state.getTestModules();
  const places = [...modules, ...modules.flatMap((module) => [...module.children.allSuites()])];
  return places.filter((place) => place.errors().length > 0).length + vitest.state.getUnhandledErrors().length;
}

function allTests(vitest: Vitest): TestCase[] {
  return vitest.state.getTestModules().flatMap((module) => [...module.children.allTests()]);
}

function countTest(into: Tally, test: TestCase): void {
  const result = test.result();
  if (result.state === "skipped") into.skipped.push(`${test.fullName}: ${result.note ?? "marked as skipped"}`);
  else count(into, result.state === "passed");
}
