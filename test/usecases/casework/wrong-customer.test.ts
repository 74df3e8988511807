/** A customer who was named by mistake: what a proposal wrote on its report goes with it when it is withdrawn. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { TypedCustomer } from "../../../db/schema/casework.ts";
import { openProposal, sendKinds } from "../../../src/chat/handlers/propose/kinds.ts";
import { aCouncil, aDecision, aProposal, aStart, auditOf, type Council, reported } from "../builders.ts";

const NEW = "07700 900555";
const BO = { customer: { ref: "C-1043" } };
let council: Council;
let incident: string;
beforeEach(async () => {
  council = await aCouncil();
  incident = await reported(council, { customer: { name: "Alex Morgan", phone: NEW } });
});
afterEach(() => council.drop());

/** By Jordan Reid, who says that it was Alex Morgan. */
const sentAboutAlex = async (report = incident) =>
  await aProposal.awaitingDecision(council, { incident: report, customer: { ref: "C-1042" } });
const withdraw = async (proposal: string) =>
  await council.use.withdrawProposal({ actor: await council.actor("j.reid"), proposal, reason: null });
const start = async (facts: Parameters<typeof aStart>[1]) =>
  await council.use.startProposal(await aStart(council, { incident, ...facts }));
const customerOf = async (table: "incident" | "proposal", id: string) => {
  const [row] = await council.sql`select c.ref from ${council.sql(table)} t
    left join customer c on c.id = t.customer_id where t.id = ${id}`;
  return row?.["ref"];
};
const phonesOf = async (ref: string) => {
  const rows = await council.sql`select i.value from identifier i join customer c on c.id = i.customer_id
    where c.ref = ${ref} and i.kind = 'phone' order by i.value`;
  return rows.map(({ value }) => value);
};
const FAULT = { code: "faults", faults: ["of-another"] };

describe("a proposal that went out about the wrong customer", () => {
  it("can be made anew about the right one once it is withdrawn", async () => {
    const { id } = await sentAboutAlex();
    expect(await customerOf("incident", incident)).toBe("C-1042");
    await withdraw(id);
    expect(await customerOf("incident", incident)).toBeNull();
    const again = await aProposal.awaitingDecision(council, { incident, ...BO });
    expect([await customerOf("proposal", again.id), await customerOf("incident", incident)]).toEqual([
      "C-1043",
      "C-1043",
    ]);
    // What was decided about before stays what it was.
    expect(await customerOf("proposal", id)).toBe("C-1042");
  });

  it("after it was returned as well, and the audit says who took it back", async () => {
    const sent = await sentAboutAlex();
    await council.use.decideProposal(
      await aDecision(council, sent, { verdict: "return", reason: "This is not Alex Morgan." }),
    );
    await withdraw(sent.id);
    expect(await start(BO)).toMatchObject({ code: "started" });
    const [row] = await council.sql`select a."by", a.facts, c.id from audit a
      join customer c on c.ref = 'C-1042' where a.event = 'incident-unlinked'`;
    expect(row).toMatchObject({
      by: (await council.actor("j.reid")).officer,
      facts: { customer: row?.["id"], proposal: sent.id },
    });
  });

  it("takes the number that its report gave off that customer's record, and says so", async () => {
    const before = await phonesOf("C-1042");
    const { id } = await sentAboutAlex();
    expect(await phonesOf("C-1042")).toContain(NEW);
    await withdraw(id);
    expect(await phonesOf("C-1042")).toEqual(before);
    expect((await auditOf(council)).slice(-3)).toEqual([
      "incident-reopened",
      "incident-unlinked",
      "identifiers-removed",
    ]);
  });

  it("leaves a number that another report of theirs gives as well", async () => {
    const { id } = await sentAboutAlex();
    await reported(council, { customer: { ref: "C-1042", phone: "07700900555" } });
    await withdraw(id);
    expect(await phonesOf("C-1042")).toContain(NEW);
  });

  it("keeps the draft of a first proposal as it was: it wrote nothing on the report", async () => {
    const id = await aProposal.draft(council, { incident, customer: { ref: "C-1042" } });
    await withdraw(id);
    expect(await auditOf(council)).not.toContain("incident-unlinked");
  });
});

describe("a report that is theirs for another reason stays theirs", () => {
  it("the reporter said so", async () => {
    const report = await reported(council);
    await withdraw((await aProposal.awaitingDecision(council, { incident: report })).id);
    expect(await customerOf("incident", report)).toBe("C-1042");
  });

  it("another proposal about them rests on it", async () => {
    const { id } = await sentAboutAlex();
    const other = await reported(council);
    await aProposal.awaitingDecision(council, { incident: other }, { links: { named_officer: [incident] } });
    await withdraw(id);
    expect(await customerOf("incident", incident)).toBe("C-1042");
  });
});

describe("a reference that is typed for a report that is somebody's", () => {
  const typed = async (customer: TypedCustomer) => await start({ customer });

  it.each([
    ["of somebody else is refused, and nothing is changed", { ref: "C-1043" }, FAULT],
    ["of nobody is refused", { ref: "C-9999" }, { code: "faults", faults: ["unknown-reference"] }],
    ["of the same customer goes on", { ref: "C-1042" }, { code: "started" }],
  ])("%s", async (_, customer, outcome) => {
    incident = await reported(council);
    expect(await typed(customer)).toMatchObject(outcome);
    expect(await customerOf("incident", incident)).toBe("C-1042");
  });

  it("is refused beside its field, in words that say what to do, and the form of one that came back says it before", async () => {
    const sent = await sentAboutAlex();
    const actor = await council.actor("j.reid");
    const press = {
      from: { chat: "slack", tenant: "T0NORTH", account: "j.reid" },
      target: { id: incident, version: 1 },
    } as const;
    await council.use.decideProposal(await aDecision(council, sent, { verdict: "return", reason: "Not them." }));
    const opened = await openProposal(council.use)(actor, { ...press, action: "triage-propose" });
    expect(JSON.stringify(opened)).toContain(
      "The customer is C-1042. If you named the wrong one, withdraw this proposal and begin again from the report.",
    );
    const values = {
      customerRef: "C-1043",
      kinds: ["named_officer"],
      warningOn: "2026-02-02",
      warningHow: "letter",
      adviceOn: "2026-01-12",
      adviceHow: "phone",
    };
    const answer = await sendKinds(council.use)(actor, { ...press, form: "proposal-kinds", values });
    expect(answer).toMatchObject({
      kind: "faults",
      faults: {
        customerRef:
          "This report is another customer's on the register. If you named the wrong one before, withdraw that proposal, and begin again from the report.",
      },
    });
  });
});
