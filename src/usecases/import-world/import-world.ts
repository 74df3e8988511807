/** Loads a world file into the register: all of it, or nothing and every fault by its path (SCREENING section 7). */
import { sql } from "drizzle-orm";
import { v5 as idFrom } from "uuid";
import type { Db } from "../../../db/connect.ts";
import { addStaffChange } from "../../../db/queries/due.ts";
import { lockWorkOf } from "../../../db/queries/lock-work.ts";
import { loadOrganisation } from "../../../db/queries/organisation.ts";
import { findOrganisationId } from "../../../db/queries/organisations.ts";
import { lockProposalsAbout } from "../../../db/queries/proposals.ts";
import { loadStaff } from "../../../db/queries/staff.ts";
import { background, type Tx } from "../../../db/transaction.ts";
import type { Pack } from "../../policy/packs/pack.ts";
import { type RoleGap, roleGaps } from "../../policy/packs/who-could-act.ts";
import { type ApprovalGap, approvalGaps } from "../../policy/packs/who-could-approve.ts";
import { referenceKey } from "../../policy/reference-key.ts";
import { administrators } from "../../policy/staff/administrators.ts";
import { CHATS } from "../../policy/vocabulary.ts";
import { handOver } from "../directory/hand-over.ts";
import { noteImported } from "../named-away/tell-team.ts";
import { packOf } from "../pack-of.ts";
import { noteInDrafts } from "../propose/facts-meanwhile.ts";
import { auditChanges, type Change } from "./changes.ts";
import { accountFaults } from "./check-accounts.ts";
import { arrangementFaults } from "./check-arrangements.ts";
import { customerFaults } from "./check-customers.ts";
import { decidedFaults } from "./check-decided.ts";
import { organisationFaults } from "./check-organisation.ts";
import { restrictionFaults } from "./check-restrictions.ts";
import { staffFaults } from "./check-staff.ts";
import type { WorldDraft } from "./draft.ts";
import { fault, type WorldFault } from "./fault.ts";
import { type Known, loadKnown } from "./known.ts";
import { readWorld } from "./read-world.ts";
import type { World } from "./world.ts";
import { writeArrangements } from "./write-arrangements.ts";
import { writeCustomers } from "./write-customers.ts";
import { writeOrganisation, writeSurroundings } from "./write-organisation.ts";
import { writeStaff } from "./write-staff.ts";

export type ImportCommand = {
  /** The file, parsed as JSON. */
  readonly json: unknown;
  /** Marks a new organisation as fictional. Never said by the file: only the sandbox and tests say it. */
  readonly sandbox?: boolean;
  /** The pack of the organisation, where it is not one that comes with the product. */
  readonly pack?: Pack;
};

export type ImportOutcome =
  | {
      readonly code: "imported";
      readonly organisation: string;
      readonly slug: string;
      readonly changes: readonly Change[];
      /** What the present staff could not approve under the organisation's pack. */
      readonly gaps: readonly ApprovalGap[];
      /** Parts of the pack that nobody present could take. */
      readonly unheld: readonly RoleGap[];
      /** Somebody is here who can change the staff list in the chat. */
      readonly administered: boolean;
    }
  | { readonly code: "refused"; readonly faults: readonly WorldFault[] };

/** Any constant of our own: two imports at once go one after the other. */
const LOCK = 7_104_002;
const NAMESPACE = "6f0b6a3e-5d0c-4c53-9f4e-3c8a4b6d2e10";

/** Imports one world. Loading the same file again changes nothing; a fault changes nothing either. */
export function importWorld({ db, now }: { readonly db: Db; readonly now: () => Date }) {
  return async ({ json, sandbox = false, pack }: ImportCommand): Promise<ImportOutcome> => {
    const read = readWorld(json);
    const slug = read.draft.organisation?.slug?.trim() ?? "";
    // The same slug gives the same id, so that two first imports at once meet in one organisation.
    const id = (await findOrganisationId(db, slug)) ?? idFrom(slug, NAMESPACE);

    return background(db, id, async (tx) => {
      await tx.execute(sql`select pg_advisory_xact_lock(${LOCK})`);
      const known = await loadKnown(tx, id, { draft: read.draft, pack });
      const faults = [...read.faults, ...crossFaults(read.draft, known), ...sandboxFaults(known, sandbox)];
      if (faults.length > 0 || !read.world) return { code: "refused", faults };

      const changes = await write(tx, read.world, { known, sandbox, at: now() });
      const gaps = await gapsOf(tx, id);
      return { code: "imported", organisation: id, slug: read.world.organisation.slug, changes, ...gaps };
    });
  };
}

function crossFaults(draft: WorldDraft, known: Known): readonly WorldFault[] {
  return [
    ...organisationFaults(draft, known),
    ...staffFaults(draft, known),
    ...accountFaults(draft, known),
    ...customerFaults(draft),
    ...arrangementFaults(draft, known),
    ...restrictionFaults(draft, known),
    ...decidedFaults(draft, known),
  ];
}

/** What is real never becomes fictional, where clocks may be set and accounts need no password. */
function sandboxFaults({ organisation }: Known, sandbox: boolean): readonly WorldFault[] {
  return sandbox && organisation?.sandbox === false
    ? [fault(["organisation", "slug"], "belongs to a real organisation")]
    : [];
}

/** The first import puts a pack in force, before all of the staff may be there: said, not refused. */
async function gapsOf(tx: Tx, id: string) {
  const pack = await packOf(tx, id, await loadOrganisation(tx, id));
  const staff = await loadStaff(tx, id, new Set(CHATS));
  return {
    gaps: approvalGaps(pack, staff),
    unheld: roleGaps(pack, staff),
    administered: administrators(staff).length > 0,
  };
}

type Setting = { readonly known: Known; readonly sandbox: boolean; readonly at: Date };

async function write(tx: Tx, world: World, { known, sandbox, at }: Setting): Promise<readonly Change[]> {
  const surroundings = [
    ...(await writeOrganisation(tx, world, { known, sandbox, at })),
    ...(await writeSurroundings(tx, world, known)),
  ];
  const staff = await writeStaff(tx, world, known);
  const left = leaversOf(staff, known);
  // All of them at once, and before their customers: as whoever decides a proposal goes.
  const needing = needingMore(world, known);
  await lockWorkOf(tx, known.id, { officers: left, customers: needing });
  const first = [...surroundings, ...staff, ...(await writeCustomers(tx, world, known))];
  for (const customer of needing)
    await noteInDrafts(tx, await lockProposalsAbout(tx, known.id, customer), { changed: ["needs"], by: null, at });
  const after = await loadKnown(tx, known.id, { draft: world, pack: known.packs.given });
  const changes = [...first, ...(await writeArrangements(tx, world, { before: known, after, now: at }))];
  const unanswered = await noteImported(tx, { organisation: known.id, chats: new Set(CHATS), now: at }, added(changes));
  if ((known.organisation && changes.some(mattersToOpen)) || unanswered) await addStaffChange(tx, known.id, at);
  await auditChanges(tx, { organisation: known.id, at }, changes);
  for (const officer of left)
    await handOver(tx, { organisation: known.id, officer, by: null, now: at, chats: new Set(CHATS) });
  return changes;
}

/** Known customers of whom the file says a need that is not on record, by id: forms that are open do not show it. */
function needingMore({ customers }: World, known: Known): readonly string[] {
  return customers.flatMap(({ ref, needs }) => {
    const before = ref ? known.customers.get(referenceKey(ref)) : undefined;
    return before && needs.some((need) => !before.needs.includes(need)) ? [before.id] : [];
  });
}

/** Who may decide what is open has changed with the staff, and whether it can be approved with what a customer needs or is held to. */
function mattersToOpen({ kind, what }: Change): boolean {
  const changed = kind === "customer" && what === "changed";
  return changed || kind === "officer" || kind === "account" || (kind === "arrangement" && what === "added");
}

/** The arrangements that are new, by id. */
function added(changes: readonly Change[]): readonly string[] {
  return changes.flatMap(({ kind, what, id }) => (kind === "arrangement" && what === "added" ? [id] : []));
}

/** Whoever the file says has left hands their open work over; cards wait for a chat that is not connected here. */
function leaversOf(changes: readonly Change[], known: Known): readonly string[] {
  const here = new Set([...known.staff.values()].filter(({ status }) => status !== "left").map(({ id }) => id));
  return changes.flatMap(({ kind, id, facts }) =>
    kind === "officer" && facts?.["status"] === "left" && here.has(id) ? [id] : [],
  );
}
