/** A council with a few arrangements, and its contacts, for tests of screening against PostgreSQL. All fictional. */

import type { Db } from "../../../db/connect.ts";
import { importWorld } from "../../../src/usecases/import-world/import-world.ts";
import type { ContactResult } from "../../../src/usecases/screen-contacts/result.ts";
import { screenContacts } from "../../../src/usecases/screen-contacts/screen-contacts.ts";

export const NOW = new Date("2026-09-15T10:00:00Z");

const at = (name: string) => `${name}@northmoor.example`;
const officer = (name: string, extension: string, more: object = {}) => ({
  email: at(name),
  name: `${name[0]?.toUpperCase()}${name.slice(1)} Northmoor`,
  service: "Housing",
  roles: ["officer"],
  extension,
  lineManager: at("mona"),
  slack: { teamId: "T0NORTH", userId: `U0${name.toUpperCase()}` },
  ...more,
});

const arrangement = (customer: string, restrictions: readonly object[]) => ({
  ref: `ARR-${customer}`,
  customer,
  decidedAt: "2026-08-30T10:00:00+01:00",
  decidedBy: at("sena"),
  startsAt: "2026-09-01T00:00:00+01:00",
  endsAt: "2027-03-01T00:00:00+00:00",
  reviewOn: "2027-02-01",
  toldAt: "2026-09-01T09:00:00+01:00",
  reason: "Persistent contact about a closed matter.",
  restrictions: restrictions.map((restriction) => ({ clause: null, scope: "organisation", ...restriction })),
});

const phone = (value: string, shared = false) => ({ kind: "phone", value, shared });

/** Ann is Alex's named officer; Bert has no account; Carl calls at most twice a week; Dana shares a landline. */
export function aWorld(slug = "northmoor") {
  return {
    organisation: {
      slug,
      name: "Northmoor Council",
      country: "GB",
      timeZone: "Europe/London",
      calendar: "england-and-wales",
      policyPack: "persistent-and-abusive-behaviour",
    },
    staff: [
      officer("sena", "2000", { roles: ["senior_officer"], lineManager: null }),
      officer("mona", "2001", { roles: ["service_manager"], lineManager: at("sena") }),
      officer("rita", "2002", { roles: ["register_team"] }),
      officer("ann", "2003"),
      officer("ben", "2004"),
      officer("bert", "2005", { slack: undefined }),
    ],
    customers: [
      { ref: "C-1", name: "Alex Morgan", identifiers: [phone("07700 900123")] },
      { ref: "C-2", name: "Carl Ives", identifiers: [phone("07700 900124")] },
      { ref: "C-3", name: "Dana Wells", identifiers: [phone("01632 960001", true)] },
      { ref: "C-4", name: "Free Person", identifiers: [phone("07700 900129")] },
    ],
    arrangements: [
      arrangement("C-1", [{ kind: "named_officer", parameters: { officer: at("ann") } }]),
      arrangement("C-2", [{ kind: "call_times", parameters: { maxPerWeek: 2 } }]),
      arrangement("C-3", [
        { kind: "topic_closed", parameters: { topicRefs: [], keywords: ["drainage"], reader: at("ann") } },
      ]),
    ],
  };
}

/** Loads the world and gives back the use case, ready to be asked. */
export async function aRegister(
  db: Db,
  { slug = "northmoor", now = () => NOW }: { slug?: string; now?: () => Date } = {},
) {
  const world =
    slug === "northmoor" ? aWorld() : JSON.parse(JSON.stringify(aWorld(slug)).replaceAll("T0NORTH", `T0${slug}`));
  const loaded = await importWorld({ db, now })({ json: world, sandbox: true });
  if (loaded.code !== "imported") throw new Error(JSON.stringify(loaded.faults));
  const screen = screenContacts({ db, now, chats: new Set(["slack"]) });
  const receive = async (contacts: readonly unknown[], source = "phone-system") =>
    await screen({ organisation: loaded.organisation, source, contacts });
  return { organisation: loaded.organisation, receive };
}

let number = 0;

/** A call from Alex to Ben on Tuesday 15 September 2026 at 11am, unless it says otherwise. */
export function aCall(more: object = {}) {
  number += 1;
  return {
    id: `call-${number}`,
    occurredAt: "2026-09-15T11:00:00+01:00",
    direction: "inbound",
    channel: "phone",
    customer: { phone: "07700 900123" },
    officer: { email: at("ben") },
    ...more,
  };
}

/** A result that was accepted or answered before; fails loudly on a rejected one. */
export function accepted(result: ContactResult | undefined) {
  if (result === undefined || result.status === "rejected") throw new Error(`not accepted: ${JSON.stringify(result)}`);
  return result;
}
