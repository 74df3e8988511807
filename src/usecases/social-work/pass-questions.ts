import { addCopies, type Ledger } from "../../../db/queries/copies.ts";
import { openQuestions, type SocialWorkRow } from "../../../db/queries/social-work.ts";
import type { Tx } from "../../../db/transaction.ts";
import { NOT_ASKED_ANY_MORE } from "../../policy/gates/social-work.ts";
import { isReachable, type Staff } from "../../policy/staff/officer.ts";

/** Who can be asked now: those liaisons of a question whom a card reaches, else the register team, which finds somebody who can say. */
export function whoCanSay({ putTo }: Pick<SocialWorkRow, "putTo">, staff: Staff): readonly string[] {
  const here = new Set(staff.filter(isReachable).map(({ id }) => id));
  const liaisons = putTo.filter((id) => here.has(id));
  return liaisons.length > 0 ? liaisons : ["register-team"];
}

/** Liaisons are away, have left or lost their account: open questions that reach none of them any more go to the register team. */
export async function passQuestions(tx: Tx, ledger: Ledger, staff: Staff): Promise<void> {
  const open = await openQuestions(tx, ledger.organisation, NOT_ASKED_ANY_MORE);
  const alone = open.filter((row) => whoCanSay(row, staff).includes("register-team"));
  await addCopies(
    tx,
    ledger,
    alone.map(({ id }) => ({ kind: "social-work-question", subject: id, officer: "register-team" })),
  );
}
