/** `GET /metrics` for Prometheus: counts and times, never anything about a person. */
import { timingSafeEqual } from "node:crypto";
import { type Request, Router } from "express";
import { Counter, collectDefaultMetrics, Gauge, Registry } from "prom-client";

export type Metrics = {
  readonly router: Router;
  /** A contact was screened: its outcome. */
  readonly screened: (outcome: string) => void;
  /** A copy was delivered or not: how it ended. */
  readonly delivered: (chat: string, ending: string) => void;
};

export type MetricsOptions = {
  /** Asked for as a bearer token from anywhere but this machine; without one only this machine may read. */
  readonly token: string | undefined;
  /** Copies that are not up to date, by state, read when asked. */
  readonly backlog: () => Promise<readonly { readonly state: string; readonly copies: number }[]>;
};

export function createMetrics({ token, backlog }: MetricsOptions): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const screened = new Counter({
    name: "contacts_screened_total",
    help: "Contacts screened, by outcome",
    labelNames: ["outcome"],
    registers: [registry],
  });
  const delivered = new Counter({
    name: "deliveries_total",
    help: "Calls to a chat, by how they ended",
    labelNames: ["chat", "ending"],
    registers: [registry],
  });
  const behind: Gauge<"state"> = new Gauge({
    name: "copies_behind",
    help: "Copies of cards that are not up to date, by state",
    labelNames: ["state"],
    registers: [],
    async collect() {
      this.reset();
      for (const { state, copies } of await backlog()) this.set({ state }, copies);
    },
  });
  registry.registerMetric(behind);
  const router = Router();
  router.get("/metrics", async (request, response) => {
    if (!mayRead(token, request)) return void response.status(403).json({ error: "not allowed" });
    response.type(registry.contentType).send(await registry.metrics());
  });
  return {
    router,
    screened: (outcome) => screened.inc({ outcome }),
    delivered: (chat, ending) => delivered.inc({ chat, ending }),
  };
}

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;

/** What comes through a proxy on this machine is not from this machine. */
function mayRead(token: string | undefined, { socket, headers }: Request): boolean {
  const proxied = Object.keys(headers).some((name) => name === "forwarded" || name.startsWith("x-forwarded-"));
  if (!proxied && LOOPBACK.test(socket.remoteAddress ?? "")) return true;
  const [given, wanted] = [Buffer.from(headers.authorization ?? ""), Buffer.from(`Bearer ${token}`)];
  return token !== undefined && given.length === wanted.length && timingSafeEqual(given, wanted);
}
