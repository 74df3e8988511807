/** The real Slack adapter, a scripted desk, and the local Slack workspace with people in it, on one loopback port. */
import express from "express";
import { type Logger, pino } from "pino";
import { createSlack, type Slack, type SlackOptions } from "../../../src/chat/slack/index.ts";
import { createSlackWorkspace, type SlackWorkspace } from "../../../src/sandbox/slack/workspace.ts";
import type { Fault, Inputs, SlackView } from "../../../src/sandbox/wire.ts";
import { listenHere } from "../../support/local-server.ts";
import { type ChatHarness, createScriptedDesk, type Seen } from "../contract.ts";

export const TEAM = "T0LINTON";
export const OFFICER = "U0PRIYA";
export const BOT = { botToken: "xoxb-test", botId: "B0REGISTER", botUserId: "U0REGISTER" } as const;
export const SECRET = "8f742231b10e8888abcd99yyyzzz85a5";
export const CHANNELS = { closed: "C0CLOSED", open: "C0OPEN", shared: "C0SHARED" } as const;
const CLOSED_MEMBERS = [OFFICER, "U0JORDAN"];

export type SlackHarness = ChatHarness & {
  readonly slack: Slack;
  readonly driver: SlackWorkspace["driver"];
  /** The address of the server. */
  readonly address: string;
};

type Changes = Partial<Pick<SlackOptions, "tenantAllowed" | "botToken" | "botId" | "apiUrl">>;

export async function makeSlackHarness(changes: Changes = {}): Promise<SlackHarness> {
  const app = express();
  const { address, close } = await listenHere(app);
  const workspace = createSlackWorkspace({
    teamId: TEAM,
    signingSecret: SECRET,
    ...BOT,
    people: [
      { userId: OFFICER, name: "Priya Shah" },
      { userId: "U0JORDAN", name: "Jordan Reid" },
      { userId: "U0GONE", name: "Sam Byrne", deactivated: true },
      { userId: "U0OTHER", name: "Lee Grant", stranger: true },
    ],
    channels: [
      { id: CHANNELS.closed, name: "register", private: true, members: CLOSED_MEMBERS },
      { id: CHANNELS.open, name: "general", private: false, members: CLOSED_MEMBERS },
      { id: CHANNELS.shared, name: "partners", private: true, members: [...CLOSED_MEMBERS, "U0OTHER"], external: true },
      { id: "C0OLD", name: "old", private: false, members: CLOSED_MEMBERS, archived: true },
      { id: "C0AWAY", name: "away", private: false, members: CLOSED_MEMBERS, botIn: false },
    ],
    deliverTo: () => `${address}/slack/events`,
    address: () => `${address}/sandbox/slack`,
    burst: 1_000,
  });
  const lines: string[] = [];
  const desk = createScriptedDesk();
  const slack = createSlack({
    signingSecret: SECRET,
    ...BOT,
    apiUrl: `${address}/sandbox/slack/api/`,
    app,
    desk,
    log: logInto(lines),
    ...changes,
  });
  app.use("/sandbox/slack", workspace.router);
  const { driver } = workspace;
  return {
    ...acts(driver),
    slack,
    driver,
    lines,
    address,
    desk,
    messenger: slack.messenger,
    tenant: TEAM,
    account: OFFICER,
    person: { kind: "person", tenant: TEAM, account: OFFICER, conversation: null },
    channels: {
      closed: { id: CHANNELS.closed, serviceUrl: null },
      open: { id: CHANNELS.open, serviceUrl: null },
      shared: { id: CHANNELS.shared, serviceUrl: null },
    },
    members: CLOSED_MEMBERS,
    calls: { post: "chat.postMessage", update: "chat.update" },
    can: { find: true, redraw: true, type: 3_000, offer: 100 },
    fault: (fault: Fault) => workspace.faults.add(fault),
    stop: async () => {
      workspace.stop();
      await close();
    },
  };
}

function logInto(lines: string[]): Logger {
  return pino({ level: "debug" }, { write: (line: string) => void lines.push(line) });
}

type Acts = Pick<ChatHarness, "open" | "pointAt" | "submit" | "press" | "look" | "messages" | "search" | "choose">;

function acts(driver: SlackWorkspace["driver"]): Acts {
  const look = async () => seenIn(driver.views(OFFICER));
  const after = async (act: Promise<{ ok: boolean; error?: string }>): Promise<Seen> => {
    const outcome = await act;
    if (!outcome.ok) throw new Error(outcome.error);
    return look();
  };
  return {
    look,
    open: (command, text = "") =>
      after(driver.command(OFFICER, { conversation: CHANNELS.open, command: `/${command}`, text })),
    pointAt: async (text) => {
      await driver.say(OFFICER, { conversation: CHANNELS.open, text });
      const message = driver.seen(OFFICER, CHANNELS.open).at(-1)?.id ?? "none";
      const on = { conversation: CHANNELS.open, message };
      return after(driver.shortcut(OFFICER, { callbackId: "screen-contact", on }));
    },
    submit: (typed) => {
      const view = driver.views(OFFICER).at(-1);
      const inputs: Inputs = Object.fromEntries(Object.entries(typed).map(([field, value]) => [field, { value }]));
      return after(driver.submit(OFFICER, { view: view?.id ?? "none", inputs }));
    },
    search: async (field, typed) => {
      const view = driver.views(OFFICER).at(-1);
      const at = { in: { view: view?.id ?? "none" }, blockId: field, actionId: actionOf(view, field) };
      const { options } = await driver.options(OFFICER, { ...at, query: typed });
      return options.map(({ text, value }) => ({ value, label: text }));
    },
    choose: (field, values) => {
      const view = driver.views(OFFICER).at(-1);
      const inputs: Inputs = { [field]: { [actionOf(view, field)]: [...values] } };
      return after(driver.submit(OFFICER, { view: view?.id ?? "none", inputs }));
    },
    press: ({ conversation, message }, action, forged) => {
      const shown = driver.seen(OFFICER, conversation.id).find(({ id }) => id === message);
      return after(
        driver.press(OFFICER, {
          in: { conversation: conversation.id, message },
          blockId: blockOf(shown?.blocks ?? [], action),
          actionId: action,
          ...(forged === undefined ? {} : { forgedValue: forged }),
        }),
      );
    },
    messages: async ({ id }) =>
      driver.seen(OFFICER, id).map(({ blocks, text }) => [text, ...wordsIn(blocks)].join("\n")),
  };
}

/** How the element of a field calls itself. */
function actionOf(view: SlackView | undefined, field: string): string {
  return Object.keys(view?.inputs[field] ?? {})[0] ?? "none";
}

type ActionsBlock = { readonly block_id?: string; readonly elements?: readonly { readonly action_id?: string }[] };

export function blockOf(blocks: readonly unknown[], action: string): string {
  const found = (blocks as ActionsBlock[]).find(({ elements }) => elements?.some((one) => one.action_id === action));
  return found?.block_id ?? "none";
}

function seenIn(views: readonly SlackView[]): Seen {
  const view = views.at(-1);
  if (view === undefined) return { open: false, text: "", fields: {} };
  const fields = Object.entries(view.inputs).map(([id, held]) => [id, Object.values(held).flat().join(",")]);
  const text = [view.title, ...wordsIn(view.blocks), ...Object.values(view.errors)].join("\n");
  return { open: true, text, fields: Object.fromEntries(fields) };
}

/** Every text in Block Kit, in order. */
function wordsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(wordsIn);
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, inside]) =>
    key === "text" && typeof inside === "string" ? [inside] : wordsIn(inside),
  );
}
