import type { StaffMember } from "../../db/queries/staff.ts";
import { personKey, staffOf, whoAnswers, whoIsPresent } from "../policy/screening/staff.ts";
import { lineOf } from "../policy/staff/stand-in.ts";

/**
 * Who answers at this moment where a restriction names one person: that person, else the deputy while they are away,
 * by the same rule as screening (7.3.4). An e-mail, or for somebody outside the staff the name as it was given: they
 * are always present. `undefined` when person and deputy are both away.
 */
export function whoAnswersNow(
  members: readonly StaffMember[],
  named: { readonly officer: string; readonly deputy?: string | undefined },
): string | undefined {
  const emails = new Map(members.map(({ id, email }) => [id, email]));
  const listed = members.map((member) => ({ ...member, deputy: emails.get(member.deputy ?? "") ?? null }));
  const staff = staffOf(listed, [], []);
  const answering = whoIsPresent(staff, whoAnswers(staff, named.officer, named.deputy));
  return [named.officer, named.deputy].find((one) => one && personKey(one) === answering) ?? answering;
}

/**
 * Who reads at this moment what comes by the way that a ban on all contact leaves open: the reader, while they are away or
 * have left their deputy, else the nearest line manager who is here. An e-mail; null when it falls to the register team.
 */
export function whoReadsNow(members: readonly StaffMember[], reader: string): string | null {
  const answering = whoAnswersNow(members, { officer: reader });
  if (answering !== undefined) return answering;
  const away = members.find(({ email }) => personKey(email) === personKey(reader));
  const above = away && lineOf(members, away).find(({ status }) => status === "active");
  return members.find(({ id }) => id === above?.id)?.email ?? null;
}
