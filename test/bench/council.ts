/** A fictional council of 120 officers and 1,000 customers, one in five of them restricted, and the contacts of its day. */
import { datedWorld } from "../../src/sandbox/worlds/dated.ts";

const OFFICERS = 100;
const NAMED_OFFICERS = 20;
const CUSTOMERS = 1_000;
/** Every fifth customer is restricted: by e-mail and by phone in turn. */
const EVERY = 5;
const RESTRICTED = CUSTOMERS / EVERY;
const SERVICES = ["Housing", "Council Tax", "Planning", "Environment", "Parking", "Licensing"];

export const TEAM = "T0BENCH";
export const CHANNEL = "G0REGISTER";
export const SOURCE = "phone-system";

type Person = { readonly key: string; readonly name: string; readonly service: string; readonly role: string };

const numbered = (count: number, make: (place: number) => Person): Person[] =>
  Array.from({ length: count }, (_, place) => make(place));
const serviceOf = (place: number): string => SERVICES[place % SERVICES.length] ?? "Housing";

const officers = numbered(OFFICERS, (n) => ({
  key: `officer${n}`,
  name: `Officer Number${n}`,
  service: serviceOf(n),
  role: "officer",
}));
const named = numbered(NAMED_OFFICERS, (n) => ({
  key: `named${n}`,
  name: `Named Officer${n}`,
  service: serviceOf(n),
  role: "officer",
}));
const others: readonly Person[] = [
  ...SERVICES.map((service, n) => ({
    key: `manager${n}`,
    name: `Manager Number${n}`,
    service,
    role: "service_manager",
  })),
  { key: "senior0", name: "Senior Officer", service: "Corporate", role: "senior_officer" },
  { key: "register0", name: "Register Team", service: "Customer Team", role: "register_team" },
  { key: "register1", name: "Register Deputy", service: "Customer Team", role: "register_team" },
];
const people = [...officers, ...named, ...others];

/** What the menu of services in the report form lists. */
export const MENU = [...new Set(people.map(({ service }) => service))].sort();

const email = (key: string): string => `${key}@benchley.example`;
export const accountOf = (key: string): string => `U0${key.toUpperCase()}`;

/** Everybody with an account in the local Slack workspace. */
export const PEOPLE = people.map(({ key, name }) => ({ userId: accountOf(key), name }));
export const CHANNEL_MEMBERS = ["register0", "register1"].map(accountOf);

/** Ofcom's numbers for drama: nobody has them. */
const mobile = (customer: number): string => `07700 900${String(customer).padStart(3, "0")}`;
const landline = (stranger: number): string => `01632 960${String(stranger % 1_000).padStart(3, "0")}`;
const mailbox = (customer: number): string => `customer${customer}@mail.example`;

/** The world file, on the day of `now`. */
export function councilWorld(now: Date) {
  const world = {
    organisation: {
      slug: "benchley",
      name: "Benchley Borough Council",
      country: "GB",
      timeZone: "Europe/London",
      calendar: "england-and-wales",
      policyPack: "persistent-and-abusive-behaviour",
    },
    staff: people.map(({ key, name, service, role }) => ({
      email: email(key),
      name,
      service,
      roles: [role],
      slack: { teamId: TEAM, userId: accountOf(key) },
    })),
    customers: Array.from({ length: CUSTOMERS }, (_, n) => ({
      ref: `C-${n}`,
      name: `Customer Number${n}`,
      identifiers: [
        { kind: "phone", value: mobile(n) },
        { kind: "email", value: mailbox(n) },
        { kind: "address", value: `${n} Sample Row, Benchley`, shared: true },
      ],
    })),
    arrangements: Array.from({ length: RESTRICTED }, (_, n) => ({
      customer: `C-${n * EVERY}`,
      decidedAt: "today-32d 11:20",
      decidedBy: email("senior0"),
      startsAt: "today-30d 00:00",
      endsAt: "today+5mo 00:00",
      reviewOn: "today+4mo",
      toldAt: "today-31d 09:30",
      reason: "Frequent contact on settled matters after a warning letter.",
      restrictions: [n % 2 === 0 ? NO_EMAIL : namedOfficer(n)],
    })),
  };
  return datedWorld(world, now);
}

const NO_EMAIL = { kind: "no_email", clause: "7.3.2", scope: "organisation", parameters: {} };
const namedOfficer = (n: number) => ({
  kind: "named_officer",
  clause: "7.3.4",
  scope: "organisation",
  parameters: { officer: email(`named${n % NAMED_OFFICERS}`) },
});

/** A contact as a source sends it. `n` makes it one of its own, to an officer of its own. */
export function clearContact(n: number) {
  return { ...common(n), channel: "phone", customer: { phone: landline(n) } };
}

/** By e-mail from somebody who may not send any, or a call that does not reach the one officer who takes it. */
export function breach(n: number) {
  const customer = (n % RESTRICTED) * EVERY;
  // To another officer each time: what says the same to the same person within the hour has no card of its own.
  const to = common(n + Math.floor(n / RESTRICTED));
  return n % 2 === 0
    ? { ...to, channel: "email", customer: { email: mailbox(customer) } }
    : { ...to, channel: "phone", customer: { phone: mobile(customer) } };
}

let made = 0;

function common(n: number) {
  made += 1;
  return {
    id: `c-${made}`,
    // Each is a call or a message of its own, so that each breach is an alert of its own.
    conversation: `v-${made}`,
    occurredAt: new Date().toISOString(),
    direction: "inbound",
    officer: { email: email(`officer${n % OFFICERS}`) },
  };
}
