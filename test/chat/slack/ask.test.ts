/** A window that waits must end, even when the desk or the database never answers. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { NOTHING_CHANGED, UNCONFIRMED } from "../../../src/chat/calm-cards.ts";
import { ask } from "../../../src/chat/slack/ask.ts";
import { createScriptedDesk } from "../contract.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const from = { chat: "slack", tenant: "T0LINTON", account: "U0PRIYA" } as const;
const log = { warn: () => {}, error: () => {} };
const never = () => new Promise<never>(() => {});
const press = { from, action: "approve", target: { id: "proposal-1", version: 1 } } as const;

describe("a question that is never answered", () => {
  it.each([
    ["by the desk: it may have been written", () => Promise.resolve(true), UNCONFIRMED],
    ["by the register of workspaces: nothing was asked yet", never, NOTHING_CHANGED],
  ])("%s", async (_name, tenantAllowed, card) => {
    const desk = createScriptedDesk();
    desk.answers(never);
    const question = { run: () => desk.press(press), failed: UNCONFIRMED };
    const answering = ask({ desk, tenantAllowed, log }, from, question);
    await vi.advanceTimersByTimeAsync(15_000);
    expect(await answering).toEqual({ kind: "told", card });
  });
});
