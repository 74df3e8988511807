/** Slack behind the two ports: the desk's counter and the messenger. No type of Slack's leaves this folder. */
import type { Express } from "express";
import type { Desk } from "../desk.ts";
import { createInFlight } from "../in-flight.ts";
import type { Log } from "../log.ts";
import type { Messenger } from "../messenger.ts";
import { mountBolt } from "./bolt.ts";
import { createClients } from "./clients.ts";
import { registerCommand } from "./command.ts";
import type { Front } from "./front.ts";
import { registerHome } from "./home.ts";
import { createMessenger } from "./messenger.ts";
import { registerPeople } from "./people.ts";
import { registerPress } from "./press.ts";
import { registerShortcut } from "./shortcut.ts";
import { registerSubmission } from "./submission.ts";
import { checkToken, type TokenCheck } from "./token.ts";
import { createWindows } from "./windows.ts";

export type SlackOptions = {
  readonly signingSecret: string;
  readonly botToken: string;
  readonly botId: string;
  readonly botUserId: string;
  /** Another Web API address, with `/api/` at its end. */
  readonly apiUrl?: string | undefined;
  /** No body parser may stand in it before `/slack/events`: the signature is over the raw body. */
  readonly app: Express;
  readonly desk: Desk;
  /** Whether a workspace is one of ours; everybody's is when left out, and the desk alone decides. */
  readonly tenantAllowed?: (team: string) => Promise<boolean>;
  readonly log: Log;
};

export type Slack = SlackLines & {
  /** Resolves when every click that came in is answered. Stop listening first. */
  readonly stop: () => Promise<void>;
};

/** What can be asked of a workspace without answering its clicks: for the command line. */
export type SlackLines = {
  readonly messenger: Messenger;
  /** Whether Slack takes the token, and it is the configured bot's. */
  readonly checkToken: () => Promise<TokenCheck>;
};

/** Calls nobody before it is asked something. */
export function connectSlack(access: Pick<SlackOptions, "botToken" | "botId" | "botUserId" | "apiUrl">): SlackLines {
  const { worker } = createClients(access);
  return { messenger: createMessenger(worker, access), checkToken: () => checkToken(worker, access) };
}

/** Mounts `POST /slack/events` and gives back the messenger. Calls nobody before the first click or post. */
export function createSlack(options: SlackOptions): Slack {
  const { desk, log, tenantAllowed = () => Promise.resolve(true) } = options;
  const clients = createClients(options);
  const inFlight = createInFlight();
  const bolt = mountBolt(options);
  const front: Front = {
    counter: { desk, tenantAllowed, log },
    windows: createWindows(clients.interactive, log),
    inFlight,
    log,
  };
  registerCommand(bolt, front);
  registerShortcut(bolt, front);
  registerHome(bolt, clients.interactive, front);
  registerPress(bolt, front);
  registerSubmission(bolt, front);
  registerPeople(bolt, front);
  return { ...connectSlack(options), stop: inFlight.idle };
}
