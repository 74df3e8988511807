/** Waiting for what somebody was sent, by the ledger: that costs little, and reading all of somebody's cards does not. */
import type { Stage } from "../../e2e/stage.ts";
import { until } from "../../support/person/window.ts";
import type { Person } from "../../support/person.ts";

/** Milliseconds: a card whose end is not known is looked at again two seconds later. */
const WITHIN = 19_000;

/** The same person, who looks at cards when those on the way to them, or to the register's channel, have come. */
export function patient(person: Person, stage: Stage, email: string): Person {
  const arrived = () => until(async () => ((await onTheWay(stage, email)) ? undefined : true), "their cards", WITHIN);
  return {
    ...person,
    cards: async (where) => {
      await arrived();
      return await person.cards(where);
    },
    card: async (words, within) => {
      await arrived();
      return await person.card(words, within);
    },
    press: async (label, options) => {
      if (options?.on !== undefined) await arrived();
      return await person.press(label, options);
    },
  };
}

async function onTheWay({ product, organisation }: Stage, email: string): Promise<boolean> {
  const rows = await product.database.owner.sql`
    select from officer o join copy c on c.organisation_id = o.organisation_id
      and (c.officer_id = o.id or c.officer_id is null and 'register_team' = any (o.roles))
    where o.organisation_id = ${organisation} and o.email = ${email}
      and c.sent < c.wanted and c.state not in ('failed', 'blocked') limit 1`;
  return rows.length > 0;
}
