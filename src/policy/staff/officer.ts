/** An officer as policy sees them. One row is one person, however many chat accounts they have. */
import type { OfficerStatus, Role } from "../vocabulary.ts";

export type Officer = {
  readonly id: string;
  readonly name: string;
  readonly service: string | null;
  readonly roles: readonly Role[];
  readonly status: OfficerStatus;
  /** Who stands in while they are absent. */
  readonly deputy: string | null;
  readonly lineManager: string | null;
  /** Whether a chat account of theirs is linked, so that a card can reach them. */
  readonly linked: boolean;
};

export type Staff = readonly Officer[];

/** The officer with this id; `undefined` when the staff list has none, or when the id is null. */
export function officerById(staff: Staff, id: string | null): Officer | undefined {
  return id === null ? undefined : staff.find((officer) => officer.id === id);
}

/** Whether a card sent now reaches somebody who works now. */
export function isReachable({ status, linked }: Officer): boolean {
  return status === "active" && linked;
}

/** In the same order on every machine: by name, then by id. */
export function byName(one: Officer, other: Officer): number {
  return one.name.localeCompare(other.name, "en-GB") || one.id.localeCompare(other.id, "en-GB");
}
