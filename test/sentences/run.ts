/**
 * `npm run sentences`: finds the tests that `.github/SENTENCES.md` names, runs them, and fails when one is missing or red,
 * or when a row names none without saying why. Prints which rows are open and for what, and counts the sentences that are
 * shown, open in part or wholly, and not for software.
 */
import { resolve } from "node:path";
import { startVitest } from "vitest/node";
import { type Row, readTable, TABLE, type TestId } from "./table.ts";
import { caseFile, inChat, notTold } from "./whole-cases.ts";

const root = resolve(import.meta.dirname, "../..");
const rows = readTable();
const passed = await runTests(rows);

const faults = rows.flatMap((row) => [...silent(row), ...notPassed(row), ...notTold(row, [...passed])]);
for (const fault of faults) console.log(`FAILED  ${fault}`);
const open = rows.filter((row) => row.open !== undefined);
for (const row of open) console.log(`open  ${row.policy} ${row.id}: ${row.open}`);
const shown = rows.filter(({ tests }) => tests.length > 0).length;
const partly = open.filter(({ tests }) => tests.length > 0).length;
const told = rows.filter(({ cases }) => cases.length > 0).length;
const never = rows.filter((row) => row.notForSoftware !== undefined).length;
console.log(
  `${shown} of ${rows.length} sentences shown by a test, ${partly} of them partly open; ${open.length - partly} wholly open; ` +
    `${never} not for software; ${told} told in a whole case`,
);
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

/** Runs only the named tests of the named files, and whole cases that begin as named. Gives back those that passed. */
async function runTests(all: readonly Row[]): Promise<ReadonlySet<string>> {
  const tests = all.flatMap((row) => row.tests);
  const told = all.filter(({ cases }) => cases.length > 0);
  const files = [...new Set([...tests.map(({ file }) => file), ...told.map(caseFile)])];
  const names = tests.map(({ name }) => escaped(name));
  const begins = told.flatMap((row) =>
    row.cases.flatMap((title) => inChat(row, title).map((one) => `${escaped(one)}.*`)),
  );
  const pattern = [...new Set([...names, ...begins])].join("|");
  const vitest = await startVitest(files, {
    root,
    config: ".config/vitest.config.ts",
    watch: false,
    testNamePattern: `^(${pattern})$`,
  });
  const ran = vitest.state.getTestModules().flatMap((module) =>
    [...module.children.allTests()].map((test) => ({
      at: key({ file: module.relativeModuleId, name: test.fullName }),
      state: test.result().state,
    })),
  );
  await vitest.close();
  return new Set(ran.filter(({ state }) => state === "passed").map(({ at }) => at));
}

function key({ file, name }: TestId): string {
  return `${file} > ${name}`;
}

function escaped(name: string): string {
  return name.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
