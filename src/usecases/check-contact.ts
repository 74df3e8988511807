/** `/check-contact`: may this customer be dealt with, and how? Answered to the asker alone, and recorded. */
import { and, count, eq, gt } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { appendAudit } from "../../db/queries/audit.ts";
import { addCopies } from "../../db/queries/copies.ts";
import { loadInForce } from "../../db/queries/in-force.ts";
import { loadStaffOn } from "../../db/queries/staff.ts";
import { lookUp } from "../../db/schema/index.ts";
import { interactive, type Tx } from "../../db/transaction.ts";
import { bearsOnService } from "../policy/arrangement/access.ts";
import type { Channel } from "../policy/vocabulary.ts";
import { localDate } from "../policy/working-time/dates.ts";
import { type Checked, type TypedField, whoIsChecked } from "./checked-customers.ts";
import type { Actor, Context } from "./context.ts";
import { type WordsInForce, wordsInForce } from "./words-in-force.ts";

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
  readonly answer: /** One shape whether there is an entry or not. */
    | ({ readonly code: "entry"; readonly customerTold: boolean } & WordsInForce)
    | ({ readonly code: "nothing" } & WordsInForce)
    /** Somebody on the register may have this number: the register team is asked, and nothing is said of them here. */
    | { readonly code: "ask-register-team" }
    | { readonly code: "name-only" }
    | { readonly code: "nothing-given" }
    /** Nothing was checked, and nothing was recorded. */
    | { readonly code: "unreadable"; readonly fields: readonly TypedField[] };
  readonly manyChecks: boolean;
};

/** Looks one customer up. Nothing usable given is said to be unchecked, never clear (SCREENING section 2). */
export function checkContact({ db, now, chats }: Context) {
  return async (command: CheckContact): Promise<CheckOutcome> =>
    await interactive(db, command.actor.organisation, async (tx) => {
      const { actor } = command;
      const at = now();
      const checked = await whoIsChecked(tx, command, at);
      if (checked.code === "unreadable") return { at, answer: checked, manyChecks: false };
      await record(tx, { command, at, customers: "customers" in checked ? checked.customers : [] });
      const manyChecks = (await checksInTheHour(tx, actor, at)) > CHECKS_AN_HOUR;
      if (manyChecks) await tellRegisterTeam(tx, { actor, at, chats });
      return { at, answer: await answerOf(tx, checked, { command, at, chats }), manyChecks };
    });
}

async function record(
  tx: Tx,
  { command, at, customers }: { command: CheckContact; at: Date; customers: readonly string[] },
): Promise<void> {
  const { actor, why } = command;
  const organisation = actor.organisation;
  await tx.insert(lookUp).values({
    organisationId: organisation,
    id: newId(),
    officerId: actor.officer,
    at,
    reason: why,
    customerId: customers.length === 1 ? (customers[0] ?? null) : null,
  });
  const found = customers.length > 0 ? customers : ["none"];
  await appendAudit(
    tx,
    ...found.map((id) => ({
      organisation,
      at,
      event: "register-checked",
      by: actor.officer,
      subject: { kind: "customer", id },
    })),
  );
}

type Asking = { readonly command: CheckContact; readonly at: Date; readonly chats: Context["chats"] };

async function answerOf(
  tx: Tx,
  checked: Exclude<Checked, { readonly code: "unreadable" }>,
  asking: Asking,
): Promise<CheckOutcome["answer"]> {
  switch (checked.code) {
    case "sure":
      return await inForce(tx, checked.customers, asking);
    case "nobody":
      return await inForce(tx, [], asking);
    case "possible":
      return { code: "ask-register-team" };
    case "name-only":
    case "nothing-given":
      return { code: checked.code };
  }
}

async function inForce(
  tx: Tx,
  customers: readonly string[],
  { command: { actor, channel }, at, chats }: Asking,
): Promise<CheckOutcome["answer"]> {
  const { organisation } = actor;
  const found = await Promise.all(customers.map((customer) => loadInForce(tx, { organisation, customer, at })));
  // What asks nothing of this officer's service leaves no trace in the answer.
  const entries = found.flat().filter(({ restriction }) => bearsOnService(restriction, actor.service));
  const staff = await loadStaffOn(tx, organisation, { chats, day: localDate(at, actor.timeZone) });
  const words = await wordsInForce(tx, entries, { actor, channel, staff });
  if (entries.length === 0) return { code: "nothing", ...words };
  return { code: "entry", ...words, customerTold: entries.every(({ arrangement }) => arrangement.toldAt !== null) };
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
