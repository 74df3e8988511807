/** Contacts aimed at one restriction of a world: sure of the customer, in force, and a step to either side of the rule. */
import fc from "fast-check";
import type { ArrangementFile, ContactFile, RestrictionFile, WorldFile } from "../shapes.ts";
import { seldom } from "./contacts.ts";
import {
  CALLS,
  CHANNELS,
  EDGES,
  EXTENSIONS,
  KEYWORDS,
  OUTSIDE,
  PREMISES,
  STAFF_EMAILS,
  SUBJECTS,
  TOPICS,
} from "./pools.ts";
import { oneOf } from "./world.ts";

type Facts = Partial<ContactFile>;
type Aim = { readonly channels: readonly string[]; readonly facts?: fc.Arbitrary<Facts> };

const facts = (record: { [K in keyof Facts]: fc.Arbitrary<Facts[K]> }): fc.Arbitrary<Facts> =>
  fc.record(record, { requiredKeys: [] }) as fc.Arbitrary<Facts>;

const FACE_TO_FACE = ["visit", "meeting", "home_visit"];
const BY_KIND: Readonly<Record<string, Aim>> = {
  no_email: { channels: ["email", "web_form"] },
  premises_by_appointment: {
    channels: FACE_TO_FACE,
    facts: facts({
      premises: oneOf([...PREMISES, "civic centre", "Library"]),
      appointmentRef: oneOf(["AP-1", " "]),
    }),
  },
  call_times: {
    channels: ["phone"],
    facts: facts({ durationMinutes: oneOf([10, 10.5, 15, 16]), conversation: oneOf(["k-1", "k-2", "k-3"]) }),
  },
  witnessed: { channels: FACE_TO_FACE, facts: facts({ witness: oneOf(STAFF_EMAILS) }) },
  topic_closed: {
    channels: CHANNELS,
    facts: facts({
      topicRef: oneOf([...TOPICS, "XX"]),
      subject: oneOf(SUBJECTS),
      excerpt: oneOf([...KEYWORDS, "cabin"]),
    }),
  },
  social_media: { channels: ["social_media"] },
  home_visits: { channels: ["home_visit"], facts: facts({ attendingStaff: oneOf([1, 2, 3]) }) },
};

/** When a contact happens: at an edge of its arrangement, or near a clock change, by the quarter of an hour. */
const instants = ({ arrangement: { startsAt, endsAt }, restriction }: Target) => {
  const nearby = fc
    .tuple(oneOf([startsAt, endsAt, ...EDGES]), fc.integer({ min: -8, max: 8 }), oneOf([-1, 0, 0, 1]))
    .map(([edge, quarters, more]) => new Date(Date.parse(edge) + quarters * 900_000 + more).toISOString());
  return restriction.parameters.maxPerWeek === undefined ? nearby : fc.oneof(nearby, oneOf(CALLS), oneOf(CALLS));
};

const reached = ({ parameters }: RestrictionFile) => {
  const named = [parameters.officer, parameters.deputy, parameters.reader, ...(parameters.officers ?? [])];
  const emails = [...named.filter((one) => one?.includes("@")), ...STAFF_EMAILS, OUTSIDE.email];
  return fc.oneof(
    oneOf(emails.flatMap((one) => one ?? [])).map((email) => ({ email })),
    oneOf(EXTENSIONS).map((extension) => ({ extension })),
  );
};

/** One restriction of a world, and the arrangement it stands in. */
export type Target = { readonly arrangement: ArrangementFile; readonly restriction: RestrictionFile };

export function targetsOf({ arrangements }: WorldFile): fc.Arbitrary<Target> {
  return oneOf(
    arrangements.flatMap((arrangement) =>
      arrangement.restrictions.map((restriction) => ({ arrangement, restriction })),
    ),
  );
}

/** A contact of the customer of one restriction, or made by that customer for somebody else; without its id. */
export function contactsAimedAt(target: Target): fc.Arbitrary<Omit<ContactFile, "id">> {
  const ref = target.arrangement.customer;
  const aim = BY_KIND[target.restriction.kind] ?? { channels: CHANNELS };
  const handle = oneOf(["x", "Facebook", "mastodon"]).map((platform) => ({ handle: { platform, name: "@Jan_N" } }));
  const asHelper = {
    customer: { name: "Nobody Else" },
    onBehalf: { name: "Nobody Else", relationship: "friend", ref },
  };
  const plain = fc.record(
    {
      occurredAt: instants(target),
      direction: oneOf(["inbound", "inbound", "inbound", "inbound", "outbound"] as const),
      channel: fc.oneof({ weight: 6, arbitrary: oneOf(aim.channels) }, { weight: 1, arbitrary: oneOf(CHANNELS) }),
      officer: reached(target.restriction),
    },
    { requiredKeys: ["occurredAt", "direction", "channel"] },
  );
  return fc
    .record({
      plain,
      customer: fc.oneof(fc.constant({}), handle).map((more) => ({ ref, ...more })),
      more: aim.facts ?? fc.constant({}),
      help: seldom(8, fc.constant(asHelper)),
      reason: seldom(12, fc.constant({ protectedReason: "election" })),
    })
    .map(({ plain, customer, more, help, reason }) => ({ ...plain, customer, ...more, ...help, ...reason }));
}
