/** The real Teams adapter, a scripted desk, and the local Teams tenant with people in it, on one loopback port. */
import express from "express";
import { pino } from "pino";
import { z } from "zod";
import { MANY } from "../../../cards/render/teams-inputs.ts";
import type { Account } from "../../../src/chat/desk.ts";
import type { Conversation } from "../../../src/chat/messenger.ts";
import { createTeams, type Teams, type TeamsAccess, type TeamsOptions } from "../../../src/chat/teams/index.ts";
import { createTeamsTenant, type TeamsTenant } from "../../../src/sandbox/teams/tenant.ts";
import type { Fault, Outcome, TeamsDialog } from "../../../src/sandbox/wire.ts";
import { listenHere } from "../../support/local-server.ts";
import { type ChatHarness, createScriptedDesk, type Seen } from "../contract.ts";
import { BOT_SERVICE, type Keys, mountKeys } from "./keys.ts";

export const TENANT = "11111111-1111-4111-8111-111111111111";
export const APP = "22222222-2222-4222-8222-222222222222";
export const ANNA = "29:anna";
export const ANNA_OBJECT = "aaaaaaaa-0000-4000-8000-000000000001";
const BEN_OBJECT = "aaaaaaaa-0000-4000-8000-000000000002";
export const CARA = "29:cara";
export const CHANNELS = {
  closed: "19:closed@thread.tacv2",
  open: "19:open@thread.tacv2",
  shared: "19:shared@thread.tacv2",
  /** A private channel of a team whose General channel is `open`. */
  inTeam: "19:in-team@thread.tacv2",
} as const;
/** Anna's chat with the bot. */
export const CHAT = `a:1${ANNA_OBJECT.replaceAll("-", "")}`;

const STRANGER_TENANT = "99999999-9999-4999-8999-999999999999";
const people = [
  { aadObjectId: ANNA_OBJECT, userId: ANNA, name: "Anna Officer" },
  { aadObjectId: BEN_OBJECT, userId: "29:ben", name: "Ben Manager" },
  { aadObjectId: "aaaaaaaa-0000-4000-8000-000000000003", userId: CARA, name: "Cara Senior", installed: false },
  { aadObjectId: "aaaaaaaa-0000-4000-8000-000000000004", userId: "29:dan", name: "Dan Out", tenantId: STRANGER_TENANT },
];
const teamName = "Customer contact";
const members = [ANNA, "29:ben"];
const channels = [
  { id: CHANNELS.closed, name: "Register", teamName, private: true, members },
  { id: CHANNELS.open, name: "General", teamName, private: false, members: [...members, CARA] },
  { id: CHANNELS.shared, name: "Partners", teamName, private: false, shared: true, members: [...members, "29:dan"] },
  { id: CHANNELS.inTeam, name: "Inner", teamName, teamId: CHANNELS.open, private: true, members },
];

export type TeamsHarness = ChatHarness & {
  readonly teams: Teams;
  readonly driver: TeamsTenant["driver"];
  readonly keys: Keys;
  /** The address of the server, and of the connector in it. */
  readonly address: string;
  readonly serviceUrl: string;
  readonly remembered: { readonly account: Account; readonly conversation: Conversation }[];
};

export type Changes = Partial<Pick<TeamsOptions, "tenantAllowed" | "rememberConversation" | "serviceUrl">> & {
  /** Signed: a token on each activity, and one of the bot's on each call. */
  readonly signed?: boolean;
};

export async function makeTeamsHarness({ signed = false, ...changes }: Changes = {}): Promise<TeamsHarness> {
  const app = express();
  const { address, close } = await listenHere(app);
  const serviceUrl = `${address}/sandbox/teams`;
  const keys = mountKeys(app, () => address);
  const tenant = createTeamsTenant({
    tenantId: TENANT,
    botAppId: APP,
    people,
    channels,
    deliverTo: () => `${address}/api/messages`,
    address: () => serviceUrl,
    rates: false,
    ...(signed ? { token: () => keys.sign(goodClaims(serviceUrl)) } : {}),
  });
  const lines: string[] = [];
  const remembered: TeamsHarness["remembered"] = [];
  const desk = createScriptedDesk();
  const teams = createTeams({
    ...(signed ? signedAccess(address) : { local: true }),
    app,
    desk,
    serviceUrl,
    tenantAllowed: (id) => Promise.resolve(id === TENANT),
    rememberConversation: (account, conversation) => {
      remembered.push({ account, conversation });
      return Promise.resolve();
    },
    log: pino({ level: "debug" }, { write: (line: string) => void lines.push(line) }),
    ...changes,
  });
  // Where the bot's token is checked: by the connector, as at Microsoft.
  app.use("/sandbox/teams/v3", (request, response, next) => {
    const given = (request.headers.authorization ?? "").replace("Bearer ", "");
    if (!signed || keys.granted.includes(given)) next();
    else response.status(401).json({ error: { code: "Unauthorized", message: "no" } });
  });
  app.use("/sandbox/teams", tenant.router);
  const at = (id: string): Conversation => ({ id, serviceUrl });
  return {
    ...acts(tenant.driver),
    teams,
    driver: tenant.driver,
    keys,
    lines,
    address,
    serviceUrl,
    remembered,
    desk,
    messenger: teams.messenger,
    tenant: TENANT,
    account: ANNA_OBJECT,
    person: { kind: "person", tenant: TENANT, account: ANNA_OBJECT, conversation: null },
    channels: { closed: at(CHANNELS.closed), open: at(CHANNELS.open), shared: at(CHANNELS.shared) },
    members: [ANNA_OBJECT, BEN_OBJECT],
    calls: { post: "POST activities", update: "PUT activity" },
    can: { find: false, redraw: false, type: 10_000, offer: 15 },
    fault: (fault: Fault) => tenant.faults.add(fault),
    stop: async () => {
      tenant.stop();
      await close();
    },
  };
}

/** What the Bot Service says in its tokens. */
export function goodClaims(serviceUrl: string) {
  const now = Math.floor(Date.now() / 1_000);
  return { iss: BOT_SERVICE, aud: APP, serviceurl: serviceUrl, nbf: now - 60, exp: now + 3_600 };
}

function signedAccess(address: string): TeamsAccess {
  return {
    local: false,
    appId: APP,
    appPassword: "the secret",
    tenantId: TENANT,
    openIdMetadataUrl: `${address}/login/openid`,
    loginUrl: `${address}/login`,
  };
}

type Acts = Pick<ChatHarness, "open" | "pointAt" | "submit" | "press" | "look" | "messages" | "search" | "choose">;

function acts(driver: TeamsTenant["driver"]): Acts {
  const seen = () => seenIn(driver.dialog(ANNA));
  const after = async (act: Promise<Outcome>): Promise<Seen> => {
    const outcome = await act;
    if (!outcome.ok) throw new Error(outcome.error);
    return outcome.said === undefined ? seen() : { open: false, text: outcome.said, fields: {} };
  };
  return {
    look: () => Promise.resolve(seen()),
    open: (command) => after(driver.extension(ANNA, { command })),
    pointAt: async (text) => {
      const conversation = CHANNELS.open;
      await driver.say(ANNA, { conversation, text });
      const message = driver.seen(ANNA, conversation).at(-1)?.id ?? "none";
      return after(driver.extension(ANNA, { command: "screen-contact", conversation, message }));
    },
    submit: (typed) => {
      const dialog = driver.dialog(ANNA);
      const data = actionsIn(dialog?.card).at(-1)?.data;
      return after(driver.submitDialog(ANNA, { dialog: dialog?.id ?? "none", data: { ...data, ...typed } }));
    },
    search: async (field, typed) => {
      const dataset = datasetsIn(driver.dialog(ANNA)?.card).get(field) ?? "none";
      const { options } = await driver.search(ANNA, { dataset, query: typed });
      return options.map(({ text, value }) => ({ value, label: text }));
    },
    choose: (field, values) => {
      const dialog = driver.dialog(ANNA);
      const data = { ...actionsIn(dialog?.card).at(-1)?.data, [field + MANY]: values.join(",") };
      return after(driver.submitDialog(ANNA, { dialog: dialog?.id ?? "none", data }));
    },
    press: ({ conversation, message }, action, forged) => {
      const posted = driver.seen(ANNA, conversation.id).find(({ id }) => id === message);
      const button = actionsIn(posted?.cards).find(({ data }) => data["action"] === action);
      if (button === undefined) throw new Error(`no button ${action}`);
      const at = {
        conversation: conversation.id,
        message,
        data: forged === undefined ? button.data : bent(button, forged),
      };
      return after(button.type === "Action.Execute" ? driver.execute(ANNA, at) : driver.submit(ANNA, at));
    },
    messages: ({ id }) =>
      Promise.resolve(
        driver.seen(ANNA, id).map(({ text, summary, cards }) => [text, summary, ...wordsIn(cards)].join("\n")),
      ),
  };
}

const Searched = z.looseObject({ id: z.string(), "choices.data": z.object({ dataset: z.string() }) });

/** The data set of each field in which something is searched. */
function datasetsIn(card: unknown): ReadonlyMap<string, string> {
  const body = z.object({ body: z.array(z.unknown()) }).safeParse(card).data?.body ?? [];
  const found = body.flatMap((element) => Searched.safeParse(element).data ?? []);
  return new Map(found.map((field) => [field.id.replace(MANY, ""), field["choices.data"].dataset]));
}

type Button = { readonly type: string; readonly data: Readonly<Record<string, unknown>> };

/** Keeps what opens the dialog and what was pressed; the rest is what somebody made up. */
function bent({ data }: Button, forged: string): Record<string, unknown> {
  const kept = { action: data["action"], ...(data["msteams"] === undefined ? {} : { msteams: data["msteams"] }) };
  try {
    const value: unknown = JSON.parse(forged);
    return typeof value === "object" && value !== null ? { ...kept, ...value } : { ...kept, value };
  } catch {
    return { ...kept, value: forged };
  }
}

/** Every action in an Adaptive Card, in order; fallbacks left out. */
export function actionsIn(value: unknown): Button[] {
  if (Array.isArray(value)) return value.flatMap(actionsIn);
  if (value === null || typeof value !== "object") return [];
  if ("type" in value && "data" in value && String(value.type).startsWith("Action.")) return [value as Button];
  return Object.values(value).flatMap(actionsIn);
}

function seenIn(dialog: TeamsDialog | null): Seen {
  if (dialog === null) return { open: false, text: "", fields: {} };
  const text = [dialog.title, dialog.message ?? "", ...wordsIn(dialog.card)].join("\n");
  return { open: true, text, fields: Object.fromEntries(inputsIn(dialog.card)) };
}

/** Every text in an Adaptive Card, in order. */
function wordsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(wordsIn);
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, inside]) =>
    ["text", "title"].includes(key) && typeof inside === "string" ? [inside] : wordsIn(inside),
  );
}

function inputsIn(value: unknown): [string, string][] {
  if (Array.isArray(value)) return value.flatMap(inputsIn);
  if (value === null || typeof value !== "object") return [];
  const { type, id, value: typed } = value as Record<string, unknown>;
  if (typeof type === "string" && type.startsWith("Input."))
    return [[String(id).replace(MANY, ""), typeof typed === "string" ? typed : ""]];
  return Object.values(value).flatMap(inputsIn);
}
