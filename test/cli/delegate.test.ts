/** `register delegate` on a real PostgreSQL. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { importWorld } from "../../src/usecases/import-world/import-world.ts";
import { freshDatabase } from "../support/database.ts";
import { aWorld } from "../usecases/import-world/a-world.ts";
import { registerHere } from "./register.ts";

const db = await freshDatabase();
beforeAll(async () => {
  const outcome = await importWorld({ db: db.app, now: () => new Date() })({ json: aWorld() });
  if (outcome.code !== "imported") throw new Error(JSON.stringify(outcome.faults));
});
afterAll(() => db.drop());

const email = (person: string) => `${person}@northmoor.example`;
const delegate = (from: string, to: string, on = "2126-03-09", until = "2126-03-13") =>
  registerHere(db.ownerUrl, [
    "delegate",
    "--organisation",
    "northmoor",
    "--from",
    email(from),
    "--to",
    email(to),
    "--on",
    on,
    "--until",
    until,
  ]);
const nobody = "Nobody on the staff list has the email given with --to.";
const sql = () => db.owner.sql`select starts_on::text, ends_on::text, made_by from delegation`;

// In this order: each line is what the one before it left.
it.each([
  ["records it", ["d.okafor", "j.reid"], 0, /^\S+ \S+.* stands in for .* from 9 March 2126 to 13 March 2126\.$/],
  ["refuses a circle", ["j.reid", "d.okafor"], 1, /^On 9 March 2126 nobody would decide: .* and .* would stand in/],
  ["refuses the same days", ["d.okafor", "p.shah"], 1, /^Somebody stands in already, from 9 March 2126/],
  ["refuses a stranger", ["j.reid", "x.y"], 1, new RegExp(`^${nobody}$`)],
  ["refuses days that are past", ["j.reid", "p.shah", "2026-01-05", "2026-01-06"], 1, /^The last day is past\.$/],
  ["asks for a date", ["j.reid", "p.shah", "9 March"], 2, /--on is not a date like 2026-03-09/],
] as const)("%s", async (_, [from, to, on, until], exit, words) => {
  const ran = await delegate(from, to, on, until);
  expect({ exit: ran.exit, said: (ran.out || ran.err).split("\n")[0] }).toEqual({
    exit,
    said: expect.stringMatching(words),
  });
  expect(await sql()).toEqual([{ starts_on: "2126-03-09", ends_on: "2126-03-13", made_by: null }]);
});
