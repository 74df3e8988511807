/** A proposal while it waits for its decision, and what was decided so far. */
import type { ProposalShape } from "../packs/approver-needs.ts";
import type { ProposalState, Verdict } from "../vocabulary.ts";

/** Who had what part in it: none of them decides (CASEWORK section 4). */
export type Involved = {
  readonly proposedBy: string;
  readonly reportedBy: readonly string[];
  readonly affected: readonly string[];
  /** Named by the customer in a counter-complaint. */
  readonly complainedAbout: readonly string[];
  /** Pressed "I have an interest". */
  readonly declaredInterest: readonly string[];
};

export type OpenProposal = ProposalShape &
  Involved & {
    /** A minor, or somebody who lacks capacity: the pack's role for that decides (CASEWORK section 2). */
    readonly capacityInDoubt: boolean;
    /** Whom the organisation chose as the senior on duty; null when nobody was. */
    readonly dutySenior: string | null;
    /** The pack's reason for leaving out the warning; null when there was one. */
    readonly bypass: string | null;
  };

export type Decision = {
  readonly by: string;
  /** Whose right to decide it used: their own, or that of somebody away for whom they stood in. */
  readonly seat: string;
  readonly verdict: Verdict;
  readonly reason: string | null;
  readonly at: Date;
};

/** The proposal as it stands when a button is pressed. */
export type ProposalRecord = OpenProposal & {
  readonly state: ProposalState;
  /** Raised whenever the proposal changes; a card from before is refused. */
  readonly version: number;
  readonly decisions: readonly Decision[];
};
