/** The world of a small council: enough people for every part in a case, and two customers. */

export const PEOPLE = [
  "s.hale",
  "t.kerr",
  "p.shah",
  "j.reid",
  "d.okafor",
  "m.lindqvist",
  "m.frost",
  "e.ward",
  "r.byrne",
  "w.adeyemi",
] as const;
export type Person = (typeof PEOPLE)[number];

type Staff = { readonly name: string; readonly service: string; readonly role: string; readonly manager?: Person };

const STAFF: Readonly<Record<Person, Staff>> = {
  "s.hale": { name: "Sam Hale", service: "Housing", role: "officer", manager: "j.reid" },
  "t.kerr": { name: "Toni Kerr", service: "Housing", role: "officer", manager: "j.reid" },
  "p.shah": { name: "Priya Shah", service: "Housing", role: "officer", manager: "j.reid" },
  "j.reid": { name: "Jordan Reid", service: "Housing", role: "service_manager", manager: "d.okafor" },
  "d.okafor": { name: "Dana Okafor", service: "Corporate", role: "senior_officer", manager: "m.frost" },
  "m.lindqvist": { name: "Mia Lindqvist", service: "Corporate", role: "senior_officer", manager: "m.frost" },
  "m.frost": { name: "Max Frost", service: "Corporate", role: "executive" },
  "e.ward": { name: "Erin Ward", service: "Corporate", role: "executive" },
  "r.byrne": { name: "Ray Byrne", service: "Customer Team", role: "register_team" },
  "w.adeyemi": { name: "Wale Adeyemi", service: "Social Work", role: "social_work" },
};

const email = (person: Person): string => `${person}@northmoor.example`;

/** A world file. Everybody has a Slack account named after them. */
export function northmoor(policyPack: string) {
  return {
    organisation: {
      slug: "northmoor",
      name: "Northmoor Council",
      country: "GB",
      timeZone: "Europe/London",
      calendar: policyPack === "unacceptable-actions" ? "scotland" : "england-and-wales",
      policyPack,
    },
    staff: PEOPLE.map((person) => {
      const { name, service, role, manager } = STAFF[person];
      return {
        email: email(person),
        name,
        service,
        roles: [role],
        lineManager: manager ? email(manager) : null,
        slack: { teamId: "T0NORTH", userId: person },
      };
    }),
    customers: [
      {
        ref: "C-1042",
        name: "Alex Morgan",
        identifiers: [
          { kind: "phone", value: "07700 900123" },
          { kind: "email", value: "alex@morgan.example", shared: true },
          { kind: "address", value: "14 Sample Row, Northmoor", shared: true },
        ],
      },
      { ref: "C-1043", name: "Bo Lane", identifiers: [{ kind: "phone", value: "07700 900456", shared: true }] },
    ],
  };
}
