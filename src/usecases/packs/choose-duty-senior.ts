/** The organisation names the person whom its pack's short road asks first (CASEWORK section 3). */
import type { Db } from "../../../db/connect.ts";
import { appendAudit } from "../../../db/queries/audit.ts";
import { saveDutySenior } from "../../../db/queries/duty-senior.ts";
import { loadOrganisation } from "../../../db/queries/organisation.ts";
import { loadStaff, type StaffMember } from "../../../db/queries/staff.ts";
import { background } from "../../../db/transaction.ts";
import { carriesAuthority } from "../../policy/packs/approver-needs.ts";
import { CHATS, type DecidingRole } from "../../policy/vocabulary.ts";
import { packOf } from "../pack-of.ts";

export type ChooseDutySenior = { readonly organisation: string; readonly email: string };

export type DutySeniorOutcome =
  | { readonly code: "chosen"; readonly name: string }
  | { readonly code: "not-on-staff" }
  /** The policy names no duty senior. */
  | { readonly code: "not-in-policy" }
  | { readonly code: "role-too-low"; readonly needs: DecidingRole };

/** Names an officer by e-mail. A refusal writes nothing. */
export function chooseDutySenior({ db, now }: { readonly db: Db; readonly now: () => Date }) {
  return async ({ organisation, email }: ChooseDutySenior): Promise<DutySeniorOutcome> =>
    await background(db, organisation, async (tx) => {
      const pack = await packOf(tx, organisation, await loadOrganisation(tx, organisation));
      const staff = await loadStaff(tx, organisation, new Set(CHATS));
      const officer = memberOf(staff, email);
      if (!officer) return { code: "not-on-staff" };
      const needs = pack.dutySenior.value;
      if (needs === null) return { code: "not-in-policy" };
      if (!carriesAuthority(officer.roles, needs)) return { code: "role-too-low", needs };

      const at = now();
      await saveDutySenior(tx, { organisationId: organisation, officerId: officer.id, chosenAt: at });
      await appendAudit(tx, {
        organisation,
        at,
        event: "duty-senior-chosen",
        by: null,
        subject: { kind: "officer", id: officer.id },
      });
      return { code: "chosen", name: officer.name };
    });
}

const memberOf = (staff: readonly StaffMember[], email: string): StaffMember | undefined =>
  staff.find((member) => member.status !== "left" && member.email === email.trim().toLowerCase());
