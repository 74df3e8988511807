/**
 * The checks that need no running product: format, lint, types, dead code. `npm run check` runs these alone;
 * `npm test` runs them before the tests.
 */
import { spawn } from "node:child_process";
import { join } from "node:path";

type Check = { readonly name: string; readonly command: readonly [string, ...string[]] };
export type Checked = { readonly name: string; readonly passed: boolean; readonly seconds: number };

const CHECKS: readonly Check[] = [
  // Beside another check its own threads would only do the same work several times.
  { name: "types", command: ["tsc", "-p", "tsconfig.json", "--singleThreaded"] },
  { name: "types of the page", command: ["tsc", "-p", "src/sandbox/page/tsconfig.json"] },
  { name: "lint", command: ["oxlint", "--type-aware", "--deny-warnings"] },
  { name: "dead code", command: ["knip", "--no-progress", "--treat-config-hints-as-errors"] },
  { name: "format", command: ["biome", "check", "--error-on-warnings"] },
];

/** The machine that decides has two cores. */
const AT_ONCE = 2;

/** Runs every check, two at a time, and prints what each one found. Gives back one line for each, in a fixed order. */
export async function runChecks(root: string): Promise<Checked[]> {
  const results: Checked[] = [];
  const waiting = [...CHECKS.entries()];
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) results[next[0]] = await runCheck(root, next[1]);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return results;
}

async function runCheck(root: string, { name, command }: Check): Promise<Checked> {
  const started = performance.now();
  const { passed, output } = await run(root, command);
  const seconds = (performance.now() - started) / 1000;
  console.log(`${passed ? "ok" : "FAILED"}  ${name} (${seconds.toFixed(1)} s)`);
  if (!passed) console.log(`${output.trimEnd()}\n`);
  return { name, passed, seconds };
}

/** Runs a tool of node_modules/.bin. `passed` is exit code 0; a tool that cannot start has failed. */
export function run(
  root: string,
  [tool, ...args]: readonly [string, ...string[]],
): Promise<{ readonly passed: boolean; readonly output: string }> {
  return new Promise((resolve) => {
    const child = spawn(join(root, "node_modules/.bin", tool), args, {
      cwd: root,
      // The compiler and the linter are written in Go, whose collector takes a third of their time if it is let.
      env: { GOGC: "200", ...process.env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.on("error", (error) => resolve({ passed: false, output: error.message }));
    child.on("close", (code) => resolve({ passed: code === 0, output }));
  });
}
