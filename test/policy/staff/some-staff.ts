import type { Officer } from "../../../src/policy/staff/officer.ts";

/** An officer who is there and can be reached; say only what matters. */
export function anOfficer(id: string, facts: Partial<Officer> = {}): Officer {
  return {
    id,
    name: id,
    service: null,
    roles: ["officer"],
    status: "active",
    deputy: null,
    lineManager: null,
    linked: true,
    ...facts,
  };
}
