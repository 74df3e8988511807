/** The doctor on a real PostgreSQL; the chats are stood in for at their port. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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
  registerHere(db.ownerUrl, ["doctor"], () => Promise.resolve(probe ? { ...healthy, ...probe } : undefined));
const linesOf = (text: string) => text.trim().split("\n");

beforeAll(async () => {
  const file = join(folder, "world.json");
  const world = aWorld();
  const more = {
    "m.frost": "executive",
    "e.ward": "executive",
    "r.byrne": "register_team",
    "w.adeyemi": "social_work",
    "s.byrne": "administrator",
  };
  for (const [name, role] of Object.entries(more)) {
    const slack = { teamId: "T0NORTH", userId: `U0${name.toUpperCase()}` };
    world.staff.push({ email: `${name}@northmoor.example`, name, service: "Corporate", roles: [role], slack });
  }
  writeFileSync(file, JSON.stringify(world));
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
      "ok     policy: northmoor: persistent-and-abusive-behaviour version 1, and enough people may decide",
      "ok     administrators: northmoor: 1 is here",
      "ok     chat credentials: Slack takes the token",
      "ok     register channel: northmoor: can be used",
      "ok     senior staff's channel: northmoor: none chosen, and the policy asks for none",
      "ok     accounts: northmoor: all 8 officers are linked",
      "ok     intake tokens: northmoor: 1 in use",
      "ok     sources: northmoor: none has sent a contact yet",
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

  it("says which source is silent since when, and which has never sent anything", async () => {
    const token = ["intake-token", "--organisation", "northmoor", "--name"] as const;
    const arrive = (source: string, minutesAgo: readonly number[]) => db.owner.sql`
      insert into contact (organisation_id, source, source_id, occurred_at, received_at, direction, channel, outcome, answer)
      select id, ${source}, ${source} || m, now() - m * interval '1 minute', now() - m * interval '1 minute', 'inbound', 'phone', 'clear', '{}'
      from organisation cross join unnest(${minutesAgo}::int[]) m`;
    await arrive("phone-system", [0, 10, 20, 30, 40]);
    await arrive("web-form", [1, 2]);
    expect(linesOf((await doctor()).out)).toContain(
      "ok     sources: northmoor: 1 heard as usual, 1 with too few contacts to tell",
    );
    await db.owner.sql`update contact set received_at = received_at - interval '35 minutes'`;
    await registerHere(db.ownerUrl, [...token, "mail", "--source", "mail-gateway"]);
    const { exit, err } = await doctor();
    const day = "\\d+ [A-Z][a-z]+ 20\\d\\d, \\S+";
    expect({ exit, err: linesOf(err) }).toEqual({
      exit: 1,
      err: [
        expect.stringMatching(
          `^FAULT  sources: northmoor: "mail-gateway" has never sent a contact; it has a token since ${day}\\. Connect it`,
        ),
        expect.stringMatching(
          `^FAULT  sources: northmoor: "phone-system" is silent: no contact since ${day}, usually one every 10 minutes\\. See that`,
        ),
      ],
    });
    await registerHere(db.ownerUrl, ["intake-token", "revoke", "--organisation", "northmoor", "--name", "mail"]);
    await db.owner.sql`delete from contact`;
    expect((await doctor()).exit).toBe(0);
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
      "FAULT  policy: northmoor: Nobody present with a linked account has the role of service manager: they give the warning. Give the role to somebody, or link their account.",
      "FAULT  accounts: northmoor: j.reid@northmoor.example has no account. Run: npm run register -- link",
      "FAULT  intake tokens: northmoor: none, so no contact can come in. Run: npm run register -- intake-token",
      "FAULT  deliveries: northmoor: 1 failed. Run: npm run register -- deliveries list",
    ]);
  });

  it("finds a policy under which nobody could decide or act, and one that cannot be read", async () => {
    await db.owner.sql`update officer set status = 'absent' where email = 'e.ward@northmoor.example'`;
    expect((await doctor()).err).toContain(
      'FAULT  policy: northmoor: Nobody could approve "no contact, except one named way": it takes 2 executives, and 1 of',
    );
    await db.owner.sql`update officer set status = 'active'`;
    await db.owner.sql`update officer set roles = '{officer}' where email like 'r.byrne@%'`;
    expect((await doctor()).err).toContain(
      "FAULT  policy: northmoor: Nobody present with a linked account has the role of register team: they see to reports, letters and alerts that reach nobody.",
    );
    await db.owner.sql`update officer set roles = '{register_team}' where email like 'r.byrne@%'`;
    await db.owner.sql`insert into policy_pack (organisation_id, id, version, content, adopted_at)
      select id, 'older', 3, '{}', now() from organisation`;
    expect((await doctor()).err).toContain("FAULT  policy: northmoor: older version 3 cannot be read.");
    await db.owner.sql`delete from policy_pack`;
  });

  it("says that nobody is here who could change the staff list, and what to do", async () => {
    const none =
      "FAULT  administrators: northmoor: Nobody present with a linked account is an administrator, so nobody can change the staff list in the chat. Give somebody the role in the world file and import it, or link an administrator's account.\n";
    for (const changed of ["status = 'left'", "roles = '{officer}'"]) {
      await db.owner.sql.unsafe(`update officer set ${changed} where email like 's.byrne@%'`);
      expect((await doctor()).err).toContain(none);
      await db.owner.sql`update officer set status = 'active', roles = '{administrator}' where email like 's.byrne@%'`;
    }
  });

  it("asks for a channel of the senior staff only where the policy asks for a card in it", async () => {
    const shipped = JSON.parse(readFileSync("src/policy/packs/persistent-and-abusive-behaviour.json", "utf8"));
    const openProposal = { ...shipped.openProposal, maskedCardInSeniorChannel: { value: true, assumed: true } };
    const file = join(folder, "pack.json");
    writeFileSync(file, JSON.stringify({ ...shipped, version: 2, openProposal }));
    const council = ["--organisation", "northmoor"] as const;
    const adopted = await registerHere(db.ownerUrl, ["policy", "adopt", file, ...council]);
    expect(adopted).toMatchObject({ exit: 0, out: expect.stringContaining("none is chosen. Run: npm run register") });

    const none = "senior staff's channel: northmoor: none chosen, and the policy asks for a card in it.";
    expect((await doctor()).err).toContain(`FAULT  ${none}`);
    await registerHere(db.ownerUrl, ["channel", ...council, "--seniors", "--slack", "C0SENIORS"]);
    expect((await doctor()).out).toContain("ok     senior staff's channel: northmoor: can be used");
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
