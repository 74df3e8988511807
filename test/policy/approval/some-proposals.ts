import type { OpenProposal, ProposalRecord } from "../../../src/policy/approval/open-proposal.ts";

/** Mel proposes what Pat reported; Vic was hurt by it. */
export function anOpenProposal(change: Partial<OpenProposal> = {}): OpenProposal {
  return {
    kinds: ["named_officer"],
    reach: "services",
    months: 6,
    proposedBy: "mel",
    reportedBy: ["pat"],
    affected: ["vic"],
    complainedAbout: [],
    declaredInterest: [],
    capacityInDoubt: false,
    dutySenior: null,
    bypass: null,
    ...change,
  };
}

export function aSubmittedProposal(change: Partial<ProposalRecord> = {}): ProposalRecord {
  return { ...anOpenProposal(change), state: "submitted", version: 3, decisions: [], ...change };
}
