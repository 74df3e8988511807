/** The story of the main job, written once and played in both chats: from a report to the end of an arrangement. */
import { channelSteps } from "./story/channel-steps.ts";
import { contactSteps } from "./story/contact-steps.ts";
import { decisionSteps } from "./story/decision-steps.ts";
import { endSteps } from "./story/end-steps.ts";
import { proposalSteps } from "./story/proposal-steps.ts";
import { registerSteps } from "./story/register-steps.ts";
import { reportSteps } from "./story/report-steps.ts";
import type { Step } from "./story/step.ts";

export const STORY: readonly Step[] = [
  ...reportSteps,
  ...proposalSteps,
  ...decisionSteps,
  ...registerSteps,
  ...contactSteps,
  ...channelSteps,
  ...endSteps,
];
