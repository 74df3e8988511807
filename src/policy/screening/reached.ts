import type { Contact } from "./contact.ts";
import { personKey, type Staff, type StaffMember } from "./staff.ts";
import { foldGiven, foldLabel } from "./words.ts";

/** What the source should know about a contact that was accepted all the same (SCREENING section 1). */
export type Note = "unknown_officer" | "unknown_service";

/** The person a contact reached; without a key, a service line or an extension that nobody has. */
export type OfficerReached = {
  readonly key: string | undefined;
  readonly member: StaffMember | undefined;
  readonly notes: readonly Note[];
};

/** Whom it reached. An outside contact is known by e-mail only (SCREENING section 4, `named_officer`). */
export function officerReached({ officer }: Contact, staff: Staff): OfficerReached {
  const email = foldGiven(officer?.email, personKey);
  const extension = foldGiven(officer?.extension, personKey);
  const member = staff.byEmail.get(email ?? "") ?? staff.byExtension.get(extension ?? "");
  if (member !== undefined) return { key: personKey(member.email), member, notes: [] };
  const known = officer === undefined || staff.outside.has(email ?? "");
  return { key: email, member, notes: known ? [] : ["unknown_officer"] };
}

/** The service of a contact is its own, else the officer's; one that nobody knows counts as not given. */
export function serviceReached({ service }: Contact, officer: StaffMember | undefined, staff: Staff) {
  const given = foldGiven(service, foldLabel);
  const known = given !== undefined && staff.services.has(given);
  const name = known ? given : foldGiven(officer?.service ?? undefined, foldLabel);
  const notes: readonly Note[] = given === undefined || known ? [] : ["unknown_service"];
  return { name, notes };
}
