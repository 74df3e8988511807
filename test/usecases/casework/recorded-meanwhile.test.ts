/** CASEWORK section 2: what is recorded of a customer with one proposal is not taken back by an open form of another. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Answer } from "../../../src/chat/desk.ts";
import { sendGates } from "../../../src/chat/handlers/propose/gates.ts";
import { importWorld } from "../../../src/usecases/import-world/import-world.ts";
import type { CustomerFacts } from "../../../src/usecases/propose/customer-facts.ts";
import {
  aCouncil,
  aDecision,
  aProposal,
  auditOf,
  type Council,
  reported,
  theAnswers,
  theDetails,
} from "../builders.ts";
import { northmoor } from "../northmoor.ts";

let council: Council;
let proposal: string;
/** The version that the open form of the third step knows. */
let opened: number;
beforeEach(async () => {
  council = await aCouncil();
  proposal = await aProposal.draft(council);
  await council.use.detailProposal(await theDetails(council, proposal));
  opened = await versionOf(proposal);
});
afterEach(() => council.drop());

const versionOf = async (id: string) =>
  Number((await council.sql`select version from proposal where id = ${id}`)[0]?.["version"]);
const onRecord = async () => (await council.sql`select needs, language, minor from customer where ref = 'C-1042'`)[0];
/** With another proposal about the same customer. */
const saysElsewhere = async (facts: Partial<CustomerFacts>) => {
  const other = await aProposal.draft(council, { incident: await reported(council) });
  const { about, ...answers } = await theAnswers(council, other);
  await council.use.answerGates({ ...answers, about: { ...about, minor: null, ...facts } });
  return other;
};
const sends = async (facts: Partial<CustomerFacts>, version = opened) => {
  const { about, ...answers } = await theAnswers(council, proposal);
  return await council.use.answerGates({ ...answers, about: { ...about, ...facts }, opened: version });
};
const unread = (...facts: string[]) => ({ code: "faults", faults: [], unread: facts });

describe("a form that was open when it was recorded", () => {
  it("takes no need away, and takes it when it was sent again by somebody who has read it", async () => {
    await saysElsewhere({ needs: ["sight"] });
    const first = await sends({ needs: [] });
    expect(first).toMatchObject(unread("needs"));
    expect(await onRecord()).toMatchObject({ needs: ["sight"] });
    const version = first.code === "faults" ? first.assessed.row.version : 0;
    expect(await sends({ needs: [] }, version)).toMatchObject({ code: "saved" });
    expect(await onRecord()).toMatchObject({ needs: [] });
  });

  it("takes no need away that a file added", async () => {
    const world = northmoor("persistent-and-abusive-behaviour");
    const customers = world.customers.map((one) => (one.ref === "C-1042" ? { ...one, needs: ["sight"] } : one));
    const load = importWorld({ db: council.db, now: () => council.clock.now });
    expect(await load({ json: { ...world, customers }, sandbox: true })).toMatchObject({ code: "imported" });
    expect(await sends({ needs: [] })).toMatchObject(unread("needs"));
    expect(await onRecord()).toMatchObject({ needs: ["sight"] });
    const version = await versionOf(proposal);
    expect(await load({ json: { ...world, customers }, sandbox: true })).toMatchObject({ changes: [] });
    expect(await versionOf(proposal)).toBe(version);
  });

  it("adds the needs that it names", async () => {
    await saysElsewhere({ needs: ["sight"] });
    expect(await sends({ needs: ["mobility"] })).toMatchObject(unread("needs"));
    expect(await onRecord()).toMatchObject({ needs: ["sight", "mobility"] });
  });

  it("does not say that nobody is under 18, nor leave out a language", async () => {
    await saysElsewhere({ minor: true, needs: ["interpreter"], language: "Polish" });
    const outcome = await sends({ minor: false, needs: ["interpreter"], language: "Urdu" });
    expect(outcome).toMatchObject({ code: "faults", unread: ["language", "minor"] });
    expect(await onRecord()).toEqual({ needs: ["interpreter"], language: "Polish", minor: true });
  });

  it("goes on when it says the same, and when nothing was recorded", async () => {
    await saysElsewhere({ needs: ["sight"] });
    expect(await sends({ needs: ["sight"] })).toMatchObject({ code: "saved" });
  });

  it("goes on about what only its proposer changed", async () => {
    await sends({ needs: ["sight"] });
    expect(await sends({ needs: [] })).toMatchObject({ code: "saved" });
    expect(await onRecord()).toMatchObject({ needs: [] });
  });

  it("says what is on record beside the field, in a window that knows it from then on", async () => {
    await saysElsewhere({ needs: ["sight"], minor: true });
    const { account, matter } = (await theAnswers(council, proposal)).answers;
    const values = {
      limb: "persistent",
      matterKind: "complaint",
      matterAnsweredOn: matter?.answeredOn ?? "",
      accountHow: "phone",
      accountOn: account?.code === "asked" ? account.on : "",
      adjustments: "None is needed.",
      nothingLess: "Nothing else worked.",
      tailored: "One officer, whom they know.",
      capacity: "neither",
    };
    const send = async (version: number): Promise<Answer> =>
      await sendGates(council.use)(await council.actor("j.reid"), {
        from: { chat: "slack", tenant: "T0NORTH", account: "j.reid" },
        form: "proposal-gates",
        target: { id: proposal, version },
        values,
      });
    const answer = await send(opened);
    if (answer.kind !== "faults") throw new Error(answer.kind);
    const since = "This was changed while you had the form open. On record now:";
    expect(answer.faults).toEqual({
      needs: `${since} is blind or partially sighted. Enter what is right: that replaces it.`,
      capacity: `${since} under 18. Enter what is right: that replaces it.`,
    });
    expect(await send(answer.form.target?.version ?? 0)).toMatchObject({ kind: "form" });
    expect(await onRecord()).toMatchObject({ needs: [], minor: false });
  });
});

describe("a draft about a customer of whom something was recorded elsewhere", () => {
  it("is not sent as it was read back before, and the audit names no need", async () => {
    const answered = await sends({});
    const version = answered.code === "saved" ? answered.assessed.row.version : 0;
    await saysElsewhere({ needs: ["sight"] });
    const actor = await council.actor("j.reid");
    expect(await council.use.submitProposal({ actor, proposal, version })).toEqual({ code: "changed" });
    const rows = await council.sql`select facts from audit where event = 'customer-facts-changed'`;
    expect(rows).toEqual([{ facts: { facts: ["needs", "minor"], version: version + 1 } }]);
  });

  it("that was returned with questions still has to answer them", async () => {
    await council.sql`update customer set minor = null where ref = 'C-1042'`;
    await sends({});
    const actor = await council.actor("j.reid");
    await council.use.submitProposal({ actor, proposal, version: await versionOf(proposal) });
    const sent = { id: proposal, version: await versionOf(proposal) };
    await council.use.decideProposal(await aDecision(council, sent, { verdict: "return", reason: "Why not letters?" }));
    await saysElsewhere({ needs: ["sight"], minor: false });
    const version = await versionOf(proposal);
    expect(version).toBe(sent.version + 1);
    const submit = async (answer: string | null) =>
      await council.use.submitProposal({ actor, proposal, version, answer });
    expect(await submit(null)).toEqual({ code: "questions-open", questions: ["Why not letters?"] });
    expect(await submit("They do not read them.")).toMatchObject({ code: "submitted" });
    expect((await auditOf(council)).filter((event) => event === "proposal-submitted")).toHaveLength(2);
  });
});
