/** The people of the test council, as the model begins with them. */
import type { PackName } from "./model/pack.ts";
import type { Officer, Role, World } from "./model/world.ts";

const active = (role: Role, manager: string | null = null): Officer => ({ roles: [role], status: "active", manager });

/** Handles are also the accounts in the chat. Toni Kerr is a second service manager of Housing here. */
export const STAFF: Readonly<Record<string, Officer>> = {
  "s.hale": active("officer", "j.reid"),
  "t.kerr": active("service_manager", "j.reid"),
  "p.shah": active("officer", "j.reid"),
  "j.reid": active("service_manager", "d.okafor"),
  "d.okafor": active("senior_officer", "m.frost"),
  "m.lindqvist": active("senior_officer", "m.frost"),
  "m.frost": active("executive"),
  "e.ward": active("executive"),
  "r.byrne": active("register_team"),
  "w.adeyemi": active("social_work"),
};
export const REPORTERS = ["s.hale", "t.kerr", "p.shah", "d.okafor"] as const;
export const MANAGERS = ["j.reid", "t.kerr"] as const;
export const SENIORS = ["d.okafor", "m.lindqvist", "m.frost", "e.ward"] as const;
export const CUSTOMERS = ["C-1042", "C-1043"] as const;

/** Monday 2 March 2026, 10am. */
const BEGIN = Date.parse("2026-03-02T10:00:00Z");

/** Nothing has happened yet. */
export function aWorld(pack: PackName): World {
  return {
    pack,
    now: BEGIN,
    staff: { ...STAFF },
    delegations: [],
    reports: [],
    steps: [],
    proposals: [],
    arrangements: [],
    letters: [],
    reminded: new Set(),
  };
}
