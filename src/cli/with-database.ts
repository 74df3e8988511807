/** Runs the work of a command on the database, and closes it whatever happens. */

import { migrate } from "../../db/migrate.ts";
import { findOrganisationId, listOrganisations } from "../../db/queries/organisations.ts";
import { type Exit, type Given, type OpenDatabase, required, type Setting } from "./command.ts";
import { otherVersion } from "./other-version.ts";

/** On a database that is brought up to date first, which is harmless when the product runs. */
export async function withDatabase(setting: Setting, work: (database: OpenDatabase) => Promise<Exit>): Promise<Exit> {
  const database = await setting.openDatabase();
  try {
    if ((await migrate(database.ownerUrl)) === "other-version") {
      setting.complain(otherVersion(database.folder));
      return 1;
    }
    return await work(database);
  } finally {
    await database.close();
  }
}

export type AtWork = OpenDatabase & { readonly organisation: string };

/** The same, for the organisation that `--organisation` names. */
export async function withOrganisation(
  setting: Setting,
  given: Given,
  work: (at: AtWork) => Promise<Exit>,
): Promise<Exit> {
  const slug = required(given, "organisation");
  return withDatabase(setting, async (database) => {
    const organisation = await findOrganisationId(database.app, slug);
    if (organisation !== undefined) return work({ ...database, organisation });

    const slugs = (await listOrganisations(database.app)).map((one) => one.slug);
    const instead = slugs.length === 0 ? "Import a world file first." : `There is: ${slugs.join(", ")}.`;
    setting.complain(`There is no organisation "${slug}". ${instead}`);
    return 1;
  });
}
