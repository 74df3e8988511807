/**
 * `npm run bench`: how fast the product is, against something bare that is measured beside it in the same run.
 * Prints one table and ends with 1 when a target is missed. About five minutes; `--short` tries it out in one.
 */
import { runMigrations } from "graphile-worker";
import { connectAsOwner } from "../../db/connect.ts";
import { measureAlerts } from "./alerts.ts";
import { startChild } from "./child.ts";
import { type Closing, createClosing } from "./closing.ts";
import { type BenchCluster, startCluster } from "./cluster.ts";
import { isKept, type Line } from "./figures.ts";
import { notePosts } from "./posts.ts";
import { makeRegister, type Register } from "./register.ts";
import { measureReportForm } from "./report-form.ts";
import { measureScreening } from "./screening.ts";
import { type BenchSlack, startSlack } from "./slack.ts";
import { tableOf } from "./table.ts";

const LENGTHS = {
  full: {
    forms: { rounds: 7, commands: 200 },
    screening: { rounds: 7, contacts: 400 },
    alerts: { rounds: 5, seconds: 20 },
  },
  short: {
    forms: { rounds: 3, commands: 50 },
    screening: { rounds: 3, contacts: 100 },
    alerts: { rounds: 1, seconds: 8 },
  },
};
const length = process.argv.includes("--short") ? LENGTHS.short : LENGTHS.full;

/** What every measurement stands on. */
type Bench = {
  readonly closing: Closing;
  readonly cluster: BenchCluster;
  readonly register: Register;
  readonly slack: BenchSlack;
};

async function measure(closing: Closing): Promise<readonly Line[]> {
  const cluster = await startCluster(closing);
  const bench = { closing, cluster, register: await makeRegister(cluster), slack: await startSlack(closing) };
  const screening = await screeningLines(bench);
  return [...(await chatLines(bench)), ...screening];
}

/** In this process, before any other is started. */
async function screeningLines({ cluster, register }: Bench): Promise<readonly Line[]> {
  const url = await cluster.database("screening", register.database);
  return await measureScreening({ url, organisation: register.organisation }, length.screening);
}

/** With the product as it is started for a council. */
async function chatLines({ closing, cluster, register, slack }: Bench): Promise<readonly Line[]> {
  const url = await cluster.database("product", register.database);
  const product = await startChild(closing, {
    script: "src/main.ts",
    environment: { ...slack.settings, DATABASE_URL: url, PORT: "0" },
  });
  const bare = await startChild(closing, { script: "test/bench/bare-bolt.ts", environment: slack.settings });
  const forms = await measureReportForm(slack, { bare, product }, length.forms);

  const jobs = await cluster.database("jobs");
  await runMigrations({ connectionString: jobs });
  await startChild(closing, {
    script: "test/bench/bare-worker.ts",
    environment: { ...slack.settings, DATABASE_URL: jobs },
  });
  const [owner, jobOwner] = [connectAsOwner(url), connectAsOwner(jobs)];
  closing.add(async () => void (await Promise.all([owner.close(), jobOwner.close()])));
  const alerts = await measureAlerts(
    { posts: notePosts(slack), product: { url: product, token: register.token, sql: owner.sql }, bare: jobOwner.sql },
    length.alerts,
  );
  return [...forms, ...alerts];
}

const closing = createClosing();
try {
  const lines = await measure(closing);
  console.log(tableOf(lines));
  process.exitCode = lines.every(isKept) ? 0 : 1;
} finally {
  await closing.all();
}
