/** The letter to send, and what its "Mark as sent" form needs. */
import { and, eq, sql } from "drizzle-orm";
import { appendAudit } from "../../db/queries/audit.ts";
import { arrangement, customer, ladderStep, letter } from "../../db/schema/index.ts";
import { interactive, type Tx } from "../../db/transaction.ts";
import { LETTER_WAYS, waysToSend } from "../policy/ladder/letter-ways.ts";
import { localDate } from "../policy/working-time/dates.ts";
import type { Actor, Context } from "./context.ts";
import { packOf } from "./pack-of.ts";

export type ReadLetter = Awaited<ReturnType<ReturnType<typeof readLetter>>>;

/** For whoever has the task, and the register team. The opening is recorded. */
export function readLetter({ db, now }: Context) {
  return async ({ actor, letter: id }: { actor: Actor; letter: string }) =>
    await interactive(db, actor.organisation, async (tx) => {
      const at = now();
      const [found] = await tx
        .select({ letter, step: ladderStep, customerRef: customer.ref })
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
        ...(found.step
          ? await warningSent(tx, found.step)
          : ({ about: "decision", ways: LETTER_WAYS, how: "letter", withPolicy: true } as const)),
        recordedAt: found.letter.recordedAt,
        today: localDate(at, actor.timeZone),
      } as const;
    });
}

/** How a warning may go by the pack it was written under, and how it was chosen to. */
async function warningSent(tx: Tx, step: typeof ladderStep.$inferSelect) {
  const { steps } = await packOf(tx, step.organisationId, step);
  const given = steps.find((one) => one.step === step.kind);
  return {
    about: "warning",
    ways: given ? waysToSend(given) : LETTER_WAYS,
    how: step.how ?? "letter",
    withPolicy: given?.enclosesPolicy.value ?? true,
  } as const;
}
