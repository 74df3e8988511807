import { connectAsOwner } from "../../db/connect.ts";
import { startChild } from "./child.ts";
import { createClosing } from "./closing.ts";
import { startCluster } from "./cluster.ts";
import { notePosts } from "./posts.ts";
import { makeRegister } from "./register.ts";
import { startSlack } from "./slack.ts";
import { measureAlerts } from "./alerts.ts";
import { runMigrations } from "graphile-worker";
import { execSync } from "node:child_process";
const closing = createClosing();
try {
  const cluster = await startCluster(closing);
  const register = await makeRegister(cluster);
  const slack = await startSlack(closing);
  const url = await cluster.database("product", register.database);
  const product = await startChild(closing, { script: "src/main.ts", environment: { ...slack.settings, DATABASE_URL: url, PORT: "0", NODE_OPTIONS: "--cpu-prof --cpu-prof-dir=/tmp/scratch/prof" } });
  const jobs = await cluster.database("jobs");
  await runMigrations({ connectionString: jobs });
  await startChild(closing, { script: "test/bench/bare-worker.ts", environment: { ...slack.settings, DATABASE_URL: jobs } });
  const [o, j] = [connectAsOwner(url), connectAsOwner(jobs)];
  let calls: Record<string,number> = {};
  slack.listen(({method})=>{calls[method]=(calls[method]??0)+1});
  const cpu0=process.cpuUsage(); const t0=performance.now();
  const lines = await measureAlerts({ posts: notePosts(slack), product: { url: product, token: register.token, sql: o.sql }, bare: j.sql }, { rounds: 1, seconds: 15 });
  console.log(lines, calls, "bench cpu", process.cpuUsage(cpu0), "wall", performance.now()-t0);
  console.log(execSync("ps -eo pid,time,cputimes,args | grep -E 'src/main.ts|bare-worker' | grep -v grep").toString());
  await o.close(); await j.close();
} finally { await closing.all(); }
