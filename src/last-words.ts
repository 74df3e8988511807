/**
 * What the log says when the process ends of an error that nobody caught. Node would print the error whole, and an error
 * of the database quotes the row. The process still ends: nobody knows what it left half done, and a supervisor starts it
 * again.
 */
import type { Logger } from "pino";

/** From now on such an end is in the log, by the error's name and code and the places in the code, never its message. */
export function logLastWords(log: Logger): void {
  process.on("uncaughtException", (error: unknown, origin) => {
    log.fatal({ code: "died", origin, ...kindOf(error) }, "the process ends: an error was not caught");
    process.exit(1);
  });
}

function kindOf(error: unknown) {
  if (!(error instanceof Error)) return { name: typeof error };
  const code = "code" in error && typeof error.code === "string" ? { errorCode: error.code } : {};
  return { name: error.name, ...code, at: placesIn(error.stack ?? "") };
}

/** Lines such as "at start (file:///src/main.ts:12:3)"; the message before them may have lines of its own. */
const PLACE = /^ {4}at \S.*:\d+:\d+\)?$/;

const placesIn = (stack: string): readonly string[] =>
  stack
    .split("\n")
    .filter((line) => PLACE.test(line))
    .map((line) => line.trim());
