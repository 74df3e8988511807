/** The cards that people hold, as they were last brought up to date: a change that forgets its cards is seen here. */
import { eq } from "drizzle-orm";
import type { TakenCopy } from "../../../db/queries/deliveries.ts";
import { copy } from "../../../db/schema/index.ts";
import { background } from "../../../db/transaction.ts";
import { cardOf } from "../../../src/jobs/card-of.ts";
import { type CopyFacts, copyFacts } from "../../../src/usecases/copies/copy-facts.ts";
import { loadScene } from "../../../src/usecases/copies/copy-scene.ts";
import type { Shown } from "../model/shown.ts";
import type { Product } from "./open.ts";

export type HeldCard = Shown & {
  readonly kind: string;
  /** The id of what it is about. */
  readonly subject: string;
  readonly holder: string;
  readonly round: number;
};
type Held = Map<string, { readonly wanted: number; readonly card: HeldCard }>;

const CHATS = new Set(["slack"] as const);
/** What only shows more, or is a person's own to press at any time. */
const HARMLESS = ["proposal-read", "triage-read", "letter-read", "advice-read", "declare-interest"];

/** Brings the cards up to date as deliveries would: those that the product wants changed, and no others. */
export async function bringUpToDate({ council, handleOf }: Product, held: Held): Promise<readonly HeldCard[]> {
  const rows = await council.sql`select id, wanted from copy where kind <> 'channel-fault' order by id`;
  const behind = rows.filter((row) => held.get(String(row["id"]))?.wanted !== Number(row["wanted"]));
  const when = { now: council.clock.now, chats: CHATS };
  if (behind.length > 0)
    await background(council.db, council.organisation, async (tx) => {
      for (const { id } of behind) {
        const row = await copyRow(tx, String(id));
        const scene = await loadScene(tx, row, when);
        const facts = await copyFacts(tx, scene, when);
        if (facts) held.set(row.id, { wanted: row.wanted, card: shown(row, facts, handleOf(row.officerId)) });
      }
    });
  return [...held.values()].map(({ card }) => card);
}

async function copyRow(tx: Parameters<typeof loadScene>[0], id: string): Promise<TakenCopy> {
  const [row] = await tx.select().from(copy).where(eq(copy.id, id));
  if (!row) throw new Error("a copy was deleted");
  return row;
}

function shown(copy: TakenCopy, facts: CopyFacts, holder: string): HeldCard {
  const offers = cardOf(facts).buttons.map(({ action }) => action as string);
  return {
    kind: copy.kind,
    subject: copy.subjectId,
    holder,
    round: copy.round,
    says: stateOf(facts),
    offers: offers.filter((action) => !HARMLESS.includes(action)).toSorted(),
  };
}

/** In which state the card shows its matter; empty for a kind that is not about a case. */
function stateOf({ kind, facts }: CopyFacts): string {
  if (kind === "proposal-outcome") return facts.outcome.code;
  if (kind === "proposal-stuck") return facts.state;
  if (kind === "report-receipt") return facts.news.code;
  if (kind === "approval" || kind === "approval-reminder" || kind === "triage") return facts.state.code;
  return kind === "letter-task" || kind === "advice-task" ? facts.state.code : "";
}
