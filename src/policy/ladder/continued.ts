/** 7.2.2, "if the disruptive behaviour continues"; "if this is not done": a step follows on something new. */
import type { Step } from "../vocabulary.ts";
import type { Counting, StepStanding } from "./step-standings.ts";

/** One reported event. Not one that was found to be nobody's fault. */
export type IncidentFact = {
  readonly ref: string;
  /** The local ISO date on which it happened. */
  readonly on: string;
  /** A serious threat of violence, as the reporter recorded it. */
  readonly seriousThreat: boolean;
};

/** A rung of the ladder: an earlier step, or the proposal (CASEWORK section 1). */
export type Rung = Step | "proposal";

/** Nothing happened between a step and the one that followed, or would follow. */
export type Gap = { readonly after: Counting; readonly next: Rung };

/**
 * Every place where nothing new is on record: after the advice before a warning, and after receipt of the warning
 * before a proposal. Steps that do not count leave no gap: they are missing already. Nor do two steps that were both put
 * on record as from before: what lay between them was reported elsewhere, and whoever decides reads that it was.
 */
export function gaps(standings: readonly StepStanding[], incidents: readonly IncidentFact[], today: string): Gap[] {
  return standings.flatMap((standing, place) => {
    const following = standings[place + 1];
    if (standing.code === "missing" || following?.code === "missing") return [];
    if (onTrust(standing, following)) return [];
    const until = following?.on ?? today;
    const again = incidents.some(({ on }) => on > standing.receivedOn && on <= until);
    return again ? [] : [{ after: standing, next: following?.step.step ?? "proposal" }];
  });
}

/** Whether the record is believed that the behaviour went on between the two. */
export function onTrust(step: StepStanding, following: StepStanding | undefined): boolean {
  return step.code === "counts" && following?.code === "counts" && step.fromBefore && following.fromBefore;
}

/** Whether something happened after the customer had this step, up to today. */
export function happenedSince({ receivedOn }: Counting, incidents: readonly IncidentFact[], today: string): boolean {
  return incidents.some(({ on }) => on > receivedOn && on <= today);
}
