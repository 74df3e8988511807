/** The only file that knows everything: settings, database, use cases, chats, jobs, and how they start and stop. */
import express from "express";
import { pino } from "pino";
import { connectAsApplication, connectAsOwner, type Db } from "../db/connect.ts";
import { type Cluster, openCluster } from "../db/embedded/cluster.ts";
import { migrate } from "../db/migrate.ts";
import { listOrganisations, loadTenants } from "../db/queries/organisations.ts";
import { freeJobsOf, showLife, silentRunners } from "../db/queries/runner-lives.ts";
import { roleFaults } from "../db/queries/safety.ts";
import { deliveryBacklog, jobsWaiting, realOrganisations } from "../db/queries/state.ts";
import { background, GIVE_UP_AFTER, inTime, isOutage } from "../db/transaction.ts";
import { noCluster } from "./cli/no-cluster.ts";
import { otherVersion } from "./cli/other-version.ts";
import { createClock } from "./clock.ts";
import { type Config, processConfig } from "./config.ts";
import { type Chats, connectChats, messengerOf } from "./connect-chats.ts";
import { openDoor } from "./http/door.ts";
import { failed, notFound } from "./http/errors.ts";
import { health } from "./http/health.ts";
import { createMetrics, type Metrics, type SourceFigures } from "./http/metrics.ts";
import { testClock } from "./http/test-clock.ts";
import { intakeRouter } from "./intake/intake-router.ts";
import { openApiRouter } from "./intake/openapi.ts";
import { deliver } from "./jobs/deliver.ts";
import { watchLives } from "./jobs/lives.ts";
import { startRunner } from "./jobs/runner.ts";
import { startSweeper } from "./jobs/sweeper.ts";
import { logLastWords } from "./last-words.ts";
import { CHATS } from "./policy/vocabulary.ts";
import { onlyLoopback } from "./sandbox/loopback.ts";
import { playCouncils } from "./sandbox-start.ts";
import { stopOnSignal } from "./stop-on-signal.ts";
import { createUseCases, type UseCases } from "./usecases/all.ts";
import type { Context } from "./usecases/context.ts";
import { findToken } from "./usecases/screen-contacts/find-token.ts";
import { screenContacts } from "./usecases/screen-contacts/screen-contacts.ts";
import { silentSources } from "./usecases/silent-sources.ts";

async function start(config: Config): Promise<void> {
  const log = pino({ level: config.sandbox ? "warn" : config.logLevel, base: null });
  logLastWords(log);
  const app = express().disable("x-powered-by");
  const door = await openDoor(app, config);
  if (typeof door === "string") {
    console.error(door);
    process.exit(1);
  }
  const clock = createClock();
  const cluster = config.databaseUrl ? undefined : await clusterIn(config.dataFolder);
  const ownerUrl = config.databaseUrl ?? cluster?.url ?? "";
  if ((await migrate(ownerUrl)) === "other-version") {
    console.error(otherVersion(cluster?.folder));
    await cluster?.stop();
    process.exit(1);
  }
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
      screen: counted(screenContacts(context), metrics),
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
  await councils?.open(useCases.chooseChannel);
  console.log(councils ? `The sandbox is ready: ${door.url}` : `Ready: ${door.url}`);
  if (cluster) console.log(`Data: ${cluster.folder}`);
  stopOnSignal({ door, chats, runner, sweeper, councils, databases: [db, jobsDb, owner, life], cluster, log });
}

/** The embedded PostgreSQL. Where it cannot be had the process says why and ends. */
async function clusterIn(folder: string): Promise<Cluster> {
  try {
    return await openCluster(folder);
  } catch (error) {
    const words = noCluster(error);
    if (words === undefined) throw error;
    console.error(words);
    process.exit(1);
  }
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

/** Each contact that is new is counted by its outcome. */
function counted(screen: ReturnType<typeof screenContacts>, metrics: Metrics): typeof screen {
  return async (request) => {
    const results = await screen(request);
    for (const result of results) if (result.status === "accepted") metrics.screened(result.outcome);
    return results;
  };
}

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
  await useCases.sweepOldContacts();
  for (let idle = false; !idle && Date.now() < until; ) {
    idle = (await useCases.sweep()) === 0 && (await jobsWaiting(owner)) === 0;
    if (!idle) await new Promise((done) => setTimeout(done, 20));
  }
}

const settings = processConfig();
if (settings.ok) await start(settings.config);
else {
  for (const fault of settings.faults) console.error(fault);
  process.exitCode = 1;
}
