/** The staff list of an organisation, as the policy functions want it. */
import { eq, sql } from "drizzle-orm";
import { staffOn } from "../../src/policy/staff/delegation.ts";
import type { Officer } from "../../src/policy/staff/officer.ts";
import { type Chat, Role } from "../../src/policy/vocabulary.ts";
import { prepared } from "../prepared.ts";
import { officer } from "../schema/index.ts";
import type { Tx } from "../transaction.ts";
import { loadDelegations } from "./delegations.ts";

export type StaffMember = Officer & {
  readonly email: string;
  readonly extension: string | null;
  readonly service: string;
};

/**
 * The staff as they are on that day, an ISO date where the organisation is: whoever has a delegation is away, and the
 * delegate is their deputy. For all that asks who decides, who is told and who may see.
 */
export async function loadStaffOn(
  tx: Tx,
  organisation: string,
  { chats, day }: { chats: ReadonlySet<Chat>; day: string },
): Promise<readonly StaffMember[]> {
  const [staff, delegations] = await Promise.all([
    loadStaff(tx, organisation, chats),
    loadDelegations(tx, organisation),
  ]);
  return staffOn(staff, delegations, day);
}

/** Of the columns of a single table Drizzle drops the table: `a` would be compared with itself. */
const linked = sql<boolean>`exists (select from chat_account a where a.organisation_id = ${officer}.organisation_id
  and a.officer_id = ${officer}.id and a.chat = any (${sql.placeholder("chats")}::chat[]))`;

const everybody = prepared(
  {
    id: officer.id,
    name: officer.name,
    email: officer.email,
    extension: officer.extension,
    service: officer.service,
    roles: officer.roles,
    status: officer.status,
    deputy: officer.deputy,
    lineManager: officer.lineManager,
    linked,
  },
  ["organisation", "chats"],
  (select, { organisation }) => select.from(officer).where(eq(officer.organisationId, organisation)),
);

/**
 * Everybody on the staff list, those who left too: a named officer may have.
 * `linked`: an account of theirs is linked in one of the connected `chats`.
 */
export async function loadStaff(
  tx: Tx,
  organisation: string,
  chats: ReadonlySet<Chat>,
): Promise<readonly StaffMember[]> {
  const rows = await everybody(tx, { organisation, chats: `{${[...chats].join(",")}}` });
  return rows.map((row) => ({ ...row, roles: row.roles.map((role) => Role.parse(role)) }));
}
