/** Worlds of a few people who share numbers, names and instants; every kind of restriction with every parameter. */
import fc from "fast-check";
import { knownAs } from "../identifiers.ts";
import type {
  ArrangementFile,
  CustomerFile,
  IdentifierFile,
  RestrictionFile,
  StaffFile,
  WorldFile,
} from "../shapes.ts";
import {
  ADDRESSES,
  CHANNELS,
  EDGES,
  EMAILS,
  EXTENSIONS,
  HANDLES,
  KEYWORDS,
  LAST_DAYS,
  NAMES,
  OUTSIDE,
  PHONES,
  PLATFORMS,
  PREMISES,
  SERVICES,
  STAFF_EMAILS,
  TIME_ZONES,
  TOPICS,
  UPRNS,
} from "./pools.ts";

export const oneOf = <T>(values: readonly T[]) => fc.constantFrom(...values);
const some = <T>(values: readonly T[]) => fc.subarray([...values], { minLength: 1 });
/** A spelling of one of the rows. */
export const spelled = (rows: readonly (readonly string[])[]) => oneOf(rows.flat());

/** Every service has somebody, so that each can be the scope of a restriction. */
const staff: fc.Arbitrary<readonly StaffFile[]> = fc.tuple(
  ...STAFF_EMAILS.map((email, place) =>
    fc.record({
      email: fc.constant(email),
      extension: fc.constant(EXTENSIONS[place] ?? ""),
      service: place < SERVICES.length ? fc.constant(SERVICES[place] ?? "") : oneOf(SERVICES),
      status: oneOf(["active", "absent", "left"] as const),
      deputy: fc.option(oneOf(STAFF_EMAILS.filter((other) => other !== email))),
    }),
  ),
);

const identifier: fc.Arbitrary<IdentifierFile> = fc
  .record({
    written: fc.oneof(
      fc.record({ kind: fc.constant("phone" as const), value: spelled(PHONES) }),
      fc.record({ kind: fc.constant("phone" as const), value: spelled(PHONES) }),
      fc.record({ kind: fc.constant("email" as const), value: spelled(EMAILS) }),
      fc.record({ kind: fc.constant("handle" as const), value: spelled(HANDLES), platform: oneOf(PLATFORMS) }),
      fc.record({ kind: fc.constant("address" as const), value: spelled(ADDRESSES) }),
      fc.record({ kind: fc.constant("uprn" as const), value: spelled(UPRNS) }),
    ),
    shared: fc.boolean(),
    validUntil: fc.option(oneOf(LAST_DAYS)),
  })
  .map(({ written, ...more }) => ({ ...written, ...more }));

const customer = (ref: string): fc.Arbitrary<CustomerFile> =>
  fc.record({
    ref: fc.constant(ref),
    name: oneOf(NAMES),
    aliases: fc.array(oneOf(NAMES), { maxLength: 2 }),
    identifiers: fc.uniqueArray(identifier, { maxLength: 3, selector: (one) => JSON.stringify(knownAs(one, "GB")) }),
  });

const anyone = oneOf([...STAFF_EMAILS, OUTSIDE.id, OUTSIDE.email.toLowerCase()]);
const maybe: { requiredKeys: [] } = { requiredKeys: [] };
const windows = oneOf([
  [{ from: "00:30", to: "01:30" }],
  [{ from: "01:00", to: "01:31" }],
  [
    { from: "00:00", to: "00:01" },
    { from: "02:00", to: "24:00" },
  ],
]);
const callLimits = fc.oneof(
  fc
    .record(
      {
        days: some(["sunday", "monday", "thursday"]),
        windows,
        maxMinutes: oneOf([10, 15]),
        maxPerWeek: oneOf([0, 1, 2]),
      },
      maybe,
    )
    .filter((limits) => Object.keys(limits).length > 0),
  fc.record({ maxPerWeek: oneOf([1, 2, 2]) }),
  fc.record({ windows }),
);

const PARAMETERS: Readonly<Record<string, fc.Arbitrary<RestrictionFile["parameters"]>>> = {
  third_party_only: fc.record({ channels: some(CHANNELS) }, maybe),
  no_email: fc.constant({}),
  premises_by_appointment: fc.record({ premises: some(PREMISES) }, maybe),
  named_officer: fc.record(
    { officer: anyone, deputy: oneOf(STAFF_EMAILS), channels: some(CHANNELS) },
    { requiredKeys: ["officer"] },
  ),
  call_times: callLimits,
  witnessed: fc.constant({}),
  topic_closed: fc.oneof(
    fc.record({ topicRefs: some(TOPICS), reader: oneOf(STAFF_EMAILS) }),
    fc.record({ topicRefs: some(TOPICS), keywords: some(KEYWORDS), reader: oneOf(STAFF_EMAILS) }),
    fc.record({ keywords: some(KEYWORDS), reader: oneOf(STAFF_EMAILS) }),
  ),
  social_media: fc.record(
    { platforms: some(["x", "facebook"]), mode: oneOf(["denied", "restricted"]) },
    { requiredKeys: ["mode"] },
  ),
  home_visits: fc.record({ mode: oneOf(["none", "pairs"]) }),
  no_contact_with_officers: fc.record({ officers: some(STAFF_EMAILS) }),
  channels_only: fc.record({ channels: some(CHANNELS) }),
  all_contact: fc.constant({}),
};

const CLAUSES: Readonly<Record<string, string>> = {
  third_party_only: "7.3.1",
  no_email: "7.3.2",
  premises_by_appointment: "7.3.3",
  named_officer: "7.3.4",
  call_times: "7.3.5",
  witnessed: "7.3.6",
  topic_closed: "7.3.7",
  social_media: "7.3.8",
  home_visits: "7.3.9",
};

/** How often each kind comes up: seldom those that decide everything, often those with the most to get wrong. */
const WEIGHTS: Readonly<Record<string, number>> = { all_contact: 1, channels_only: 1, topic_closed: 6, call_times: 8 };
const KINDS = Object.keys(PARAMETERS).flatMap((kind) => Array.from({ length: WEIGHTS[kind] ?? 3 }, () => kind));

/** A restriction of any kind. */
export const restrictions: fc.Arbitrary<RestrictionFile> = oneOf(KINDS).chain((kind) =>
  fc.record({
    kind: fc.constant(kind),
    clause: fc.constant(CLAUSES[kind] ?? null),
    scope: fc.oneof(fc.constant("organisation" as const), some(SERVICES)),
    parameters: PARAMETERS[kind] ?? fc.constant({}),
  }),
);

const arrangement = (customers: readonly CustomerFile[]): fc.Arbitrary<ArrangementFile> =>
  fc
    .record({
      customer: oneOf(customers.map(({ ref }) => ref)),
      edges: fc.oneof(
        fc.constant(["2026-09-01T00:00:00+01:00", "2027-06-01T00:00:00+01:00"] as const),
        fc
          .tuple(oneOf(EDGES), oneOf(EDGES))
          .map(([one, other]) =>
            Date.parse(one) < Date.parse(other) ? ([one, other] as const) : ([other, one] as const),
          )
          .filter(([one, other]) => Date.parse(one) < Date.parse(other)),
      ),
      restrictions: fc.array(restrictions, { minLength: 1, maxLength: 3 }),
    })
    .map(({ customer, edges: [startsAt, endsAt], restrictions }) => ({ customer, startsAt, endsAt, restrictions }));

/** One council with four customers. */
export const worlds: fc.Arbitrary<WorldFile> = fc
  .tuple(...["C-2", "C-10", "C-3", "B-9"].map(customer))
  .chain((customers) =>
    fc.record({
      organisation: fc.record({ country: fc.constant("GB"), timeZone: oneOf(TIME_ZONES) }),
      staff,
      contacts: fc.constant([OUTSIDE]),
      customers: fc.constant(customers),
      arrangements: fc.array(arrangement(customers), { minLength: 1, maxLength: 5 }),
    }),
  );
