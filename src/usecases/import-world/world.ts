/** The shape of a world file (SCREENING section 7). A long file on purpose: it is a table. What entries say about each other is checked in check-*.ts. */
import { z } from "zod";
import { isPhoneCountry } from "../../matching/identifiers.ts";
import { Restriction } from "../../policy/restrictions/restriction.ts";
import { Calendar, IdentifierKind, Need, OfficerStatus, Relationship, Role } from "../../policy/vocabulary.ts";

/** PostgreSQL stores every text but this character. */
const Text = z
  .string()
  .trim()
  .min(1, "is empty")
  .refine((text) => !text.includes("\u0000"), "contains a null character");
const Key = Text.refine((text) => [...text].length <= 200, "is longer than 200 characters");
const Slug = Key.refine((text) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text), "is not lower-case words joined by hyphens");
const Email = z
  .string()
  .trim()
  .toLowerCase()
  .refine((text) => /^[^\s@]+@[^\s@]+$/.test(text) && text.length <= 200, "is not an e-mail address");
/** As in a contact, the seconds may be left out. Not a union: its faults would name both ways. */
const WRITTEN = [z.iso.datetime({ offset: true }), z.iso.datetime({ offset: true, precision: -1 })];
const Instant = z
  .string()
  .refine(
    (time) => WRITTEN.some((way) => way.safeParse(time).success),
    "is not a time with an offset, such as 2026-09-01T10:00:00+01:00",
  )
  .refine((time) => inRange(Date.parse(time)), "is not a time between 1900 and 2200");
const Day = z.iso.date("is not a date such as 2026-09-01");

function inRange(time: number): boolean {
  return Number.isNaN(time) || (time >= Date.UTC(1900) && time < Date.UTC(2200));
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en-GB", { timeZone: name }).format() !== "";
  } catch {
    return false;
  }
}

const Organisation = z.strictObject({
  slug: Slug,
  name: Text,
  country: z.string().refine(isPhoneCountry, "is not a country code such as GB"),
  timeZone: z.string().refine(isTimeZone, "is not a time zone such as Europe/London"),
  calendar: Calendar,
  policyPack: Key,
  holidays: z.array(Day).default([]),
  slack: z.strictObject({ teamIds: z.array(Key) }).nullish(),
  teams: z.strictObject({ tenantIds: z.array(Key.toLowerCase()) }).nullish(),
});

const StaffEntry = z.strictObject({
  email: Email,
  name: Text,
  service: Text,
  roles: z.array(Role).min(1, "names no role"),
  extension: Key.nullish(),
  lineManager: Email.nullish(),
  status: OfficerStatus.optional(),
  deputy: Email.nullish(),
  slack: z.strictObject({ teamId: Key, userId: Key }).nullish(),
  teams: z.strictObject({ tenantId: Key.toLowerCase(), aadObjectId: Key.toLowerCase() }).nullish(),
});
export type StaffEntry = z.infer<typeof StaffEntry>;

const IdentifierEntry = z.strictObject({
  kind: IdentifierKind,
  value: Text,
  platform: Key.nullish(),
  shared: z.boolean().default(false),
  validUntil: Day.nullish(),
});
export type IdentifierEntry = z.infer<typeof IdentifierEntry>;

const CustomerEntry = z.strictObject({
  ref: Key.nullish(),
  name: Text,
  aliases: z.array(Text).default([]),
  needs: z.array(Need).default([]),
  identifiers: z.array(IdentifierEntry).default([]),
  representatives: z
    .array(z.strictObject({ name: Text, relationship: Relationship, phone: Text.nullish(), email: Text.nullish() }))
    .default([]),
});
export type CustomerEntry = z.infer<typeof CustomerEntry>;

const ArrangementEntry = z.strictObject({
  ref: Key.nullish(),
  customer: Key,
  decidedAt: Instant,
  decidedBy: Email,
  startsAt: Instant,
  endsAt: Instant,
  reviewOn: Day,
  reason: Text,
  toldAt: Instant.nullish(),
  restrictions: z.array(Restriction).min(1, "names no restriction"),
});
export type ArrangementEntry = z.infer<typeof ArrangementEntry>;

const ContactEntry = z.strictObject({
  id: Key,
  name: Text,
  organisation: Text,
  phone: Text.nullish(),
  email: Email.nullish(),
});
export type ContactEntry = z.infer<typeof ContactEntry>;

/** One organisation with its staff and register. */
export const World = z.strictObject({
  organisation: Organisation,
  staff: z.array(StaffEntry).default([]),
  customers: z.array(CustomerEntry).default([]),
  arrangements: z.array(ArrangementEntry).default([]),
  contacts: z.array(ContactEntry).default([]),
});
export type World = z.infer<typeof World>;
