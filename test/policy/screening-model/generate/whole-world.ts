/** The rest of a world file (SCREENING section 7): what an import asks for and screening never looks at. */
import type { ArrangementFile, StaffFile, WorldFile } from "../shapes.ts";

const DECIDER = "senior@northmoor.example";

/** The same world as a file that can be imported, under a slug of its own. */
export function wholeWorld(world: WorldFile, slug: string): object {
  return {
    organisation: {
      ...world.organisation,
      slug,
      name: "Northmoor Council",
      calendar: "england-and-wales",
      policyPack: "persistent-and-abusive-behaviour",
    },
    staff: [...world.staff.map(officer), { ...senior, roles: ["senior_officer"] }],
    contacts: world.contacts.map((contact) => ({ ...contact, name: "Rowan Pike", organisation: "Example Care" })),
    customers: world.customers.map((customer) => ({ ...customer, needs: [], representatives: [] })),
    arrangements: world.arrangements.map(decided),
  };
}

const senior = { email: DECIDER, name: "Sena Northmoor", service: "Planning", extension: null, status: "active" };

function officer(member: StaffFile, place: number): object {
  return { ...member, name: `Officer ${place}`, roles: ["officer"], lineManager: DECIDER };
}

function decided({ customer, startsAt, endsAt, restrictions }: ArrangementFile, place: number): object {
  return {
    ref: `ARR-${place}`,
    customer,
    decidedAt: "2026-08-01T10:00:00+01:00",
    decidedBy: DECIDER,
    startsAt,
    endsAt,
    reviewOn: "2026-09-02",
    reason: "Fictional.",
    restrictions,
  };
}
