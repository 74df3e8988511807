/** What is said of a database that another version of the product wrote: its steps are not ours (db/migrate.ts). */

/**
 * Two lines: what is so, and what to do.
 * @param folder where the embedded server keeps its data; none: DATABASE_URL names a server of the organisation's own
 */
export function otherVersion(folder: string | undefined): string {
  const cannot = "was written by another version of this product, and this one cannot bring it up to date.";
  return folder === undefined
    ? `The database in DATABASE_URL ${cannot} Nothing was changed.\nStart the version that wrote it, or set DATABASE_URL to an empty database.`
    : `The data folder ${folder} ${cannot} Nothing was changed.\nIf it holds only the sandbox, delete that folder and start again. If it holds more, start the version that wrote it.`;
}
