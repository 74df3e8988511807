/** What a source is told of each contact (SCREENING section 1). */
import type { ScreeningAnswer } from "../../policy/screening/answer.ts";
import type { ContactFault } from "../../policy/screening/read-contact.ts";

/** The answer as it is kept, so that the same contact sent again gets it again. It holds nothing of the source's own. */
export type KeptAnswer = ScreeningAnswer & { readonly alertId: string | null };

export type ContactResult =
  | ({ readonly id: string; readonly status: "accepted" | "duplicate" } & KeptAnswer)
  | { readonly id: string | null; readonly status: "rejected"; readonly errors: readonly ContactFault[] };

export type ContactRequest = {
  readonly organisation: string;
  readonly source: string;
  /** As they came, not yet checked; at most 1,000. */
  readonly contacts: readonly unknown[];
};
