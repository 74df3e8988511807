import type { StaffMember } from "../../db/queries/staff.ts";
import { asDecider, rolesNow, servicesManaged } from "../policy/approval/may-decide.ts";
import type { Viewer } from "../policy/disclosure/view.ts";
import type { Actor } from "./context.ts";

/** The officer as disclosure sees them: their own roles and services, and those they hold for somebody away at this moment. */
export function viewerOf(actor: Actor, staff: readonly StaffMember[]): Viewer {
  const officer = staff.find(({ id }) => id === actor.officer);
  const held = officer ? asDecider(officer, staff) : { ...actor, actsFor: [] };
  return {
    id: actor.officer,
    roles: rolesNow(held),
    manages: servicesManaged(held),
    active: actor.status !== "left",
  };
}
