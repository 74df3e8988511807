/** Teams behind the two ports: the desk's counter and the messenger. No type of botbuilder's leaves this folder. */
import type { Express } from "express";
import type { Account, Desk } from "../desk.ts";
import { createInFlight } from "../in-flight.ts";
import type { Log } from "../log.ts";
import type { Conversation, Messenger } from "../messenger.ts";
import { createAdapter } from "./adapter.ts";
import { createConnector } from "./connector.ts";
import { openDoor } from "./door.ts";
import { createMessenger, type Home } from "./messenger.ts";
import { addressRule, WORLDWIDE } from "./service-address.ts";
import { createTenancy } from "./tenancy.ts";
import { checkToken, createTokens, NO_TOKENS, type TokenCheck } from "./token.ts";

/** A tenant on this machine, without credentials; or one bot in one tenant of Microsoft's (single tenant only). */
export type TeamsAccess =
  | { readonly local: true }
  | {
      readonly local: false;
      readonly appId: string;
      readonly appPassword: string;
      readonly tenantId: string;
      /** Other keys than Microsoft's, on this machine: service addresses must then be on it too. For tests. */
      readonly openIdMetadataUrl?: string | undefined;
      /** In place of https://login.microsoftonline.com, for tests. */
      readonly loginUrl?: string | undefined;
    };

export type TeamsOptions = TeamsAccess & {
  readonly app: Express;
  readonly desk: Desk;
  /** Whether a tenant is one of ours. */
  readonly tenantAllowed: (tenant: string) => Promise<boolean>;
  /** Called at each activity in a person's own chat with the bot: a bot can only write where it was written to. */
  readonly rememberConversation: (account: Account, conversation: Conversation) => Promise<void>;
  /** The service address for people without a conversation, while no activity of their tenant has named one. */
  readonly serviceUrl?: string | undefined;
  readonly log: Log;
};

export type Teams = TeamsLines & {
  /** Resolves when everything that came in is answered. Stop listening first. */
  readonly stop: () => Promise<void>;
};

/** A person sees the answer within 3 s of the click. */
const INTERACTIVE_MS = 2_000;
const WORKER_MS = 10_000;
/** The bot's id in a tenant that knows no app ids. */
const LOCAL_BOT = "28:local";

/** What can be asked of a tenant without answering its activities: for the command line. */
export type TeamsLines = {
  readonly messenger: Messenger;
  /** Whether Microsoft gives the bot a token; always "valid" in a local tenant. */
  readonly checkToken: () => Promise<TokenCheck>;
};

/** Calls nobody before it is asked something. */
export function connectTeams(access: TeamsAccess): TeamsLines {
  return linesOf(identityOf(access), () => (access.local ? undefined : WORLDWIDE));
}

function linesOf(
  { botId, tokens, allowed }: ReturnType<typeof identityOf>,
  addressFor: Home["addressFor"],
): TeamsLines {
  const worker = createConnector({ tokens, allowed, patience: WORKER_MS });
  return { messenger: createMessenger(worker, { botId, addressFor }), checkToken: () => checkToken(tokens) };
}

/** Mounts `POST /api/messages` and gives back the messenger. Calls nobody before the first activity or post. */
export function createTeams(options: TeamsOptions): Teams {
  const { app, desk, tenantAllowed, rememberConversation, log } = options;
  const identity = identityOf(options);
  const { appId, botId, adapter, tokens, allowed } = identity;
  const inFlight = createInFlight();
  const addresses = new Map<string, string>();
  const heardFrom = (tenant: string, serviceUrl: string) => void addresses.set(tenant, serviceUrl);
  const elsewhere = options.serviceUrl ?? (options.local ? undefined : WORLDWIDE);
  const addressFor = (tenant: string) => addresses.get(tenant) ?? elsewhere;

  const connector = createConnector({ tokens, allowed, patience: INTERACTIVE_MS });
  const tenancy = createTenancy(tenantAllowed, log);
  const front = { desk, tenancy, rememberConversation, heardFrom, connector, botId, inFlight, log };
  openDoor(app, { front, adapter, appId, allowed });
  return { ...linesOf(identity, addressFor), stop: inFlight.idle };
}

/** Who the bot is, whom it believes, and where it may write. */
function identityOf(access: TeamsAccess) {
  if (access.local) {
    const allowed = addressRule({ loopback: true });
    return {
      appId: undefined,
      botId: LOCAL_BOT,
      adapter: createAdapter({ appId: undefined }),
      tokens: NO_TOKENS,
      allowed,
    };
  }
  const { appId, openIdMetadataUrl } = access;
  const allowed = addressRule({ loopback: openIdMetadataUrl !== undefined });
  return { appId, botId: `28:${appId}`, adapter: createAdapter(access), tokens: createTokens(access), allowed };
}
