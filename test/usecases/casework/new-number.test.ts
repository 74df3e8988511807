/** DESIGN decision 7: a customer of the register is reported with a number that the register does not know. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { aCouncil, aProposal, auditOf, type Council, reported } from "../builders.ts";

let council: Council;
beforeEach(async () => {
  council = await aCouncil();
});
afterEach(() => council.drop());

const NEW = "07700 900555";
const recordOf = async (ref = "C-1042") => ({
  phones: await council.sql`
    select i.id, i.value, i.shared from identifier i join customer c on c.id = i.customer_id
    where c.ref = ${ref} and i.kind = 'phone' order by i.id`,
  version: Number((await council.sql`select version from customer where ref = ${ref}`)[0]?.["version"]),
});
const reportedWith = async (phone: string, more: { name?: string } = {}) =>
  await reported(council, { customer: { ref: "C-1042", phone, ...more } });
const send = async (incident: string) => await aProposal.awaitingDecision(council, { incident });

describe("a new number of a known customer", () => {
  it("goes on the record, as shared, when the proposal goes out, and not while it is a draft", async () => {
    const before = await recordOf();
    const incident = await reportedWith(NEW);
    await aProposal.draft(council, { incident });
    expect(await recordOf()).toEqual(before);

    await send(incident);
    const { phones, version } = await recordOf();
    expect(phones.slice(0, -1)).toEqual(before.phones);
    expect(phones.at(-1)).toMatchObject({ value: NEW, shared: true });
    expect(version).toBe(before.version + 1);
    expect(await auditOf(council)).toContain("identifiers-added");
  });

  it("is the customer's alone when a manager has confirmed it later", async () => {
    const first = await send(await reportedWith(NEW));
    await council.use.withdrawProposal({
      actor: await council.actor("j.reid"),
      proposal: first.id,
      reason: "A further report came.",
    });
    const added = (await recordOf()).phones.at(-1);
    await aProposal.approved(council, { incident: await reportedWith(NEW) }, { exclusive: [String(added?.["id"])] });
    expect((await recordOf()).phones.at(-1)).toMatchObject({ value: NEW, shared: false });
  });

  it("is on the record once, however it is written and however often it is reported", async () => {
    const before = await recordOf();
    await send(await reportedWith(NEW));
    await send(await reportedWith("+44 7700 900 555"));
    expect((await recordOf()).phones).toHaveLength(before.phones.length + 1);
    expect((await recordOf()).version).toBe(before.version + 1);
  });

  it("is given anew when what the record knows of it has run out", async () => {
    await send(await reportedWith(NEW));
    await council.sql`update identifier set valid_until = '2026-01-01' where value = ${NEW}`;
    await send(await reportedWith(NEW));
    expect((await recordOf()).phones.filter(({ value }) => value === NEW)).toHaveLength(2);
  });

  it("is not taken over from a report of somebody with another name", async () => {
    const before = await recordOf();
    await send(await reportedWith(NEW, { name: "Somebody Else" }));
    expect(await recordOf()).toEqual(before);
  });

  it("reported twice at one moment is on the record once", async () => {
    const before = await recordOf();
    const incidents = [await reportedWith(NEW), await reportedWith(NEW)];
    const drafts: Awaited<ReturnType<typeof aProposal.readBack>>[] = [];
    for (const incident of incidents) drafts.push(await aProposal.readBack(council, { incident }));
    const actor = await council.actor("j.reid");
    // Neither can write before both have read what they may.
    const sent = await council.sql.begin(async (tx) => {
      await tx`lock table identifier in exclusive mode`;
      const sending = drafts.map(({ id, version }) => council.use.submitProposal({ actor, proposal: id, version }));
      await expect
        .poll(async () => (await tx`select count(*)::integer as n from pg_locks where not granted`)[0]?.["n"])
        .toBe(2);
      return { sending };
    });
    for (const outcome of await Promise.all(sent.sending)) expect(outcome.code).toBe("submitted");
    expect((await recordOf()).phones).toHaveLength(before.phones.length + 1);
  });
});
