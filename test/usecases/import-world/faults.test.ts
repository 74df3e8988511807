/** A world file with faults: all of them named by their path at once, and nothing loaded. */
import { afterAll, describe, expect, it } from "vitest";
import { importWorld } from "../../../src/usecases/import-world/import-world.ts";
import { freshDatabase } from "../../support/database.ts";
import { aWorld, type TestWorld } from "./a-world.ts";

const db = await freshDatabase();
afterAll(() => db.drop());

const load = importWorld({ db: db.app, now: () => new Date("2026-09-10T09:00:00Z") });

async function faultsOf(json: unknown): Promise<readonly string[]> {
  const outcome = await load({ json });
  expect(await db.owner.sql`select 1 from organisation where slug = 'northmoor'`).toHaveLength(0);
  return outcome.code === "refused" ? outcome.faults.map(({ path, message }) => `${path}: ${message}`) : ["loaded"];
}

/** The world with one place of it changed. */
function changed(path: string, value: unknown): TestWorld {
  const world = aWorld();
  const keys = path.split(/[.[\]]+/u).filter((key) => key !== "");
  const last = keys.pop() ?? "";
  const place = keys.reduce<unknown>((at, key) => Reflect.get(at as object, key), world);
  Reflect.set(place as object, last, value);
  return world;
}

describe("a faulty world file", () => {
  it("is told all its faults at once, of shape and of sense, and nothing is loaded", async () => {
    const world = aWorld();
    Object.assign(world.staff[1] ?? {}, { roles: ["chief"] });
    Object.assign(world.customers[0]?.identifiers[0] ?? {}, { value: "123" });
    Object.assign(world.arrangements[0] ?? {}, {
      endsAt: "2026-09-01T00:00:00+01:00",
      decidedBy: "nobody@northmoor.example",
    });
    expect(await faultsOf(world)).toEqual([
      "staff[1].roles[0]: is not one of: officer, service_manager, senior_officer, executive, register_team, social_work, auditor, administrator",
      "customers[0].identifiers[0].value: is not a telephone number that can be used in the organisation's country",
      "arrangements[0].decidedBy: is not the e-mail of anybody on the staff list",
      "arrangements[0].endsAt: is not after startsAt",
      "arrangements[0].reviewOn: is after the end. A review comes before it",
    ]);
  });

  // A table: what is changed, the fault that it must give first, and how many places it touches.
  it.each<[string, unknown, string, number?]>([
    ["organisation", undefined, "organisation: is missing"],
    ["organisation.slug", "North Moor", "organisation.slug: is not lower-case words joined by hyphens"],
    ["organisation.country", "XX", "organisation.country: is not a country code such as GB"],
    ["organisation.timeZone", "Europe/Northmoor", "organisation.timeZone: is not a time zone such as Europe/London"],
    ["organisation.holidays[0]", "15 June", "organisation.holidays[0]: is not a date such as 2026-09-01"],
    [
      "organisation.policyPack",
      "other",
      "organisation.policyPack: is not one of: persistent-and-abusive-behaviour, unacceptable-actions",
    ],
    ["organisation.colour", "blue", "organisation.colour: is not a part of a world file"],
    [
      "organisation.slack",
      { teamIds: ["T0OTHER", "T0NORTH2"] },
      "staff[0].slack.teamId: is not in organisation.slack.teamIds",
      3,
    ],
    ["staff", {}, "staff: is not a list", 4],
    ["staff[0].email", "j.reid", "staff[0].email: is not an e-mail address", 3],
    ["staff[0].email", "D.Okafor@northmoor.example", "staff[1].email: is also the e-mail of staff[0]", 4],
    ["staff[0].extension", "2041", "staff[2].extension: is also the extension of staff[0]"],
    ["staff[0].slack.userId", "U0P.SHAH", "staff[2].slack: is also the account of staff[0]"],
    [
      "staff[0].lineManager",
      "x@northmoor.example",
      "staff[0].lineManager: is not the e-mail of anybody on the staff list",
    ],
    ["staff[0].deputy", "j.reid@northmoor.example", "staff[0].deputy: is the officer themselves"],
    [
      "contacts[1]",
      { id: "harbour-care-1", name: "B", organisation: "C" },
      "contacts[1].id: is also the id of contacts[0]",
    ],
    ["customers[1].ref", "c-1042", "customers[1].ref: is also the reference of customers[0]"],
    ["customers[0].name", "Mr", "customers[0].name: has no word to find somebody by"],
    ["customers[0].needs[0]", "patience", "customers[0].needs[0]: is not one of: cannot_read_or_write, "],
    [
      "customers[0].identifiers[0].kind",
      "pigeon",
      "customers[0].identifiers[0].kind: is not one of: phone, email, handle, address, uprn",
    ],
    ["customers[0].identifiers[1].platform", undefined, "customers[0].identifiers[1].platform: is missing"],
    [
      "customers[0].identifiers[1]",
      { kind: "phone", value: "+44 7700 900123" },
      "customers[0].identifiers[1]: is the same as identifiers[0] of this customer",
    ],
    [
      "customers[0].identifiers[0].validUntil",
      "2026-02-30",
      "customers[0].identifiers[0].validUntil: is not a date such as 2026-09-01",
    ],
    [
      "customers[2]",
      { name: "BRID OHANLON", identifiers: [{ kind: "phone", value: "+441632960134" }] },
      "customers[2]: has the name and identifiers of customers[1]. Give each a ref, or remove one",
    ],
    [
      "arrangements[0].ref",
      "p-0001",
      "arrangements[0].ref: looks like the reference of a proposal made here. Give it another",
    ],
    ["arrangements[0].customer", "C-1", "arrangements[0].customer: is not the reference of any customer"],
    [
      "arrangements[0].startsAt",
      "2026-09-02",
      "arrangements[0].startsAt: is not a time with an offset, such as 2026-09-01T10:00:00+01:00",
    ],
    ["arrangements[0].reviewOn", "2027-03-03", "arrangements[0].reviewOn: is after the end. A review comes before it"],
    ["arrangements[0].restrictions", [], "arrangements[0].restrictions: names no restriction"],
    [
      "arrangements[1]",
      aWorld().arrangements[0],
      "arrangements[1]: has the customer, decidedAt and startsAt of arrangements[0]. Give each a ref, or remove one",
    ],
    [
      "arrangements[0].restrictions[0].kind",
      "exile",
      "arrangements[0].restrictions[0].kind: is not one of: third_party_only, ",
    ],
    [
      "arrangements[0].restrictions[0].clause",
      "7.3.9",
      "arrangements[0].restrictions[0].clause: is not the clause of named_officer in persistent-and-abusive-behaviour: write 7.3.4",
    ],
    [
      "arrangements[0].restrictions[0].scope",
      ["Parks"],
      "arrangements[0].restrictions[0].scope[0]: is not the service of anybody on the staff list",
    ],
    [
      "arrangements[0].restrictions[0].scope",
      "Housing",
      "arrangements[0].restrictions[0].scope: is not one of: organisation, and is not a list",
    ],
    [
      "arrangements[0].restrictions[0].parameters",
      {},
      "arrangements[0].restrictions[0].parameters.officer: is missing",
    ],
    [
      "arrangements[0].restrictions[0].parameters.officer",
      "x@northmoor.example",
      "arrangements[0].restrictions[0].parameters.officer: is neither the e-mail of anybody on the staff list nor one of the contacts",
    ],
  ])("%s = %j", async (path, value, told, places = 1) => {
    const faults = await faultsOf(changed(path, value));
    expect(faults[0]).toContain(told);
    // One cause, one fault: save where it touches several entries, which are all named.
    expect(faults).toHaveLength(places);
  });

  it.each([null, [], "text", 7])("that is no object at all is refused: %j", async (json) => {
    expect(await faultsOf(json)).toEqual(["(the whole file): is not a group of keys in { }"]);
  });

  it("takes a kind that the policy does not number, and an outside contact as the named officer", async () => {
    const world = aWorld();
    world.organisation["slug"] = "southmoor";
    world.staff = world.staff.map((entry) => ({ ...entry, slack: null }));
    world.arrangements[0]?.restrictions.push(
      { kind: "channels_only", clause: null, scope: "organisation", parameters: { channels: ["letter"] } },
      { kind: "named_officer", clause: "7.3.4", scope: "organisation", parameters: { officer: "harbour-care-1" } },
    );
    expect(await load({ json: world })).toMatchObject({ code: "imported" });
  });
});

describe("a workspace belongs to one organisation", () => {
  it("so a second organisation that claims it is told where", async () => {
    const first = { ...aWorld(), organisation: { ...aWorld().organisation, slug: "westmoor" } };
    expect(await load({ json: first })).toMatchObject({ code: "imported" });
    const second = {
      ...aWorld(),
      organisation: { ...aWorld().organisation, slack: { teamIds: ["T0NORTH"] } },
      staff: aWorld().staff.slice(1, 2),
    };
    const told = "belongs to another organisation already. A Slack workspace belongs to one organisation";
    expect(await faultsOf({ ...second, customers: [], arrangements: [] })).toEqual([
      `organisation.slack.teamIds[0]: ${told}`,
      `staff[0].slack.teamId: ${told}`,
    ]);
  });

  it("and an account to one officer: an import does not move it", async () => {
    const world = { ...aWorld(), organisation: { ...aWorld().organisation, slug: "westmoor" } };
    const [reid, okafor] = world.staff;
    Object.assign(reid ?? {}, { slack: null });
    Object.assign(okafor ?? {}, { slack: { teamId: "T0NORTH", userId: "U0J.REID" } });
    const outcome = await load({ json: world });
    expect(outcome).toMatchObject({
      code: "refused",
      faults: [{ path: "staff[1].slack", message: expect.stringContaining("register unlink") }],
    });
  });
});
