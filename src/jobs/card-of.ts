/** The card of a copy from its facts. One row for each kind: a new kind does not compile until it is here. */
import { adviceTask } from "../../cards/advice-task.ts";
import { alertChannel } from "../../cards/alert-channel.ts";
import { alertDigest } from "../../cards/alert-digest.ts";
import { alertOfficer } from "../../cards/alert-officer.ts";
import { alertPointOfContact } from "../../cards/alert-point-of-contact.ts";
import { approvalChannel } from "../../cards/approval-channel.ts";
import { approvalRequest } from "../../cards/approval-request.ts";
import { arrangementEnded } from "../../cards/arrangement-ended.ts";
import { channelFault } from "../../cards/channel-fault.ts";
import { channelNotice } from "../../cards/channel-notice.ts";
import { delegation } from "../../cards/delegation.ts";
import { letterTask } from "../../cards/letter-task.ts";
import { manyChecks } from "../../cards/many-checks.ts";
import type { Card } from "../../cards/model.ts";
import { namedAway } from "../../cards/named-away.ts";
import { possibleMatch } from "../../cards/possible-match.ts";
import { proposalOutcome } from "../../cards/proposal-outcome.ts";
import { proposalStuck } from "../../cards/proposal-stuck.ts";
import { reportReceipt } from "../../cards/report-receipt.ts";
import { reviewDue } from "../../cards/review-due.ts";
import { safetyAlert } from "../../cards/safety-alert.ts";
import { socialWorkNews, socialWorkQuestion } from "../../cards/social-work.ts";
import { someoneElse } from "../../cards/someone-else.ts";
import { triage } from "../../cards/triage.ts";
import { workHanded } from "../../cards/work-handed.ts";
import type { CopyFacts } from "../usecases/copies/copy-facts.ts";

export function cardOf(copy: CopyFacts): Card {
  switch (copy.kind) {
    case "report-receipt":
      return reportReceipt(copy.facts);
    case "triage":
      return triage(copy.facts);
    case "safety-alert":
      return safetyAlert(copy.facts);
    case "approval":
    case "approval-reminder":
      return approvalRequest(copy.facts);
    case "approval-channel":
      return approvalChannel(copy.facts);
    case "proposal-outcome":
      return proposalOutcome(copy.facts);
    case "proposal-stuck":
      return proposalStuck(copy.facts);
    case "delegation":
      return delegation(copy.facts);
    case "social-work-question":
      return socialWorkQuestion(copy.facts);
    case "social-work-news":
      return socialWorkNews(copy.facts);
    case "advice-task":
      return adviceTask(copy.facts);
    case "letter-task":
      return letterTask(copy.facts);
    case "alert-officer":
      return copy.facts.part === "point_of_contact" ? alertPointOfContact(copy.facts) : alertOfficer(copy.facts);
    case "alert-channel":
      return copy.facts.possible ? possibleMatch(copy.facts) : alertChannel(copy.facts);
    case "alert-digest":
      return alertDigest(copy.facts);
    case "someone-else":
      return someoneElse(copy.facts);
    case "review-due":
      return reviewDue(copy.facts);
    case "arrangement-ended":
      return arrangementEnded(copy.facts);
    case "channel-chosen":
      return channelNotice(copy.facts);
    case "channel-fault":
      return channelFault(copy.facts);
    case "many-checks":
      return manyChecks(copy.facts);
    case "work-handed":
      return workHanded(copy.facts);
    case "named-away":
      return namedAway(copy.facts);
  }
}
