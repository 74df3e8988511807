/**
 * What the proposer answered to the gates (CASEWORK section 2), as it is kept with the proposal. What is a fact of the
 * customer stays with the customer: customer-facts.ts.
 */
import { z } from "zod";
import type { GateFacts } from "../../policy/gates/gate.ts";
import { Channel, DecidingRole, Limb, MatterKind, MeetingsAnswer, ProvisionKind } from "../../policy/vocabulary.ts";

const Text = z.string().nullable().default(null);
const Day = z.string().nullable().default(null);

/** Everything may be missing: a draft begins empty, and each gate says what it still wants. Days are ISO dates. */
export const ProposalAnswers = z.object({
  limb: Limb.nullable().default(null),
  matter: z.object({ kind: MatterKind, reference: Text, answeredOn: Day }).nullable().default(null),
  account: z
    .discriminatedUnion("code", [
      z.object({ code: z.literal("asked"), on: z.string(), how: Channel }),
      z.object({ code: z.literal("not_asked"), why: z.string() }),
    ])
    .nullable()
    .default(null),
  adjustments: Text,
  /** Something is needed that the restrictions do not give. */
  lacking: z.boolean().default(false),
  careWorkerDeclined: Text,
  provisions: z.array(z.object({ kind: ProvisionKind, detail: z.string() })).default([]),
  nothingLess: Text,
  tailored: Text,
  meetings: z
    .object({
      answer: MeetingsAnswer,
      decision: z.object({ on: z.string(), role: DecidingRole }).nullable().default(null),
    })
    .nullable()
    .default(null),
  bestInterest: Text,
});
export type ProposalAnswers = z.infer<typeof ProposalAnswers>;

/** The answers as the gates read them. */
export function answerFacts(answers: ProposalAnswers): Partial<GateFacts> {
  const { matter, account, ...same } = answers;
  return { ...same, matters: matter ? [matter] : [], customersAccount: account };
}
