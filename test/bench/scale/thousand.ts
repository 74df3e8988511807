/** A request of 1,000 contacts, against one bulk insert of the very rows that it stored. */
import { SOURCE } from "../council.ts";
import { type Line, lineOf, mean, type Round } from "../figures.ts";
import { BREACHES, clearContact, contactOfDay, type DayContact } from "./day.ts";
import { type Size, TWICE, timed } from "./size.ts";

const CONTACTS = 1_000;

type Length = { readonly rounds: number; readonly requests: number };
type Make = (people: Size["people"], n: number) => DayContact;

/** On the smallest and on the largest register. */
export async function measureRequests(sizes: readonly Size[], length: Length): Promise<readonly Line[]> {
  const lines: Line[] = [];
  for (const size of new Set([sizes.at(0), sizes.at(-1)])) {
    if (!size) continue;
    const what = `among ${size.customers.toLocaleString("en-GB")} customers, against one bulk insert`;
    const day = await roundsOf(size, length, contactOfDay);
    const clear = await roundsOf(size, length, clearContact);
    lines.push(
      lineOf(`a request of 1,000 contacts of a day (${CONTACTS / BREACHES} breaches) ${what}`, day, {
        figure: mean,
        target: TWICE,
      }),
      lineOf(`a request of 1,000 clear contacts ${what}`, clear, { figure: mean, target: TWICE }),
    );
  }
  return lines;
}

async function roundsOf(size: Size, { rounds, requests }: Length, make: Make): Promise<readonly Round[]> {
  await oneRound(size, requests, make);
  const measured: Round[] = [];
  for (let round = 0; round < rounds; round++) measured.push(await oneRound(size, requests, make));
  return measured;
}

let sent = 0;

async function oneRound(size: Size, requests: number, make: Make): Promise<Round> {
  const times = { baseline: [] as number[], ours: [] as number[] };
  for (let request = 0; request < requests; request++) {
    const contacts = Array.from({ length: CONTACTS }, (_, n) => make(size.people, sent + n));
    sent += CONTACTS;
    times.ours.push(await timed(() => size.product(contacts)));
    const rows = await copiesOf(size, contacts);
    times.baseline.push(await timed(() => insert(size, rows)));
  }
  await size.timeGoesBy();
  return times;
}

/** The rows as they were stored, under other names, as the text of a JSON array. */
async function copiesOf({ sql, organisation }: Size, contacts: readonly DayContact[]): Promise<string> {
  const ids = contacts.map(({ contact }) => contact.id);
  const [row] = await sql<{ rows: string }[]>`
    select jsonb_agg(to_jsonb(c) || jsonb_build_object('source_id', 'again-' || source_id))::text as rows from contact c
    where organisation_id = ${organisation} and source = ${SOURCE} and source_id = any (${ids})`;
  return row?.rows ?? "[]";
}

async function insert({ sql }: Size, rows: string): Promise<void> {
  const { count } =
    await sql`insert into contact select * from jsonb_populate_recordset(null::contact, ${rows}::text::jsonb)`;
  if (count !== CONTACTS) throw new Error(`${count} rows were inserted`);
}
