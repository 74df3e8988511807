/** What a step of the story is, and the facts that all of them share. */
import type { CouncilStage } from "../stage.ts";

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
