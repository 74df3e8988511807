/** The contacts of a day at a large register: half from strangers, most others from customers without an arrangement. */
import postgres from "postgres";
import { SOURCE } from "../council.ts";
import type { LargeRegister } from "./large-register.ts";

type Person = { readonly name: string; readonly phone: string; readonly email: string };

/** Who rings and writes. */
export type People = {
  readonly officers: readonly string[];
  /** Without an arrangement, and so is everybody of their name: whatever the size, they are clear. */
  readonly unrestricted: readonly Person[];
  /** They may not send any e-mail, and that is all. */
  readonly noEmail: readonly Person[];
};

export type Expected = "clear" | "breach" | "permitted";
export type DayContact = { readonly contact: Contact; readonly expected: Expected; readonly isKnown: boolean };
export type Contact = ReturnType<typeof common> & {
  readonly channel: "phone" | "email";
  readonly customer: { readonly name?: string; readonly phone?: string; readonly email?: string };
};

/** So many of each, from all over the register. */
const MOST = 5_000;

/** Picks people of a register by chance. */
export async function peopleOf({ url }: Pick<LargeRegister, "url">): Promise<People> {
  const sql = postgres(url, { max: 1 });
  const officers = await sql<{ email: string }[]>`select email from officer where email like 'officer%' order by email`;
  const unrestricted = await sql<Person[]>`
    with drawn as materialized (select id, name from customer order by random() limit ${4 * MOST})
    select c.name, p.value as phone, e.value as email from drawn c
    join identifier p on p.customer_id = c.id and p.kind = 'phone'
    join identifier e on e.customer_id = c.id and e.kind = 'email'
    where not exists (select from name_key k join name_key other on other.organisation_id = k.organisation_id and other.key = k.key
      join arrangement a on a.customer_id = other.customer_id where k.customer_id = c.id) limit ${MOST}`;
  const noEmail = await sql<Person[]>`
    select c.name, p.value as phone, e.value as email from arrangement a
    join customer c on c.id = a.customer_id
    join identifier p on p.customer_id = c.id and p.kind = 'phone'
    join identifier e on e.customer_id = c.id and e.kind = 'email'
    where (select array_agg(r.kind::text || (r.services is null)) from restriction r where r.arrangement_id = a.id) = '{no_emailtrue}'
    order by random() limit ${MOST}`;
  await sql.end();
  return { officers: officers.map(({ email }) => email), unrestricted, noEmail };
}

/** One contact in so many breaks an arrangement. */
export const BREACHES = 50;

/** The `n`-th contact: one in fifty breaks an arrangement, and one in fifty is from a restricted customer who does not. */
export function contactOfDay(people: People, n: number): DayContact {
  const turn = Math.floor(n / BREACHES);
  if (n % BREACHES === 0) return { ...byEmail(people, turn, at(people.noEmail, turn)), expected: "breach" };
  if (n % BREACHES === 1) return { ...byPhone(people, n, at(people.noEmail, turn).phone), expected: "permitted" };
  const known = at(people.unrestricted, n);
  switch (n % 4) {
    case 0:
      return byPhone(people, n, known.phone);
    case 1:
      return byEmail(people, n, known);
    case 2:
      return { ...byPhone(people, n, `06999 ${String(n % 1_000_000).padStart(6, "0")}`), isKnown: false };
    default:
      return {
        ...byEmail(people, n, { name: `Stranger Quillfeather${n}`, email: `stranger${n}@mail.example` }),
        isKnown: false,
      };
  }
}

/** One whom nobody knows. */
export function clearContact(people: People, n: number): DayContact {
  return contactOfDay(people, BREACHES * n + 2);
}

function byPhone(people: People, n: number, phone: string): DayContact {
  return { contact: { ...common(people, n), channel: "phone", customer: { phone } }, expected: "clear", isKnown: true };
}

function byEmail(people: People, n: number, { name, email }: Pick<Person, "name" | "email">): DayContact {
  const contact = { ...common(people, n), channel: "email", customer: { name, email } } as const;
  return { contact, expected: "clear", isKnown: true };
}

let made = 0;

function common({ officers }: People, n: number) {
  made += 1;
  return {
    id: `d-${made}`,
    // Each is a call or a message of its own, so that each breach is an alert of its own. Some share a card.
    conversation: `w-${made}`,
    occurredAt: new Date().toISOString(),
    direction: "inbound",
    officer: { email: officers[n % officers.length] ?? "" },
  } as const;
}

function at<T>(all: readonly T[], n: number): T {
  const one = all[n % all.length];
  if (one === undefined) throw new Error("nobody of that kind is on the register");
  return one;
}

/** A request as the intake takes it. */
export const requestOf = (contacts: readonly Contact[]) => ({ source: SOURCE, contacts });
