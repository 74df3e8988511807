/** Puts the chats in front of the use cases: one neutral desk, and the adapters of the chats that are configured. */
import type { Express } from "express";
import type { Logger } from "pino";
import type { Db } from "../db/connect.ts";
import { rememberConversation } from "../db/queries/accounts.ts";
import { isOurTenant } from "../db/queries/state.ts";
import { background, GIVE_UP_AFTER, inTime, outageOf } from "../db/transaction.ts";
import { createFrontDesk } from "./chat/front-desk.ts";
import { knownTenants } from "./chat/known-tenants.ts";
import type { Messenger } from "./chat/messenger.ts";
import { createSlack, type Slack } from "./chat/slack/index.ts";
import { createTeams, type Teams } from "./chat/teams/index.ts";
import { writtenConversations } from "./chat/written-conversations.ts";
import type { Clock } from "./clock.ts";
import type { SlackConfig, TeamsConfig } from "./config.ts";
import type { Chat } from "./policy/vocabulary.ts";
import type { UseCases } from "./usecases/all.ts";

export type Chats = { readonly slack: Slack | undefined; readonly teams: Teams | undefined };

type Surroundings = {
  readonly app: Express;
  readonly db: Db;
  readonly useCases: UseCases;
  readonly clock: Clock;
  /** Workspaces and tenants that are ours at the start. */
  readonly tenants: readonly string[];
  readonly log: Logger;
};

/** The desk that both chats share, and each chat that has its access. */
export function connectChats(
  access: { slack: SlackConfig | undefined; teams: TeamsConfig | undefined },
  { app, db, useCases, clock, tenants, log }: Surroundings,
): Chats {
  const chats: { slack: Slack | undefined; teams: Teams | undefined } = { slack: undefined, teams: undefined };
  const desk = createFrontDesk({
    ...useCases,
    now: clock.now,
    outage: outageOf,
    useChannel: async ({ actor, command, purpose }) => {
      const { chat, tenant } = command.from;
      const messenger = messengerOf(chats, chat);
      const look = messenger
        ? await messenger.channelFacts(tenant, command.conversation)
        : ({ kind: "unreachable" } as const);
      return await useCases.chooseChannel({
        organisation: actor.organisation,
        purpose,
        chat,
        tenant,
        by: actor,
        conversation: command.conversation,
        look,
      });
    },
  });
  if (access.slack)
    chats.slack = createSlack({
      ...access.slack,
      app,
      desk,
      log,
      tenantAllowed: knownTenants((team) => inTime(GIVE_UP_AFTER, isOurTenant(db, "slack", team)), tenants),
    });
  if (access.teams)
    chats.teams = createTeams({
      ...access.teams,
      app,
      desk,
      log,
      tenantAllowed: knownTenants((tenant) => inTime(GIVE_UP_AFTER, isOurTenant(db, "teams", tenant)), tenants),
      rememberConversation: writtenConversations(async (account, conversation) => {
        const identity = await useCases.identify(account);
        if (identity.code !== "officer") return false;
        await background(db, identity.actor.organisation, (tx) => rememberConversation(tx, account, conversation));
        return true;
      }),
    });
  return chats;
}

export const messengerOf = (chats: Chats, chat: Chat): Messenger | undefined => chats[chat]?.messenger;
