/** Contacts and restrictions for tests of the decision, without matching. Staff and times are fictional. */
import { Restriction } from "../../src/policy/restrictions/restriction.ts";
import type { Screening } from "../../src/policy/screening/answer.ts";
import { Contact } from "../../src/policy/screening/contact.ts";
import { type ContactFacts, contactFacts } from "../../src/policy/screening/facts.ts";
import { type Period, type ReadyRestriction, readyRestriction } from "../../src/policy/screening/ready.ts";
import type { CountedCall } from "../../src/policy/screening/rule.ts";
import { type Found, screen } from "../../src/policy/screening/screen.ts";
import { type StaffMember, staffOf } from "../../src/policy/screening/staff.ts";
import { foldPhrases } from "../../src/policy/screening/words.ts";
import type { RestrictionKind, Tier } from "../../src/policy/vocabulary.ts";

const at = (name: string) => `${name}@northmoor.example`;
const officer = (name: string, extension: string, more: Partial<StaffMember> = {}): StaffMember => ({
  email: at(name),
  extension,
  service: "Housing",
  status: "active",
  deputy: null,
  ...more,
});

/** Ann is at work with a deputy, Ben is away with one, Cat has left without one; Dan stands in for Ann and Ben. */
const STAFF = staffOf(
  [
    officer("ann", "2001", { deputy: at("dan") }),
    officer("ben", "2002", { status: "absent", deputy: at("dan") }),
    officer("cat", "2003", { status: "left", service: "Parking" }),
    officer("dan", "2004", { status: "absent", deputy: at("eve") }),
    officer("eve", "2005", { service: "Planning" }),
  ],
  [{ id: "care-1", email: "rowan@care.example" }],
  ["Housing", "Parking", "Planning"],
);

/** 1 September 2026, a Tuesday, to the end of February. */
export const PERIOD: Period = {
  startsAt: Date.parse("2026-09-01T00:00:00+01:00"),
  endsAt: Date.parse("2027-03-01T00:00:00Z"),
  liftedAt: null,
  suspendedAt: null,
};

const PROTECTED_PHRASES = foldPhrases(["freedom of information", "gas leak"]);

type Written = { readonly kind: RestrictionKind; readonly parameters?: object; readonly scope?: Restriction["scope"] };

/** A restriction ready to be asked, organisation-wide unless it says otherwise. */
export function aRestriction(
  { kind, parameters = {}, scope = "organisation" }: Written,
  id: string = kind,
): ReadyRestriction {
  const restriction = Restriction.parse({ kind, clause: null, scope, parameters });
  return readyRestriction({ id, period: PERIOD, restriction, protectedPhrases: PROTECTED_PHRASES }, STAFF);
}

/** An inbound letter to nobody in particular, on Tuesday 15 September 2026 at 11am, unless it says otherwise. */
export function aContact(more: object = {}): ContactFacts {
  const plain = { id: "c-1", occurredAt: "2026-09-15T11:00:00+01:00", direction: "inbound", channel: "letter" };
  const contact = Contact.parse({ ...plain, customer: { ref: "C-1" }, ...more });
  return contactFacts(contact, "phone-system", { staff: STAFF, timeZone: "Europe/London" });
}

/** A customer with these restrictions, found with this certainty. */
export function aMatch(restrictions: readonly ReadyRestriction[], ref = "C-1", tier: Tier = "identified") {
  return { customer: { ref, restrictions }, tier };
}

/** What screening says when these are found. */
export function screened(contact: ContactFacts, found: Partial<Found>, calls: readonly CountedCall[] = []): Screening {
  return screen(contact, { customer: [], representative: [], usable: true, ...found }, () => calls);
}
