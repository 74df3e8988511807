/** Somebody will be away, and says who decides for them meanwhile (CASEWORK section 4: "their delegate for the dates"). */
import { sql } from "drizzle-orm";
import { v7 as newId } from "uuid";
import type { Db } from "../../../db/connect.ts";
import { appendAudit } from "../../../db/queries/audit.ts";
import { loadDelegations } from "../../../db/queries/delegations.ts";
import { addDue } from "../../../db/queries/due.ts";
import { loadOrganisation, type Organisation } from "../../../db/queries/organisation.ts";
import { loadStaff, type StaffMember } from "../../../db/queries/staff.ts";
import { delegation } from "../../../db/schema/index.ts";
import { interactive, type Tx } from "../../../db/transaction.ts";
import { type Delegation, type DelegationRefusal, refuseDelegation } from "../../policy/staff/delegation.ts";
import { CHATS } from "../../policy/vocabulary.ts";
import { addDays, localDate, startOfDay } from "../../policy/working-time/dates.ts";
import type { Actor } from "../context.ts";

export type MakeDelegation = {
  readonly organisation: string;
  /** Null: at the command line, where an administrator of the register sits. */
  readonly actor: Actor | null;
  /** Work e-mail of whoever is away; null: the actor. */
  readonly from: string | null;
  /** Work e-mail of whoever stands in. */
  readonly to: string;
  /** ISO dates, both included. */
  readonly startsOn: string;
  readonly endsOn: string;
};

export type MakeOutcome =
  | { readonly code: "made"; readonly id: string; readonly from: string; readonly to: string }
  | { readonly code: "not-entitled" }
  | { readonly code: "not-on-staff"; readonly who: "from" | "to" }
  /** `through`: by name. */
  | { readonly code: "refused"; readonly refusal: DelegationRefusal; readonly through: readonly string[] };

/** Records it; both are told by the next sweep. Two at once go one after the other, so that the second sees the circle it would close. */
export function makeDelegation({ db, now }: { readonly db: Db; readonly now: () => Date }) {
  return async (command: MakeDelegation): Promise<MakeOutcome> =>
    await interactive(db, command.organisation, async (tx) => {
      const at = now();
      await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`delegation:${command.organisation}`}, 0))`);
      const organisation = await loadOrganisation(tx, command.organisation);
      const staff = await loadStaff(tx, command.organisation, new Set(CHATS));
      const from = command.from ? memberOf(staff, command.from) : staff.find(({ id }) => id === command.actor?.officer);
      if (!from) return { code: "not-on-staff", who: "from" };
      if (!mayDelegate(command.actor, from.id)) return { code: "not-entitled" };
      const to = memberOf(staff, command.to);
      if (!to) return { code: "not-on-staff", who: "to" };

      const { startsOn, endsOn } = command;
      const wanted: Delegation = { from: from.id, to: to.id, startsOn, endsOn };
      const others = await loadDelegations(tx, organisation.id);
      const refusal = refuseDelegation(wanted, { staff, others }, localDate(at, organisation.timeZone));
      if (refusal) return { code: "refused", refusal, through: throughWhom(refusal, staff) };

      const id = await save(tx, organisation, { ...wanted, to: to.id, by: command.actor?.officer ?? null, at });
      return { code: "made", id, from: from.name, to: to.name };
    });
}

/** For oneself, or as an administrator for anybody. */
export function mayDelegate(actor: Actor | null, from: string): boolean {
  return actor === null || actor.officer === from || actor.roles.includes("administrator");
}

const memberOf = (staff: readonly StaffMember[], email: string): StaffMember | undefined =>
  staff.find((member) => member.status !== "left" && member.email === email.trim().toLowerCase());

function throughWhom(refusal: DelegationRefusal, staff: readonly StaffMember[]): readonly string[] {
  const ids = refusal.code === "cycle" ? refusal.through : [];
  return ids.map((id) => staff.find((member) => member.id === id)?.name ?? "");
}

type Made = Delegation & { readonly to: string; readonly by: string | null; readonly at: Date };

async function save(tx: Tx, organisation: Organisation, { from, to, startsOn, endsOn, by, at }: Made): Promise<string> {
  const id = newId();
  await tx.insert(delegation).values({
    organisationId: organisation.id,
    id,
    officerId: from,
    delegateId: to,
    startsOn,
    endsOn,
    madeBy: by,
    madeAt: at,
  });
  // At once both are told; on the first day and after the last, open proposals are looked at again.
  const days = [startsOn, addDays(endsOn, 1)].map((day) => startOfDay(day, organisation.timeZone));
  await addDue(
    tx,
    organisation.id,
    [at, ...days.filter((day) => day > at)].map((day) => ({ kind: "staff-change", subject: id, at: day })),
  );
  await appendAudit(tx, {
    organisation: organisation.id,
    at,
    event: "delegation-made",
    by,
    subject: { kind: "officer", id: from },
    facts: { delegation: id, to, startsOn, endsOn },
  });
  return id;
}
