/** Loads a world file into the register: all of it, or nothing and every fault by its path (SCREENING section 7). */
import { sql } from "drizzle-orm";
import { v5 as idFrom } from "uuid";
import type { Db } from "../../../db/connect.ts";
import { findOrganisationId } from "../../../db/queries/organisations.ts";
import { background, type Tx } from "../../../db/transaction.ts";
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
};

export type ImportOutcome =
  | {
      readonly code: "imported";
      readonly organisation: string;
      readonly slug: string;
      readonly changes: readonly Change[];
    }
  | { readonly code: "refused"; readonly faults: readonly WorldFault[] };

/** Any constant of our own: two imports at once go one after the other. */
const LOCK = 7_104_002;
const NAMESPACE = "6f0b6a3e-5d0c-4c53-9f4e-3c8a4b6d2e10";

/** Imports one world. Loading the same file again changes nothing; a fault changes nothing either. */
export function importWorld({ db, now }: { readonly db: Db; readonly now: () => Date }) {
  return async ({ json, sandbox = false }: ImportCommand): Promise<ImportOutcome> => {
    const read = readWorld(json);
    const slug = read.draft.organisation?.slug?.trim() ?? "";
    // The same slug gives the same id, so that two first imports at once meet in one organisation.
    const id = (await findOrganisationId(db, slug)) ?? idFrom(slug, NAMESPACE);

    return background(db, id, async (tx) => {
      await tx.execute(sql`select pg_advisory_xact_lock(${LOCK})`);
      const known = await loadKnown(tx, id, read.draft);
      const faults = [...read.faults, ...crossFaults(read.draft, known), ...sandboxFaults(known, sandbox)];
      if (faults.length > 0 || !read.world) return { code: "refused", faults };

      const changes = await write(tx, read.world, { known, sandbox, at: now() });
      return { code: "imported", organisation: id, slug: read.world.organisation.slug, changes };
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

type Setting = { readonly known: Known; readonly sandbox: boolean; readonly at: Date };

async function write(tx: Tx, world: World, { known, sandbox, at }: Setting): Promise<readonly Change[]> {
  const first = [
    ...(await writeOrganisation(tx, world, { known, sandbox })),
    ...(await writeSurroundings(tx, world, known)),
    ...(await writeStaff(tx, world, known)),
    ...(await writeCustomers(tx, world, known)),
  ];
  const after = await loadKnown(tx, known.id, world);
  const changes = [...first, ...(await writeArrangements(tx, world, { before: known, after, now: at }))];
  await auditChanges(tx, { organisation: known.id, at }, changes);
  return changes;
}
