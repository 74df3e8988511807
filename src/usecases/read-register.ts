/** `/contact-register`: the arrangements in force, page by page, and one entry in full, for those entitled. */
import { and, asc, count, eq, gt, isNull, lte } from "drizzle-orm";
import { appendAudit } from "../../db/queries/audit.ts";
import { earlierArrangements } from "../../db/queries/earlier-arrangements.ts";
import { loadNames } from "../../db/queries/names.ts";
import { loadOrganisation } from "../../db/queries/organisation.ts";
import { reviewDay } from "../../db/queries/reviews.ts";
import { loadStaff } from "../../db/queries/staff.ts";
import { approver, arrangement, customer, restriction } from "../../db/schema/index.ts";
import { interactive, type Tx } from "../../db/transaction.ts";
import { arrangementSentences } from "../policy/arrangement/arrangement-sentence.ts";
import { KIND_WORDS } from "../policy/arrangement/plain-words.ts";
import { whereWords } from "../policy/arrangement/where-words.ts";
import { wordingOf } from "../policy/arrangement/wording.ts";
import { restrictionOf } from "../policy/restrictions/restriction.ts";
import { localDate } from "../policy/working-time/dates.ts";
import type { Actor, Context } from "./context.ts";
import { packOf } from "./pack-of.ts";
import { loadWarningEffect } from "./warning-effect.ts";

/** Rows that read well on a phone. */
const PAGE = 8;

const IN_FORCE = (organisation: string, at: Date) =>
  and(
    eq(arrangement.organisationId, organisation),
    lte(arrangement.startsAt, at),
    gt(arrangement.endsAt, at),
    isNull(arrangement.liftedAt),
  );

export type RegisterPage = Awaited<ReturnType<ReturnType<typeof readRegister>>>;

/** One page of the register, counted from 1; a page beyond the last is the last. For the register team. */
export function readRegister({ db, now }: Context) {
  return async ({ actor, page }: { actor: Actor; page: number }) =>
    await interactive(db, actor.organisation, async (tx) => {
      if (!actor.roles.includes("register_team")) return { code: "not-yours" } as const;
      const at = now();
      const [counted] = await tx.select({ total: count() }).from(arrangement).where(IN_FORCE(actor.organisation, at));
      const total = counted?.total ?? 0;
      const pages = Math.max(1, Math.ceil(total / PAGE));
      const shown = Math.min(Math.max(1, page), pages);
      const rows = await tx
        .select({ arrangement, customerRef: customer.ref, reviewOn: reviewDay })
        .from(arrangement)
        .innerJoin(
          customer,
          and(eq(customer.organisationId, arrangement.organisationId), eq(customer.id, arrangement.customerId)),
        )
        .where(IN_FORCE(actor.organisation, at))
        .orderBy(asc(customer.ref), asc(arrangement.ref))
        .limit(PAGE)
        .offset((shown - 1) * PAGE);
      await appendAudit(tx, {
        organisation: actor.organisation,
        at,
        event: "register-listed",
        by: actor.officer,
        subject: { kind: "register", id: String(shown) },
      });
      return {
        code: "page",
        page: shown,
        pages,
        total,
        warnings: shown === 1 ? await loadWarningEffect(tx, actor.organisation, at) : null,
        rows: await Promise.all(rows.map((row) => summary(tx, row))),
      } as const;
    });
}

async function summary(
  tx: Tx,
  {
    arrangement: of,
    customerRef,
    reviewOn,
  }: { arrangement: typeof arrangement.$inferSelect; customerRef: string; reviewOn: string },
) {
  const { timeZone } = await loadOrganisation(tx, of.organisationId);
  const kinds = await tx
    .select({ kind: restriction.kind })
    .from(restriction)
    .where(and(eq(restriction.organisationId, of.organisationId), eq(restriction.arrangementId, of.id)));
  return {
    target: { id: of.id, version: 1 },
    customerRef,
    kinds: kinds.map(({ kind }) => KIND_WORDS[kind]),
    endsOn: localDate(of.endsAt, timeZone),
    reviewOn,
  };
}

export type RegisterEntry = Awaited<ReturnType<ReturnType<typeof readRegisterEntry>>>;

/** One entry as 7.4 asks for it: who, what, from and until, who decided, whether the customer was told. The opening is recorded. */
export function readRegisterEntry({ db, now, chats }: Context) {
  return async ({ actor, arrangement: id }: { actor: Actor; arrangement: string }) =>
    await interactive(db, actor.organisation, async (tx) => {
      if (!actor.roles.includes("register_team")) return { code: "not-yours" } as const;
      const [found] = await tx
        .select({ arrangement, customer, reviewOn: reviewDay })
        .from(arrangement)
        .innerJoin(
          customer,
          and(eq(customer.organisationId, arrangement.organisationId), eq(customer.id, arrangement.customerId)),
        )
        .where(and(eq(arrangement.organisationId, actor.organisation), eq(arrangement.id, id)));
      if (!found) return { code: "unknown-target" } as const;
      await appendAudit(tx, {
        organisation: actor.organisation,
        at: now(),
        event: "register-entry-opened",
        by: actor.officer,
        subject: { kind: "arrangement", id },
      });
      return { code: "opened", facts: await entryFacts(tx, found, chats) } as const;
    });
}

async function entryFacts(
  tx: Tx,
  {
    arrangement: of,
    customer: about,
    reviewOn,
  }: { arrangement: typeof arrangement.$inferSelect; customer: typeof customer.$inferSelect; reviewOn: string },
  chats: Context["chats"],
) {
  const { timeZone } = await loadOrganisation(tx, of.organisationId);
  const { nameOf, reachOf } = await loadNames(tx, of.organisationId, await loadStaff(tx, of.organisationId, chats));
  const rows = await tx
    .select()
    .from(restriction)
    .where(and(eq(restriction.organisationId, of.organisationId), eq(restriction.arrangementId, of.id)))
    .orderBy(asc(restriction.id));
  const restrictions = rows.map(restrictionOf);
  const day = (at: Date) => localDate(at, timeZone);
  const pack = await packOf(tx, of.organisationId, of);
  return {
    target: { id: of.id, version: 1 },
    customer: { ref: about.ref, name: about.name },
    arrangementRef: of.ref,
    arrangement: arrangementSentences(restrictions, wordingOf(of, { nameOf, reachOf, pack })),
    where: whereWords(restrictions),
    startsOn: day(of.startsAt),
    endsOn: day(of.endsAt),
    reviewOn,
    decidedBy: await deciders(tx, of, nameOf),
    policy: `${pack.title}, version ${of.packVersion}`,
    judged: of.judged,
    earlier: await earlierArrangements(tx, of.organisationId, { customer: of.customerId, decidedBefore: of.decidedAt }),
    toldOn: of.toldAt ? day(of.toldAt) : null,
  };
}

async function deciders(
  tx: Tx,
  of: typeof arrangement.$inferSelect,
  nameOf: (id: string) => string,
): Promise<readonly string[]> {
  if (!of.proposalId) return [nameOf(of.decidedBy)];
  const rows = await tx
    .select({ officer: approver.officerId })
    .from(approver)
    .where(
      and(
        eq(approver.organisationId, of.organisationId),
        eq(approver.proposalId, of.proposalId),
        eq(approver.verdict, "approve"),
      ),
    );
  return rows.map(({ officer }) => nameOf(officer));
}
