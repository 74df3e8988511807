/** A process that dies says so, and says nothing about anybody. */
import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";

const root = resolve(import.meta.dirname, "../..");

/** Runs these statements in a process of their own that has its log. */
function dying(statements: string) {
  const program = `import { pino } from "pino";
    import { logLastWords } from "./src/last-words.ts";
    logLastWords(pino({ level: "warn", base: null }));
    const error = Object.assign(new Error("Moira Finch\\n    at home on 07700 900123"), {
      code: "23505", detail: "Key (phone)=(07700 900123) already exists." });
    ${statements}
    setTimeout(() => console.log("went on"), 200);`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", program], {
    cwd: root,
    encoding: "utf8",
  });
  return { status, output: stdout + stderr };
}

describe.each([
  ["an exception", "uncaughtException", "setImmediate(() => { throw error; });"],
  ["a rejection", "unhandledRejection", "Promise.reject(error);"],
])("%s that nobody caught", (_, origin, statements) => {
  it("ends the process with a line in the log, without a word of the message", () => {
    const { status, output } = dying(statements);
    expect(status).toBe(1);
    const line: unknown = JSON.parse(output);
    expect(line).toMatchObject({ level: 60, code: "died", origin, name: "Error", errorCode: "23505" });
    expect(line).toHaveProperty("at", expect.arrayContaining([expect.stringMatching(/\[eval1\]:\d+:\d+/)]));
    expect(output).not.toMatch(/Moira|home|07700|went on/);
  });
});

it("says what was thrown when it is no error", () => {
  const { status, output } = dying('setImmediate(() => { throw "Moira Finch"; });');
  expect(status).toBe(1);
  expect(JSON.parse(output)).toMatchObject({ code: "died", name: "string" });
  expect(output).not.toContain("Moira");
});
