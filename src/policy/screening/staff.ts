import type { OfficerStatus } from "../vocabulary.ts";
import { foldLabel } from "./words.ts";

/** What screening knows of one member of staff. `deputy` is an e-mail. */
export type StaffMember = {
  readonly email: string;
  readonly extension: string | null;
  readonly service: string | null;
  readonly status: OfficerStatus;
  readonly deputy: string | null;
};

/** Somebody outside the staff who may be a named officer (SCREENING section 7, `contacts`). */
export type OutsideContact = { readonly id: string; readonly email: string | null };

/** People by the key they are compared by: their e-mail in lower case. Services by their folded name. */
export type Staff = {
  readonly byEmail: ReadonlyMap<string, StaffMember>;
  readonly byExtension: ReadonlyMap<string, StaffMember>;
  readonly outside: ReadonlyMap<string, string>;
  readonly services: ReadonlySet<string>;
};

/** The people a batch of contacts and its restrictions name, and all services of the organisation. */
export function staffOf(
  members: readonly StaffMember[],
  contacts: readonly OutsideContact[],
  services: Iterable<string>,
): Staff {
  const extensions = members.flatMap((member) =>
    member.extension === null ? [] : ([[personKey(member.extension), member]] as const),
  );
  const outside = contacts.flatMap(({ id, email }) => [
    [personKey(id), personKey(email ?? id)] as const,
    ...(email === null ? [] : [[personKey(email), personKey(email)] as const]),
  ]);
  return {
    byEmail: new Map(members.map((member) => [personKey(member.email), member])),
    byExtension: new Map(extensions),
    outside: new Map(outside),
    services: new Set([...services].map(foldLabel)),
  };
}

/** An e-mail, extension or id as people are compared by it. */
export function personKey(text: string): string {
  return text.trim().toLowerCase();
}

/** The key of a person named in a restriction: a member of staff by e-mail, or an outside contact by id or e-mail. */
export function namedPerson(staff: Staff, named: string): string {
  const key = personKey(named);
  return staff.byEmail.has(key) ? key : (staff.outside.get(key) ?? key);
}

/**
 * Who may be reached where a restriction names one person: that person, and while they are absent or have left their
 * deputy, the one of the decision before the one on the staff list. A deputy's own deputy is nobody (7.3.4, 7.3.7).
 */
export function whoAnswers(staff: Staff, named: string, deputy?: string): readonly string[] {
  const person = namedPerson(staff, named);
  const member = staff.byEmail.get(person);
  if (member === undefined || member.status === "active") return [person];
  const standIn = deputy ?? member.deputy;
  return standIn === null ? [person] : [person, namedPerson(staff, standIn)];
}

/** The first of those who answer who is here now; people outside the staff always are. Nobody when all are away. */
export function whoIsPresent({ byEmail }: Staff, answering: readonly string[]): string | undefined {
  return answering.find((key) => (byEmail.get(key)?.status ?? "active") === "active");
}
