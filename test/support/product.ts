/** The whole product as a process of its own, as `npm start` starts it, with people in front of its local chats. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type {
  ConversationSummary,
  Fault,
  LogEntry,
  Place,
  SlackMessage,
  TeamsMessage,
} from "../../src/sandbox/wire.ts";
import { freshDatabase, type TestDatabase } from "./database.ts";
import { createPerson, type Person } from "./person.ts";

const root = resolve(import.meta.dirname, "../..");

/** What `npm start` gives to Node. */
export const START = [
  "--disable-warning=ExperimentalWarning",
  "--import",
  "./src/quick-start.ts",
  "src/main.ts",
] as const;

/** Where a local chat is mounted: under the product's own address, or whole when a test serves the chat itself. */
export type Mount = { readonly chat: "slack" | "teams"; readonly path: string };

export const HARROWDENE_SLACK: Mount = { chat: "slack", path: "/sandbox/slack" };
export const STRATHCAOL_TEAMS: Mount = { chat: "teams", path: "/sandbox/teams/strathcaol" };

export type Product = {
  /** Where it listens, such as http://127.0.0.1:40123. */
  readonly url: string;
  readonly database: TestDatabase;
  /** Sets the one clock, and returns when all that fell due is done. */
  readonly setClock: (to: Date) => Promise<void>;
  /** The product's own time. */
  readonly now: () => Date;
  /** What it wrote to its log and console so far. */
  readonly output: () => string;
  /** Asks it to stop, and gives back its exit code. */
  readonly stop: () => Promise<number | null>;
  /** Ends it at once, as a crash would. */
  readonly kill: () => Promise<void>;
  /** Stops it if it still runs, and drops its database unless it was given one. Call it in `afterAll`. */
  readonly remove: () => Promise<void>;
};

export type ProductOptions = {
  /** Without it: the sandbox with its two councils. */
  readonly environment?: Readonly<Record<string, string>>;
  readonly database?: TestDatabase;
};

/** Milliseconds for Node, the migrations and two councils on a busy machine of two cores. */
const READY_WITHIN = 30_000;

/** Starts the product on a database of its own and waits until it says that it is ready. */
export async function startProduct({
  environment = { SANDBOX: "1" },
  database,
}: ProductOptions = {}): Promise<Product> {
  const own = database ?? (await freshDatabase());
  const folder = await mkdtemp(join(tmpdir(), "restricted-contact-"));
  const child = spawn(process.execPath, START, {
    cwd: root,
    env: { PORT: "0", DATABASE_URL: own.ownerUrl, DATA_FOLDER: folder, TEST_CLOCK: "1", ...environment },
  });
  const output = collect(child);
  const exited = once(child, "exit");
  const url = await ready(child, output);
  let shift = 0;
  const end = async (signal: "SIGTERM" | "SIGKILL"): Promise<number | null> => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    await exited;
    return child.exitCode;
  };
  return {
    url,
    database: own,
    setClock: async (to) => {
      // Taken before the product has it: what a test says happened now must not be before what it has just done.
      const asked = Date.now();
      await json(`${url}/test/clock`, { method: "PUT", body: { now: to.toISOString() } });
      shift = to.getTime() - asked;
    },
    now: () => new Date(Date.now() + shift),
    output,
    stop: () => end("SIGTERM"),
    kill: async () => void (await end("SIGKILL")),
    remove: async () => {
      await end("SIGTERM");
      await rm(folder, { recursive: true, force: true });
      if (!database) await own.drop();
    },
  };
}

function collect({ stdout, stderr }: ChildProcess): () => string {
  let text = "";
  for (const stream of [stdout, stderr]) stream?.on("data", (chunk: Buffer) => (text += chunk.toString()));
  return () => text;
}

/** The address that it prints. */
async function ready(child: ChildProcess, output: () => string): Promise<string> {
  const end = Date.now() + READY_WITHIN;
  for (;;) {
    const said = /^(?:The sandbox is ready|Ready): (http:\S+)$/m.exec(output());
    if (said?.[1]) return said[1];
    if (child.exitCode !== null || Date.now() > end) {
      child.kill("SIGKILL");
      throw new Error(`the product did not start:\n${output()}`);
    }
    await new Promise((done) => setTimeout(done, 20));
  }
}

/** One local chat, for a test: its people by name, its log, its faults. */
export type ChatPlace = Awaited<ReturnType<typeof openChat>>;

/** `address`: where the chat is mounted, with the server's own. */
export async function openChat(chat: "slack" | "teams", address: string) {
  const place = await json<Place>(`${address}/-/place`);
  const people = new Map<string, Person>();
  const idOf = (name: string): string => {
    const found = place.people.find((one) => one.name === name);
    if (!found) throw new Error(`nobody in ${chat} is called ${name}`);
    return found.id;
  };
  const person = (name: string): Person => {
    const known = people.get(name) ?? createPerson(chat, address, idOf(name));
    people.set(name, known);
    return known;
  };
  return {
    chat,
    address,
    place,
    person,
    everybody: place.people.map(({ name }) => name),
    channel: (name: string) => {
      const found = place.channels.find((one) => one.name === name);
      if (!found) throw new Error(`no channel in ${chat} is called ${name}`);
      return found;
    },
    /** Every post, edit and deletion so far, oldest first; what people typed left out. */
    log: async (): Promise<LogEntry[]> =>
      (await json<LogEntry[]>(`${address}/-/log`)).filter(({ call }) => call !== "person"),
    /** Every message that anybody can see now, whole: each once for each reader. */
    allMessages: async (): Promise<Message[]> => {
      const lists = await Promise.all(place.people.map(({ id }) => messagesOf(address, id)));
      return lists.flat();
    },
    inject: (fault: Fault) => json(`${address}/-/faults`, { method: "POST", body: fault }),
    pendingFaults: () => json<unknown[]>(`${address}/-/faults`),
    clearFaults: () => json(`${address}/-/faults`, { method: "DELETE" }),
  };
}

type Message = SlackMessage | TeamsMessage;

async function messagesOf(address: string, person: string): Promise<Message[]> {
  const own = `${address}/-/people/${encodeURIComponent(person)}/conversations`;
  const rooms = await json<ConversationSummary[]>(own);
  const lists = await Promise.all(rooms.map(({ id }) => json<Message[]>(`${own}/${encodeURIComponent(id)}/messages`)));
  return lists.flat();
}

/** Any JSON route. Throws with what was answered when it is not 2xx. */
export async function json<T = unknown>(
  url: string,
  { method = "GET", body, token }: { method?: string; body?: unknown; token?: string } = {},
): Promise<T> {
  const response = await fetch(url, {
    method,
    headers: { "content-type": "application/json", ...(token ? { authorization: `Bearer ${token}` } : {}) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${method} ${url} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as T;
}
