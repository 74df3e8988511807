/** What an organisation may be (DESIGN decisions 7 and 9). */
import { entriesOf, type WorldDraft } from "./draft.ts";
import { fault, type Path, type WorldFault } from "./fault.ts";
import { type Known, tenantKey } from "./known.ts";
import { packFaults } from "./packs.ts";

/** Faults of the organisation itself, and workspaces or tenants that are another's. */
export function organisationFaults({ organisation, staff }: WorldDraft, known: Known): readonly WorldFault[] {
  const faults: WorldFault[] = [...packFaults({ organisation }, known.packs)];
  if (known.organisation && organisation?.country && organisation.country !== known.organisation.country)
    faults.push(
      fault(
        ["organisation", "country"],
        `is ${known.organisation.country} in the register, whose telephone numbers were read by it`,
      ),
    );
  return [...faults, ...foreignTenants({ organisation, staff }, known)];
}

function foreignTenants({ organisation, staff }: WorldDraft, known: Known): readonly WorldFault[] {
  const named: (readonly [Path, string, string | undefined])[] = [
    ...entriesOf(organisation?.slack?.teamIds).map(
      ([i, id]) => [["organisation", "slack", "teamIds", i], "slack", id] as const,
    ),
    ...entriesOf(organisation?.teams?.tenantIds).map(
      ([i, id]) => [["organisation", "teams", "tenantIds", i], "teams", id] as const,
    ),
    ...entriesOf(staff).map(([i, { slack }]) => [["staff", i, "slack", "teamId"], "slack", slack?.teamId] as const),
    ...entriesOf(staff).map(([i, { teams }]) => [["staff", i, "teams", "tenantId"], "teams", teams?.tenantId] as const),
  ];
  return named.flatMap(([path, chat, id]) => {
    if (id === undefined) return [];
    const tenant = chat === "slack" ? id.trim() : id.trim().toLowerCase();
    const owner = known.tenantOwners.get(tenantKey({ chat: chat === "slack" ? "slack" : "teams", tenant }));
    if (owner === undefined || owner === known.id) return [];
    return [
      fault(path, `belongs to another organisation already. A ${PLACES[chat] ?? "tenant"} belongs to one organisation`),
    ];
  });
}

const PLACES: Readonly<Record<string, string>> = { slack: "Slack workspace", teams: "Teams tenant" };
