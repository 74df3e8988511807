/** "we will always try to ascertain if that customer is known to Social Work Services": the question goes out by itself. */
import { v7 as newId } from "uuid";
import { appendAudit } from "../../../db/queries/audit.ts";
import { addCopies } from "../../../db/queries/copies.ts";
import { addDue } from "../../../db/queries/due.ts";
import { findQuestionOf } from "../../../db/queries/social-work.ts";
import { socialWorkQuestion } from "../../../db/schema/index.ts";
import type { Tx } from "../../../db/transaction.ts";
import { remindAfter } from "../../policy/gates/social-work.ts";
import { isReachable } from "../../policy/staff/officer.ts";
import { addWorkingDaysOfTime } from "../../policy/working-time/add-working-time.ts";
import { workingClock } from "../../policy/working-time/working-clock.ts";
import type { Actor, Context } from "../context.ts";
import { holidaysOf } from "../holidays-of.ts";
import type { Assessed } from "../propose/assess.ts";
import { whoCanSay } from "./pass-questions.ts";

/** Asks every liaison whom a card reaches, once for a proposal, when its gate asks for it. */
export async function askSocialWork(
  tx: Tx,
  { row, gates, staff, pack, organisation }: Assessed,
  { actor, at, chats }: { actor: Actor; at: Date; chats: Context["chats"] },
): Promise<void> {
  const wanted = gates.some(({ gate, code }) => gate === "social_work" && code !== "pass");
  if (!wanted || (await findQuestionOf(tx, row.organisationId, row.id))) return;

  const liaisons = staff.filter((officer) => officer.roles.includes("social_work") && isReachable(officer));
  const putTo = liaisons.map((officer) => officer.id);
  const id = newId();
  await tx.insert(socialWorkQuestion).values({
    organisationId: row.organisationId,
    id,
    proposalId: row.id,
    askedAt: at,
    askedBy: actor.officer,
    putTo,
  });
  const clock = workingClock(pack, { timeZone: organisation.timeZone, holidays: holidaysOf(organisation, at) });
  await addDue(tx, row.organisationId, [
    { kind: "social-work-waiting", subject: id, at: addWorkingDaysOfTime(at, remindAfter(pack), clock) },
  ]);
  await addCopies(
    tx,
    { organisation: row.organisationId, chats, now: at },
    whoCanSay({ putTo }, staff).map((officer) => ({ kind: "social-work-question", subject: id, officer })),
  );
  await appendAudit(tx, {
    organisation: row.organisationId,
    at,
    event: "social-work-asked",
    by: actor.officer,
    subject: { kind: "proposal", id: row.id },
    facts: { question: id },
  });
}
