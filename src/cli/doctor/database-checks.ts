/** Is the database there, current, and safe? (DESIGN decision 9) */
import { listOrganisations } from "../../../db/queries/organisations.ts";
import { type RoleFault, roleFaults, tablesState } from "../../../db/queries/safety.ts";
import { otherVersion } from "../other-version.ts";
import { plainError } from "../plain-error.ts";
import { type Check, fault, well } from "./check.ts";

export const reachable: Check = {
  name: "database",
  vital: true,
  run: async ({ owner }) => {
    try {
      await owner.sql`select 1`;
      return [well("can be reached")];
    } catch (error) {
      return [fault(plainError(error))];
    }
  },
};

export const migrated: Check = {
  name: "tables",
  vital: true,
  run: async ({ owner, folder }) => {
    switch (await tablesState(owner)) {
      case "up-to-date":
        return [well("are up to date")];
      case "behind":
        return [fault("are not up to date. Start the product once: it brings them up to date")];
      case "other-version":
        return [fault(otherVersion(folder).replaceAll("\n", " "))];
    }
  },
};

const ROLE_WORDS: Readonly<Record<RoleFault, string>> = {
  superuser:
    "is a superuser, for whom organisations are not kept apart. Run: alter role restricted_contact_app nosuperuser",
  "bypasses-row-security": "bypasses row-level security. Run: alter role restricted_contact_app nobypassrls",
  "owns-tables": "owns tables, so it could switch their security off. Give the tables to the account in DATABASE_URL",
};

export const safeRole: Check = {
  name: "application's role",
  run: async ({ app }) => {
    const faults = await roleFaults(app);
    return faults.length === 0 ? [well("is safe")] : faults.map((code) => fault(ROLE_WORDS[code]));
  },
};

export const organisations: Check = {
  name: "organisations",
  vital: true,
  run: async ({ app }) => {
    const found = await listOrganisations(app);
    return [
      found.length === 0
        ? fault("none yet. Run: npm run register -- import FILE")
        : well(found.map(({ slug }) => slug).join(", ")),
    ];
  },
};
