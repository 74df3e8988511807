/** The model's world as the register would hold it: what both have to agree on after every press. */
import { dayOf } from "./calendar.ts";
import type { World } from "./world.ts";

/** Plain values, in an order of their own. `asked` is left out: whom exactly the product asks is its choice, within rules. */
export function recordOfWorld(world: World) {
  return {
    reports: world.reports.map(({ state, customer, on }) => ({ state, customer, on })),
    steps: world.steps
      .filter(({ dropped }) => !dropped)
      .map(({ kind, customer, on, report, proposal, owner }) => ({ kind, customer, on, report, proposal, owner }))
      .map((step) => JSON.stringify(step))
      .toSorted(),
    proposals: world.proposals.map(({ report, proposer, state, round, content, decisions, declared }) => ({
      report,
      proposer,
      state,
      round,
      kind: content.kind,
      bypass: content.bypass?.code ?? null,
      endsOn: content.endsOn,
      decisions: [...decisions].map(([who, { verdict }]) => `${who}: ${verdict}`).toSorted(),
      declared: [...declared].toSorted(),
    })),
    arrangements: world.arrangements.map(({ proposal, startsAt, endsAt, ended }) => ({
      proposal,
      startsAt,
      endsAt,
      ended,
      inForce: startsAt <= world.now && world.now < endsAt,
      told: world.letters.some((letter) => letter.proposal === proposal && letter.sent),
    })),
    letters: world.letters.map(({ owner, step, proposal, sent }) => ({
      owner,
      proposal,
      sent,
      report: step === null ? null : (world.steps[step]?.report ?? null),
    })),
    today: dayOf(world.now),
  };
}

export type Recorded = ReturnType<typeof recordOfWorld>;
