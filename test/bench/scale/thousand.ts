/** A request of 1,000 contacts, against one bulk insert of the very rows that it stored. */
import { type Line, lineOf, mean, type Round } from "../figures.ts";
import { BREACHES, clearContact, contactOfDay, type DayContact } from "./day.ts";
import { insertRows, type Rows, sameRows } from "./same-rows.ts";
import { type Size, TWICE, timed } from "./size.ts";

const CONTACTS = 1_000;

type Length = { readonly rounds: number; readonly requests: number };

/** What is in a request, and what it is held against. */
type Kind = {
  readonly make: (people: Size["people"], n: number) => DayContact;
  readonly rowsOf: (size: Size, ids: readonly string[]) => Promise<Rows>;
};

const OF_A_DAY: Kind = { make: contactOfDay, rowsOf: sameRows };
const OF_A_DAY_BESIDE_CONTACTS: Kind = { ...OF_A_DAY, rowsOf: (size, ids) => sameRows(size, ids, ["contact"]) };
const CLEAR: Kind = { make: clearContact, rowsOf: sameRows };

/**
 * On the smallest and on the largest register. A breach stores an alert, who is told, their cards with the jobs that bring
 * them, what falls due and the audit: these are among the rows. Against the contacts' rows alone it is shown, without a target.
 */
export async function measureRequests(sizes: readonly Size[], length: Length): Promise<readonly Line[]> {
  const lines: Line[] = [];
  for (const size of new Set([sizes.at(0), sizes.at(-1)])) {
    if (!size) continue;
    const among = `among ${size.customers.toLocaleString("en-GB")} customers, against one bulk insert`;
    const ofADay = `a request of 1,000 contacts of a day (${CONTACTS / BREACHES} breaches) ${among}`;
    const target = { figure: mean, target: TWICE };
    lines.push(
      lineOf(`${ofADay} of the rows it stored`, await roundsOf(size, length, OF_A_DAY), target),
      lineOf(`${ofADay} of its contacts alone`, await roundsOf(size, length, OF_A_DAY_BESIDE_CONTACTS), {
        figure: mean,
      }),
      lineOf(`a request of 1,000 clear contacts ${among}`, await roundsOf(size, length, CLEAR), target),
    );
  }
  return lines;
}

async function roundsOf(size: Size, { rounds, requests }: Length, kind: Kind): Promise<readonly Round[]> {
  await oneRound(size, requests, kind);
  const measured: Round[] = [];
  for (let round = 0; round < rounds; round++) measured.push(await oneRound(size, requests, kind));
  return measured;
}

let sent = 0;

async function oneRound(size: Size, requests: number, { make, rowsOf }: Kind): Promise<Round> {
  const times = { baseline: [] as number[], ours: [] as number[] };
  for (let request = 0; request < requests; request++) {
    const contacts = Array.from({ length: CONTACTS }, (_, n) => make(size.people, sent + n));
    sent += CONTACTS;
    times.ours.push(await timed(() => size.product(contacts)));
    const ids = contacts.map(({ contact }) => contact.id);
    const rows = await rowsOf(size, ids);
    times.baseline.push(await timed(() => insertRows(size.sql, rows)));
  }
  await size.timeGoesBy();
  return times;
}
