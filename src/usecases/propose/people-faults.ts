/** Whether those whom a restriction names can be what it makes of them (SCREENING section 4). */

import type { Restriction } from "../../policy/restrictions/restriction.ts";
import { personKey, staffOf } from "../../policy/screening/staff.ts";
import type { RestrictionKind } from "../../policy/vocabulary.ts";
import type { Assessed } from "./assess.ts";

type At = { readonly kind: RestrictionKind; readonly path: readonly string[] };

export type PeopleFault =
  | ({ readonly code: "unknown-officer" } & At)
  /** The point of contact and whoever stands in for them are one person: with them away, nobody would answer. */
  | ({ readonly code: "own-deputy" } & At)
  /** Somebody outside the staff may be a point of contact, and reads nothing that comes to the organisation. */
  | ({ readonly code: "reader-outside-staff" } & At);

/** One fault for each field that names somebody who cannot be named there. */
export function peopleFaults({ restrictions, knows, staff, outside }: Assessed): readonly PeopleFault[] {
  const people = { knows, isStaff: isStaff(staff), isSame: samePerson(outside) };
  return restrictions.flatMap((restriction) => faultsOf(restriction, people));
}

type People = {
  readonly knows: (person: string) => boolean;
  readonly isStaff: (person: string) => boolean;
  readonly isSame: (one: string, other: string) => boolean;
};

function faultsOf(restriction: Restriction, { knows, isStaff, isSame }: People): readonly PeopleFault[] {
  const unknown = (path: string, person: string): readonly PeopleFault[] =>
    knows(person) ? [] : [{ code: "unknown-officer", kind: restriction.kind, path: [path] }];
  switch (restriction.kind) {
    case "named_officer": {
      const { officer, deputy } = restriction.parameters;
      if (deputy === undefined) return unknown("officer", officer);
      const self = isSame(officer, deputy);
      return [
        ...unknown("officer", officer),
        ...(self
          ? [{ code: "own-deputy", kind: restriction.kind, path: ["deputy"] } as const]
          : unknown("deputy", deputy)),
      ];
    }
    case "topic_closed": {
      const { reader } = restriction.parameters;
      return knows(reader) && !isStaff(reader)
        ? [{ code: "reader-outside-staff", kind: restriction.kind, path: ["reader"] }]
        : unknown("reader", reader);
    }
    case "no_contact_with_officers":
      return restriction.parameters.officers.flatMap((person) => unknown("officers", person));
    case "third_party_only":
    case "channels_only":
    case "no_email":
    case "call_times":
    case "social_media":
    case "home_visits":
    case "witnessed":
    case "premises_by_appointment":
    case "all_contact":
      return [];
  }
}

const isStaff = (staff: Assessed["staff"]) => (person: string) =>
  staff.some(({ email }) => personKey(email) === personKey(person));

/** Somebody outside the staff goes by their id or by their email. */
function samePerson(outside: Assessed["outside"]): People["isSame"] {
  const keys = staffOf([], outside, []).outside;
  const keyOf = (person: string) => keys.get(personKey(person)) ?? personKey(person);
  return (one, other) => keyOf(one) === keyOf(other);
}
