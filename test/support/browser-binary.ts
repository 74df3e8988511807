/**
 * Where the browser of the page tests comes from: one on the machine, else the Chromium inside `@sparticuz/chromium`,
 * unpacked once into .tmp/. No download. That package carries its own NSS libraries and a font, for a bare machine.
 */
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { promisify } from "node:util";

const execute = promisify(execFile);
const root = resolve(import.meta.dirname, "../..");

/** `environment` is added to the process's own when the browser starts. */
export type Browser = {
  readonly executable: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly version: string;
};

const ON_THE_MACHINE = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** The first browser that starts. Throws, with each one's reason, when none does. */
export async function findBrowser(): Promise<Browser> {
  const reasons: string[] = [];
  const chosen = process.env["CHROMIUM_PATH"];
  for (const executable of [...(chosen ? [chosen] : []), ...ON_THE_MACHINE.filter(existsSync)]) {
    const started = await start(executable, {});
    if (typeof started !== "string") return started;
    reasons.push(started);
  }
  const unpacked = await fromPackage();
  if (typeof unpacked !== "string") return unpacked;
  throw new Error(`No browser starts. Install chromium, or set CHROMIUM_PATH.\n${[...reasons, unpacked].join("\n")}`);
}

async function fromPackage(): Promise<Browser | string> {
  try {
    const folder = await unpack();
    const fonts = { FONTCONFIG_PATH: folder };
    const executable = join(folder, "chromium");
    const plain = await start(executable, fonts);
    if (typeof plain !== "string") return plain;
    return await start(executable, { ...fonts, LD_LIBRARY_PATH: join(folder, "lib") });
  } catch (error) {
    return `@sparticuz/chromium: ${String(error)}`;
  }
}

/** `--version` loads every shared library and does nothing else. Gives back the reason when it does not start. */
async function start(executable: string, environment: Readonly<Record<string, string>>): Promise<Browser | string> {
  try {
    const { stdout } = await execute(executable, ["--version", "--no-sandbox"], {
      env: { ...process.env, ...environment },
      timeout: 20_000,
    });
    return { executable, environment, version: stdout.trim() };
  } catch (error) {
    return `${executable}: ${String(error)}`;
  }
}

/** Unpacks beside the final place and renames, so that a run cut short leaves no half browser behind. */
async function unpack(): Promise<string> {
  const version = packageVersion();
  const folder = join(root, ".tmp", `chromium-${version}`);
  if (existsSync(folder)) return folder;

  await mkdir(join(root, ".tmp"), { recursive: true });
  const staging = await mkdtemp(join(root, ".tmp", "unpacking-"));
  // The package unpacks into the temporary folder of the process; a process of its own gives it another one.
  await execute(process.execPath, [join(import.meta.dirname, "unpack-browser.ts")], {
    env: { ...process.env, TMPDIR: staging },
  });
  await rename(join(staging, "al2023", "lib"), join(staging, "lib"));
  await writeFile(join(staging, "fonts.conf"), fontsOf(folder));
  await rename(staging, folder).catch(() => rm(staging, { recursive: true }));
  return folder;
}

function packageVersion(): string {
  const entry = createRequire(import.meta.url).resolve("@sparticuz/chromium");
  const { version } = createRequire(entry)("../package.json") as { version: string };
  return version;
}

function fontsOf(folder: string): string {
  return [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    "<fontconfig>",
    "  <dir>/usr/share/fonts</dir>",
    `  <dir>${join(folder, "fonts")}</dir>`,
    `  <cachedir>${join(folder, "fonts-cache")}</cachedir>`,
    "</fontconfig>",
    "",
  ].join("\n");
}
