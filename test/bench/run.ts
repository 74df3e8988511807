/**
 * `npm run bench`: how fast the product is, against something bare that is measured beside it in the same run.
 * Prints one table and ends with 1 when a target is missed. About twelve minutes; `--short` tries it out in two.
 * `npm run bench -- sizes steady` measures only the sections named: screening, chat, decision, sizes, deletion, steady,
 * processes; `scale` are the last five.
 */
import { runMigrations } from "graphile-worker";
import { connectAsOwner } from "../../db/connect.ts";
import { measureAlerts } from "./alerts.ts";
import { startChild } from "./child.ts";
import { createClosing, whileOpen } from "./closing.ts";
import { startCluster } from "./cluster.ts";
import { isKept, type Line } from "./figures.ts";
import { notePosts } from "./posts.ts";
import { makeRegister } from "./register.ts";
import { measureReportForm } from "./report-form.ts";
import { measureDecision } from "./scale/decision.ts";
import { type ScaleBench, scaleOf } from "./scale/scale.ts";
import { measureScreening } from "./screening.ts";
import { startSlack } from "./slack.ts";
import { tableOf } from "./table.ts";

const LENGTHS = {
  full: {
    forms: { rounds: 7, commands: 200 },
    screening: { rounds: 7, contacts: 400 },
    alerts: { rounds: 5, seconds: 20 },
    decision: { rounds: 9, decisions: 50_000 },
    sizes: {
      sizes: [1_000, 100_000, 1_000_000],
      rounds: 7,
      contacts: 400,
      requests: { rounds: 7, requests: 3 },
    },
    deletion: { contacts: 5_000_000, quietSeconds: 5 },
    steady: { customers: 100_000, seconds: 60 },
    processes: { customers: 100_000, contacts: 8_000 },
  },
  short: {
    forms: { rounds: 3, commands: 50 },
    screening: { rounds: 3, contacts: 100 },
    alerts: { rounds: 1, seconds: 8 },
    decision: { rounds: 3, decisions: 50_000 },
    sizes: { sizes: [1_000, 10_000, 100_000], rounds: 3, contacts: 100, requests: { rounds: 3, requests: 1 } },
    deletion: { contacts: 200_000, quietSeconds: 2 },
    steady: { customers: 10_000, seconds: 10 },
    processes: { customers: 10_000, contacts: 1_000 },
  },
};
const length = process.argv.includes("--short") ? LENGTHS.short : LENGTHS.full;

const named = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));

/** What every measurement stands on. */
type Bench = ScaleBench;
type Section = () => Promise<readonly Line[]>;

/** In this order: what is measured in this process comes before any other process is started. */
function sectionsOf(bench: Bench): Readonly<Record<string, Section>> {
  const { sizes, deletion, steady, processes } = scaleOf(bench);
  return {
    screening: () => screeningLines(bench),
    decision: () => measureDecision(length.decision),
    sizes: () => sizes(length.sizes),
    deletion: () => deletion(length.deletion),
    chat: () => chatLines(bench),
    steady: () => steady(length.steady),
    processes: () => processes(length.processes),
  };
}

const SCALE = ["decision", "sizes", "deletion", "steady", "processes"];

const isWanted = (section: string): boolean =>
  named.length === 0 || named.includes(section) || (named.includes("scale") && SCALE.includes(section));

async function measure(bench: Bench): Promise<readonly Line[]> {
  const sections = Object.entries(sectionsOf(bench)).filter(([name]) => isWanted(name));
  if (sections.length === 0) throw new Error(`no section of the bench is called ${named.join(" or ")}`);
  const lines: Line[] = [];
  for (const [, section] of sections) lines.push(...(await section()));
  return lines;
}

/** In this process, before any other is started. */
async function screeningLines({ cluster, register }: Bench): Promise<readonly Line[]> {
  const url = await cluster.database("screening", register.database);
  return await measureScreening({ url, organisation: register.organisation }, length.screening);
}

/** With the product as it is started for a council. */
async function chatLines({ closing: outer, cluster, register, slack }: Bench): Promise<readonly Line[]> {
  return await whileOpen(outer, async (closing) => {
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
  });
}

const closing = createClosing();
try {
  const cluster = await startCluster(closing);
  const register = await makeRegister(cluster);
  const lines = await measure({ closing, cluster, register, slack: await startSlack(closing) });
  console.log(tableOf(lines));
  process.exitCode = lines.every(isKept) ? 0 : 1;
} finally {
  await closing.all();
}
