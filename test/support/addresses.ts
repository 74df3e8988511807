/** Where the databases of the tests are. */

/** The migrated database that every test's own is copied from. */
export const TEMPLATE = "template_migrated";

/** The same server and account, another database. */
export function addressOf(server: string, database: string): string {
  const address = new URL(server);
  address.pathname = `/${database}`;
  return address.href;
}
