/** The letter to send, and what its "Mark as sent" form needs. */
import { and, eq, sql } from "drizzle-orm";
import { appendAudit } from "../../db/queries/audit.ts";
import { arrangement, customer, ladderStep, letter } from "../../db/schema/index.ts";
import { interactive } from "../../db/transaction.ts";
import { localDate } from "../policy/working-time/dates.ts";
import type { Actor, Context } from "./context.ts";

export type ReadLetter = Awaited<ReturnType<ReturnType<typeof readLetter>>>;

/** For whoever has the task, and the register team. The opening is recorded. */
export function readLetter({ db, now }: Context) {
  return async ({ actor, letter: id }: { actor: Actor; letter: string }) =>
    await interactive(db, actor.organisation, async (tx) => {
      const at = now();
      const [found] = await tx
        .select({ letter, customerRef: customer.ref })
        .from(letter)
        .leftJoin(
          arrangement,
          and(eq(arrangement.organisationId, letter.organisationId), eq(arrangement.id, letter.arrangementId)),
        )
        .leftJoin(
          ladderStep,
          and(eq(ladderStep.organisationId, letter.organisationId), eq(ladderStep.id, letter.stepId)),
        )
        .innerJoin(
          customer,
          and(
            eq(customer.organisationId, letter.organisationId),
            eq(customer.id, sql`coalesce(${arrangement.customerId}, ${ladderStep.customerId})`),
          ),
        )
        .where(and(eq(letter.organisationId, actor.organisation), eq(letter.id, id)));
      if (!found) return { code: "unknown-target" } as const;
      if (found.letter.ownerId !== actor.officer && !actor.roles.includes("register_team"))
        return { code: "not-yours" } as const;
      await appendAudit(tx, {
        organisation: actor.organisation,
        at,
        event: "letter-opened",
        by: actor.officer,
        subject: { kind: "letter", id },
      });
      return {
        code: "opened",
        text: found.letter.body,
        customerRef: found.customerRef,
        about: found.letter.stepId ? ("warning" as const) : ("decision" as const),
        recordedAt: found.letter.recordedAt,
        today: localDate(at, actor.timeZone),
      } as const;
    });
}
