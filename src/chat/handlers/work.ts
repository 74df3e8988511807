/** The home tab, and the same list on a card. */
import type { Card } from "../../../cards/model.ts";
import { work } from "../../../cards/work.ts";
import type { Actor } from "../../usecases/context.ts";
import type { WorkPage } from "../../usecases/read-work.ts";
import type { OnPress } from "./handler.ts";

export type WorkDeps = { readonly readWork: (command: { actor: Actor; page: number }) => Promise<WorkPage> };

/** A page button is about no one thing: it carries the id that means the whole list. */
const WHOLE_LIST = "00000000-0000-4000-8000-000000000000";
/** A case history is asked for with its page in the place of the version. */
const FIRST_PAGE = 1;

export async function workCard({ readWork }: WorkDeps, actor: Actor, page: number): Promise<Card> {
  const read = await readWork({ actor, page });
  return work({
    ...read,
    pageTargetId: WHOLE_LIST,
    rows: read.rows.map(({ id, version, at, ...entry }) => ({
      ...entry,
      target: { id, version: HISTORY.includes(entry.kind) ? FIRST_PAGE : version },
      at: { at, timeZone: read.timeZone },
    })),
  });
}

const HISTORY: readonly string[] = ["review-due", "ends-soon", "in-force"];

export const openWorkPage =
  (deps: WorkDeps): OnPress =>
  async (actor, { target }) => ({ kind: "told", card: await workCard(deps, actor, target.version) });
