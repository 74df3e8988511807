/** Who stands in where an arrangement names somebody who is away or has left, by the rules that screening and cards go by. */
import { loadNaming, type Naming } from "../../../db/queries/arrangements-naming.ts";
import type { StaffMember } from "../../../db/queries/staff.ts";
import type { StandsIn } from "../../../db/schema/register.ts";
import type { Tx } from "../../../db/transaction.ts";
import type { Restriction } from "../../policy/restrictions/restriction.ts";
import { personKey } from "../../policy/screening/staff.ts";
import type { Office } from "../office.ts";
import { whoAnswersNow, whoReadsNow } from "../who-answers-now.ts";

export type Standing = { readonly row: Naming; readonly now: readonly StandsIn[] };

/** The organisation, and everybody whom an arrangement of it can name. */
export type Around = Pick<Office, "organisation" | "staff" | "outside">;

/**
 * Arrangements that name somebody who is not here, and those of which the register team was told so before; of these only
 * the `arrangement`, where it is given.
 */
export async function loadStanding(
  tx: Tx,
  office: Around,
  when: { readonly at: Date; readonly arrangement?: string | undefined },
): Promise<readonly Standing[]> {
  const { organisation, staff } = office;
  const named = staff.filter(({ status }) => status !== "active").map(({ email }) => email);
  const rows = await loadNaming(tx, organisation.id, { named, ...when });
  return rows.map((row) => ({ row, now: standingIn(row, office) }));
}

/** One entry for each part that somebody who is not here has in it; none for those who are. */
function standingIn(
  { restrictions, openWayReader }: Naming,
  { staff, outside }: Pick<Around, "staff" | "outside">,
): readonly StandsIn[] {
  /** By id: what is written down here goes into the audit, and somebody outside the staff may be named by e-mail. */
  const idOf = (named: string): string | null => {
    const known = (one: { readonly id: string; readonly email: string | null }): boolean =>
      [one.id, one.email ?? one.id].some((key) => personKey(key) === personKey(named));
    return staff.find(known)?.id ?? outside.find(known)?.id ?? null;
  };
  const entry = (part: StandsIn["part"], named: string, by: string | null | undefined): readonly StandsIn[] => {
    const member = memberOf(staff, named);
    if (!member || member.status === "active") return [];
    return [{ part, of: member.id, by: by ? idOf(by) : null }];
  };
  const inRestriction = ({ kind, parameters }: Restriction): readonly StandsIn[] => {
    if (kind === "named_officer") return entry("answers", parameters.officer, whoAnswersNow(staff, parameters));
    if (kind !== "topic_closed") return [];
    return entry("reads", parameters.reader, whoAnswersNow(staff, { officer: parameters.reader }));
  };
  return [
    ...restrictions.flatMap(inRestriction),
    ...(openWayReader ? entry("reads_open_way", openWayReader, whoReadsNow(staff, openWayReader)) : []),
  ];
}

const memberOf = (staff: readonly StaffMember[], named: string): StaffMember | undefined =>
  staff.find(({ email }) => personKey(email) === personKey(named));
