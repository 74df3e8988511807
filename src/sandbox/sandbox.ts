/**
 * The sandbox (DESIGN section 9): a local Slack workspace and local Teams tenants for the staff of fictional councils,
 * and the page. It knows staff lists and chat ids, nothing of the product.
 */
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import type { Express } from "express";
import { fileKeep } from "./file-keep.ts";
import type { Keep } from "./keep.ts";
import type { ContactExample } from "./page/facts.ts";
import { type Intake, sandboxPage } from "./page/sandbox-page.ts";
import { createSlackWorkspace } from "./slack/workspace.ts";
import { createTeamsTenant } from "./teams/tenant.ts";

export type SandboxStaff = {
  readonly name: string;
  readonly email: string;
  readonly service: string;
  readonly roles: readonly string[];
  readonly status?: string | undefined;
  readonly slack?: { readonly teamId: string; readonly userId: string } | null | undefined;
  readonly teams?: { readonly tenantId: string; readonly aadObjectId: string } | null | undefined;
};

export type Council = {
  readonly slug: string;
  readonly name: string;
  readonly staff: readonly SandboxStaff[];
  readonly examples: readonly ContactExample[];
  /** The register does not know it yet: conversations kept in the folder belong to another register. */
  readonly isNew: boolean;
};

/** A private channel of the register team, ready to be chosen. */
export type SandboxChannel = {
  readonly slug: string;
  readonly chat: "slack" | "teams";
  readonly tenant: string;
  readonly id: string;
  readonly serviceUrl: string | null;
};

export type SlackAccess = {
  readonly botToken: string;
  readonly signingSecret: string;
  readonly botId: string;
  readonly botUserId: string;
  readonly apiUrl: string;
};

export type Sandbox = {
  /** What the bot needs to speak to the local workspace; nothing when no council uses Slack. */
  readonly slack: SlackAccess | undefined;
  readonly channels: readonly SandboxChannel[];
  /**
   * Everybody with a Teams account adds the bot at the first start, so that it can write to them first; after a
   * restart it hears again of those who still have it. Call it once the bot listens.
   */
  readonly installBot: () => Promise<void>;
  readonly stop: () => void;
};

export type SandboxOptions = {
  readonly app: Express;
  readonly councils: readonly Council[];
  /** Where the bot and the sandbox listen, such as http://127.0.0.1:3000. */
  readonly address: () => string;
  readonly intake: (slug: string) => Intake | undefined;
  /** Where the chats keep their conversations over a restart. */
  readonly folder: string;
};

type Server = {
  readonly chat: "slack" | "teams";
  readonly mount: string;
  readonly channel: SandboxChannel;
  readonly begin: () => Promise<void>;
  readonly stop: () => void;
};

/** Mounts the local chats and the page on the app. */
export function createSandbox({ app, councils, address, intake, folder }: SandboxOptions): Sandbox {
  const secrets = {
    botToken: `xoxb-${randomBytes(12).toString("hex")}`,
    signingSecret: randomBytes(16).toString("hex"),
    botId: "B0SANDBOX",
    botUserId: "U0SANDBOX",
  };
  const slack = councils.flatMap((council) => slackOf(council, { app, address, folder, secrets })).slice(0, 1);
  const teams = councils.flatMap((council) => teamsOf(council, { app, address, folder }));
  const servers: readonly Server[] = [...slack, ...teams];
  app.use(
    sandboxPage({
      facts: () => ({ places: servers.map(({ chat, mount }) => ({ chat, mount })), councils: councils.map(factsOf) }),
      intake,
    }),
  );
  const [workspace] = slack;
  return {
    slack: workspace && {
      ...secrets,
      get apiUrl() {
        return `${address()}${workspace.mount}/api/`;
      },
    },
    channels: servers.map(({ channel }) => channel),
    installBot: async () => {
      for (const server of servers) await server.begin();
    },
    stop: () => {
      for (const server of servers) server.stop();
    },
  };
}

type Mounting = { readonly app: Express; readonly address: () => string; readonly folder: string };

function keepIn(folder: string, file: string, { isNew }: Council): Keep {
  const keep = fileKeep(join(folder, file));
  return isNew ? { ...keep, load: () => undefined } : keep;
}

function slackOf(
  council: Council,
  { app, address, folder, secrets }: Mounting & { secrets: Omit<SlackAccess, "apiUrl"> },
): readonly Server[] {
  const people = council.staff.flatMap(({ name, slack, ...one }) =>
    slack ? [{ userId: slack.userId, name, title: titleOf(one), teamId: slack.teamId }] : [],
  );
  const [first] = people;
  if (!first) return [];
  const mount = "/sandbox/slack";
  const id = "C0REGISTER";
  const workspace = createSlackWorkspace({
    ...secrets,
    teamId: first.teamId,
    people,
    channels: [
      {
        id,
        name: "restricted-contact",
        private: true,
        members: slackIds(registerTeam(council)),
      },
      { id: "C0SENIORS", name: "senior-staff", private: true, members: slackIds(seniorStaff(council)) },
      { id: "C0GENERAL", name: "general", private: false, members: people.map(({ userId }) => userId) },
    ],
    deliverTo: () => `${address()}/slack/events`,
    address: () => `${address()}${mount}`,
    keep: keepIn(folder, "slack.json", council),
  });
  app.use(mount, workspace.router);
  const channel = { slug: council.slug, chat: "slack", tenant: first.teamId, id, serviceUrl: null } as const;
  return [{ chat: "slack", mount, channel, begin: async () => {}, stop: workspace.stop }];
}

function teamsOf(council: Council, { app, address, folder }: Mounting): readonly Server[] {
  const people = council.staff.flatMap(({ name, email, teams, ...one }) =>
    teams
      ? [
          {
            aadObjectId: teams.aadObjectId,
            userId: `29:${teams.aadObjectId}`,
            name,
            email,
            title: titleOf(one),
            tenantId: teams.tenantId,
          },
        ]
      : [],
  );
  const [first] = people;
  if (!first) return [];
  const mount = `/sandbox/teams/${council.slug}`;
  const id = `19:register-${council.slug}@thread.tacv2`;
  const tenant = createTeamsTenant({
    tenantId: first.tenantId,
    botAppId: "sandbox",
    people,
    channels: [
      {
        id,
        name: "Register",
        teamName: council.name,
        private: true,
        shared: false,
        members: teamsIds(registerTeam(council)),
      },
      {
        id: `19:seniors-${council.slug}@thread.tacv2`,
        name: "Senior staff",
        teamName: council.name,
        private: true,
        shared: false,
        members: teamsIds(seniorStaff(council)),
      },
      {
        id: `19:general-${council.slug}@thread.tacv2`,
        name: "General",
        teamName: council.name,
        private: false,
        shared: false,
        members: people.map(({ userId }) => userId),
      },
    ],
    deliverTo: () => `${address()}/api/messages`,
    address: () => `${address()}${mount}`,
    keep: keepIn(folder, `teams-${council.slug}.json`, council),
  });
  app.use(mount, tenant.router);
  const channel = {
    slug: council.slug,
    chat: "teams",
    tenant: first.tenantId,
    id,
    get serviceUrl() {
      return `${address()}${mount}`;
    },
  } as const;
  return [{ chat: "teams", mount, channel, begin: tenant.begin, stop: tenant.stop }];
}

type Staff = Council["staff"];

const slackIds = (staff: Staff) => staff.flatMap(({ slack }) => (slack ? [slack.userId] : []));
const teamsIds = (staff: Staff) => staff.flatMap(({ teams }) => (teams ? [`29:${teams.aadObjectId}`] : []));

const registerTeam = ({ staff }: Council) =>
  staff.filter(({ roles, status }) => roles.includes("register_team") && status !== "left");

/** With the register team, who choose the channel in it. */
const seniorStaff = (council: Council) => [
  ...registerTeam(council),
  ...council.staff.filter(
    ({ roles, status }) => status !== "left" && roles.some((role) => role === "senior_officer" || role === "executive"),
  ),
];

function factsOf({ slug, name, staff, examples }: Council) {
  const accounts = staff.flatMap((one) => [
    ...(one.slack ? [{ id: one.slack.userId, chat: one.slack.teamId, one }] : []),
    ...(one.teams ? [{ id: `29:${one.teams.aadObjectId}`, chat: one.teams.tenantId, one }] : []),
  ]);
  const registerPerson = accounts.find(({ one }) => one.roles.includes("register_team"))?.id;
  return {
    slug,
    name,
    chats: [...new Set(accounts.map(({ chat }) => chat))],
    people: Object.fromEntries(accounts.map(({ id, one }) => [id, { role: titleOf(one), service: one.service }])),
    ...(registerPerson ? { registerPerson } : {}),
    officers: staff.map(({ name: called, email }) => ({ name: called, email })),
    examples,
  };
}

/** The highest role in words: "Service manager". */
function titleOf({ roles }: Pick<SandboxStaff, "roles">): string {
  const words = (roles.at(-1) ?? "officer").replaceAll("_", " ");
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
