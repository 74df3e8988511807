/** One contact screened and stored, against one transaction with the bare look-up and insert in SQL. */
import postgres from "postgres";
import { APP_ROLE, connectAsApplication, type Sql } from "../../db/connect.ts";
import { normaliseEmail, normalisePhone } from "../../src/matching/identifiers.ts";
import { screenContacts } from "../../src/usecases/screen-contacts/screen-contacts.ts";
import { breach, clearContact, SOURCE } from "./council.ts";
import { type Line, lineOf, mean, median, type Round } from "./figures.ts";

type Contact = ReturnType<typeof breach> | ReturnType<typeof clearContact>;
type Kind = "clear" | "breach";
type Place = { readonly url: string; readonly organisation: string };
type Length = { readonly rounds: number; readonly contacts: number };
type Ways = { readonly bare: Way; readonly product: Way };
/** Stores one contact. */
type Way = (contact: Contact, expected: Kind) => Promise<void>;

/** One contact in so many of a day breaks an arrangement. */
const BREACHES = 20;
const IN_A_DAY = (n: number): Kind => (n % BREACHES === BREACHES - 1 ? "breach" : "clear");

/** Both ways in turn, contact by contact. */
export async function measureScreening({ url, organisation }: Place, length: Length): Promise<readonly Line[]> {
  const db = connectAsApplication(url);
  // It is spared even the statement that names the organisation.
  const sql = postgres(url, { max: 10, connection: { role: APP_ROLE, "app.organisation": organisation } });
  const ways = {
    bare: bareWay(sql, organisation),
    product: productWay({ db, now: () => new Date(), chats: CHATS }, organisation),
  };
  const server = postgres(url, { max: 1, onnotice: () => {} });
  const measured = (kindOf: (n: number) => Kind) =>
    roundsOf({ ...ways, between: () => dayGoesBy(server) }, length, kindOf);
  await roundsOf({ ...ways, between: () => dayGoesBy(server) }, { ...length, rounds: 1 }, IN_A_DAY);
  const [day, clear, breaches] = [
    await measured(IN_A_DAY),
    await measured(() => "clear"),
    await measured(() => "breach"),
  ];
  await Promise.all([db.close(), sql.end(), server.end()]);
  const target = { of: "ratio", most: 2 } as const;
  return [
    lineOf("a contact of a day (1 in 20 a breach) screened and stored, p50, against bare SQL", day, {
      figure: median,
      target,
    }),
    // What a breach does besides (its alert, who is told, its deliveries, its record) the bare transaction does not do.
    lineOf("the same, mean", day, { figure: mean }),
    lineOf("a clear contact, p50, against bare SQL", clear, { figure: median, target }),
    lineOf("a breach with its alert, p50, against bare SQL without one", breaches, { figure: median }),
  ];
}

const CHATS = new Set(["slack"] as const);

/**
 * What happens beside a product that is running and does not happen here: a worker takes the jobs of the alerts, so that
 * the queue is short whenever the next one comes, and autovacuum looks at the tables once a minute while they grow. Without
 * either, a breach would be measured with the jobs of thousands of others waiting, planned for tables as they were empty.
 */
async function dayGoesBy(server: Sql): Promise<void> {
  await server`delete from graphile_worker._private_jobs`;
  await server`analyze`;
}

async function roundsOf(
  { bare, product, between }: Ways & { readonly between: () => Promise<void> },
  { rounds, contacts }: Length,
  kindOf: (n: number) => Kind,
): Promise<readonly Round[]> {
  const measured: Round[] = [];
  for (let round = 0; round < rounds; round++) {
    const times = { baseline: [] as number[], ours: [] as number[] };
    for (let n = 0; n < contacts; n++) {
      times.baseline.push(await timed(bare, n, kindOf(n)));
      times.ours.push(await timed(product, n, kindOf(n)));
    }
    measured.push(times);
    await between();
  }
  return measured;
}

async function timed(way: Way, n: number, kind: Kind): Promise<number> {
  const contact = kind === "clear" ? clearContact(n) : breach(n);
  const started = performance.now();
  await way(contact, kind);
  return performance.now() - started;
}

function productWay(context: Parameters<typeof screenContacts>[0], organisation: string): Way {
  const screen = screenContacts(context);
  return async (contact, expected) => {
    const [result] = await screen({ organisation, source: SOURCE, contacts: [contact] });
    if (result?.status !== "accepted" || result.outcome !== expected)
      throw new Error(`${expected} was expected: ${JSON.stringify(result)}`);
  };
}

function bareWay(sql: Sql, organisation: string): Way {
  return async (contact, expected) => {
    const { id, occurredAt, direction, channel, customer } = contact;
    const key = "phone" in customer ? normalisePhone(customer.phone, "GB") : normaliseEmail(customer.email);
    const found = await sql.begin(async (tx) => {
      const [owner] =
        await tx`select customer_id as id from identifier where organisation_id = ${organisation} and key = ${key ?? ""}`;
      await tx`insert into contact (organisation_id, source, source_id, occurred_at, received_at, direction, channel, outcome, answer, customer_id)
        values (${organisation}, ${SOURCE}, ${id}, ${occurredAt}, now(), ${direction}, ${channel}, ${owner ? "breach" : "clear"}, '{}', ${owner?.["id"] ?? null})`;
      return owner;
    });
    if ((found ? "breach" : "clear") !== expected) throw new Error(`${expected} was expected`);
  };
}
