/** What the command line says when it is asked, misused, or cannot reach the database. */
import { describe, expect, it } from "vitest";
import { COMMANDS } from "../../src/cli/commands.ts";
import { emptyDatabase } from "../support/database.ts";
import { register, registerHere } from "./register.ts";

/** Nothing listens there. */
const NOWHERE = "postgres://owner:secret@127.0.0.1:1/register";

describe("help", () => {
  it("lists every command, without a database", async () => {
    const { exit, out } = await register(NOWHERE, "--help");
    expect(exit).toBe(0);
    for (const { name } of COMMANDS) expect(out).toContain(`  ${name} `);
    expect(COMMANDS.length).toBeGreaterThanOrEqual(11);
  });

  it("says how one command is used", async () => {
    const { exit, out } = await registerHere(NOWHERE, ["intake-token", "revoke", "--help"]);
    expect({ exit, out: out.split("\n")[0] }).toEqual({
      exit: 0,
      out: "npm run register -- intake-token revoke --organisation SLUG --name NAME",
    });
  });
});

describe("a line that is not understood", () => {
  it.each<[readonly string[], string]>([
    [[], "npm run register -- COMMAND"],
    [["frobnicate"], 'There is no command "frobnicate".'],
    [["import"], "FILE is missing."],
    [["import", "a.json", "b.json"], '"b.json" is too much.'],
    [["import", "a.json", "--force"], "Unknown option '--force'."],
    [["intake-token", "--name", "x"], "--organisation is missing."],
    [["intake-token", "--organisation", "x"], "--name is missing."],
    [["link", "--organisation", "x", "--email", "a@b.example"], "give either --slack or --teams."],
    [
      ["link", "--organisation", "x", "--email", "a@b.example", "--slack", "T1/U1", "--teams", "a/b"],
      "give either --slack or --teams.",
    ],
    [["link", "--organisation", "x", "--email", "a@b.example", "--slack", "U1"], "--slack is TEAM/USER"],
    [["deliveries", "resend", "7"], '"7" is not the id of a card'],
    [["not-same", "revoke", "--organisation", "x", "7"], '"7" is not an id: see not-same list'],
  ])("%j", async (line, told) => {
    const { exit, out, err } = await registerHere(NOWHERE, line);
    expect({ exit, out }).toEqual({ exit: 2, out: "" });
    expect(err).toContain(told);
  });
});

it("a line that is not understood ends its process with 2", async () => {
  expect(await register(NOWHERE, "frobnicate")).toMatchObject({ exit: 2, out: "" });
});

describe("a database that cannot be used", () => {
  it.each([
    [NOWHERE, "The database cannot be reached."],
    ["no-such-database", "does not exist"],
    ["wrong-password", "refuses the password"],
  ])("is told in one sentence, without stack, statement or password: %s", async (place, told) => {
    const address = new URL(place === NOWHERE ? place : await emptyDatabase());
    if (place === "no-such-database") address.pathname = "/nowhere";
    if (place === "wrong-password") address.password = "secret";
    const { exit, out, err } = await register(address.href, "deliveries", "list");
    expect({ exit, out, lines: err.trim().split("\n").length }).toEqual({ exit: 1, out: "", lines: 1 });
    expect(err).toContain(told);
    expect(err).not.toMatch(/secret|\bat .*:\d|select|postgres:\/\//iu);
  });

  it("an organisation that is not there is told, with those that are", async () => {
    const ran = await registerHere(await emptyDatabase(), ["intake-token", "list", "--organisation", "northmoor"]);
    expect(ran).toEqual({
      exit: 1,
      out: "",
      err: 'There is no organisation "northmoor". Import a world file first.\n',
    });
  });
});
