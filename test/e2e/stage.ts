/** A running product, one organisation of it, and the people in its chat. */
import { randomUUID } from "node:crypto";
import type { PendingQuery, Row } from "postgres";
import type { Sql } from "../../db/connect.ts";
import { createIntakeToken } from "../../src/usecases/create-intake-token.ts";
import { until } from "../support/person/window.ts";
import type { Person } from "../support/person.ts";
import { type ChatPlace, json, openChat, type Product } from "../support/product.ts";
import type { CouncilFacts } from "./councils.ts";

export type Stage = {
  readonly product: Product;
  readonly chat: ChatPlace;
  /** Its id. */
  readonly organisation: string;
  readonly person: (name: string) => Person;
  /** Hands a contact in, as a phone system or a mail gateway does; gives back the answer to it. */
  readonly contact: (contact: object) => Promise<ContactAnswer>;
  /** "2026-03-03", so many days from now where the council is. */
  readonly day: (fromNow: number) => string;
  /** Events of the audit by name, counted. */
  readonly audited: (event: string) => Promise<number>;
  /** Waits until every copy of its on the ledger is where it should be, or cannot be delivered. */
  readonly settled: () => Promise<void>;
  /** What a proposal has come to, counted. */
  readonly decisions: (ref: string) => Promise<Decisions>;
};

/** With the council's facts, for the sandbox. */
export type CouncilStage = Stage & { readonly council: CouncilFacts };

type Decisions = { readonly approvals: number; readonly arrangements: number; readonly letters: number };

export type ContactAnswer = {
  readonly status: string;
  readonly outcome: string;
  readonly alertId: string | null;
  readonly errors?: unknown;
};

/** Time for another try after an end that is not known, twice over on a slow machine. */
const SETTLED_WITHIN = 19_000;

/** Opens a running sandbox for one of its councils. */
export async function openStage(product: Product, council: CouncilFacts): Promise<CouncilStage> {
  const { slug, mount } = council;
  return { ...(await stageAt(product, { slug, chat: mount.chat, address: `${product.url}${mount.path}` })), council };
}

/** An organisation of a product that runs already, and its chat at an address. */
export async function stageAt(
  product: Product,
  { slug, chat: kind, address }: { slug: string; chat: "slack" | "teams"; address: string },
): Promise<Stage> {
  const { database, now } = product;
  const chat = await openChat(kind, address);
  const organisation = await organisationOf(product, slug);
  const count = countIn(database.owner.sql);
  return {
    product,
    chat,
    organisation,
    person: chat.person,
    contact: await contactsFor(product, organisation),
    day: (fromNow) => localDay(new Date(now().getTime() + fromNow * 86_400_000)),
    audited: (event) => count(database.owner.sql`audit where organisation_id = ${organisation} and event = ${event}`),
    settled: async () => {
      const behind = database.owner.sql`copy
        where organisation_id = ${organisation} and sent < wanted and state not in ('failed', 'blocked')`;
      const none = async () => ((await count(behind)) === 0 ? true : undefined);
      await until(none, "every copy to be delivered", SETTLED_WITHIN);
    },
    decisions: async (ref) => {
      const { sql } = database.owner;
      const own = sql`organisation_id = ${organisation}`;
      const proposal = sql`(select id from proposal where ${own} and ref = ${ref})`;
      const arrangement = sql`(select id from arrangement where ${own} and proposal_id = ${proposal})`;
      return {
        approvals: await count(
          sql`audit where ${own} and event = 'proposal-approved' and subject_id = ${proposal}::text`,
        ),
        arrangements: await count(sql`arrangement where ${own} and proposal_id = ${proposal}`),
        letters: await count(sql`letter where ${own} and arrangement_id in ${arrangement}`),
      };
    },
  };
}

const countIn =
  (sql: Sql) =>
  async (rows: PendingQuery<Row[]>): Promise<number> => {
    const [counted] = await sql<{ count: number }[]>`select count(*)::integer as count from ${rows}`;
    return counted?.count ?? 0;
  };

/** Hands contacts in with a token of the organisation's own, each with a fresh id at the product's own time. */
async function contactsFor({ database, now, url }: Product, organisation: string): Promise<Stage["contact"]> {
  const name = `test ${randomUUID()}`;
  const made = await createIntakeToken({ db: database.app, now })({ organisation, name, sources: [] });
  if (made.code !== "created") throw new Error("the intake token was not made");
  const { token } = made;
  return async (contact) => {
    const sent = { id: randomUUID(), occurredAt: now().toISOString(), direction: "inbound", ...contact };
    const body = { source: "telephony", contacts: [sent] };
    const request = { method: "POST", body, token };
    const { results } = await json<{ results: ContactAnswer[] }>(`${url}/v1/contacts`, request);
    const [answer] = results;
    if (!answer) throw new Error("no result for the contact");
    return answer;
  };
}

async function organisationOf({ database }: Product, slug: string): Promise<string> {
  const [row] = await database.owner.sql<{ id: string }[]>`select id from organisation where slug = ${slug}`;
  if (!row) throw new Error(`no organisation is called ${slug}`);
  return row.id;
}

const localDay = (at: Date): string =>
  new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/London", dateStyle: "short" }).format(at);
