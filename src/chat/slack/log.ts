/** What the adapter writes to the log: a fixed code and facts without text, names, tokens or addresses. */
import { type Logger, LogLevel } from "@slack/bolt";

type Write = (facts: Readonly<Record<string, string | number>>, code: string) => void;

/** The part of a pino logger that is used here. */
export type Log = { readonly warn: Write; readonly error: Write };

/**
 * Slack's packages write provider text and addresses into their messages. Each failure they mention comes back to
 * this folder as an error too, and is logged here by its code, so their own lines are dropped.
 */
export const SILENT: Logger = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
  setLevel: () => {},
  getLevel: () => LogLevel.ERROR,
  setName: () => {},
};

/** The kind of an error, for the log. Its message may quote what a person typed, so it stays out. */
export function errorName(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
