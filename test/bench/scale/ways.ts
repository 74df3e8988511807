/** Two ways to store a contact: the product's own, and the bare look-up and insert that it is held against. */
import postgres from "postgres";
import { APP_ROLE, connectAsApplication, connectAsOwner, type Sql } from "../../../db/connect.ts";
import { normaliseEmail, normalisePhone } from "../../../src/matching/identifiers.ts";
import { screenContacts } from "../../../src/usecases/screen-contacts/screen-contacts.ts";
import type { Closing } from "../closing.ts";
import { SOURCE } from "../council.ts";
import { type DayContact, requestOf } from "./day.ts";

type Place = { readonly url: string; readonly organisation: string };

/** Screens and stores a request as the product does. @throws when a contact becomes something else than expected */
export function productWay(closing: Closing, { url, organisation }: Place) {
  const db = connectAsApplication(url);
  closing.add(() => db.close());
  const screen = screenContacts({ db, now: () => new Date(), chats: new Set(["slack"]) });
  return async (contacts: readonly DayContact[]): Promise<void> => {
    const request = requestOf(contacts.map(({ contact }) => contact));
    const results = await screen({ organisation, ...request });
    const other = results.findIndex(
      (result, place) => result.status !== "accepted" || result.outcome !== contacts[place]?.expected,
    );
    if (other >= 0) throw new Error(`expected ${JSON.stringify(contacts[other])}: ${JSON.stringify(results[other])}`);
  };
}

/** The connection of somebody who writes SQL by hand; it is spared even the statement that names the organisation. */
export function bareConnection(closing: Closing, { url, organisation }: Place): Sql {
  const sql = postgres(url, { max: 10, connection: { role: APP_ROLE, "app.organisation": organisation } });
  closing.add(() => sql.end());
  return sql;
}

/** Looks the identifier up and inserts the contact, in one transaction. */
export function bareWay(sql: Sql, { organisation }: Place) {
  return async ({ contact, expected, isKnown }: DayContact): Promise<void> => {
    const { id, occurredAt, direction, channel, customer } = contact;
    const key = customer.phone ? normalisePhone(customer.phone, "GB") : normaliseEmail(customer.email ?? "");
    const found = await sql.begin(async (tx) => {
      const [owner] =
        await tx`select customer_id as id from identifier where organisation_id = ${organisation} and key = ${key ?? ""}`;
      await tx`insert into contact (organisation_id, source, source_id, occurred_at, received_at, direction, channel, outcome, answer, customer_id)
        values (${organisation}, ${SOURCE}, ${id}, ${occurredAt}, now(), ${direction}, ${channel}, ${expected}, '{}', ${owner?.["id"] ?? null})`;
      return owner;
    });
    if ((found !== undefined) !== isKnown) throw new Error(`somebody else was found: ${JSON.stringify(contact)}`);
  };
}

/**
 * What happens beside a product that runs, and has to be made to happen here: a worker takes the jobs of the alerts, and
 * autovacuum looks at the tables that grow.
 */
export function timeGoesBy(closing: Closing, { url }: Pick<Place, "url">) {
  const { sql, close } = connectAsOwner(url, { max: 1 });
  closing.add(close);
  return async (): Promise<void> => {
    await sql`delete from graphile_worker._private_jobs`;
    await sql`analyze contact, alert, alert_recipient, copy, due, audit, graphile_worker._private_jobs`;
  };
}
