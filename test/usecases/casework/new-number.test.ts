/** DESIGN decision 7: a customer of the register is reported with a number that the register does not know. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { confirmForm } from "../../../src/chat/handlers/propose/confirm.ts";
import { detailsStep } from "../../../src/chat/handlers/propose/details.ts";
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

    /** What the form has chosen already. */
    const chosenIn = async (proposal: string) => {
      const opened = await detailsStep(council.use, await council.actor("j.reid"), proposal);
      if (opened.kind !== "form") throw new Error(opened.kind);
      return opened.form.fields.flatMap((field) => (field.id === "exclusive" && "value" in field ? field.value : []));
    };
    const approve = async ({ id, version }: { id: string; version: number }, answer: string | null = null) => {
      const actor = await council.actor("j.reid");
      const sent = await council.use.submitProposal({ actor, proposal: id, version, answer });
      expect(sent).toMatchObject({ code: "submitted" });
      const decided = await council.use.decideProposal(await aDecision(council, { id, version: version + 1 }));
      expect(decided).toMatchObject({ code: "counted" });
    };

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

    it("also when it has run out, is given anew and comes back with questions: what counts is asked, and stays chosen", async () => {
      await send(await reportedWith(NEW));
      // Ids do not say which is newer: this one sorts last.
      await council.sql`
        update identifier set valid_until = '2026-01-01', id = 'ffffffff-ffff-4fff-bfff-ffffffffffff' where value = ${NEW}`;
      const incident = await reportedWith(NEW);
      const id = String(await idOf(await aProposal.draft(council, { incident })));
      const sent = await aProposal.awaitingDecision(council, { incident }, { exclusive: [id] });
      const returned = await aDecision(council, sent, { verdict: "return", reason: "Whose number is it?" });
      await council.use.decideProposal(returned);
      expect((await askedIn(sent.id)).filter(({ value }) => value === NEW)).toMatchObject([{ id }]);
      expect(await chosenIn(sent.id)).toEqual([id]);
      const saved = await council.use.detailProposal(await theDetails(council, sent.id, { exclusive: [id] }));
      if (saved.code !== "saved") throw new Error(saved.code);
      const { version } = saved.assessed.row;
      await approve({ id: sent.id, version }, "It is theirs.");
      expect((await recordOf()).phones.filter(({ value }) => value === NEW)).toMatchObject([
        { shared: true },
        { id, shared: false },
      ]);
    });

    it("but not once more when it was confirmed since it had run out", async () => {
      await send(await reportedWith(NEW));
      await council.sql`update identifier set valid_until = '2026-01-01' where value = ${NEW}`;
      const incident = await reportedWith(NEW);
      const id = await idOf(await aProposal.draft(council, { incident }));
      await aProposal.approved(council, { incident }, { exclusive: [String(id)] });
      const next = await aProposal.draft(council, { incident: await reported(council) });
      expect((await askedIn(next)).map(({ value }) => value)).toEqual(["alex@morgan.example"]);
    });

    describe("when another report of theirs brings it first", () => {
      let mine: Awaited<ReturnType<typeof aProposal.readBack>>;
      let chosen: string;
      beforeEach(async () => {
        const incident = await reportedWith(NEW);
        chosen = String(await idOf(await aProposal.draft(council, { incident })));
        mine = await aProposal.readBack(council, { incident }, { exclusive: [chosen] });
        await send(await reportedWith("+44 7700 900 555"));
      });

      it("what was confirmed and read back is what becomes theirs alone", async () => {
        expect((await recordOf()).phones.at(-1)).toMatchObject({ value: "+44 7700 900 555", shared: true });
        await approve(mine);
        const added = (await recordOf()).phones.at(-1);
        expect(added).toMatchObject({ shared: false });
        expect(added?.["id"]).not.toBe(chosen);
        // An import goes by this list, and takes none of it back.
        expect(await council.sql`select exclusive_identifiers as ids from proposal where id = ${mine.id}`).toEqual([
          { ids: [added?.["id"]] },
        ]);
      });

      it("the form still has it chosen, and one from before says the same when it is sent", async () => {
        const added = (await recordOf()).phones.at(-1)?.["id"];
        expect(await chosenIn(mine.id)).toEqual([added]);
        const prepared = await council.use.prepareDetails({ actor: await council.actor("j.reid"), proposal: mine.id });
        if (prepared.code !== "ready") throw new Error(prepared.code);
        expect(JSON.stringify(confirmForm(prepared.assessed, prepared))).toContain("+44 7700 900 555");
        await council.use.detailProposal(await theDetails(council, mine.id, { exclusive: [chosen] }));
        expect(await council.sql`select exclusive_identifiers as ids from proposal where id = ${mine.id}`).toEqual([
          { ids: [added] },
        ]);
      });

      it("and nothing does that nobody confirmed", async () => {
        await council.sql`update proposal set exclusive_identifiers = '{}' where id = ${mine.id}`;
        await approve(mine);
        expect((await recordOf()).phones.at(-1)).toMatchObject({ shared: true });
      });
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
