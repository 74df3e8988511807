/** A running product, one council of it, and what its story has come to so far. */
import { createIntakeToken } from "../../src/usecases/create-intake-token.ts";
import type { Person } from "../support/person.ts";
import { type ChatPlace, json, openChat, type Product, startProduct } from "../support/product.ts";
import type { CouncilFacts } from "./councils.ts";

export type Stage = {
  readonly product: Product;
  readonly chat: ChatPlace;
  readonly council: CouncilFacts;
  readonly person: (name: string) => Person;
  /** Hands a contact in, as a phone system or a mail gateway does; gives back the answer to it. */
  readonly contact: (contact: object) => Promise<ContactAnswer>;
  /** "2026-03-03", so many days from now where the council is. */
  readonly day: (fromNow: number) => string;
  /** Events of the audit by name, counted. */
  readonly audited: (event: string) => Promise<number>;
};

export type ContactAnswer = {
  readonly status: string;
  readonly outcome: string;
  readonly alertId: string | null;
  readonly errors?: unknown;
};

/** Starts the sandbox and gives its council an intake token. */
export async function openStage(council: CouncilFacts): Promise<Stage> {
  const product = await startProduct();
  return await stageOf(product, council);
}

/** The same on a product that runs already. */
export async function stageOf(product: Product, council: CouncilFacts): Promise<Stage> {
  const { database, now, url } = product;
  const chat = await openChat(council.mount.chat, `${url}${council.mount.path}`);
  const id = await organisationOf(product, council.slug);
  const made = await createIntakeToken({ db: database.app, now })({
    organisation: id,
    name: `test of ${council.slug}`,
    sources: [],
  });
  if (made.code !== "created") throw new Error("the intake token was not made");
  let contacts = 0;
  return {
    product,
    chat,
    council,
    person: chat.person,
    contact: async (contact) => {
      contacts += 1;
      const sent = { id: `contact-${contacts}`, occurredAt: now().toISOString(), direction: "inbound", ...contact };
      const body = { source: "telephony", contacts: [sent] };
      const { results } = await json<{ results: ContactAnswer[] }>(`${url}/v1/contacts`, {
        method: "POST",
        body,
        token: made.token,
      });
      const [answer] = results;
      if (!answer) throw new Error("no result for the contact");
      return answer;
    },
    day: (fromNow) => localDay(new Date(now().getTime() + fromNow * 86_400_000)),
    audited: async (event) => {
      const rows = await database.owner.sql<{ count: number }[]>`
        select count(*)::integer as count from audit where organisation_id = ${id} and event = ${event}`;
      return rows[0]?.count ?? 0;
    },
  };
}

async function organisationOf({ database }: Product, slug: string): Promise<string> {
  const [row] = await database.owner.sql<{ id: string }[]>`select id from organisation where slug = ${slug}`;
  if (!row) throw new Error(`no organisation is called ${slug}`);
  return row.id;
}

const localDay = (at: Date): string =>
  new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/London", dateStyle: "short" }).format(at);
