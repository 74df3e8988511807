/** The letter to send, and what its "Mark as sent" form needs. */
import { and, eq } from "drizzle-orm";
import { appendAudit } from "../../db/queries/audit.ts";
import { arrangement, customer, letter } from "../../db/schema/index.ts";
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
        .innerJoin(
          arrangement,
          and(eq(arrangement.organisationId, letter.organisationId), eq(arrangement.id, letter.arrangementId)),
        )
        .innerJoin(
          customer,
          and(eq(customer.organisationId, arrangement.organisationId), eq(customer.id, arrangement.customerId)),
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
        recordedAt: found.letter.recordedAt,
        today: localDate(at, actor.timeZone),
      } as const;
    });
}
