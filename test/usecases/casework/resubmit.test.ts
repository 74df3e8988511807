/** CASEWORK section 4: return with questions, and sending again. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openCase } from "../../../src/chat/handlers/proposal-case.ts";
import { confirmForm } from "../../../src/chat/handlers/propose/confirm.ts";
import { adoptPack } from "../../../src/usecases/packs/adopt-pack.ts";
import { PERSISTENT } from "../../policy/packs/known-packs.ts";
import {
  aCouncil,
  aDecision,
  aProposal,
  aStart,
  type Council,
  DAY,
  theAnswers,
  theDetails,
  toldOf,
} from "../builders.ts";

let council: Council;
beforeEach(async () => {
  council = await aCouncil();
});
afterEach(() => council.drop());

const QUESTION = "Was their side of it asked?";

/** A report's proposal that Dana Okafor returned; `version` is what its proposer would send again unchanged. */
async function returned() {
  const start = await aStart(council);
  const { id, version } = await aProposal.awaitingDecision(council, { incident: start.incident });
  const command = await aDecision(council, { id, version }, { verdict: "return", reason: QUESTION });
  expect(await council.use.decideProposal(command)).toMatchObject({ state: "returned" });
  return { id, version, incident: start.incident };
}
const submit = async (id: string, version: number, answer: string | null = null) =>
  await council.use.submitProposal({ actor: await council.actor("j.reid"), proposal: id, version, answer });
const rowOf = async (id: string) => (await council.sql`select * from proposal where id = ${id}`)[0];

describe("a proposal that was returned with questions", () => {
  it("is sent again with an answer, and the seniors read both", async () => {
    const { id, version } = await returned();
    expect(await submit(id, version)).toEqual({ code: "questions-open", questions: [QUESTION] });
    expect(await submit(id, version, "Yes, on 20 February.")).toMatchObject({ code: "submitted" });
    const read = await council.use.readProposal({ actor: await council.actor("d.okafor"), proposal: id });
    expect(read.code === "opened" ? read.assessed.row.exchanges : []).toEqual([
      { by: (await council.actor("d.okafor")).officer, question: QUESTION, version, answer: "Yes, on 20 February." },
    ]);
  });

  it("keeps the answer while a restriction that was added is not described", async () => {
    const { id, incident } = await returned();
    const kinds = ["named_officer", "call_times"] as const;
    await council.use.startProposal(await aStart(council, { incident, kinds }));
    const version = Number((await rowOf(id))?.["version"]);
    expect(await submit(id, version, "Yes, on 20 February.")).toEqual({ code: "changed" });
    expect((await rowOf(id))?.["exchanges"]).toMatchObject([{ question: QUESTION, answer: "Yes, on 20 February." }]);
  });

  it("is not answered by opening the forms and changing nothing", async () => {
    const { id, version, incident } = await returned();
    await council.use.startProposal(await aStart(council, { incident }));
    await council.use.detailProposal(await theDetails(council, id));
    await council.use.answerGates(await theAnswers(council, id));
    expect(await rowOf(id)).toMatchObject({ version, state: "returned" });
    expect(await submit(id, version)).toMatchObject({ code: "questions-open" });
  });

  it("is not answered by a new version of the policy, nor by a complaint that is settled", async () => {
    const { id, version } = await returned();
    const complained = { ...(await theAnswers(council, id)), complainedAbout: ["m.frost@northmoor.example"] };
    await council.use.answerGates(complained);
    // As if it had been recorded before it went out.
    await council.sql`update proposal set version = ${version}`;
    const outcome = await adoptPack({ db: council.db, now: () => council.clock.now })({
      organisation: council.organisation,
      pack: { ...PERSISTENT, version: PERSISTENT.version + 1 },
    });
    expect(outcome).toMatchObject({ code: "adopted" });
    expect(await submit(id, version)).toEqual({ code: "changed" });
    expect(await submit(id, version + 1)).toEqual({ code: "questions-open", questions: [QUESTION] });
    const [customer] = await council.sql`select id from customer where ref = 'C-1042'`;
    const settled = await council.use.settleComplaint({
      actor: await council.actor("r.byrne"),
      customer: String(customer?.["id"]),
      officers: [(await council.actor("m.frost")).officer],
      because: "answered",
    });
    expect(settled).toMatchObject({ code: "settled" });
    expect(await submit(id, version + 2)).toEqual({ code: "questions-open", questions: [QUESTION] });
    expect(await submit(id, version + 2, "Yes, on 20 February.")).toMatchObject({ code: "submitted" });
  });

  it("is answered by a change that was made before the policy changed", async () => {
    const { id } = await returned();
    await council.use.detailProposal(await theDetails(council, id, { endsOn: "2026-06-09", reviewOn: "2026-05-11" }));
    await adoptPack({ db: council.db, now: () => council.clock.now })({
      organisation: council.organisation,
      pack: { ...PERSISTENT, version: PERSISTENT.version + 1 },
    });
    expect(await submit(id, Number((await rowOf(id))?.["version"]))).toMatchObject({ code: "submitted" });
  });

  it("is answered by a change", async () => {
    const { id, version } = await returned();
    await council.use.detailProposal(await theDetails(council, id, { endsOn: "2026-06-09", reviewOn: "2026-05-11" }));
    expect(await submit(id, version)).toEqual({ code: "changed" });
    expect(await submit(id, version + 1)).toMatchObject({ code: "submitted" });
  });

  it("keeps the answer that a gate held back: the last form shows it again, and the seniors read it once it is out", async () => {
    const { id, version } = await returned();
    const away = (status: string) =>
      council.sql`update officer set status = ${status} where email = 'p.shah@northmoor.example'`;
    const actor = await council.actor("j.reid");
    const shown = async () => {
      const prepared = await council.use.prepareDetails({ actor, proposal: id });
      if (prepared.code !== "ready") throw new Error(prepared.code);
      return confirmForm(prepared.assessed, prepared).fields.find((field) => field.id === "answer");
    };
    expect(await shown()).not.toHaveProperty("value");
    await away("absent");
    expect(await submit(id, version, "Yes, on 20 February.")).toMatchObject({ code: "gates" });
    expect(await shown()).toMatchObject({ value: "Yes, on 20 February." });
    const read = await openCase(council.use)(await council.actor("d.okafor"), {
      from: { chat: "slack", tenant: "T0NORTH", account: "d.okafor" },
      action: "proposal-read",
      target: { id, version },
    });
    expect(read.kind).toBe("told");
    expect(JSON.stringify(read)).not.toContain("Yes, on 20 February.");
    await away("active");
    expect(await submit(id, version - 1, "Yes, on 21 February.")).toEqual({ code: "changed" });
    expect(await shown()).toMatchObject({ value: "Yes, on 21 February." });
    expect(await submit(id, version, "Yes, on 22 February.")).toMatchObject({ code: "submitted" });
    expect((await rowOf(id))?.["exchanges"]).toMatchObject([{ question: QUESTION, answer: "Yes, on 22 February." }]);
  });

  it("can be returned twice: each question keeps its answer", async () => {
    const { id, version } = await returned();
    await submit(id, version, "Yes.");
    const again = { id, version: version + 1 };
    await council.use.decideProposal(await aDecision(council, again, { verdict: "return", reason: "In writing?" }));
    await submit(id, version + 1, "By phone.");
    expect((await rowOf(id))?.["exchanges"]).toMatchObject([
      { question: QUESTION, answer: "Yes." },
      { question: "In writing?", answer: "By phone." },
    ]);
  });

  it("can be changed from the first step: other kinds, which must be described before it goes out", async () => {
    const { id, version, incident } = await returned();
    const prepared = await council.use.prepareEdit({ actor: await council.actor("j.reid"), proposal: id });
    expect(prepared).toMatchObject({ code: "ready", draft: { id } });
    const started = await council.use.startProposal(
      await aStart(council, { incident, kinds: ["named_officer", "call_times"] }),
    );
    expect(started).toEqual({ code: "started", proposal: id });
    expect(await submit(id, version + 1, "Yes.")).toEqual({ code: "changed" });

    const parameters = {
      named_officer: { officer: "p.shah@northmoor.example" },
      call_times: { days: ["tuesday"], windows: [{ from: "10:00", to: "12:00" }], maxMinutes: 10 },
    };
    const detailed = await council.use.detailProposal(await theDetails(council, id, { parameters }));
    expect(detailed).toMatchObject({ code: "saved" });
    expect(await submit(id, version + 2, "Yes.")).toMatchObject({ code: "submitted" });
    expect(await council.sql`select id from proposal`).toHaveLength(1);
  });

  it("is nobody else's to change, and no longer its proposer's once it is out again", async () => {
    const { id, version, incident } = await returned();
    const other = await council.use.prepareEdit({ actor: await council.actor("d.okafor"), proposal: id });
    expect(other).toEqual({ code: "not-yours" });
    const start = await aStart(council, { incident, kinds: ["no_email"] });
    const [sent, changed] = await Promise.all([submit(id, version, "Yes."), council.use.startProposal(start)]);
    // Whichever came first: what the seniors decide on is what was read back.
    const first = sent.code === "submitted" ? ["submitted", "already-triaged"] : ["changed", "started"];
    expect([sent.code, changed.code]).toEqual(first);
  });
});

it("one that is sent again before the working day begins is reminded of and expires as if it had not been returned", async () => {
  council.clock.now = new Date("2026-03-02T07:00:00Z");
  const { id, version } = await returned();
  council.clock.now = new Date("2026-03-02T08:00:00Z");
  expect(await submit(id, version, "Yes.")).toMatchObject({ code: "submitted" });
  await council.pass(2 * DAY);
  expect(await toldOf(council, "approval-reminder")).toHaveLength(2);
  await council.pass(8 * DAY);
  expect(await rowOf(id)).toMatchObject({ state: "expired" });
});

it("one that expired can be changed from the first step too; a draft goes on with the second", async () => {
  const { id } = await aProposal.awaitingDecision(council);
  await council.pass(10 * DAY);
  const actor = await council.actor("j.reid");
  expect(await council.use.prepareEdit({ actor, proposal: id })).toMatchObject({ code: "ready" });
  const draft = await aProposal.draft(council);
  expect(await council.use.prepareEdit({ actor, proposal: draft })).toEqual({ code: "details-first" });
});
