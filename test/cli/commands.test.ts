/** The commands on a real PostgreSQL (DESIGN section 6). */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addCopies } from "../../db/queries/copies.ts";
import { background } from "../../db/transaction.ts";
import { emptyDatabase, freshDatabase } from "../support/database.ts";
import { aWorld } from "../usecases/import-world/a-world.ts";
import { registerHere, register as registerOn } from "./register.ts";

const db = await freshDatabase();
const folder = mkdtempSync(join(tmpdir(), "register-"));
afterAll(async () => {
  await db.drop();
  rmSync(folder, { recursive: true });
});

/** As people run it: for what only a process shows, its end and where it prints. */
const register = (...line: readonly string[]) => registerOn(db.ownerUrl, ...line);
/** Much faster, for what the commands do and say. */
const here = (...line: readonly string[]) => registerHere(db.ownerUrl, line);
const northmoor = ["--organisation", "northmoor"] as const;

function fileOf(name: string, content: unknown): string {
  const file = join(folder, name);
  writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
  return file;
}

beforeAll(async () => {
  const loaded = await register("import", fileOf("northmoor.json", aWorld()));
  if (loaded.exit !== 0) throw new Error(loaded.err);
});

describe("import", () => {
  it("says what it did, and the second time that there is nothing to change", async () => {
    const second = await here("import", join(folder, "northmoor.json"));
    expect(second).toEqual({ exit: 0, out: "northmoor: nothing to change.\n", err: "" });
  });

  it("brings a database without tables up to date first", async () => {
    const { exit, out } = await registerHere(await emptyDatabase(), ["import", join(folder, "northmoor.json")]);
    expect({ exit, out: out.split("\n") }).toEqual({
      exit: 0,
      out: [
        "northmoor: organisation: 1 added",
        "northmoor: officer: 3 added",
        "northmoor: account: 3 added",
        "northmoor: contact: 1 added",
        "northmoor: holiday: 1 added",
        "northmoor: customer: 2 added",
        "northmoor: arrangement: 1 added",
        "",
      ],
    });
  });

  it("says that a council has no administrator who is here, while it loads", async () => {
    const world = aWorld();
    const none =
      "northmoor: Nobody present with a linked account is an administrator, so nobody can change the staff list in the chat.";
    const empty = await emptyDatabase();
    const load = (name: string) => registerHere(empty, ["import", fileOf(name, world)]);
    expect(await load("without.json")).toMatchObject({ exit: 0, err: expect.stringContaining(none) });
    world.staff.push({
      email: "s.byrne@northmoor.example",
      name: "S. Byrne",
      service: "Corporate",
      roles: ["administrator"],
      slack: { teamId: "T0NORTH", userId: "U0BYRNE" },
    });
    expect((await load("with.json")).err).not.toContain("administrator");
    Object.assign(world.staff.at(-1) ?? {}, { status: "left" });
    expect((await load("left.json")).err).toContain(none);
  });

  it("names three faults on stderr and loads nothing", async () => {
    const world = aWorld();
    world.organisation["slug"] = "southmoor";
    Object.assign(world.staff[0] ?? {}, { status: "asleep", slack: null });
    Object.assign(world.customers[0] ?? {}, { nmae: "x" });
    Object.assign(world.arrangements[0] ?? {}, { customer: "C-0000" });
    for (const entry of world.staff) Object.assign(entry, { slack: null });
    const { exit, out, err } = await register("import", fileOf("faulty.json", world));
    expect({ exit, out, err: err.split("\n") }).toEqual({
      exit: 1,
      out: "",
      err: [
        "staff[0].status: is not one of: active, absent, left",
        "customers[0].nmae: is not a part of a world file",
        "arrangements[0].customer: is not the reference of any customer",
        "Nothing was loaded: 3 faults.",
        "",
      ],
    });
    expect(await db.owner.sql`select slug from organisation`).toEqual([{ slug: "northmoor" }]);
  });

  it("refuses a second organisation that claims the same workspace", async () => {
    const world = { organisation: { ...aWorld().organisation, slug: "southmoor", slack: { teamIds: ["T0NORTH"] } } };
    const { exit, err } = await here("import", fileOf("claim.json", world));
    expect(exit).toBe(1);
    expect(err).toContain(
      "organisation.slack.teamIds[0]: belongs to another organisation already. A Slack workspace belongs to one organisation",
    );
  });

  it.each([
    ["nowhere.json", "there is no such file"],
    [".", "is a folder"],
  ])("says why a file cannot be read: %s", async (name, reason) => {
    expect(await here("import", join(folder, name))).toMatchObject({ exit: 1, err: expect.stringContaining(reason) });
  });

  it("says in which line a file is not JSON, without quoting it", async () => {
    const { exit, err } = await here("import", fileOf("broken.json", '{\n "customers": [\n  "Alex Morgan" "x"\n]}'));
    expect({ exit, err: err.replace(folder, "") }).toEqual({
      exit: 1,
      err: "/broken.json: is not JSON (line 3)\nNothing was loaded: 1 fault.\n",
    });
  });
});

describe("intake-token", () => {
  it("prints a token once, keeps its hash, and knows the sources it is bound to", async () => {
    const made = await here(
      "intake-token",
      ...northmoor,
      "--name",
      "Phone system",
      "--source",
      "phone-system",
      "--source",
      "lobby",
    );
    expect(made.out).toMatch(/^rc_[\w-]{43}\n$/u);
    const look = await db.app
      .sql`select sources, revoked from app.token_look_up(encode(sha256(${made.out.trim()}::bytea), 'hex'))`;
    expect(look).toEqual([{ sources: ["phone-system", "lobby"], revoked: false }]);
    expect(JSON.stringify(await db.owner.sql`select i::text from intake_token i`)).not.toContain(made.out.trim());

    expect(await here("intake-token", ...northmoor, "--name", "Phone system")).toMatchObject({
      exit: 1,
      out: "",
      err: expect.stringContaining("already"),
    });
    const listed = await here("intake-token", "list", ...northmoor);
    expect(listed.out).toMatch(/^Phone system · in use · made .* · phone-system, lobby\n$/u);

    expect(await here("intake-token", "revoke", ...northmoor, "--name", "Phone system")).toMatchObject({ exit: 0 });
    expect(await here("intake-token", "revoke", ...northmoor, "--name", "Phone system")).toMatchObject({ exit: 1 });
    expect((await here("intake-token", "list", ...northmoor)).out).toContain("revoked 20");
  });
});

describe("link and unlink", () => {
  it("take an account away and give it back", async () => {
    const line = ["--email", "d.okafor@northmoor.example", "--slack", "T0NORTH/U0D.OKAFOR", ...northmoor] as const;
    expect(await here("unlink", ...line)).toEqual({ exit: 0, out: "Unlinked.\n", err: "" });
    expect(await register("link", ...line)).toEqual({ exit: 0, out: "Linked.\n", err: "" });
    expect(
      await db.owner
        .sql`select facts ->> 'chat' as chat, event from audit where event in ('account-linked', 'account-unlinked')`,
    ).toEqual([
      { chat: "slack", event: "account-unlinked" },
      { chat: "slack", event: "account-linked" },
    ]);
  });

  const shah = ["--email", "P.Shah@northmoor.example"] as const;
  const reid = ["--email", "j.reid@northmoor.example"] as const;

  // In this order: each line is what the one before it left.
  it.each<[string, readonly string[], number, string]>([
    [
      "another account",
      ["link", ...shah, "--slack", "T0NORTH/U0NEW"],
      1,
      "This officer has another account in this chat. Unlink that one first.",
    ],
    [
      "somebody else's",
      ["unlink", ...reid, "--slack", "T0NORTH/U0P.SHAH"],
      1,
      "This account is not linked to this officer.",
    ],
    ["their own", ["unlink", ...shah, "--slack", "T0NORTH/U0P.SHAH"], 0, "Unlinked."],
    ["a new one", ["link", ...shah, "--slack", "T0NORTH/U0NEW"], 0, "Linked."],
    ["it again", ["link", ...shah, "--slack", "T0NORTH/U0NEW"], 0, "It was linked already."],
    ["a colleague's", ["link", ...reid, "--teams", "AAAA-1/BBBB-2"], 0, "Linked."],
    [
      "it for another",
      ["link", ...shah, "--teams", "aaaa-1/bbbb-2"],
      1,
      "This account belongs to another officer. Unlink it there first.",
    ],
    [
      "nobody",
      ["link", "--email", "x@northmoor.example", "--teams", "a/b"],
      1,
      "Nobody on the staff list has this email.",
    ],
  ])("%s", async (_, line, exit, told) => {
    const ran = await here(...line, ...northmoor);
    expect({ exit: ran.exit, told: (exit === 0 ? ran.out : ran.err).trim() }).toEqual({
      exit,
      told: expect.stringContaining(told),
    });
  });

  it("say that nobody is left who can change the staff list in the chat, with the last account of theirs", async () => {
    const world = aWorld();
    Object.assign(world.staff[0] ?? {}, {
      roles: ["administrator"],
      teams: { tenantId: "AAAA-9", aadObjectId: "CCCC-3" },
    });
    const empty = await emptyDatabase();
    await registerHere(empty, ["import", fileOf("administered.json", world)]);
    const unlinked = (...account: readonly string[]) =>
      registerHere(empty, ["unlink", "--email", "j.reid@northmoor.example", ...account, ...northmoor]);
    expect(await unlinked("--teams", "AAAA-9/CCCC-3")).toEqual({ exit: 0, out: "Unlinked.\n", err: "" });
    expect(await unlinked("--slack", "T0NORTH/U0J.REID")).toEqual({
      exit: 0,
      out: "Unlinked.\n",
      err: "Nobody present with a linked account is an administrator, so nobody can change the staff list in the chat. Give somebody the role in the world file and import it, or link an administrator's account.\n",
    });
  });

  it("gives a workspace to one organisation only", async () => {
    const world = {
      organisation: { ...aWorld().organisation, slug: "eastmoor" },
      staff: [{ email: "a.b@eastmoor.example", name: "A B", service: "Parks", roles: ["officer"] }],
    };
    await here("import", fileOf("eastmoor.json", world));
    const line = [
      "link",
      "--organisation",
      "eastmoor",
      "--email",
      "a.b@eastmoor.example",
      "--slack",
      "T0NORTH/U1",
    ] as const;
    expect(await here(...line)).toMatchObject({
      exit: 1,
      err: expect.stringContaining("belongs to another organisation"),
    });
  });
});

describe("channel", () => {
  it("chooses the channel of the organisation's workspace, and puts the notice on the ledger", async () => {
    expect(await here("channel", ...northmoor, "--slack", "C0REGISTER")).toMatchObject({
      exit: 0,
      out: expect.stringContaining("T0NORTH/C0REGISTER"),
    });
    expect(await db.owner.sql`select purpose, chat, tenant, conversation_id from chat_channel`).toEqual([
      { purpose: "register", chat: "slack", tenant: "T0NORTH", conversation_id: "C0REGISTER" },
    ]);
    expect(await db.owner.sql`select kind, officer_id, channel from copy`).toEqual([
      { kind: "channel-chosen", officer_id: null, channel: "register" },
    ]);
  });

  it("chooses one for senior staff too, and never the register's", async () => {
    expect(await here("channel", ...northmoor, "--seniors", "--slack", "C0REGISTER")).toEqual({
      exit: 1,
      out: "",
      err: "It is the register's channel. Use another one for senior staff.\n",
    });
    expect(await register("channel", ...northmoor, "--seniors", "--slack", "C0SENIORS")).toMatchObject({
      exit: 0,
      out: expect.stringContaining("The senior staff's channel is T0NORTH/C0SENIORS."),
    });
    const chosen = await db.owner.sql`select purpose, conversation_id from chat_channel order by purpose`;
    expect(chosen).toEqual([
      { purpose: "register", conversation_id: "C0REGISTER" },
      { purpose: "seniors", conversation_id: "C0SENIORS" },
    ]);
  });

  it("refuses a workspace that is not the organisation's", async () => {
    expect(await here("channel", ...northmoor, "--slack", "T0OTHER/C1")).toMatchObject({
      exit: 1,
      err: expect.stringContaining("not the organisation's"),
    });
  });
});

describe("deliveries", () => {
  it("lists what did not arrive and puts one back in the queue", async () => {
    const [organisation] = await db.owner.sql<{ id: string }[]>`select id from organisation where slug = 'northmoor'`;
    const id = organisation?.id ?? "";
    const subject = "00000000-0000-4000-8000-00000000000a";
    const ledger = { organisation: id, chats: new Set(["slack"] as const), now: new Date() };
    await background(db.app, id, (tx) =>
      addCopies(tx, ledger, [{ kind: "alert-channel", subject, officer: "register-team" }]),
    );
    await db.owner.sql`update copy set sent = wanted, state = 'sent' where kind = 'channel-chosen'`;
    const [failed] = await db.owner
      .sql`update copy set state = 'failed', attempts = 12, last_error = 'channel-gone' where subject_id = ${subject} returning id`;
    await db.owner.sql`delete from graphile_worker._private_jobs`;

    const line = `${failed?.["id"]} · northmoor · alert-channel · slack: register channel · failed · tried 12 times · channel-gone\n`;
    expect(await here("deliveries", "list")).toEqual({ exit: 0, out: line, err: "" });
    expect(await here("deliveries", "resend", String(failed?.["id"]))).toMatchObject({ exit: 0 });
    expect(await db.owner.sql`select state, attempts from copy where id = ${failed?.["id"]}`).toEqual([
      { state: "pending", attempts: 0 },
    ]);
    expect(await db.owner.sql`select task_identifier from graphile_worker.jobs`).toEqual([
      { task_identifier: "deliver" },
    ]);
    expect(await here("deliveries", "resend", subject)).toMatchObject({ exit: 1 });
  });
});

describe("not-same", () => {
  it("lists whom the register team said not to be a customer, by reference, and takes one back", async () => {
    const line = ["not-same", "list", ...northmoor] as const;
    expect(await here(...line)).toEqual({
      exit: 0,
      out: "Nobody is remembered as not being a customer.\n",
      err: "",
    });
    const id = "00000000-0000-4000-8000-00000000000b";
    await db.owner.sql`
      insert into not_same_person (organisation_id, id, customer_id, key, customer_version, alert_id, judged_by, judged_at, until)
      select c.organisation_id, ${id}, c.id, 'name,phone:abc', c.version, gen_random_uuid(), f.id, now(), now() + interval '90 days'
      from customer c join officer f on f.organisation_id = c.organisation_id and f.email = 'p.shah@northmoor.example'
      where c.ref = 'C-1042'`;
    const listed = await here(...line);
    expect(listed.out).toMatch(
      new RegExp(`^${id} · C-1042 · given: name, phone · no alert · said by Officer p.shah 20\\S+ · until 20\\S+\\n$`),
    );
    expect(listed.out).not.toContain("Alex");

    expect(await here("not-same", "revoke", "--organisation", "eastmoor", id)).toMatchObject({ exit: 1, out: "" });
    expect(await here("not-same", "revoke", ...northmoor, id)).toEqual({
      exit: 0,
      out: "Checked again from now on: C-1042.\n",
      err: "",
    });
    expect(await here("not-same", "revoke", ...northmoor, id)).toMatchObject({ exit: 1, out: "" });
    expect((await here(...line)).out).toContain("Nobody");
    expect(await db.owner.sql`select by, subject_id from audit where event = 'not-same-revoked'`).toEqual([
      { by: null, subject_id: id },
    ]);
  });
});

describe("policy check", () => {
  it("prints a pack of the product in plain English", async () => {
    const { exit, out } = await register("policy", "check", "src/policy/packs/unacceptable-actions.json");
    expect(exit).toBe(0);
    expect(out).toContain("Who decides");
  });

  it("names the faults of a bad one by their path", async () => {
    const { exit, out, err } = await here("policy", "check", fileOf("pack.json", { id: "Not An Id" }));
    expect({ exit, out }).toEqual({ exit: 1, out: "" });
    expect(err.split("\n").length).toBeGreaterThan(5);
  });
});
