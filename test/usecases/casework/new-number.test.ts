/** DESIGN decision 7: a customer of the register is reported with a number that the register does not know. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { aCouncil, aDecision, aProposal, auditOf, type Council, reported, theDetails } from "../builders.ts";

let council: Council;
beforeEach(async () => {
  council = await aCouncil();
});
afterEach(() => council.drop());

const NEW = "07700 900555";
const recordOf = async (ref = "C-1042") => ({
  phones: await council.sql`
    select i.id, i.value, i.shared from identifier i join customer c on c.id = i.customer_id
    where c.ref = ${ref} and i.kind = 'phone' order by i.value = ${NEW}, i.valid_until, i.id`,
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

  describe("is asked about in the very proposal that its report leads to", () => {
    const askedIn = async (proposal: string) => {
      const prepared = await council.use.prepareDetails({ actor: await council.actor("j.reid"), proposal });
      if (prepared.code !== "ready") throw new Error(prepared.code);
      return prepared.identifiers.map(({ id, kind, value }) => ({ id, kind, value }));
    };
    const idOf = async (proposal: string, value = NEW) =>
      (await askedIn(proposal)).find((one) => one.value === value)?.id;

    it("before it is on the record, and once it is", async () => {
      const before = await recordOf();
      const incident = await reported(council, {
        customer: { ref: "C-1042", phone: NEW, email: "a.morgan@new.example" },
      });
      const draft = await aProposal.draft(council, { incident });
      expect((await askedIn(draft)).map(({ kind, value }) => [kind, value])).toEqual([
        ["email", "alex@morgan.example"],
        ["phone", NEW],
        ["email", "a.morgan@new.example"],
      ]);
      const id = await idOf(draft);
      expect(await recordOf()).toEqual(before);
      const sent = await send(incident);
      expect((await recordOf()).phones.at(-1)).toMatchObject({ id, value: NEW, shared: true });
      const returned = await aDecision(council, sent, { verdict: "return", reason: "Whose number is it?" });
      await council.use.decideProposal(returned);
      expect(await askedIn(sent.id)).toHaveLength(3);
      expect(await idOf(sent.id)).toBe(id);
    });

    it("and is the customer's alone by its decision", async () => {
      const incident = await reportedWith(NEW);
      const id = await idOf(await aProposal.draft(council, { incident }));
      await aProposal.approved(council, { incident }, { exclusive: [String(id)] });
      expect((await recordOf()).phones.at(-1)).toMatchObject({ value: NEW, shared: false });
      expect(await auditOf(council)).toEqual(expect.arrayContaining(["identifiers-added", "identifiers-confirmed"]));
    });

    it("also when the record knows it from before, and it has run out", async () => {
      await send(await reportedWith(NEW));
      await council.sql`update identifier set valid_until = '2026-01-01' where value = ${NEW}`;
      const incident = await reportedWith(NEW);
      const id = await idOf(await aProposal.draft(council, { incident }));
      await aProposal.approved(council, { incident }, { exclusive: [String(id)] });
      expect((await recordOf()).phones.filter(({ value }) => value === NEW)).toMatchObject([
        { shared: true },
        { shared: false },
      ]);
    });

    it("but not of somebody with another name, nor what is known, however it is written, nor an address", async () => {
      const other = await aProposal.draft(council, { incident: await reportedWith(NEW, { name: "Somebody Else" }) });
      expect(await idOf(other)).toBeUndefined();
      const customer = { ref: "C-1042", phone: "+44 7700 900 123", address: "1 New Street" };
      const known = await aProposal.draft(council, { incident: await reported(council, { customer }) });
      expect((await askedIn(known)).map(({ value }) => value)).toEqual(["alex@morgan.example"]);
    });

    it("and not of the customer who was named by mistake", async () => {
      const incident = await reported(council, { customer: { phone: NEW } });
      const wrong = await aProposal.draft(council, { incident, customer: { ref: "C-1043" } });
      const asWrong = await idOf(wrong);
      await council.use.detailProposal(await theDetails(council, wrong, { exclusive: [String(asWrong)] }));
      const right = await aProposal.draft(council, { incident, customer: { ref: "C-1042" } });
      expect(right).toBe(wrong);
      expect(await council.sql`select exclusive_identifiers as ids from proposal`).toEqual([{ ids: [] }]);
      expect(await idOf(right)).toEqual(expect.any(String));
      expect(await idOf(right)).not.toBe(asWrong);
    });
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
