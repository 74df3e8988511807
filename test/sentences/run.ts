/**
 * `npm run sentences`: finds the tests that `.github/SENTENCES.md` names, runs them, and fails when one is missing or red,
 * or when a row names none without saying why. Prints the count of sentences that are shown, open, and not for software.
 */
import { resolve } from "node:path";
import { startVitest } from "vitest/node";
import { type Row, readTable, TABLE, type TestId } from "./table.ts";

const root = resolve(import.meta.dirname, "../..");
const rows = readTable();
const wanted = rows.flatMap(({ tests }) => tests);
const passed = await runTests(wanted);

const faults = rows.flatMap((row) => [...silent(row), ...notPassed(row)]);
for (const fault of faults) console.log(`FAILED  ${fault}`);
const open = rows.filter((row) => row.open !== undefined);
for (const row of open) console.log(`open  ${row.policy} ${row.id}: ${row.open}`);
const shown = rows.filter(({ tests }) => tests.length > 0).length;
const never = rows.filter((row) => row.notForSoftware !== undefined).length;
console.log(`${rows.length} sentences: ${shown} shown by a test, ${open.length} open, ${never} not for software`);
process.exit(faults.length === 0 && rows.length > 0 ? 0 : 1);

function silent(row: Row): readonly string[] {
  const answered = row.tests.length > 0 || row.open !== undefined || row.notForSoftware !== undefined;
  return answered ? [] : [`${TABLE}: ${row.policy} ${row.id} names no test and does not say why`];
}

function notPassed({ policy, id, tests }: Row): readonly string[] {
  return tests
    .filter((test) => !passed.has(key(test)))
    .map(({ file, name }) => `${policy} ${id}: no test of this name passed: ${file} > ${name}`);
}

/** Runs only the named tests of the named files. Gives back those that passed. */
async function runTests(tests: readonly TestId[]): Promise<ReadonlySet<string>> {
  const files = [...new Set(tests.map(({ file }) => file))];
  const pattern = [...new Set(tests.map(({ name }) => escaped(name)))].join("|");
  const vitest = await startVitest(files, {
    root,
    config: ".config/vitest.config.ts",
    watch: false,
    testNamePattern: `^(${pattern})$`,
  });
  const all = vitest.state.getTestModules().flatMap((module) =>
    [...module.children.allTests()].map((test) => ({
      at: key({ file: module.relativeModuleId, name: test.fullName }),
      state: test.result().state,
    })),
  );
  await vitest.close();
  return new Set(all.filter(({ state }) => state === "passed").map(({ at }) => at));
}

function key({ file, name }: TestId): string {
  return `${file} > ${name}`;
}

function escaped(name: string): string {
  return name.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
