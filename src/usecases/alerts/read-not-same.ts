/** Whom the register team said not to be a customer: page by page, and one of them in full (SCREENING section 3). */
import { appendAudit } from "../../../db/queries/audit.ts";
import { countNotSame, findNotSame, listNotSame } from "../../../db/queries/not-same.ts";
import { interactive } from "../../../db/transaction.ts";
import type { Actor, Context } from "../context.ts";

/** Rows that read well on a phone. */
const PAGE = 8;

export type NotSamePage = Awaited<ReturnType<ReturnType<typeof readNotSame>>>;

/** One page of what still counts, counted from 1; a page beyond the last is the last. For the register team. */
export function readNotSame({ db, now }: Context) {
  return async ({ actor, page }: { actor: Actor; page: number }) =>
    await interactive(db, actor.organisation, async (tx) => {
      if (!actor.roles.includes("register_team")) return { code: "not-yours" } as const;
      const [at, { organisation, timeZone }] = [now(), actor];
      const total = await countNotSame(tx, organisation, at);
      const pages = Math.max(1, Math.ceil(total / PAGE));
      const shown = Math.min(Math.max(1, page), pages);
      const rows = await listNotSame(tx, organisation, { at, from: (shown - 1) * PAGE, most: PAGE });
      await appendAudit(tx, {
        organisation,
        at,
        event: "not-same-listed",
        by: actor.officer,
        subject: { kind: "register", id: String(shown) },
      });
      return { code: "page", page: shown, pages, total, timeZone, rows } as const;
    });
}

export type NotSameEntry = Awaited<ReturnType<ReturnType<typeof readNotSameEntry>>>;

/** One of them with the customer's name; the opening is recorded. */
export function readNotSameEntry({ db, now }: Context) {
  return async ({ actor, judgement: id }: { actor: Actor; judgement: string }) =>
    await interactive(db, actor.organisation, async (tx) => {
      if (!actor.roles.includes("register_team")) return { code: "not-yours" } as const;
      const [at, { organisation, timeZone }] = [now(), actor];
      const row = await findNotSame(tx, organisation, { id, at });
      if (!row) return { code: "ended" } as const;
      await appendAudit(tx, {
        organisation,
        at,
        event: "not-same-opened",
        by: actor.officer,
        subject: { kind: "not-same-person", id },
      });
      return { code: "opened", row, timeZone } as const;
    });
}
