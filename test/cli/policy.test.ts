/** Policy packs at the command line, on a real PostgreSQL: what would change, putting one in force, who is on duty. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { PERSISTENT, REASONABLE } from "../policy/packs/known-packs.ts";
import { emptyDatabase } from "../support/database.ts";
import { aCouncil, aProposal, type Council } from "../usecases/builders.ts";
import { northmoor } from "../usecases/northmoor.ts";
import { registerHere } from "./register.ts";

const folder = mkdtempSync(join(tmpdir(), "policy-"));
afterAll(() => rmSync(folder, { recursive: true }));

function fileOf(name: string, content: unknown): string {
  const file = join(folder, name);
  writeFileSync(file, JSON.stringify(content));
  return file;
}

const reasonable = "src/policy/packs/reasonable-contact.json";
const shorter = fileOf("shorter.json", {
  ...PERSISTENT,
  version: 2,
  length: {
    ...PERSISTENT.length,
    maxMonths: { value: 5, assumed: true },
    defaultMonths: { value: 3, assumed: true },
  },
});
const faulty = fileOf("faulty.json", { ...PERSISTENT, gates: { value: [], assumed: true } });

let council: Council;
beforeEach(async () => {
  council = await aCouncil();
});
afterEach(() => council.drop());

const policy = (verb: string, word: string, slug = "northmoor") =>
  registerHere(council.url, ["policy", verb, word, "--organisation", slug]);

/** The council of these tests has none, which stands in no policy. */
const NO_ADMINISTRATOR =
  "Nobody present with a linked account is an administrator, so nobody can change the staff list in the chat. Give somebody the role in the world file and import it, or link an administrator's account.";

describe("policy simulate", () => {
  it("says what would change, case by case, by reference alone, and changes nothing", async () => {
    await aProposal.approved(council);
    await aProposal.awaitingDecision(council);
    await aProposal.readBack(council);
    // The command goes by the real clock, the council by its own.
    await council.sql`update arrangement set ends_at = now() + interval '3 months'`;
    await council.sql`update ladder_step s set given_on = '2020-01-06' from proposal p
      where p.id = s.proposal_id and p.state = 'approved'`;
    const { exit, out, err } = await policy("simulate", shorter);
    expect({ exit, err }).toEqual({ exit: 0, err: "" });
    expect(out.split("\n").filter((line) => !line.includes("in the past"))).toEqual([
      "persistent-and-abusive-behaviour version 2: 4 live cases, 2 with a change.",
      "P-0001, in force: keeps persistent-and-abusive-behaviour version 1",
      "P-0002, with the seniors: keeps persistent-and-abusive-behaviour version 1; sent under this pack it would go another way",
      "P-0002: lasts 6 months, and at most 5 would be allowed",
      "P-0002: would be held: it is longer than 5 months",
      "P-0003, not sent: goes on under this pack",
      "P-0003: lasts 6 months, and at most 5 would be allowed",
      "R-0003, waiting for triage: goes on under this pack; nothing changes",
      "",
    ]);
    expect(await council.sql`select pack_version from organisation`).toEqual([{ pack_version: 1 }]);
  });

  it("says on stderr why it could not be put in force", async () => {
    await council.sql`update officer set status = 'left' where email = 'e.ward@northmoor.example'`;
    const { exit, err } = await policy("simulate", shorter);
    expect({ exit, err: err.split("\n") }).toEqual({
      exit: 1,
      err: [
        'Nobody could approve "no contact, except one named way": it takes 2 executives, and 1 of those present with a linked account may.',
        "It is not put in force.",
        "",
      ],
    });
  });
});

describe("policy adopt", () => {
  it("puts a file in force, once", async () => {
    await aProposal.readBack(council);
    expect(await policy("adopt", shorter)).toEqual({
      exit: 0,
      out: "persistent-and-abusive-behaviour version 2 is in force.\nNot sent, and now under it: P-0001.\n",
      err: "",
    });
    expect(await policy("adopt", shorter)).toMatchObject({
      exit: 0,
      out: "persistent-and-abusive-behaviour version 2 is in force already.\n",
    });
  });

  it("refuses another text under a version that is taken", async () => {
    const { exit, out, err } = await policy("adopt", fileOf("same.json", { ...PERSISTENT, title: "Another" }));
    expect({ exit, out }).toEqual({ exit: 1, out: "" });
    expect(err).toContain("persistent-and-abusive-behaviour version 1 is another text already. Give this one a higher");
  });

  it("says that the organisation's calendar goes on to count", async () => {
    expect((await policy("adopt", reasonable)).out).toContain("the working days of northern-ireland");
  });
});

describe.each(["simulate", "adopt"])("policy %s", (verb) => {
  it("names the faults of a pack by their path, before the database is asked", async () => {
    const line = ["policy", verb, faulty, "--organisation", "northmoor"];
    const { exit, out, err } = await registerHere("postgres://owner:secret@127.0.0.1:1/register", line);
    expect({ exit, out, err }).toEqual({ exit: 1, out: "", err: expect.stringMatching(/^gates\.value: is empty\n/) });
  });

  it("names the organisations there are", async () => {
    expect(await policy(verb, shorter, "eastmoor")).toMatchObject({
      exit: 1,
      err: 'There is no organisation "eastmoor". There is: northmoor.\n',
    });
  });

  it("is not understood without an organisation", async () => {
    expect(await registerHere(council.url, ["policy", verb, shorter])).toMatchObject({ exit: 2, out: "" });
  });
});

describe("policy duty-senior", () => {
  it.each([
    ["m.frost@northmoor.example", 0, "Max Frost is asked first on the short road.\n", ""],
    ["d.okafor@northmoor.example", 1, "", "Too low a role: the policy in force asks for executive or above.\n"],
    ["nobody@northmoor.example", 1, "", "Nobody on the staff list has this email.\n"],
  ])("%s", async (email, exit, out, err) => {
    await policy("adopt", "src/policy/packs/unacceptable-actions.json");
    expect(await policy("duty-senior", email)).toEqual({ exit, out, err });
    expect(await council.sql`select chosen_at from duty_senior`).toHaveLength(exit === 0 ? 1 : 0);
  });

  it("has no place in a policy without a short road", async () => {
    expect(await policy("duty-senior", "m.frost@northmoor.example")).toMatchObject({
      exit: 1,
      err: "The policy in force has no short road.\n",
    });
  });
});

describe("import --policy", () => {
  it("loads a council with a pack of its own", async () => {
    const database = await emptyDatabase();
    const world = fileOf("world.json", northmoor(REASONABLE.id));
    expect((await registerHere(database, ["import", world])).err).toContain("organisation.policyPack: is not one of");
    expect(await registerHere(database, ["import", world, "--policy", faulty])).toMatchObject({ exit: 1, out: "" });
    const loaded = await registerHere(database, ["import", world, "--policy", reasonable]);
    expect(loaded).toMatchObject({ exit: 0, err: `northmoor: ${NO_ADMINISTRATOR}\n` });
    expect(loaded.out).toContain("northmoor: organisation: 1 added");
  });

  it("says what nobody could approve or take part in with the staff that came", async () => {
    const world = northmoor(PERSISTENT.id);
    const staff = world.staff.filter(({ roles }) => !roles.includes("executive"));
    const file = fileOf("small.json", { ...world, staff: staff.map((member) => ({ ...member, lineManager: null })) });
    const { exit, err } = await registerHere(await emptyDatabase(), ["import", file]);
    expect({ exit, err }).toEqual({
      exit: 0,
      err: [
        'northmoor: Nobody could approve "no contact, except one named way": it takes 2 executives, and 0 of those present with a linked account may.\n',
        ...["decide about council meetings and polling", "decide about a minor or somebody who lacks capacity"].map(
          (part) =>
            `northmoor: Nobody present with a linked account has the role of executive: they ${part}. Give the role to somebody, or link their account.\n`,
        ),
        `northmoor: ${NO_ADMINISTRATOR}\n`,
      ].join(""),
    });
  });
});
