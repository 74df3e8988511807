/** A database that another version of the product wrote: whose steps are not ours cannot be brought up to date. */
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openCluster } from "../../db/embedded/cluster.ts";
import { findPlace } from "../../db/embedded/place.ts";
import { migrate } from "../../db/migrate.ts";
import { registerWith } from "../cli/register.ts";
import { freshDatabase } from "../support/database.ts";
import { refusedStart } from "./refused-start.ts";

/** As a version left it that had one step, and another one than ours. */
async function writtenByAnother(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  await sql`delete from drizzle.__drizzle_migrations`;
  await sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('of another', 1)`;
  await sql.end();
}

const listing = ["deliveries", "list"] as const;

describe("the sandbox's own folder", () => {
  const folder = join(tmpdir(), `other-version-${randomBytes(6).toString("hex")}`);
  const said = `The data folder ${folder} was written by another version of this product, and this one cannot bring it up to date. Nothing was changed.
If it holds only the sandbox, delete that folder and start again. If it holds more, start the version that wrote it.
`;
  beforeAll(async () => {
    if ((await findPlace(folder)).folder !== folder) throw new Error("PostgreSQL cannot reach the temporary folder");
    const cluster = await openCluster(folder);
    await migrate(cluster.url);
    await writtenByAnother(cluster.url);
    await cluster.stop();
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it("is named when the product starts, and is free to be deleted", async () => {
    expect(await refusedStart({ DATA_FOLDER: folder })).toEqual({ exit: 1, out: "", err: said });
    expect(existsSync(join(folder, "postgres", "postmaster.pid"))).toBe(false);
  });

  it("is named to whoever asks on the command line", async () => {
    expect(await registerWith({ DATA_FOLDER: folder }, ...listing)).toEqual({ exit: 1, out: "", err: said });
    expect((await registerWith({ DATA_FOLDER: folder }, "doctor")).err).toBe(
      `FAULT  tables: ${said.replaceAll("\n", " ").trim()}\n`,
    );
  });
});

describe("a database of an organisation", () => {
  it("is left as it is", async () => {
    const database = await freshDatabase();
    await writtenByAnother(database.ownerUrl);
    const said =
      "The database in DATABASE_URL was written by another version of this product, and this one cannot bring it up to date. Nothing was changed.\nStart the version that wrote it, or set DATABASE_URL to an empty database.\n";
    expect(await refusedStart({ DATABASE_URL: database.ownerUrl, SANDBOX: "1" })).toEqual({
      exit: 1,
      out: "",
      err: said,
    });
    expect(await registerWith({ DATABASE_URL: database.ownerUrl }, ...listing)).toEqual({
      exit: 1,
      out: "",
      err: said,
    });
    await database.drop();
  });
});
