/**
 * The wire format of `POST /v1/contacts` (SCREENING section 1). A long file on purpose: it is a table.
 * A value that cannot be used (a phone of three digits) is not a fault here; screening finds nothing by it.
 */
import { z } from "zod";
import { Channel, Direction, ProtectedReason, Relationship } from "../vocabulary.ts";

/** PostgreSQL stores every text but this one; one such contact would fail its whole batch. */
const Text = z.string().refine((text) => !text.includes("\u0000"), "must not contain a null character");
const codePoints = (text: string) => [...text].length;
const atMost = (most: number) =>
  Text.refine((text) => text.length <= most || codePoints(text) <= most, `must be at most ${most} characters`);
/** Keys are indexed, so they are bounded. */
const Key = atMost(200).refine((text) => text.trim() !== "", "must not be empty");

const [EARLIEST, LATEST] = [Date.UTC(1900), Date.UTC(2200)];
/** False of what is no time at all: that is a fault of its own. */
const isOutside = (at: number): boolean => at < EARLIEST || at >= LATEST;

/** ISO 8601 lets a clock that shows no seconds leave them out. */
const Instant = z
  .union([z.iso.datetime({ offset: true }), z.iso.datetime({ offset: true, precision: -1 })], {
    error: "must be an ISO 8601 time with an offset",
  })
  .refine((time) => !isOutside(Date.parse(time)), "must be a time between 1900 and 2200");

const Handle = z.object({ platform: Text, name: Text });

const CustomerSeen = z
  .object({
    ref: Text.optional(),
    name: Text.optional(),
    phone: Text.optional(),
    email: Text.optional(),
    address: Text.optional(),
    uprn: Text.optional(),
    handle: Handle.optional(),
  })
  .refine(
    (customer) => Object.values(customer).some((value) => value !== undefined),
    "must give at least one identifier",
  );

const OfficerReached = z
  .object({ email: Text.optional(), extension: Text.optional() })
  .refine(({ email, extension }) => email !== undefined || extension !== undefined, "must give email or extension");

const OnBehalf = z.object({
  name: Text,
  relationship: Relationship,
  ref: Text.optional(),
  phone: Text.optional(),
  email: Text.optional(),
});

export const Contact = z.object({
  id: Key,
  occurredAt: Instant,
  direction: Direction,
  channel: Channel,
  customer: CustomerSeen,
  officer: OfficerReached.optional(),
  service: Text.optional(),
  onBehalf: OnBehalf.optional(),
  conversation: Text.optional(),
  subject: Text.optional(),
  topicRef: Text.optional(),
  excerpt: atMost(2000).optional(),
  protectedReason: ProtectedReason.optional(),
  durationMinutes: z.number().nonnegative().optional(),
  appointmentRef: Text.optional(),
  witness: Text.optional(),
  attendingStaff: z.int().nonnegative().optional(),
  premises: Text.optional(),
});
export type Contact = z.infer<typeof Contact>;

/** One contact is checked at a time, so that a bad one never loses the others. */
export const ContactBatch = z.object(
  { source: Key, contacts: z.array(z.unknown()).min(1).max(1000) },
  "must be a JSON object",
);
export type ContactBatch = z.infer<typeof ContactBatch>;
