/** Whose task a step is until it is done: advice until it is recorded, a warning as a letter to send. */
import { v7 as newId } from "uuid";
import { addCopies } from "../../../db/queries/copies.ts";
import { addDue } from "../../../db/queries/due.ts";
import type { Organisation } from "../../../db/queries/organisation.ts";
import { letter } from "../../../db/schema/index.ts";
import type { Tx } from "../../../db/transaction.ts";
import type { Pack } from "../../policy/packs/pack.ts";
import { addWorkingDaysOfTime } from "../../policy/working-time/add-working-time.ts";
import { workingClock } from "../../policy/working-time/working-clock.ts";
import type { Context } from "../context.ts";
import { holidaysOf } from "../holidays-of.ts";
import { letterOf } from "./step-record.ts";
import type { TakeStep } from "./take-step.ts";

type Task = {
  readonly command: TakeStep;
  readonly id: string;
  readonly owner: string;
  readonly pack: Pack;
  readonly own: Organisation;
  readonly at: Date;
  readonly chats: Context["chats"];
};

/** Advice is a task until it is recorded; a warning is a letter to send. */
export async function addTask(tx: Tx, { command, id, owner, pack, own, at, chats }: Task): Promise<void> {
  if (command.done) return;
  const ledger = { organisation: own.id, chats, now: at };
  const clock = workingClock(pack, { timeZone: own.timeZone, holidays: holidaysOf(own, at) });
  const nextDay = addWorkingDaysOfTime(at, 1, clock);
  if (command.step === "advice") {
    await addDue(tx, own.id, [{ kind: "advice-waiting", subject: id, at: nextDay }]);
    await addCopies(tx, ledger, [{ kind: "advice-task", subject: id, officer: owner }]);
    return;
  }
  const letterId = newId();
  await tx.insert(letter).values({
    organisationId: own.id,
    id: letterId,
    stepId: id,
    body: await letterOf(tx, own.id, { step: id, at }),
    writtenAt: at,
    ownerId: owner,
  });
  await addDue(tx, own.id, [{ kind: "letter-unsent", subject: letterId, at: nextDay }]);
  await addCopies(tx, ledger, [{ kind: "letter-task", subject: letterId, officer: owner }]);
}
