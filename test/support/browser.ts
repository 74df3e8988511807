/** A real headless browser for the page tests. */
import { chromium, type Browser as Running } from "playwright-core";
import { findBrowser } from "./browser-binary.ts";

/**
 * Starts a headless Chromium; the caller closes it. Throws when no browser starts on this machine.
 * Without its own sandbox, because root has none and the pages are ours.
 */
export async function launchBrowser(): Promise<Running> {
  const { executable, environment } = await findBrowser();
  return chromium.launch({
    executablePath: executable,
    headless: true,
    args: ["--no-sandbox", "--no-zygote", "--disable-gpu", "--disable-dev-shm-usage"],
    env: { ...definedEnvironment(), ...environment },
  });
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => (value ? [[name, value]] : [])));
}
