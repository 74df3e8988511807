/** The only file that knows everything: settings, database, use cases, chats, jobs, and how they start and stop. */
import { once } from "node:events";
import { createServer, type Server, type ServerResponse } from "node:http";
import express, { type Express } from "express";
import { type Logger, pino } from "pino";
import { connectAsApplication, connectAsOwner, type Db } from "../db/connect.ts";
import { type Cluster, openCluster } from "../db/embedded/cluster.ts";
import { migrate } from "../db/migrate.ts";
import { rememberConversation } from "../db/queries/accounts.ts";
import { listOrganisations, loadTenants } from "../db/queries/organisations.ts";
import { freeJobsOf, showLife, silentRunners } from "../db/queries/runner-lives.ts";
import { roleFaults } from "../db/queries/safety.ts";
import { deliveryBacklog, isOurTenant, jobsWaiting, realOrganisations } from "../db/queries/state.ts";
import { background, GIVE_UP_AFTER, inTime, isOutage, outageOf } from "../db/transaction.ts";
import { createFrontDesk } from "./chat/front-desk.ts";
import { knownTenants } from "./chat/known-tenants.ts";
import type { Messenger } from "./chat/messenger.ts";
import { createSlack, type Slack } from "./chat/slack/index.ts";
import { createTeams, type Teams } from "./chat/teams/index.ts";
import { type Clock, createClock } from "./clock.ts";
import { type Config, processConfig, type SlackConfig, type TeamsConfig } from "./config.ts";
import { failed, notFound } from "./http/errors.ts";
import { health } from "./http/health.ts";
import { createMetrics, type Metrics, type SourceFigures } from "./http/metrics.ts";
import { testClock } from "./http/test-clock.ts";
import { intakeRouter } from "./intake/intake-router.ts";
import { openApiRouter } from "./intake/openapi.ts";
import { deliver } from "./jobs/deliver.ts";
import { watchLives } from "./jobs/lives.ts";
import { type Runner, startRunner } from "./jobs/runner.ts";
import { startSweeper } from "./jobs/sweeper.ts";
import { CHATS, type Chat } from "./policy/vocabulary.ts";
import { onlyLoopback } from "./sandbox/loopback.ts";
import { type PlayedCouncils, playCouncils } from "./sandbox-start.ts";
import { createUseCases, type UseCases } from "./usecases/all.ts";
import type { Context } from "./usecases/context.ts";
import { findToken } from "./usecases/screen-contacts/find-token.ts";
import { screenContacts } from "./usecases/screen-contacts/screen-contacts.ts";
import { silentSources } from "./usecases/silent-sources.ts";

type Chats = { readonly slack: Slack | undefined; readonly teams: Teams | undefined };

async function start(config: Config): Promise<void> {
  const log = pino({ level: config.sandbox ? "warn" : config.logLevel, base: null });
  const app = express().disable("x-powered-by");
  const door = await openDoor(app, config);
  const clock = createClock();
  const cluster = config.databaseUrl ? undefined : await openCluster(config.dataFolder);
  const ownerUrl = config.databaseUrl ?? cluster?.url ?? "";
  await migrate(ownerUrl);
  const [db, owner] = [connectAsApplication(ownerUrl), connectAsOwner(ownerUrl)];
  await refuseRealData(config, db);

  if (config.sandbox || config.testClock || config.teams?.local) app.use(onlyLoopback);
  const councils = config.sandbox
    ? await playCouncils({
        app,
        db,
        now: clock.now,
        address: () => door.url,
        folder: cluster?.folder ?? config.dataFolder,
      })
    : undefined;
  const access = {
    slack: councils?.slack ?? config.slack,
    teams: councils ? ({ local: true } as const) : config.teams,
  };

  const connected = new Set(CHATS.filter((chat) => access[chat] !== undefined));
  const context: Context = { db, now: clock.now, chats: connected };
  const useCases = createUseCases(context);
  const metrics = createMetrics({
    token: config.metricsToken,
    backlog: () => backlogOf(db),
    sources: () => sourcesOf(context),
  });
  const tenants = await ourTenants(db);
  const chats = connectChats(access, { app, db, useCases, clock, tenants, log });
  // Jobs have connections of their own: an alert does not wait behind the contacts that come in.
  const jobsDb = connectAsApplication(ownerUrl);
  const jobs = createUseCases({ ...context, db: jobsDb });
  const state = { probed: false };
  const life = connectAsOwner(ownerUrl, { max: 1 });
  const runner = await startRunner({
    ownerUrl,
    deliver: deliveries(jobs, chats, metrics),
    probed: () => {
      state.probed = true;
    },
    freeJobsOf: (runners) => freeJobsOf(owner, runners),
    lives: watchLives({
      showLife: (name) => showLife(life, name),
      silentRunners: () => silentRunners(owner),
      freeJobsOf: (runners) => freeJobsOf(owner, runners),
      log,
    }),
    log,
  });
  const sweeper = startSweeper({ ...jobs, now: clock.now, log });

  app.use(
    openApiRouter(),
    intakeRouter({
      screen: screenContacts(context),
      findToken: (token) => inTime(GIVE_UP_AFTER, findToken(context)(token)),
      isOutage,
      rate: { perSecond: config.intakeRate },
      log,
    }),
  );
  app.use(metrics.router);
  app.use(
    health({
      database: () => reachable(db),
      role: async () => (await roleFaults(db)).join(", ") || undefined,
      jobs: async () => (state.probed ? undefined : "no job has run yet"),
    }),
  );
  if (config.testClock) app.use(testClock({ set: clock.set, settle: () => settle(useCases, owner) }));
  app.use(notFound, failed(log));

  door.open();
  await councils?.open(useCases.chooseRegisterChannel);
  console.log(councils ? `The sandbox is ready: ${door.url}` : `Ready: ${door.url}`);
  if (cluster) console.log(`Data: ${cluster.folder}`);
  stopOnSignal({ door, chats, runner, sweeper, councils, databases: [db, jobsDb, owner, life], cluster, log });
}

/** Local chats and a clock that can be set are for fictional data only. */
async function refuseRealData({ sandbox, testClock: settable, teams, testData }: Config, db: Db): Promise<void> {
  if (testData || !(sandbox || settable || teams?.local)) return;
  const real = await realOrganisations(db);
  if (real.length === 0) return;
  console.error(
    `This database holds organisations that are not fictional: ${real.join(", ")}. SANDBOX, TEAMS_LOCAL and TEST_CLOCK refuse it; TEST_DATA=1 says that it is test data.`,
  );
  process.exit(1);
}

type Surroundings = {
  readonly app: Express;
  readonly db: Db;
  readonly useCases: UseCases;
  readonly clock: Clock;
  /** Workspaces and tenants that are ours at the start. */
  readonly tenants: readonly string[];
  readonly log: Logger;
};

/** The workspaces and tenants of all organisations. */
async function ourTenants(db: Db): Promise<readonly string[]> {
  const organisations = await listOrganisations(db);
  const all = await Promise.all(organisations.map(({ id }) => background(db, id, (tx) => loadTenants(tx, id))));
  return all.flat().map(({ tenant }) => tenant);
}

/** What is behind, or nothing while the database cannot say: the other figures are still worth having. */
async function backlogOf(db: Db): ReturnType<typeof deliveryBacklog> {
  return await inTime(GIVE_UP_AFTER, deliveryBacklog(db)).catch(() => []);
}

/** The sources of contacts; none while the database cannot say. */
async function sourcesOf({ db, now }: Context): Promise<readonly SourceFigures[]> {
  const all = await inTime(GIVE_UP_AFTER, silentSources({ db, now })()).catch(() => []);
  return all.map(({ organisation, source, silence }) => ({
    organisation: organisation.slug,
    source,
    quietFor: silence.code === "never" ? null : Math.max(0, (now().getTime() - silence.last.getTime()) / 1_000),
    silent: silence.code === "silent" || silence.code === "never",
  }));
}

function connectChats(
  access: { slack: SlackConfig | undefined; teams: TeamsConfig | undefined },
  { app, db, useCases, clock, tenants, log }: Surroundings,
): Chats {
  const chats: { slack: Slack | undefined; teams: Teams | undefined } = { slack: undefined, teams: undefined };
  const desk = createFrontDesk({
    ...useCases,
    now: clock.now,
    outage: outageOf,
    useChannel: async ({ actor, command }) => {
      const { chat, tenant } = command.from;
      const messenger = messengerOf(chats, chat);
      const look = messenger
        ? await messenger.channelFacts(tenant, command.conversation)
        : ({ kind: "unreachable" } as const);
      return await useCases.chooseRegisterChannel({
        organisation: actor.organisation,
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
      rememberConversation: async (account, conversation) => {
        const identity = await useCases.identify(account);
        if (identity.code === "officer")
          await background(db, identity.actor.organisation, (tx) => rememberConversation(tx, account, conversation));
      },
    });
  return chats;
}

const messengerOf = (chats: Chats, chat: Chat): Messenger | undefined => chats[chat]?.messenger;

function deliveries(useCases: UseCases, chats: Chats, metrics: Metrics) {
  return deliver({
    ...useCases,
    recordEnding: async (key, taken, ending) => {
      await useCases.recordEnding(key, taken, ending);
      metrics.delivered(taken.chat, ending.kind);
    },
    messenger: (chat) => messengerOf(chats, chat),
    isOutage,
  });
}

async function reachable({ sql }: Db): Promise<string | undefined> {
  await sql`select 1`;
  return undefined;
}

/** Milliseconds that jobs are waited for after the clock was set. */
const SETTLE_WITHIN = 20_000;

/** Everything that is due is done, and what it asked to be posted is posted. */
async function settle(useCases: UseCases, owner: Db): Promise<void> {
  const until = Date.now() + SETTLE_WITHIN;
  for (let idle = false; !idle && Date.now() < until; ) {
    idle = (await useCases.sweep()) === 0 && (await jobsWaiting(owner)) === 0;
    if (!idle) await new Promise((done) => setTimeout(done, 20));
  }
}

/** Where the product listens. Until it is opened every request is told to come back: nothing is half there. */
type Door = {
  readonly server: Server;
  readonly url: string;
  readonly open: () => void;
  /** Lets nobody in any more, and resolves when those inside have their answer. */
  readonly close: () => Promise<void>;
};

/** Takes the port first: a port in use is said before anything else is started. */
async function openDoor(app: Express, { host, port }: Config): Promise<Door> {
  let open = false;
  let closing = false;
  const inside = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    inside.add(response);
    response.once("close", () => inside.delete(response));
    response.shouldKeepAlive &&= !closing;
    if (open) app(request, response);
    else
      response.writeHead(503, { "content-type": "application/json", "retry-after": "1" }).end('{"error":"starting"}');
  });
  server.listen(port, host);
  try {
    await once(server, "listening");
  } catch (error) {
    const inUse = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
    console.error(
      inUse
        ? `Port ${port} of ${host} is in use. Stop what uses it, or set PORT to another one.`
        : `Cannot listen on ${host}:${port}. Check HOST and PORT.`,
    );
    process.exit(1);
  }
  const bound = server.address();
  const url = `http://${host.includes(":") ? `[${host}]` : host}:${typeof bound === "object" && bound ? bound.port : port}`;
  return {
    server,
    url,
    open: () => {
      open = true;
    },
    close: async () => {
      closing = true;
      server.close();
      for (const response of inside) response.shouldKeepAlive = false;
      for (const response of inside) if (!response.closed) await once(response, "close");
      server.closeAllConnections();
    },
  };
}

type Running = {
  readonly door: Door;
  readonly chats: Chats;
  readonly runner: Runner;
  readonly sweeper: { readonly stop: () => Promise<void> };
  readonly councils: PlayedCouncils | undefined;
  readonly databases: readonly Db[];
  readonly cluster: Cluster | undefined;
  readonly log: Logger;
};

/** Milliseconds after which the stop is not waited for: a supervisor would kill the process soon (Kubernetes: 30 s). */
const STOP_WITHIN = 20_000;

/** Stops in order: no new requests, clicks answered, jobs finished or back in the queue, the database last. */
function stopOnSignal(running: Running): void {
  let stopping = false;
  const stop = async (): Promise<never> => {
    const { door, chats, runner, sweeper, councils, databases, cluster, log } = running;
    councils?.stop();
    await Promise.allSettled([door.close(), chats.slack?.stop(), chats.teams?.stop(), sweeper.stop(), runner.stop()]);
    await Promise.allSettled(databases.map((db) => db.close()));
    await cluster?.stop();
    log.info({ code: "stopped" }, "stopped");
    process.exit(0);
  };
  const once = (): void => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), STOP_WITHIN).unref();
    stop().catch(() => process.exit(1));
  };
  process.on("SIGINT", once);
  process.on("SIGTERM", once);
}

const settings = processConfig();
if (settings.ok) await start(settings.config);
else {
  for (const fault of settings.faults) console.error(fault);
  process.exitCode = 1;
}
