/** The council's register in a database: the template of the others. */
import postgres from "postgres";
import { connectAsApplication } from "../../db/connect.ts";
import { migrate } from "../../db/migrate.ts";
import { chooseChannel } from "../../src/usecases/choose-channel.ts";
import { createIntakeToken } from "../../src/usecases/create-intake-token.ts";
import { importWorld } from "../../src/usecases/import-world/import-world.ts";
import type { BenchCluster } from "./cluster.ts";
import { CHANNEL, councilWorld, SOURCE, TEAM } from "./council.ts";

export type Register = { readonly database: string; readonly organisation: string; readonly token: string };

const now = () => new Date();

/** Imports the council, chooses its channel and makes a token; its tables then are as a day's use leaves them. */
export async function makeRegister({ database }: BenchCluster): Promise<Register> {
  const url = await database("register");
  await migrate(url);
  const db = connectAsApplication(url);
  const imported = await importWorld({ db, now })({ json: councilWorld(now()) });
  if (imported.code !== "imported")
    throw new Error(`the council was refused: ${JSON.stringify(imported.faults.slice(0, 3))}`);
  const { organisation } = imported;
  const token = await createIntakeToken({ db, now })({ organisation, name: "bench", sources: [SOURCE] });
  if (token.code !== "created") throw new Error("no token");
  const chosen = await chooseChannel({ db, now, chats: new Set(["slack"]) })({
    organisation,
    purpose: "register",
    chat: "slack",
    tenant: TEAM,
    by: null,
    conversation: { id: CHANNEL, serviceUrl: null },
    look: { kind: "not-looked" },
  });
  if (chosen.code !== "chosen") throw new Error(`the channel was refused: ${chosen.code}`);
  await db.close();
  await settle(url);
  return { database: "register", organisation, token: token.token };
}

/** What autovacuum has done on a server that has been up for a while. */
async function settle(url: string): Promise<void> {
  const sql = postgres(url, { max: 1 });
  await sql`vacuum analyze`;
  await sql`checkpoint`;
  await sql.end();
}
