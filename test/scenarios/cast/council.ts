/** A council on its stage: its people by first name, its customers, the contacts that come in, and what is on record. */
import { told } from "../../e2e/hands.ts";
import { type ContactAnswer, type Stage, stageAt } from "../../e2e/stage.ts";
import type { Product } from "../../support/product.ts";
import { clockOf, type TestClock } from "./clock.ts";
import { type Colleague, colleague } from "./colleague.ts";
import { type Customer, calling, customers } from "./customer.ts";
import { type Chat, calendarOf, emailOf, FIRST_NAMES, type FirstName, slugOf } from "./people.ts";

/** A contact as a phone system or a mail gateway hands it in. */
type Arriving = {
  readonly from: Customer;
  /** A channel of SCREENING: "phone", "email", "visit". */
  readonly by: string;
  readonly to?: Colleague;
  /** Further fields, such as the subject. */
  readonly with?: object;
};

export type Council = Readonly<Record<FirstName, Colleague>> & {
  readonly clock: TestClock;
  /** Nobody on record yet. A name is used once. */
  readonly customer: (name: string) => Customer;
  readonly contactArrives: (contact: Arriving) => Promise<ContactAnswer>;
  /** The audit of a report, a proposal or an arrangement, by its reference: the events, oldest first. */
  readonly audit: (ref: string) => Promise<readonly string[]>;
  /** Everything is delivered. */
  readonly settled: () => Promise<void>;
  /** How many messages were ever posted in this chat, once everything is delivered. */
  readonly posts: () => Promise<number>;
  readonly chooseChannel: (name: string) => Promise<void>;
};

type Where = { readonly chat: Chat; readonly address: string; readonly pack: string };

export async function councilIn(product: Product, { chat, address, pack }: Where): Promise<Council> {
  const stage = await stageAt(product, { slug: slugOf(chat), chat, address });
  const clock = clockOf(product, calendarOf(pack));
  const people = Object.fromEntries(
    FIRST_NAMES.map((first) => [first, colleague({ stage, clock, pack }, first, emailOf(first, chat))]),
  ) as Record<FirstName, Colleague>;
  return {
    ...people,
    clock,
    customer: customers(),
    contactArrives: (contact) => arrives(stage, contact),
    audit: (ref) => auditOf(stage, ref),
    settled: stage.settled,
    posts: async () => {
      await stage.settled();
      return (await stage.chat.log()).filter(({ event }) => event === "posted").length;
    },
    chooseChannel: async (name) => {
      const { person } = people.nadia;
      await told(person, await person.command("contact-register", "use-this-channel", stage.chat.channel(name).id));
      await stage.settled();
    },
  };
}

async function arrives(stage: Stage, { from, by, to, with: more = {} }: Arriving): Promise<ContactAnswer> {
  const officer = to ? { officer: { email: to.email } } : {};
  const answer = await stage.contact({ channel: by, customer: calling(from, by), ...officer, ...more });
  await stage.settled();
  return answer;
}

async function auditOf({ product, organisation }: Stage, ref: string): Promise<readonly string[]> {
  const rows = await product.database.owner.sql<{ event: string }[]>`
    select event from audit where organisation_id = ${organisation} and subject_id in (
      select id::text from incident where organisation_id = ${organisation} and ref = ${ref}
      union all select id::text from proposal where organisation_id = ${organisation} and ref = ${ref}
      union all select id::text from arrangement where organisation_id = ${organisation} and ref = ${ref})
    order by at, id`;
  return rows.map(({ event }) => event);
}
