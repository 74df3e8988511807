/** DESIGN decision 8: a service manager sees the cases of their service, and so does whoever stands in for them. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { aCouncil, type Council, DAY, isAway, reported } from "../builders.ts";
import type { Person } from "../northmoor.ts";

let council: Council;
let housing: string;
let benefits: string;
beforeEach(async () => {
  council = await aCouncil();
  await council.sql`update officer set roles = '{service_manager}', service = 'Benefits' where email like 'e.ward@%'`;
  housing = await reported(council, { service: "Housing" });
  benefits = await reported(council, { service: "Benefits", customer: { ref: "C-1043" } });
});
afterEach(() => council.drop());

/** From today to Friday: the manager of Benefits is away, or another. */
const standsIn = (to: Person, from: Person = "e.ward") => isAway(council, from, { to });

/** Of the report and of the case: whether they open. */
async function opens(by: Person, id: string) {
  const actor = await council.actor(by);
  const report = await council.use.readIncident({ actor, id });
  const file = await council.use.readCase({ actor, about: id, page: 1 });
  return [report.code, file.code];
}

async function finds(by: Person, typed: string) {
  const outcome = await council.use.searchRegister({ actor: await council.actor(by), typed });
  return outcome.code === "found"
    ? { services: outcome.services, refs: outcome.rows.map(({ ref }) => ref) }
    : outcome.code;
}

const OPENED = ["opened", "opened"];
const NOT_THEIRS = ["not-yours", "not-yours"];

describe("an officer of Housing who stands in for the manager of Benefits", () => {
  beforeEach(() => standsIn("t.kerr"));

  it("opens what is of Benefits, and nothing of Housing", async () => {
    expect(await opens("t.kerr", benefits)).toEqual(OPENED);
    expect(await opens("t.kerr", housing)).toEqual(NOT_THEIRS);
  });

  it("finds customers of Benefits, and none of Housing", async () => {
    expect(await finds("t.kerr", "Bo Lane")).toEqual({ services: ["Benefits"], refs: ["C-1043"] });
    expect(await finds("t.kerr", "Alex Morgan")).toEqual({ services: ["Benefits"], refs: [] });
  });

  it("does so on those days only, and turns no page of a search from then", async () => {
    const search = await council.use.searchRegister({ actor: await council.actor("t.kerr"), typed: "lane" });
    const id = search.code === "found" ? search.search : "";
    const turn = async (page: number) =>
      (await council.use.readSearch({ actor: await council.actor("t.kerr"), search: id, page })).code;
    expect(await turn(1)).toBe("found");
    await council.pass(5 * DAY);
    expect(await opens("t.kerr", benefits)).toEqual(NOT_THEIRS);
    expect(await finds("t.kerr", "lane")).toBe("not-yours");
    expect(await turn(1)).toBe("not-yours");
  });
});

it("a manager who stands in for another sees both services, and one search says so", async () => {
  await standsIn("j.reid");
  expect(await opens("j.reid", housing)).toEqual(OPENED);
  expect(await opens("j.reid", benefits)).toEqual(OPENED);
  const both = ["Benefits", "Housing"];
  expect(await finds("j.reid", "Alex Morgan")).toEqual({ services: both, refs: ["C-1042"] });
  expect(await finds("j.reid", "Bo Lane")).toEqual({ services: both, refs: ["C-1043"] });
});

it("whoever stands in for somebody who is no manager sees no more than before", async () => {
  await standsIn("t.kerr", "d.okafor");
  expect(await opens("t.kerr", housing)).toEqual(NOT_THEIRS);
  expect(await finds("t.kerr", "Alex Morgan")).toBe("not-yours");
});
