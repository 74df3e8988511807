import type { Tx } from "../../../db/transaction.ts";
import type { Context } from "../context.ts";
import { adviceFacts } from "./advice-facts.ts";
import { alertChannelFacts, alertDigestFacts, someoneElseFacts } from "./alert-facts.ts";
import { alertOfficerFacts } from "./alert-officer-facts.ts";
import { approvalChannelFacts } from "./approval-channel-facts.ts";
import type { Scene } from "./copy-scene.ts";
import { delegationFacts } from "./delegation-facts.ts";
import { handedFacts } from "./handed-facts.ts";
import { namedAwayFacts } from "./named-away-facts.ts";
import { chosenFacts, endedFacts, faultFacts, reviewFacts } from "./notice-facts.ts";
import { approvalFacts, letterFacts, outcomeFacts, stuckFacts } from "./proposal-facts.ts";
import { receiptFacts } from "./receipt-facts.ts";
import { safetyFacts } from "./safety-facts.ts";
import { socialWorkFacts, socialWorkNewsFacts } from "./social-work-facts.ts";
import { triageFacts } from "./triage-facts.ts";

type When = { readonly now: Date; readonly chats: Context["chats"] };

/** The facts that a copy's card is made of, as they are now; nothing when its subject is gone. */
export async function copyFacts(tx: Tx, scene: Scene, when: When) {
  const { kind } = scene.copy;
  switch (kind) {
    case "report-receipt":
      return of(kind, await receiptFacts(tx, scene));
    case "triage":
      return of(kind, await triageFacts(tx, scene, when));
    case "safety-alert":
    case "safety-alert-channel":
      return of("safety-alert", await safetyFacts(tx, scene));
    case "approval":
    case "approval-reminder":
      return of(kind, await approvalFacts(tx, scene, when));
    case "approval-channel":
      return of(kind, await approvalChannelFacts(tx, scene, when));
    case "proposal-sent":
    case "proposal-outcome":
      return of("proposal-outcome", await outcomeFacts(tx, scene, when));
    case "proposal-stuck":
      return of(kind, await stuckFacts(tx, scene, when));
    case "delegation":
      return of(kind, await delegationFacts(tx, scene, when));
    case "social-work-question":
    case "social-work-reminder":
      return of("social-work-question", await socialWorkFacts(tx, scene));
    case "social-work-news":
      return of(kind, await socialWorkNewsFacts(tx, scene));
    case "advice-task":
    case "advice-reminder":
      return of("advice-task", await adviceFacts(tx, scene));
    case "letter-task":
    case "letter-reminder":
      return of("letter-task", await letterFacts(tx, scene));
    case "alert-officer":
      return of(kind, await alertOfficerFacts(tx, scene));
    case "alert-channel": {
      const digest = await alertDigestFacts(tx, scene);
      return digest ? of("alert-digest", digest) : of(kind, await alertChannelFacts(tx, scene));
    }
    case "someone-else":
      return of(kind, await someoneElseFacts(tx, scene));
    case "review-due":
      return of(kind, await reviewFacts(tx, scene));
    case "arrangement-ended":
      return of(kind, await endedFacts(tx, scene));
    case "channel-chosen":
      return of(kind, await chosenFacts(tx, scene));
    case "channel-fault":
      return of(kind, await faultFacts(tx, scene, "register"));
    case "senior-channel-fault":
      return of("channel-fault", await faultFacts(tx, scene, "seniors"));
    case "many-checks":
      return of(kind, { officer: scene.nameOf(scene.copy.subjectId) });
    case "work-handed":
      return of(kind, await handedFacts(tx, scene));
    case "named-away":
      return of(kind, await namedAwayFacts(tx, scene));
  }
}

export type CopyFacts = NonNullable<Awaited<ReturnType<typeof copyFacts>>>;

const of = <K extends string, F>(kind: K, facts: F | undefined) =>
  facts === undefined ? undefined : ({ kind, facts } as const);
