/** `GET /metrics` for Prometheus: counts and times, never anything about a person. */
import { createHash, timingSafeEqual } from "node:crypto";
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
  /** The sources of contacts that are expected, read when asked. */
  readonly sources: () => Promise<readonly SourceFigures[]>;
};

export type SourceFigures = {
  /** The organisation's slug. */
  readonly organisation: string;
  readonly source: string;
  /** Seconds since its last contact; null when none is kept. */
  readonly quietFor: number | null;
  readonly silent: boolean;
};

export function createMetrics({ token, backlog, sources }: MetricsOptions): Metrics {
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
  const readSources = sourceGauges(registry, sources);
  const router = Router();
  router.get("/metrics", async (request, response) => {
    if (!mayRead(token, request)) return void response.status(403).json({ error: "not allowed" });
    await readSources();
    response.type(registry.contentType).send(await registry.metrics());
  });
  return {
    router,
    screened: (outcome) => screened.inc({ outcome }),
    delivered: (chat, ending) => delivered.inc({ chat, ending }),
  };
}

/** Adds the figures of the sources; gives back what reads them anew, both from one reading. */
function sourceGauges(registry: Registry, sources: MetricsOptions["sources"]): () => Promise<void> {
  const gauge = (name: string, help: string) =>
    new Gauge({ name, help, labelNames: ["organisation", "source"], registers: [registry] });
  const silent = gauge(
    "source_silent",
    "1 when a source of contacts is quiet for more than three times its median gap, or never sent any; else 0",
  );
  const quiet = gauge(
    "source_last_contact_seconds",
    "Seconds since the last contact of a source; absent when it never sent any",
  );
  return async () => {
    const figures = await sources();
    silent.reset();
    quiet.reset();
    for (const { organisation, source, quietFor, silent: isSilent } of figures) {
      const labels = { organisation, source: asLabel(source) };
      silent.set(labels, isSilent ? 1 : 0);
      if (quietFor !== null) quiet.set(labels, quietFor);
    }
  };
}

const LONGEST_LABEL = 60;

/** A source is named by whoever holds a token. What is no plain short name is cut to one, and stays apart from others by a digest. */
function asLabel(source: string): string {
  const plain = [...source.replaceAll(/[^\p{L}\p{N} ._:/-]/gu, "_")].slice(0, LONGEST_LABEL).join("");
  return plain === source ? source : `${plain}#${createHash("sha256").update(source).digest("hex").slice(0, 8)}`;
}

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;

/** What comes through a proxy on this machine is not from this machine. */
function mayRead(token: string | undefined, { socket, headers }: Request): boolean {
  const proxied = Object.keys(headers).some((name) => name === "forwarded" || name.startsWith("x-forwarded-"));
  if (!proxied && LOOPBACK.test(socket.remoteAddress ?? "")) return true;
  const [given, wanted] = [Buffer.from(headers.authorization ?? ""), Buffer.from(`Bearer ${token}`)];
  return token !== undefined && given.length === wanted.length && timingSafeEqual(given, wanted);
}
