/** A small fictional council, for tests that change one thing of it. */
type Entry = Record<string, unknown>;
export type TestWorld = {
  organisation: Entry;
  staff: Entry[];
  customers: (Entry & { identifiers: Entry[] })[];
  arrangements: (Entry & { restrictions: (Entry & { parameters: Entry })[] })[];
  contacts: Entry[];
};

/** A council with a manager, two officers, two customers and an arrangement. A new object each time. */
export function aWorld(): TestWorld {
  return {
    organisation: {
      slug: "northmoor",
      name: "Northmoor Council",
      country: "GB",
      timeZone: "Europe/London",
      calendar: "england-and-wales",
      policyPack: "persistent-and-abusive-behaviour",
      holidays: ["2026-06-15"],
    },
    staff: [
      { ...anOfficer("j.reid", "2000"), roles: ["service_manager"], lineManager: "d.okafor@northmoor.example" },
      { ...anOfficer("d.okafor", "1000"), service: "Corporate", roles: ["senior_officer"] },
      { ...anOfficer("p.shah", "2041"), lineManager: "j.reid@northmoor.example", deputy: "j.reid@northmoor.example" },
    ],
    customers: [
      {
        ref: "C-1042",
        name: "Alex Morgan",
        aliases: ["Lex Morgan"],
        needs: ["hearing"],
        identifiers: [
          { kind: "phone", value: "07700 900123", shared: false, validUntil: null },
          { kind: "handle", platform: "x", value: "@alexm" },
          { kind: "address", value: "14 Sample Row, Northmoor", shared: true },
        ],
        representatives: [{ name: "Robin Lea", relationship: "solicitor", phone: "01632 960001" }],
      },
      { name: "Bríd O'Hanlon", identifiers: [{ kind: "phone", value: "01632 960134", shared: true }] },
    ],
    arrangements: [
      {
        customer: "C-1042",
        decidedAt: "2026-09-01T10:00:00+01:00",
        decidedBy: "d.okafor@northmoor.example",
        startsAt: "2026-09-02T00:00:00+01:00",
        endsAt: "2027-03-02T00:00:00+00:00",
        reviewOn: "2027-02-01",
        reason: "Frequent contact on settled matters after a warning letter.",
        restrictions: [
          {
            kind: "named_officer",
            clause: "7.3.4",
            scope: ["Housing"],
            parameters: { officer: "p.shah@northmoor.example" },
          },
          { kind: "third_party_only", clause: "7.3.1", scope: "organisation", parameters: {} },
        ],
      },
    ],
    contacts: [{ id: "harbour-care-1", name: "Rowena Pike", organisation: "Harbour Care", phone: "01632 960990" }],
  };
}

function anOfficer(name: string, extension: string): Entry {
  return {
    email: `${name}@northmoor.example`,
    name: `Officer ${name}`,
    service: "Housing",
    roles: ["officer"],
    extension,
    lineManager: null,
    status: "active",
    deputy: null,
    slack: { teamId: "T0NORTH", userId: `U0${name.toUpperCase()}` },
  };
}
