/** `/check-contact`: may this customer be dealt with, and how? Answered to the asker alone, and recorded. */
import { and, count, eq, gt } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { appendAudit } from "../../db/queries/audit.ts";
import { addCopies } from "../../db/queries/copies.ts";
import { findCustomerByRef, findCustomersByOwnIdentifier } from "../../db/queries/customers-found.ts";
import { loadInForce } from "../../db/queries/in-force.ts";
import { loadNames } from "../../db/queries/names.ts";
import { loadOrganisation } from "../../db/queries/organisation.ts";
import { loadStaff, type StaffMember } from "../../db/queries/staff.ts";
import { lookUp } from "../../db/schema/index.ts";
import { interactive, type Tx } from "../../db/transaction.ts";
import { givenPerson } from "../matching/given.ts";
import { checkAnswer } from "../policy/arrangement/check-answer.ts";
import type { Channel } from "../policy/vocabulary.ts";
import { localDate } from "../policy/working-time/dates.ts";
import type { Actor, Context } from "./context.ts";
import { packOf } from "./pack-of.ts";

/** More look-ups than this in an hour by one person are reported to the register team (DESIGN section 6). */
export const CHECKS_AN_HOUR = 20;

export type CheckContact = {
  readonly actor: Actor;
  readonly ref: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  /** How they plan to deal with the customer. */
  readonly channel: Channel | null;
  readonly why: string;
};

export type CheckOutcome = {
  readonly at: Date;
  readonly answer:
    | { readonly code: "entry"; readonly instructions: readonly string[]; readonly customerTold: boolean }
    | { readonly code: "nothing" }
    | { readonly code: "nothing-given" };
  readonly manyChecks: boolean;
};

/** Looks one customer up. The answer has one shape whether there is an entry or not. */
export function checkContact({ db, now, chats }: Context) {
  return async (command: CheckContact): Promise<CheckOutcome> =>
    await interactive(db, command.actor.organisation, async (tx) => {
      const { actor } = command;
      const at = now();
      const customers = await findCustomers(tx, command, at);
      const customer = customers.length === 1 ? customers[0] : undefined;
      await tx.insert(lookUp).values({
        organisationId: actor.organisation,
        id: newId(),
        officerId: actor.officer,
        at,
        reason: command.why,
        customerId: customer ?? null,
      });
      await appendAudit(
        tx,
        ...(customers.length > 0 ? customers : ["none"]).map((id) => ({
          organisation: actor.organisation,
          at,
          event: "register-checked",
          by: actor.officer,
          subject: { kind: "customer", id },
        })),
      );
      const manyChecks = (await checksInTheHour(tx, actor, at)) > CHECKS_AN_HOUR;
      if (manyChecks) await tellRegisterTeam(tx, { actor, at, chats });
      if (!command.ref && !command.phone && !command.email)
        return { at, answer: { code: "nothing-given" }, manyChecks };
      return { at, answer: await answerFor(tx, customers, { command, at, chats }), manyChecks };
    });
}

async function findCustomers(tx: Tx, { actor, ref, phone, email }: CheckContact, at: Date): Promise<readonly string[]> {
  if (ref) {
    const known = await findCustomerByRef(tx, actor.organisation, ref);
    return known ? [known.id] : [];
  }
  const { country } = await loadOrganisation(tx, actor.organisation);
  const { identifiers } = givenPerson({ ...(phone ? { phone } : {}), ...(email ? { email } : {}) }, country);
  const found = await findCustomersByOwnIdentifier(tx, actor.organisation, {
    identifiers,
    today: localDate(at, actor.timeZone),
  });
  return found.map(({ id }) => id);
}

/** Two entries may hold one number as theirs alone: then whichever has something to keep to is the answer. */
async function answerFor(
  tx: Tx,
  customers: readonly string[],
  { command, at, chats }: { command: CheckContact; at: Date; chats: Context["chats"] },
): Promise<CheckOutcome["answer"]> {
  for (const customer of customers) {
    const answer = await inForce(tx, { command, customer, at, chats });
    if (answer.code === "entry") return answer;
  }
  return { code: "nothing" };
}

async function inForce(
  tx: Tx,
  {
    command: { actor, channel },
    customer,
    at,
    chats,
  }: { command: CheckContact; customer: string; at: Date; chats: Context["chats"] },
): Promise<CheckOutcome["answer"]> {
  const entries = await loadInForce(tx, { organisation: actor.organisation, customer, at });
  const [first] = entries;
  if (!first) return { code: "nothing" };
  const staff = await loadStaff(tx, actor.organisation, chats);
  const { nameOf } = await loadNames(tx, actor.organisation, staff);
  const question = {
    restrictions: entries.map(({ restriction }) => restriction),
    officer: actor.email,
    channel,
    service: actor.service,
    standIns: standIns(staff),
  };
  const openWay = entries.find(({ arrangement }) => arrangement.openWay)?.arrangement.openWay ?? null;
  const { planned, instruction } = checkAnswer(question, { nameOf, pack: packOf(first.arrangement), openWay });
  return {
    code: "entry",
    instructions: [...(planned ? [planned] : []), instruction],
    customerTold: entries.every(({ arrangement }) => arrangement.toldAt !== null),
  };
}

/** Officers who are away, with the e-mail of whoever stands in for them now. */
function standIns(staff: readonly StaffMember[]): ReadonlyMap<string, string | null> {
  const away = staff.filter(({ status }) => status !== "active");
  return new Map(
    away.map(({ email, deputy }) => [
      email,
      staff.find(({ id, status }) => id === deputy && status === "active")?.email ?? null,
    ]),
  );
}

/** Once an hour for one person, however many checks follow. */
async function tellRegisterTeam(
  tx: Tx,
  { actor, at, chats }: { actor: Actor; at: Date; chats: Context["chats"] },
): Promise<void> {
  const hour = Math.floor(at.getTime() / 3_600_000);
  await addCopies(tx, { organisation: actor.organisation, chats, now: at }, [
    { kind: "many-checks", subject: actor.officer, officer: "register-team", round: hour },
  ]);
}

async function checksInTheHour(tx: Tx, actor: Actor, at: Date): Promise<number> {
  const [row] = await tx
    .select({ checks: count() })
    .from(lookUp)
    .where(
      and(
        eq(lookUp.organisationId, actor.organisation),
        eq(lookUp.officerId, actor.officer),
        gt(lookUp.at, new Date(at.getTime() - 3_600_000)),
      ),
    );
  return row?.checks ?? 0;
}
