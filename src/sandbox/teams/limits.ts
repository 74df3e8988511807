/** Teams' published limits (PLATFORM.md 2.2, 2.4, 2.7). A table. */
import type { Window } from "../rates.ts";

/** Bytes of a message, counted as UTF-16. */
export const MESSAGE_BYTES = 100 * 1024;
export const CARD_VERSION = 1.5;
/** Milliseconds the person waits for an invoke, and after which Teams sends it again. */
export const INVOKE_MS = 10_000;
export const INVOKE_AGAIN_MS = 3_000;
/** Posts and updates in one conversation. */
export const SEND_RATES: readonly Window[] = [
  { count: 7, seconds: 1 },
  { count: 8, seconds: 2 },
  { count: 60, seconds: 30 },
  { count: 1_800, seconds: 3_600 },
];
export const MEMBER_RATES: readonly Window[] = [
  { count: 14, seconds: 1 },
  { count: 120, seconds: 30 },
];
