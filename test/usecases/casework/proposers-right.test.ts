/** Authority is read when it is pressed: so is the proposer's, under the policy that is in force by then. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createFrontDesk } from "../../../src/chat/front-desk.ts";
import type { Pack } from "../../../src/policy/packs/pack.ts";
import { adoptPack } from "../../../src/usecases/packs/adopt-pack.ts";
import { PERSISTENT } from "../../policy/packs/known-packs.ts";
import { aCouncil, aDecision, aProposal, aStart, type Council, reported, theAnswers, theDetails } from "../builders.ts";
import { openTriage } from "./triage-card.ts";

let council: Council;
let incident: string;
beforeEach(async () => {
  council = await aCouncil();
  incident = await reported(council);
});
afterEach(() => council.drop());

/** From now on proposals are for these. */
async function proposedBy(version: number, ...value: Pack["proposedBy"]["value"]) {
  const pack = { ...PERSISTENT, version, proposedBy: { value, assumed: true as const } };
  const outcome = await adoptPack({ db: council.db, now: () => council.clock.now })({
    organisation: council.organisation,
    pack,
  });
  expect(outcome).toMatchObject({ code: "adopted" });
}
const stateOf = async (id: string) => (await council.sql`select state, version from proposal where id = ${id}`)[0];

const QUESTION = { verdict: "return", reason: "Was their side of it asked?" } as const;

/** Jordan Reid's proposal about the report, sent and returned. */
async function returned() {
  const sent = await aProposal.awaitingDecision(council, { incident });
  expect(await council.use.decideProposal(await aDecision(council, sent, QUESTION))).toMatchObject({
    state: "returned",
  });
  return sent.id;
}
const drafted = async () => (await aProposal.readBack(council, { incident })).id;

const submit = async (id: string) => {
  const { version } = (await stateOf(id)) ?? {};
  const actor = await council.actor("j.reid");
  return await council.use.submitProposal({ actor, proposal: id, version: Number(version), answer: "Yes." });
};
/** Every press with which a proposal is begun again, changed or sent. */
async function pressed(id: string) {
  const actor = await council.actor("j.reid");
  const { use } = council;
  const outcomes = [
    await use.prepareStart({ actor, incident }),
    await use.prepareEdit({ actor, proposal: id }),
    await use.startProposal(await aStart(council, { incident })),
    await use.prepareDetails({ actor, proposal: id }),
    await use.detailProposal(await theDetails(council, id, { reason: "Another reason." })),
    await use.answerGates(await theAnswers(council, id, { tailored: "Another officer." })),
    await submit(id),
  ];
  return outcomes.map((outcome) => (outcome.code === "may-not-propose" ? outcome.needs.join() : outcome.code));
}
const REFUSED = Array.from({ length: 7 }, () => "executive");

describe.each([
  ["was returned", returned],
  ["was never sent", drafted],
])("a proposal that %s, and is for executives since", (_, begun) => {
  it("is refused at every press, and nothing of it changes", async () => {
    const id = await begun();
    await proposedBy(2, "executive");
    const before = await stateOf(id);
    expect(await pressed(id)).toEqual(REFUSED);
    expect(await stateOf(id)).toEqual(before);
  });

  it("goes on when its proposer is one, or the policy is theirs again", async () => {
    const id = await begun();
    await proposedBy(2, "executive");
    await council.sql`update officer set roles = '{service_manager,executive}' where name = 'Jordan Reid'`;
    expect(await submit(id)).toMatchObject({ code: "submitted" });
    const other = await aProposal.readBack(council);
    await council.sql`update officer set roles = '{service_manager}' where name = 'Jordan Reid'`;
    expect(await submit(other.id)).toMatchObject({ code: "may-not-propose" });
    await proposedBy(3, "service_manager");
    expect(await submit(other.id)).toMatchObject({ code: "submitted" });
  });

  it("is refused with who may and what to do: it is withdrawn, and an executive begins from the report", async () => {
    const id = await begun();
    await proposedBy(2, "executive");
    const desk = createFrontDesk({
      ...council.use,
      now: () => council.clock.now,
      outage: () => undefined,
      useChannel: () => Promise.resolve({ code: "unreachable" }),
    });
    const from = { chat: "slack", tenant: "T0NORTH", account: "j.reid" } as const;
    const version = Number((await stateOf(id))?.["version"]);
    const answers = [
      await desk.press({ from, action: "proposal-edit", target: { id, version } }),
      await desk.submit({ from, form: "proposal-confirm", target: { id, version }, values: { answer: "Yes." } }),
    ];
    for (const answer of answers)
      expect(JSON.stringify(answer)).toMatch(/By the policy now in force this is for an executive\..*Withdraw/);

    const actor = await council.actor("j.reid");
    expect(await council.use.withdrawProposal({ actor, proposal: id, reason: null })).toMatchObject({
      code: "withdrawn",
    });
    expect(await council.use.giveReport({ actor, incident })).toMatchObject({ code: "given", to: "Max Frost" });
    expect(await openTriage(council, "Max Frost")).toMatchObject({ open: ["advice", "warning", "proposal"] });
    const start = { ...(await aStart(council, { incident })), actor: await council.actor("m.frost") };
    expect(await council.use.startProposal(start)).toMatchObject({ code: "started" });
  });
});

it("the cards of the reports that wait follow the policy at once", async () => {
  const wanted = async () => Number((await council.sql`select wanted from copy where kind = 'triage'`)[0]?.["wanted"]);
  const before = await wanted();
  expect(await openTriage(council, "Jordan Reid")).toMatchObject({ open: expect.arrayContaining(["proposal"]) });
  await proposedBy(2, "executive");
  expect(await wanted()).toBeGreaterThan(before);
  expect(await openTriage(council, "Jordan Reid")).toMatchObject({ open: ["advice", "warning", "give"] });
});
