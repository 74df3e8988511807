/** Sections 1 and 4: who a contact reached, which service it was with, and who stands in for whom. */
import type { ContactFile, RestrictionFile, StaffFile, WorldFile } from "./shapes.ts";

const address = (email: string) => email.trim().toLowerCase();

/** The e-mail of the officer reached, as it was written when nobody on the staff has it; `undefined` when not known. */
export function reached({ officer }: ContactFile, { staff }: WorldFile): string | undefined {
  if (officer === undefined) return undefined;
  if ("email" in officer) return address(officer.email);
  const found = staff.find(({ extension }) => extension === officer.extension.trim());
  return found && address(found.email);
}

function staffMember(email: string | undefined, { staff }: WorldFile): StaffFile | undefined {
  return staff.find((member) => address(member.email) === email);
}

/** Whether `email` is the officer of a restriction, or stands in for that officer now. */
export function isOrStandsIn(email: string | undefined, officer: string, world: WorldFile, deputy?: string): boolean {
  if (email === undefined) return false;
  const wanted = mailOf(officer, world);
  if (email === wanted) return true;
  const member = staffMember(wanted, world);
  if (member === undefined || member.status === "active") return false;
  const instead = deputy ?? member.deputy;
  return typeof instead === "string" && mailOf(instead, world) === email;
}

/** The e-mail of a member of staff, or of a contact outside the staff named by id or e-mail. */
export function mailOf(officer: string, { contacts }: WorldFile): string {
  const outside = contacts.find(({ id }) => id === officer.trim());
  return address(outside ? (outside.email ?? "") : officer);
}

/** The service of a contact: the one given if anybody has it, else the officer's; `undefined` when neither is known. */
export function serviceOf(contact: ContactFile, world: WorldFile): string | undefined {
  const given = contact.service?.trim().toLowerCase();
  const known = world.staff.some(({ service }) => service?.toLowerCase() === given);
  const officers = staffMember(reached(contact, world), world)?.service ?? undefined;
  return known && given !== undefined ? given : officers?.toLowerCase();
}

/** Whether the scope lets a restriction bear on a contact with this service. */
export function inScope({ scope }: RestrictionFile, service: string | undefined): boolean {
  if (scope === "organisation" || service === undefined) return true;
  return scope.some((name) => name.trim().toLowerCase() === service);
}
