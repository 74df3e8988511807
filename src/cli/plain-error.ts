/** What went wrong outside the command, in words for the person at the terminal. */
import { isOutage } from "../../db/transaction.ts";
import { noCluster } from "./no-cluster.ts";

const DATABASE: Readonly<Record<string, string>> = {
  "28P01": "The database refuses the password in DATABASE_URL. Correct it.",
  "28000": "The database refuses the account in DATABASE_URL. Use the owner of the register's tables.",
  "3D000": "The database named in DATABASE_URL does not exist. Create it, or correct the name.",
  "42501": "The account in DATABASE_URL may not do this. Use the owner of the register's tables.",
  "42P01": "The database has no register yet. Start the product once, or import a world file.",
};

/** What is wrong, and what to do. No statement, no value, no stack: those may hold what is nobody's business. */
export function plainError(error: unknown): string {
  const without = noCluster(error);
  if (without !== undefined) return without;
  if (isOutage(error))
    return "The database cannot be reached. Check that it runs, and DATABASE_URL. Nothing was changed.";
  const code = codeOf(error);
  const known = code === undefined ? undefined : DATABASE[code];
  return (
    known ??
    `This failed for a reason that is not yours (${code ?? nameOf(error)}). Nothing was changed. Run "npm run register -- doctor".`
  );
}

/** The innermost code: Drizzle wraps what PostgreSQL said. */
function codeOf(error: unknown): string | undefined {
  let found: string | undefined;
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    if ("code" in at && typeof at.code === "string") found = at.code;
  }
  return found;
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : "unknown");
