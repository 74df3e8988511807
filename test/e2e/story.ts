/** The story of the main job, written once and played in both chats: from a report to the end of an arrangement. */
import type { CouncilStage } from "./stage.ts";
import { channelSteps } from "./story/channel-steps.ts";
import { contactSteps } from "./story/contact-steps.ts";
import { decisionSteps } from "./story/decision-steps.ts";
import { endSteps } from "./story/end-steps.ts";
import { proposalSteps } from "./story/proposal-steps.ts";
import { registerSteps } from "./story/register-steps.ts";
import { reportSteps } from "./story/report-steps.ts";

/** What one step leaves behind for those after it. */
export type Memory = {
  /** References as the people in it read them. */
  customerRef: string;
  proposalRef: string;
};

export type Step = { readonly title: string; readonly act: (stage: CouncilStage, memory: Memory) => Promise<void> };

/** The customer of the story: nobody on the register yet. */
export const CUSTOMER = { name: "Peregrine Vale", phone: "07700 900321", email: "p.vale@mailbox.example" };
export const HAPPENED = "Rang fourteen times about the same repair and swore at the gatekeeper.";
export const WHY = "Calls reached fourteen officers after the final answer, and nothing less stopped them.";
export const QUESTION = "Has the tenancy team been asked what would help?";

/** Nothing of this may stand in a posted message, in either chat (DESIGN decision 8). */
export const NEVER_POSTED = [
  "Peregrine",
  "Vale",
  "900321",
  "p.vale",
  "fourteen",
  "gatekeeper",
  "final answer",
  "tenancy team",
  "at home",
];

export const STORY: readonly Step[] = [
  ...reportSteps,
  ...proposalSteps,
  ...decisionSteps,
  ...registerSteps,
  ...contactSteps,
  ...channelSteps,
  ...endSteps,
];
