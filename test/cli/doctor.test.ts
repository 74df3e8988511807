/** The doctor on a real PostgreSQL; the chats are stood in for at their port. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ChatProbe } from "../../src/cli/doctor/probe.ts";
import { emptyDatabase, freshDatabase } from "../support/database.ts";
import { aWorld } from "../usecases/import-world/a-world.ts";
import { register, registerHere } from "./register.ts";

const db = await freshDatabase();
const folder = mkdtempSync(join(tmpdir(), "doctor-"));
afterAll(async () => {
  await db.drop();
  rmSync(folder, { recursive: true });
});

const healthy: ChatProbe = {
  token: () => Promise.resolve("valid"),
  channel: () => Promise.resolve({ kind: "seen", private: true, sharedOutside: false, members: ["U0P.SHAH"] }),
  account: () => Promise.resolve("reachable"),
};
const doctor = (probe: Partial<ChatProbe> | undefined = {}) =>
  registerHere(db.ownerUrl, ["doctor"], () => (probe ? { ...healthy, ...probe } : undefined));
const linesOf = (text: string) => text.trim().split("\n");

beforeAll(async () => {
  const file = join(folder, "world.json");
  writeFileSync(file, JSON.stringify(aWorld()));
  for (const line of [
    ["import", file],
    ["channel", "--organisation", "northmoor", "--slack", "C0REGISTER"],
    ["intake-token", "--organisation", "northmoor", "--name", "phones"],
  ]) {
    const ran = await registerHere(db.ownerUrl, line);
    if (ran.exit !== 0) throw new Error(ran.err);
  }
});

describe("doctor", () => {
  it("finds a register well of which everything is in order", async () => {
    const { exit, out, err } = await doctor();
    expect({ exit, err }).toEqual({ exit: 0, err: "" });
    expect(linesOf(out)).toEqual([
      "ok     database: can be reached",
      "ok     tables: are up to date",
      "ok     application's role: is safe",
      "ok     organisations: northmoor",
      "ok     chat credentials: Slack takes the token",
      "ok     register channel: northmoor: can be used",
      "ok     accounts: northmoor: all 3 officers are linked",
      "ok     intake tokens: northmoor: 1 in use",
      "ok     deliveries: northmoor: none failed",
    ]);
  });

  it.each<[string, Partial<ChatProbe>, string]>([
    [
      "a refused token",
      { token: () => Promise.resolve("refused") },
      "chat credentials: Slack refuses the token. Install the app again and set SLACK_BOT_TOKEN",
    ],
    [
      "an absent app",
      { channel: () => Promise.resolve({ kind: "not-in-channel" }) },
      "register channel: northmoor: The app is not in the channel. Add it there.",
    ],
    [
      "a stranger in the channel",
      {
        channel: () => Promise.resolve({ kind: "seen", private: true, sharedOutside: false, members: ["U0STRANGER"] }),
      },
      "register channel: northmoor: Somebody in the channel is not a linked, active officer. An administrator can link them, or take them out of it.",
    ],
    [
      "a silent chat",
      { channel: () => Promise.resolve({ kind: "unreachable" }) },
      "register channel: northmoor: cannot be looked at, slack does not answer. Try again in a minute",
    ],
    [
      "an account that is gone",
      { account: (_, account) => Promise.resolve(account === "U0P.SHAH" ? "not-found" : "reachable") },
      "accounts: northmoor: slack does not know the account of p.shah@northmoor.example. Run unlink, then link",
    ],
  ])("says what to do about %s", async (_, probe, told) => {
    expect(await doctor(probe)).toMatchObject({ exit: 1, err: `FAULT  ${told}\n` });
  });

  it("says what to do about an officer without an account, a revoked token and a failed card", async () => {
    await registerHere(db.ownerUrl, [
      "unlink",
      "--organisation",
      "northmoor",
      "--email",
      "j.reid@northmoor.example",
      "--slack",
      "T0NORTH/U0J.REID",
    ]);
    await registerHere(db.ownerUrl, ["intake-token", "revoke", "--organisation", "northmoor", "--name", "phones"]);
    await db.owner.sql`update copy set state = 'failed'`;
    expect(linesOf((await doctor()).err)).toEqual([
      "FAULT  accounts: northmoor: j.reid@northmoor.example has no account. Run: npm run register -- link",
      "FAULT  intake tokens: northmoor: none, so no contact can come in. Run: npm run register -- intake-token",
      "FAULT  deliveries: northmoor: 1 failed. Run: npm run register -- deliveries list",
    ]);
  });

  it("finds a role that row-level security does not hold", async () => {
    await db.owner.sql`create table stray (id integer)`;
    await db.owner.sql`alter table stray owner to restricted_contact_app`;
    expect((await doctor()).err).toContain(
      "FAULT  application's role: owns tables, so it could switch their security off.",
    );
    await db.owner.sql`drop table stray`;
  });

  it("stops where nothing more can be known", async () => {
    const [empty, nowhere] = [await emptyDatabase(), "postgres://owner:secret@127.0.0.1:1/register"];
    expect(await register(empty, "doctor")).toEqual({
      exit: 1,
      out: "ok     database: can be reached\n",
      err: "FAULT  tables: are not up to date. Start the product once: it brings them up to date\n",
    });
    expect((await registerHere(nowhere, ["doctor"])).err).toMatch(
      /^FAULT {2}database: The database cannot be reached\..*\n$/u,
    );
  });
});
