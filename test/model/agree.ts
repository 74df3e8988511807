/** After a press both hold the same, no card lies, and the audit has only grown. */
import { expect } from "vitest";
import { adopt } from "./asked.ts";
import { lies } from "./cards.ts";
import { presserOf } from "./model/press.ts";
import { recordOfWorld } from "./model/record.ts";
import type { Press, World } from "./model/world.ts";
import { added, auditRows, lost } from "./product/audit.ts";
import { bringUpToDate, type HeldCard } from "./product/cards.ts";
import { askedOf, observe } from "./product/observe.ts";
import type { Product } from "./product/open.ts";
import type { Real } from "./real.ts";
import { wrongReminders } from "./reminders.ts";

type Accepted = readonly { readonly press: Press | null; readonly events: readonly string[] }[];
type Before = Awaited<ReturnType<typeof snapshot>>;

/** `accepted`: what was pressed and went through, with what the audit says of it; null for what fell due. */
export async function agree(world: World, real: Real, before: Before, accepted: Accepted): Promise<void> {
  const { product } = real;
  expect(await observe(product)).toEqual(recordOfWorld(world));
  const asked = await askedOf(product);
  const wrong = world.proposals.flatMap((proposal, number) => adopt(world, proposal, asked[number] ?? new Set()));
  expect(wrong, "who is asked").toEqual([]);

  const after = await auditRows(product);
  expect(lost(before.audit, after), "rows of the audit that were lost or changed").toEqual([]);
  const fresh = added(before.audit, after);
  for (const { press, events } of accepted)
    for (const event of new Set(events)) {
      const rows = fresh.filter((row) => row.event === event && (press === null || row.by === presserOf(press)));
      const wanted = events.filter((one) => one === event).length;
      expect(rows.length, `rows of the audit that say ${event}`).toBeGreaterThanOrEqual(wanted);
    }
  if (accepted.length === 0) expect(fresh, "a refused press left a row in the audit").toEqual([]);

  const cards = await bringUpToDate(product, real.held);
  expect(await lies(product, world, cards), "cards that lie").toEqual([]);
  expect(await wrongReminders(product, world, cards), "reminders").toEqual([]);
  expect(cannotAnswer(world, product, cards), "asked, and without a card to decide on").toEqual([]);
}

/** Whoever was asked and may decide holds a card with which they can. */
function cannotAnswer(world: World, product: Product, cards: readonly HeldCard[]): string[] {
  return world.proposals.flatMap(({ asked, state }, number) =>
    [...asked].filter((person) => {
      const own = cards.filter(
        ({ kind, subject, holder }) =>
          kind === "approval" && holder === person && subject === product.proposals[number],
      );
      return state === "submitted" && own.length === 0;
    }),
  );
}

/** What a refused press must leave alone. */
export async function snapshot(real: Real) {
  return { audit: await auditRows(real.product), copies: await copies(real) };
}

export async function copies({ product }: Real) {
  const [row] = await product.council
    .sql`select count(*)::int as copies, coalesce(sum(wanted), 0)::int as wanted from copy`;
  return row;
}
