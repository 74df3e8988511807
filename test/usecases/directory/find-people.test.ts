/** Officers by search: who is found by whom, through the front desk and the application's own connections. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { reportForm } from "../../../cards/report-form.ts";
import type { Answer } from "../../../src/chat/desk.ts";
import { search, withChosen } from "../../../src/chat/handlers/people.ts";
import type { People } from "../../../src/policy/staff/people-found.ts";
import { aCouncil, type Council } from "../builders.ts";

let council: Council;
beforeEach(async () => {
  council = await aCouncil();
  await council.sql`insert into outside_contact (organisation_id, id, name, body, email)
    values (${council.organisation}, 'tate-1', 'Rowan Tate', 'Tate Legal', 'rowan@tate.example')`;
  await council.sql`insert into officer (organisation_id, id, email, name, service, roles, status, extension)
    select ${council.organisation}, gen_random_uuid(), 'extra' || n || '@northmoor.example', 'Extra Number' || n, 'Parks',
      '{officer}', 'active', (4000 + n)::text
    from generate_series(1, 150) n`;
});
afterEach(() => council.drop());

async function found(among: People, typed: string): Promise<readonly string[]> {
  const people = await council.use.findPeople({ actor: await council.actor("s.hale"), among, typed });
  return people.map(({ label }) => label);
}

describe("a search for people", () => {
  it("finds by name, email and extension, at most 100", async () => {
    expect(await found("here", "toni")).toEqual(["Toni Kerr, Housing"]);
    expect(await found("here", "t.kerr@")).toEqual(["Toni Kerr, Housing"]);
    expect(await found("here", "4077")).toEqual(["Extra Number77, Parks"]);
    expect(await found("here", "extra")).toHaveLength(100);
  });

  it("finds who is away and who is outside the staff only where they may be named, and nobody who left", async () => {
    await council.sql`update officer set status = 'absent' where email = 't.kerr@northmoor.example'`;
    await council.sql`update officer set status = 'left' where email = 'e.ward@northmoor.example'`;
    const lists = ["here", "here-or-outside", "staff"] as const;
    for (const [typed, ...expected] of [
      ["kerr", [], [], ["Toni Kerr (away), Housing"]],
      ["tate", [], ["Rowan Tate, Tate Legal (not on the staff)"], []],
      ["ward", [], [], []],
    ] as const)
      expect(await Promise.all(lists.map((among) => found(among, typed)))).toEqual(expected);
  });

  it("tells two of one name in one service apart by their email", async () => {
    await council.sql`insert into officer (organisation_id, id, email, name, service, roles, status)
      values (${council.organisation}, gen_random_uuid(), 'toni2@northmoor.example', 'Toni Kerr', 'Housing', '{officer}', 'active')`;
    expect(await found("here", "toni kerr")).toEqual([
      "Toni Kerr, t.kerr@northmoor.example",
      "Toni Kerr, toni2@northmoor.example",
    ]);
  });

  it("finds nobody of another organisation", async () => {
    const [other] = await council.sql<{ id: string }[]>`insert into organisation
      select (jsonb_populate_record(o, jsonb_build_object('id', gen_random_uuid(), 'slug', 'elsewhere'))).*
      from organisation o where o.id = ${council.organisation} returning id`;
    await council.sql`insert into officer (organisation_id, id, email, name, service, roles, status)
      values (${other?.id ?? ""}, gen_random_uuid(), 'zora@elsewhere.example', 'Zora Elsewhere', 'Housing', '{officer}', 'active')`;
    expect(await found("staff", "zora")).toEqual([]);
    const named = await council.use.namePeople({
      actor: await council.actor("s.hale"),
      values: ["zora@elsewhere.example"],
    });
    expect(named).toEqual([]);
  });
});

describe("at the desk", () => {
  const from = (account: string) => ({ chat: "slack", tenant: "T0NORTH", account }) as const;
  const asked = (account: string) =>
    search({ ...council.use, outage: () => undefined }, { from: from(account), among: "here", typed: "toni kerr" });

  it("answers people who are linked and have not left", async () => {
    expect(await asked("s.hale")).toEqual([{ value: "t.kerr@northmoor.example", label: "Toni Kerr, Housing" }]);
    expect(await asked("U0NOBODY")).toEqual([]);
    await council.sql`update officer set status = 'left' where email = 's.hale@northmoor.example'`;
    expect(await asked("s.hale")).toEqual([]);
  });

  it("finds nobody while the register is away", async () => {
    const findPeople = () => Promise.reject(new Error("away"));
    const outage = () => "unavailable" as const;
    expect(
      await search({ ...council.use, findPeople, outage }, { from: from("s.hale"), among: "here", typed: "toni" }),
    ).toEqual([]);
  });

  it("names in a form that comes back those who were just chosen, and leaves out who is nobody's", async () => {
    const form = reportForm({ target: { id: "a", version: 1 }, services: [] });
    const answer: Answer = { kind: "faults", form, faults: { what: "Say what happened." } };
    const values = { affected: ["t.kerr@northmoor.example", "nobody@northmoor.example"] };
    const named = await withChosen(council.use, { actor: await council.actor("s.hale"), values }, answer);
    expect(named.kind === "faults" && named.form.fields.find(({ id }) => id === "affected")).toMatchObject({
      known: [{ value: "t.kerr@northmoor.example", label: "Toni Kerr, Housing" }],
      value: values.affected,
    });
  });
});
