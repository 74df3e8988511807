/**
 * A council on a real PostgreSQL whose customer Alex Morgan has an arrangement, and the cards as the chat would be given
 * them: facts of the register, words of `cards/`. Monday 2 March 2026, 10am.
 */
import type { Block, Card, Span } from "../../../cards/model.ts";
import { cardOf } from "../../../src/jobs/card-of.ts";
import { createUseCases } from "../../../src/usecases/all.ts";
import { importWorld } from "../../../src/usecases/import-world/import-world.ts";
import { screenContacts } from "../../../src/usecases/screen-contacts/screen-contacts.ts";
import { borrowDatabase } from "../../support/shelf.ts";
import type { Pack } from "../builders.ts";

export const at = (name: string) => `${name}@northmoor.example`;

/** Ann is a named officer and reader, Dev her deputy, Bert has no account, Mona manages Housing, Sena is above her. */
const STAFF: Readonly<Record<string, object>> = {
  sena: { roles: ["senior_officer"], service: "Corporate", lineManager: null },
  mona: { roles: ["service_manager"], lineManager: at("sena") },
  rita: { roles: ["register_team"], service: "Customer Team" },
  ann: { deputy: at("dev") },
  ben: { extension: "2004" },
  cora: {},
  dev: {},
  bert: { slack: undefined },
  park: { service: "Parks", lineManager: at("sena"), slack: undefined },
};

const phone = (value: string, shared = false) => ({ kind: "phone", value, shared });

type World = {
  readonly pack?: Pack;
  readonly told?: boolean;
  /** Of a second arrangement, whose letter has not been sent. */
  readonly untold?: readonly object[];
  readonly staff?: Readonly<Record<string, object>>;
  readonly arrangement?: object;
  /** Besides Alex and Alexis, under the same restrictions. */
  readonly customers?: readonly { readonly ref: string }[];
};

/** Alex may be reached under these restrictions; say what else is different. */
function world(
  restrictions: readonly object[],
  { pack, told = true, untold = [], staff = {}, arrangement = {}, customers = [] }: World,
) {
  return {
    organisation: {
      slug: "northmoor",
      name: "Northmoor Council",
      country: "GB",
      timeZone: "Europe/London",
      calendar: "england-and-wales",
      policyPack: pack ?? "persistent-and-abusive-behaviour",
    },
    staff: Object.entries({ ...staff, ...STAFF }).map(([name, more]) => ({
      email: at(name),
      name: `${name[0]?.toUpperCase()}${name.slice(1)} Northmoor`,
      service: "Housing",
      roles: ["officer"],
      lineManager: at("mona"),
      slack: { teamId: "T0NORTH", userId: name },
      ...more,
      ...staff[name],
    })),
    contacts: [
      {
        id: "care",
        name: "Kit Lowe",
        organisation: "Northmoor Care",
        phone: "01632 960111",
        email: "kit@care.example",
      },
    ],
    customers: [
      {
        ref: "C-1",
        name: "Alex Morgan",
        identifiers: [
          phone("07700 900123"),
          phone("01632 960001", true),
          { kind: "email", value: "alex@morgan.example" },
        ],
      },
      { ref: "C-2", name: "Alexis Morgan", identifiers: [phone("01632 960001", true)] },
      ...customers,
    ],
    arrangements: [
      ...["C-1", "C-2", ...customers.map(({ ref }) => ref)].map((customer) => ({
        customer,
        restrictions,
        decidedAt: "2026-01-05T10:00:00Z",
      })),
      ...(untold.length > 0 ? [{ customer: "C-1", restrictions: untold, decidedAt: "2026-01-05T11:00:00Z" }] : []),
    ].map(({ restrictions: decided, ...one }) => ({
      ...one,
      decidedBy: at("sena"),
      startsAt: "2026-01-06T00:00:00Z",
      endsAt: "2026-12-06T00:00:00Z",
      reviewOn: "2026-11-06",
      ...(told && decided !== untold ? { toldAt: "2026-01-05T12:00:00Z" } : {}),
      reason: "Persistent contact about a settled matter.",
      ...arrangement,
      restrictions: decided.map((one) => ({ clause: null, scope: "organisation", ...one })),
    })),
  };
}

/** So many hours before an event of today, for what is to have a card of its own. */
export const earlier = (hours: number) => ({
  occurredAt: new Date(Date.parse("2026-03-02T09:42:00Z") - hours * 3_600_000).toISOString(),
});

export const named = { kind: "named_officer", clause: "7.3.4", parameters: { officer: at("ann") } };

export type Alerted = Awaited<ReturnType<typeof anAlertedCouncil>>;

export async function anAlertedCouncil(restrictions: readonly object[], different: World = {}) {
  const db = await borrowDatabase();
  const clock = { now: new Date("2026-03-02T10:00:00Z") };
  const context = { db: db.app, now: () => clock.now, chats: new Set(["slack"] as const) };
  const use = createUseCases(context);
  const imported = await importWorld(context)({ json: world(restrictions, different), sandbox: true });
  if (imported.code !== "imported") throw new Error(JSON.stringify(imported.faults));
  const { organisation } = imported;
  await use.chooseChannel({
    organisation,
    purpose: "register",
    chat: "slack",
    tenant: "T0NORTH",
    by: null,
    conversation: { id: "C0REGISTER", serviceUrl: null },
    look: { kind: "not-looked" },
  });
  const screen = screenContacts(context);
  let number = 0;

  /** Alex rings Ben at 9:42, unless it says otherwise; gives back the answer to the source. */
  async function contact(more: object = {}) {
    const [result] = await contacts(more);
    if (result === undefined) throw new Error("each contact has its answer");
    return result;
  }

  /** Several such in one request. */
  async function contacts(...all: readonly object[]) {
    const sent = all.map((more) => ({
      id: `contact-${++number}`,
      occurredAt: new Date(clock.now.getTime() - 18 * 60_000).toISOString(),
      direction: "inbound",
      channel: "phone",
      customer: { phone: "07700 900123" },
      officer: { email: at("ben") },
      ...more,
    }));
    const results = await screen({ organisation, source: "test", contacts: sent });
    return results.map((result) => {
      if (result.status === "rejected") throw new Error(JSON.stringify(result));
      return result;
    });
  }

  const actor = async (name: string) => {
    const identity = await use.identify({ chat: "slack", tenant: "T0NORTH", account: name });
    if (identity.code !== "officer") throw new Error(`${name} is ${identity.code}`);
    return identity.actor;
  };

  /** Everything that would be posted to them, oldest first; of nobody: to the register's channel. */
  async function cards(name: string | null): Promise<readonly Card[]> {
    const rows = await db.owner.sql`
      select c.id from copy c left join officer o on o.id = c.officer_id
      where ${name === null ? db.owner.sql`c.officer_id is null` : db.owner.sql`o.email = ${at(name)}`}
        and c.kind <> 'channel-chosen' order by c.created_at, c.id`;
    const taken = [];
    for (const { id } of rows) taken.push(await use.takeDelivery({ organisation, copy: String(id) }));
    return taken.flatMap((one) => (one ? [cardOf(one.facts)] : []));
  }

  /** The clock goes on by so many minutes, and what fell due is done. */
  async function pass(minutes: number): Promise<void> {
    clock.now = new Date(clock.now.getTime() + minutes * 60_000);
    await use.sweep();
  }

  const { ownerUrl, drop } = db;
  return {
    use,
    contact,
    contacts,
    actor,
    cards,
    pass,
    clock,
    organisation,
    ownerUrl,
    db: db.app,
    sql: db.owner.sql,
    drop,
  };
}

/** What people read of a card, a line for each block, the title first. */
export function read({ title, body }: Card): readonly string[] {
  return [title, ...body.flatMap(readBlock)];
}

const text = (spans: readonly Span[]) => spans.map((span) => (typeof span === "string" ? span : span.strong)).join("");

function readBlock(block: Block): readonly string[] {
  switch (block.kind) {
    case "line":
    case "note":
    case "row":
      return [text(block.spans)];
    case "list":
      return block.items.map(text);
    case "facts":
      return block.facts.map(({ label, value }) => `${label}: ${value}`);
    case "quote":
      return [block.text];
    case "divider":
      return [];
  }
}

export const buttons = (card: Card) => card.buttons.map(({ label }) => label);
