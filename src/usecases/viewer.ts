import type { StaffMember } from "../../db/queries/staff.ts";
import { asDecider, rolesNow } from "../policy/approval/may-decide.ts";
import type { Viewer } from "../policy/disclosure/view.ts";
import type { Actor } from "./context.ts";

/** The officer as disclosure sees them: their own roles, and those they hold for somebody away at this moment. */
export function viewerOf(actor: Actor, staff: readonly StaffMember[]): Viewer {
  const officer = staff.find(({ id }) => id === actor.officer);
  return {
    id: actor.officer,
    roles: officer ? rolesNow(asDecider(officer, staff)) : actor.roles,
    service: actor.service,
    active: actor.status !== "left",
  };
}
