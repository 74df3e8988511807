/** DESIGN decision 7: a customer of the register is reported with a number or an e-mail that the register does not know. */
import { afterEach, beforeEach, expect, it } from "vitest";
import { aCouncil, aProposal, auditOf, type Council, reported } from "../builders.ts";

let council: Council;
beforeEach(async () => {
  council = await aCouncil();
});
afterEach(() => council.drop());

const NEW = "07700 900555";
const numbersOf = async () =>
  await council.sql`
    select i.id, i.value, i.shared from identifier i join customer c on c.id = i.customer_id
    where c.ref = 'C-1042' and i.kind = 'phone' order by i.id`;
const versionOf = async () => (await council.sql`select version from customer where ref = 'C-1042'`)[0]?.["version"];
const reportedWith = async (phone: string) => await reported(council, { customer: { ref: "C-1042", phone } });

it("goes on the record as shared, once, and is asked about", async () => {
  const [before, version] = [await numbersOf(), await versionOf()];
  const incident = await reportedWith(NEW);
  expect(await numbersOf()).toEqual(before);

  const proposal = await aProposal.draft(council, { incident });
  const [added, ...others] = (await numbersOf()).slice(before.length);
  expect(added).toMatchObject({ value: NEW, shared: true });
  expect(others).toEqual([]);
  expect(await versionOf()).toBe(version + 1);
  expect((await auditOf(council)).filter((event) => event === "identifiers-added")).toHaveLength(1);

  await aProposal.draft(council, { incident, customer: { phone: "+44 7700 900 555" } });
  expect(await numbersOf()).toHaveLength(before.length + 1);
  const prepared = await council.use.prepareDetails({ actor: await council.actor("j.reid"), proposal });
  expect(JSON.stringify(prepared)).toContain(String(added?.["id"]));
});

it("is the customer's alone when the manager has confirmed it and the proposal is approved", async () => {
  const incident = await reportedWith(NEW);
  await aProposal.draft(council, { incident });
  const added = (await numbersOf()).find(({ value }) => value === NEW);
  await aProposal.approved(council, { incident }, { exclusive: [String(added?.["id"])] });
  expect((await numbersOf()).find(({ value }) => value === NEW)).toMatchObject({ shared: false });
});

it("changes nothing when the register knows it, however it is written", async () => {
  const before = await numbersOf();
  const known = String(before[0]?.["value"]);
  const version = await versionOf();
  await aProposal.draft(council, { incident: await reportedWith(known.replace(/^0/, "+44 ")) });
  expect([await numbersOf(), await versionOf()]).toEqual([before, version]);
});
