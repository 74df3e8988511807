import { type Logger, LogLevel } from "@slack/bolt";

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
