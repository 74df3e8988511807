/** A data folder on which PostgreSQL cannot be had: two lines say what is wrong and what to do, and nothing else is said. */
import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openCluster } from "../../db/embedded/cluster.ts";
import { findPlace } from "../../db/embedded/place.ts";
import { type Ran, registerWith } from "../cli/register.ts";
import { refusedStart } from "./refused-start.ts";

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** A folder that is there already, and lets others pass. */
async function aFolder(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "no-cluster-"));
  made.push(folder);
  chmodSync(folder, 0o755);
  if ((await findPlace(folder)).folder !== folder) throw new Error("PostgreSQL cannot reach the temporary folder");
  return folder;
}

/** Made, stopped, and then set up in a way that PostgreSQL does not take. */
let broken: string;
beforeAll(async () => {
  broken = await aFolder();
  await (await openCluster(broken)).stop();
  appendFileSync(join(broken, "postgres", "postgresql.conf"), "nonsense = 'yes'\n");
});

/** Both ways to start. */
const WAYS: [string, (folder: string) => Promise<Ran>][] = [
  ["npm start", (DATA_FOLDER) => refusedStart({ DATA_FOLDER })],
  ["npm run register", (DATA_FOLDER) => registerWith({ DATA_FOLDER }, "doctor")],
];

const refused = (lines: readonly string[]): Ran => ({ exit: 1, out: "", err: `${lines.join("\n")}\n` });

describe.each(WAYS)("%s", (_, start) => {
  it("says that a folder keeps the database out, and leaves it empty", async () => {
    const folder = await aFolder();
    chmodSync(folder, 0o000);
    const root = [
      `The data folder ${folder} cannot be entered by the account "postgres": PostgreSQL runs as that one, as it does not run as root.`,
      `Let others pass (chmod o+x ${folder}), or set DATA_FOLDER to another folder.`,
    ];
    const anybody = [
      `Nothing can be written to the data folder ${folder} (EACCES).`,
      "Make it a folder that you may write to, or set DATA_FOLDER to another folder.",
    ];
    expect(await start(folder)).toEqual(refused(process.getuid?.() === 0 ? root : anybody));
    chmodSync(folder, 0o700);
    expect(readdirSync(folder)).toEqual([]);
  });

  it("says where it is written why the files could not be made", async () => {
    const folder = await aFolder();
    mkdirSync(join(folder, "postgres"));
    writeFileSync(join(folder, "postgres", "somebody-elses"), "");
    const log = join(folder, "initdb.log");
    expect(await start(folder)).toEqual(
      refused([
        `PostgreSQL could not make its files in the data folder ${folder}.`,
        `Read why in ${log}, put that right, or set DATA_FOLDER to another folder.`,
      ]),
    );
    expect(readFileSync(log, "utf8")).toContain("exists but is not empty");
  });

  it("says where it is written why it did not start", async () => {
    const log = join(broken, "postgres", "server.log");
    expect(await start(broken)).toEqual(
      refused([
        `PostgreSQL did not start on the data folder ${broken}.`,
        `Read why in ${log}, put that right, or set DATA_FOLDER to another folder.`,
      ]),
    );
    expect(readFileSync(log, "utf8")).toContain("nonsense");
  });
});

it("is made on such a folder as soon as others may pass", async () => {
  const folder = await aFolder();
  chmodSync(folder, 0o701);
  await (await openCluster(folder)).stop();
  expect(readdirSync(folder).toSorted()).toEqual(["password", "postgres"]);
});
