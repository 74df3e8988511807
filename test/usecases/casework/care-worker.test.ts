/** "that customer's social or care worker may be an appropriate point of contact" (paragraph 7): named once, taken over in one press. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openCase } from "../../../src/chat/handlers/proposal-case.ts";
import { sendGates } from "../../../src/chat/handlers/propose/gates.ts";
import { gatesForm } from "../../../src/chat/handlers/propose/gates-form.ts";
import { sendSocialWork } from "../../../src/chat/handlers/social-work.ts";
import { aCouncil, aDecision, aProposal, auditOf, type Council, theAnswers, theDetails } from "../builders.ts";
import type { Person } from "../northmoor.ts";

let council: Council;
let proposal: string;
beforeEach(async () => {
  council = await aCouncil("unacceptable-actions");
  const steps = [{ step: "warning", on: "2026-02-02", how: "letter", by: null }] as const;
  proposal = await aProposal.draft(council, { steps });
  await council.use.detailProposal(await theDetails(council, proposal));
  await council.use.answerGates(await theAnswers(council, proposal, { needs: ["mental_health"] }));
});
afterEach(() => council.drop());

const ALMA = {
  careWorker: "Alma Reyes",
  careWorkerBody: "Harbour Care",
  careWorkerPhone: "01632 960111",
  careWorkerEmail: "alma@harbour-care.example",
};
const from = (account: Person) => ({ chat: "slack", tenant: "T0NORTH", account }) as const;
/** The liaison sends the form. */
const liaisonSays = async (values: Readonly<Record<string, string>>) => {
  const [row] = await council.sql`select id from social_work_question where proposal_id = ${proposal}`;
  return await sendSocialWork({ ...council.use, now: () => council.clock.now })(await council.actor("w.adeyemi"), {
    from: from("w.adeyemi"),
    form: "social-work-answer",
    target: { id: String(row?.["id"]), version: 1 },
    values,
  });
};
const assessed = async () => {
  const ready = await council.use.prepareDetails({ actor: await council.actor("j.reid"), proposal });
  if (ready.code !== "ready") throw new Error(ready.code);
  return ready.assessed;
};
const offer = async () =>
  gatesForm(await assessed()).fields.flatMap((field) =>
    field.kind === "choice" && field.id === "offer" ? field.options : [],
  );

describe("the care worker whom the liaison names", () => {
  it.each([
    ["without a name", { careWorker: "" }, "careWorker"],
    ["without the body they work for", { careWorkerBody: "" }, "careWorkerBody"],
    ["whom nobody could reach", { careWorkerPhone: "", careWorkerEmail: "" }, "careWorkerPhone"],
    ["with half a phone number", { careWorkerPhone: "01632" }, "careWorkerPhone"],
    ["with half an email address", { careWorkerEmail: "alma" }, "careWorkerEmail"],
  ])("%s is asked for again, beside the field, and nothing is recorded", async (_, without, field) => {
    const answer = await liaisonSays({ known: "yes", ...ALMA, ...without });
    expect(answer).toMatchObject({ kind: "faults", faults: { [field]: expect.any(String) } });
    expect(await council.sql`select 1 from outside_contact`).toHaveLength(0);
    expect(await auditOf(council)).not.toContain("social-work-answered");
  });

  it("is a contact of the organisation, once, with an audit row that names nobody", async () => {
    await liaisonSays({ known: "yes", ...ALMA });
    const contacts = await council.sql`select id, name, body, phone, email from outside_contact`;
    expect(contacts).toEqual([
      {
        id: expect.any(String),
        name: "Alma Reyes",
        body: "Harbour Care",
        phone: "01632 960111",
        email: "alma@harbour-care.example",
      },
    ]);
    const rows = await council.sql`select subject_id, facts from audit where event = 'outside-contact-added'`;
    expect(rows).toEqual([{ subject_id: contacts[0]?.["id"], facts: {} }]);
  });

  it("who is a contact already keeps their entry, with what is new", async () => {
    await council.sql`insert into outside_contact (organisation_id, id, name, body, phone)
      values (${council.organisation}, 'harbour-care-1', 'Alma REYES', 'Harbour Care', '01632 960999')`;
    await liaisonSays({ known: "yes", ...ALMA, careWorkerPhone: "" });
    expect(await council.sql`select id, phone, email from outside_contact`).toEqual([
      { id: "harbour-care-1", phone: "01632 960999", email: "alma@harbour-care.example" },
    ]);
  });

  it("who shares a mailbox with another contact is a contact of their own", async () => {
    await council.sql`insert into outside_contact (organisation_id, id, name, body, email)
      values (${council.organisation}, 'duty', 'Ben Hill', 'Harbour Care', 'alma@harbour-care.example')`;
    await liaisonSays({ known: "yes", ...ALMA });
    expect(await council.sql`select name from outside_contact order by name`).toEqual([
      { name: "Alma Reyes" },
      { name: "Ben Hill" },
    ]);
  });

  it("need not be named", async () => {
    expect(await liaisonSays({ known: "no" })).toMatchObject({ kind: "told" });
    expect(await council.sql`select care_worker from social_work_question`).toEqual([{ care_worker: null }]);
    expect(await offer()).toEqual([]);
  });

  it("who is the point of contact already is not refused when the form is sent twice", async () => {
    const parameters = { named_officer: { officer: "p.shah@northmoor.example", channels: ["phone"] } };
    await council.use.detailProposal(await theDetails(council, proposal, { parameters }));
    await liaisonSays({ known: "yes", ...ALMA });
    const [{ value } = { value: "" }] = await offer();
    const ready = gatesForm(await assessed());
    const values = Object.fromEntries(ready.fields.map((field) => [field.id, field.value]));
    const press = async () =>
      await sendGates(council.use)(await council.actor("j.reid"), {
        from: from("j.reid"),
        form: "proposal-gates",
        target: ready.target,
        values: { ...values, offer: value },
      });
    const first = await press();
    expect(JSON.stringify(first)).toContain("Contact one person only by phone: Alma Reyes");
    expect(await press()).toEqual(first);
  });

  it("is offered as the point of contact in one press, and stands in the letter; the officer stands in", async () => {
    await liaisonSays({ known: "yes", ...ALMA });
    const [offered] = await offer();
    expect(offered?.label).toBe("Alma Reyes (Harbour Care) as the point of contact");
    const ready = gatesForm(await assessed());
    const values = Object.fromEntries(ready.fields.map(({ id, value }) => [id, value]));
    const taken = await sendGates(council.use)(await council.actor("j.reid"), {
      from: from("j.reid"),
      form: "proposal-gates",
      target: ready.target,
      values: { ...values, ...(offered ? { offer: offered.value } : {}) },
    });
    const words =
      "Contact one person only: Alma Reyes (Harbour Care), phone 01632 960111 or email alma@harbour-care.example. When Alma Reyes (Harbour Care) is away, contact Priya Shah.";
    if (taken.kind !== "form") throw new Error(JSON.stringify(taken));
    expect(JSON.stringify(taken.form.intro)).toContain(words);

    const { version } = taken.form.target;
    const sent = await council.use.submitProposal({ actor: await council.actor("j.reid"), proposal, version });
    expect(sent).toMatchObject({ code: "submitted" });
    const read = await openCase(council.use)(await council.actor("d.okafor"), {
      from: from("d.okafor"),
      action: "proposal-read",
      target: { id: proposal, version: version + 1 },
    });
    expect(JSON.stringify(read)).toContain(
      "Their social or care worker: Alma Reyes, Harbour Care, 01632 960111, alma@harbour-care.example.",
    );
    await council.use.decideProposal(await aDecision(council, { id: proposal, version: version + 1 }));
    const [letter] = await council.sql`select body from letter`;
    expect(String(letter?.["body"])).toContain(words);
  });
});
