/** What people press and type to withdraw a proposal, answer its questions, and say who stands in; on a real register. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ActionName, FormName } from "../../cards/actions.ts";
import type { Values } from "../../cards/model.ts";
import type { Answer } from "../../src/chat/desk.ts";
import { createFrontDesk } from "../../src/chat/front-desk.ts";
import { aCouncil, aDecision, aProposal, type Council } from "../usecases/builders.ts";
import type { Person } from "../usecases/northmoor.ts";

let council: Council;
beforeEach(async () => {
  council = await aCouncil();
});
afterEach(() => council.drop());

const desk = () =>
  createFrontDesk({
    ...council.use,
    now: () => council.clock.now,
    outage: () => undefined,
    useChannel: () => Promise.resolve({ code: "unreachable" }),
  });
const from = (person: Person) => ({ chat: "slack", tenant: "T0NORTH", account: person }) as const;
const press = (person: Person, action: ActionName, id: string) =>
  desk().press({ from: from(person), action, target: { id, version: 1 } });
const submit = (person: Person, form: FormName, { id, version = 1, values = {} }: Sent) =>
  desk().submit({ from: from(person), form, target: { id, version }, values });
type Sent = { readonly id: string; readonly version?: number; readonly values?: Values };
const titleOf = (answer: Answer) =>
  answer.kind === "told" ? answer.card.title : "form" in answer ? answer.form.title : "";
const faultsOf = (answer: Answer) => (answer.kind === "faults" ? answer.faults : {});

describe("withdrawing", () => {
  it("is asked again, and done once; later presses are told by whom and when", async () => {
    const { id, version } = await aProposal.awaitingDecision(council);
    expect(titleOf(await press("j.reid", "proposal-withdraw", id))).toBe("Withdraw P-0001");
    expect(titleOf(await submit("j.reid", "withdraw", { id }))).toBe("You withdrew P-0001");
    const late = await Promise.all([
      submit("j.reid", "withdraw", { id }),
      press("d.okafor", "approve", id),
      submit("d.okafor", "approve-confirm", { id, version }),
    ]);
    for (const answer of late) {
      expect(titleOf(answer)).toBe("This was withdrawn");
      expect(JSON.stringify(answer)).toContain("Jordan Reid withdrew it on 2 March 2026");
    }
  });

  it("of a draft is offered beside it in the proposer's own work, and takes it off the list", async () => {
    await aProposal.draft(council);
    const rows = async () => {
      const answer = await desk().home(from("j.reid"));
      const body = answer.kind === "told" ? answer.card.body : [];
      return body.flatMap((block) => (block.kind === "row" ? [block.button] : []));
    };
    const drafts = (await rows()).filter(({ label }) => label.endsWith("P-0001"));
    expect(drafts.map(({ label }) => label)).toEqual(["Go on with P-0001", "Withdraw P-0001"]);
    const { id = "" } = drafts.find(({ action }) => action === "proposal-withdraw")?.target ?? {};
    expect(titleOf(await press("j.reid", "proposal-withdraw", id))).toBe("Withdraw P-0001");
    expect(titleOf(await submit("j.reid", "withdraw", { id }))).toBe("You withdrew P-0001");
    expect((await rows()).map(({ label }) => label)).toEqual(["Read R-0001"]);
  });

  it("is for whoever proposed it, and only while nobody has decided", async () => {
    const { id } = await aProposal.approved(council);
    expect(titleOf(await press("j.reid", "proposal-withdraw", id))).toBe("This is already decided");
    expect(titleOf(await press("d.okafor", "proposal-withdraw", id))).not.toBe("Withdraw P-0001");
  });
});

it("questions that nothing answers come back beside the field", async () => {
  const { id, version } = await aProposal.awaitingDecision(council);
  await council.use.decideProposal(
    await aDecision(council, { id, version }, { verdict: "return", reason: "Was their side asked?" }),
  );
  expect(titleOf(await press("j.reid", "proposal-edit", id))).toBe("Propose a restriction");
  const unanswered = await submit("j.reid", "proposal-confirm", { id, version });
  expect(faultsOf(unanswered)).toEqual({ answer: "Answer the questions, or change what you propose." });
  const long = await submit("j.reid", "proposal-confirm", { id, version, values: { answer: "x".repeat(2_001) } });
  expect(faultsOf(long)).toMatchObject({ answer: expect.stringMatching(/too long/) });
  const sent = await submit("j.reid", "proposal-confirm", { id, version, values: { answer: "Yes, on 20 February." } });
  expect(titleOf(sent)).toBe("Your proposal P-0001 is with senior staff");
  const read = JSON.stringify(await press("d.okafor", "proposal-read", id));
  expect(read).toContain("Was their side asked?");
  expect(read).toContain("Yes, on 20 February.");
});

describe("who stands in", () => {
  const days = { startsOn: "2026-03-02", endsOn: "2026-03-06" };
  const form = async (person: Person) =>
    await desk().command({
      from: from(person),
      command: "contact-register",
      text: "delegate",
      conversation: { id: "D1", serviceUrl: null },
    });
  const record = async (person: Person, values: Values) => {
    const { officer: id } = await council.actor(person);
    return await submit(person, "delegate", { id, values });
  };

  it("is typed in a form that an administrator can fill in for somebody else", async () => {
    const fields = (answer: Answer) => (answer.kind === "form" ? answer.form.fields.map(({ id }) => id) : []);
    expect(fields(await form("d.okafor"))).toEqual(["to", "startsOn", "endsOn"]);
    await council.sql`update officer set roles = roles || '{administrator}' where email like 'r.byrne@%'`;
    expect(fields(await form("r.byrne"))).toEqual(["from", "to", "startsOn", "endsOn"]);
  });

  it("is recorded, or a fault stands beside its field", async () => {
    const to = "t.kerr@northmoor.example";
    expect(faultsOf(await record("d.okafor", { to }))).toHaveProperty("startsOn");
    expect(faultsOf(await record("d.okafor", { ...days, to: "x@northmoor.example" }))).toHaveProperty("to");
    const both = { to: "x@northmoor.example", startsOn: "2026-03-05", endsOn: "2026-03-04" };
    expect(Object.keys(faultsOf(await record("d.okafor", both)) ?? {})).toEqual(["to", "endsOn"]);
    expect(titleOf(await record("d.okafor", { ...days, to }))).toBe("Toni Kerr stands in");
    expect(faultsOf(await record("d.okafor", { ...days, to }))).toHaveProperty("startsOn");
    const circle = await record("t.kerr", { ...days, to: "d.okafor@northmoor.example" });
    expect(faultsOf(circle)).toEqual({
      to: expect.stringMatching(/^On 2 March 2026 nobody would decide: .*(Toni Kerr|Dana Okafor) would stand in/),
    });
  });

  it("is ended by whoever was to be away, not by whoever stands in", async () => {
    await record("d.okafor", { ...days, to: "t.kerr@northmoor.example" });
    const [row] = await council.sql`select id from delegation`;
    const id = String(row?.["id"]);
    expect(titleOf(await press("d.okafor", "delegation-end", id))).toBe("End it now");
    expect(titleOf(await submit("t.kerr", "delegation-end", { id }))).toBe("You cannot do this");
    expect(titleOf(await submit("d.okafor", "delegation-end", { id }))).toBe("It has ended");
    expect(titleOf(await submit("d.okafor", "delegation-end", { id }))).toBe("This is no longer open");
  });
});
