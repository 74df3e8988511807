/** CASEWORK section 6: what a new pack would change for each live case, before it is put in force. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Pack } from "../../../src/policy/packs/pack.ts";
import { GateName } from "../../../src/policy/vocabulary.ts";
import { simulatePack } from "../../../src/usecases/packs/simulate-pack.ts";
import { PERSISTENT, REASONABLE, UNACCEPTABLE } from "../../policy/packs/known-packs.ts";
import { aCouncil, aProposal, type Council, reported } from "../builders.ts";

let council: Council;
beforeEach(async () => {
  council = await aCouncil();
});
afterEach(() => council.drop());

const simulate = (pack: Pack) =>
  simulatePack({ db: council.db, now: () => council.clock.now })({ organisation: council.organisation, pack });
const changesOf = async (pack: Pack) => (await simulate(pack)).cases.flatMap(({ changes }) => changes);
const next = (change: Partial<Pack> = {}): Pack => ({ ...PERSISTENT, version: 2, ...change });

/** Everything the database holds about packs and cases. */
const everything = async () => [
  await council.sql`select * from organisation`,
  await council.sql`select * from policy_pack`,
  await council.sql`select * from proposal`,
  await council.sql`select * from audit`,
];

describe("one live case of each sort", () => {
  it("is named by its reference, with what it goes on under", async () => {
    await aProposal.approved(council);
    await aProposal.awaitingDecision(council);
    await aProposal.readBack(council);
    const { cases, refusals, notes } = await simulate(next());
    expect(cases.map(({ ref, what, keeps }) => [ref, what, keeps])).toEqual([
      ["P-0001", "arrangement", true],
      ["P-0002", "proposal_sent", true],
      ["P-0003", "proposal_not_sent", false],
      // The advice and the warning that the decision rests on.
      ["P-0001", "step_given", false],
      ["P-0001", "step_given", false],
      ["R-0003", "report", false],
    ]);
    expect(cases.flatMap(({ changes }) => changes)).toEqual([]);
    expect({ refusals, notes }).toEqual({ refusals: [], notes: [] });
  });

  it("and nothing of it is written", async () => {
    await aProposal.readBack(council);
    const before = await everything();
    await simulate(REASONABLE);
    expect(await everything()).toEqual(before);
  });

  it("says nothing about anybody", async () => {
    await aProposal.awaitingDecision(council);
    const said = JSON.stringify(await simulate(REASONABLE));
    expect(said).not.toMatch(/Alex|Morgan|C-1042|Priya|p\.shah|14 calls/);
  });
});

describe("a proposal would go another way", () => {
  beforeEach(async () => {
    await aProposal.readBack(council);
  });

  it.each<[string, Partial<Pack>, string]>([
    [
      "its restriction is no longer on offer",
      {
        restrictions: {
          value: PERSISTENT.restrictions.value.filter(({ kind }) => kind !== "named_officer"),
          from: "7.3",
        },
      },
      "no longer on offer: one named officer only",
    ],
    [
      "it is longer than the new maximum",
      { length: { ...PERSISTENT.length, maxMonths: { value: 5, assumed: true } } },
      "lasts 6 months, and at most 5 would be allowed",
    ],
    [
      "it would end too late",
      { length: { ...PERSISTENT.length, maxMonths: { value: 5, assumed: true } } },
      "would be held: it is longer than 5 months",
    ],
    [
      "more people must approve it",
      { approvers: PERSISTENT.approvers.map((rule) => ({ ...rule, quorum: { value: 2, assumed: true } })) },
      "decided by 2 senior officers of 2 asked, and not by 1 senior officer of 2 asked",
    ],
    [
      "it is for others to propose",
      { proposedBy: { value: ["senior_officer", "executive"], assumed: true } },
      "its proposer could not send it: it is for a senior officer or an executive",
    ],
    [
      "the warning counts for a shorter time",
      { steps: PERSISTENT.steps.map((step) => ({ ...step, validMonths: { value: 1, assumed: true as const } })) },
      "would be held: the advice is older than 1 month",
    ],
    [
      "the customer is taken to have the warning later, and nothing has happened since",
      { deemedReceiptWorkingDays: { value: 30, assumed: true } },
      "would be held: nothing is on record since they had the warning, ",
    ],
  ])("%s", async (_, change, words) => {
    if (change.steps) council.clock.now = new Date("2026-03-20T10:00:00Z");
    const told = await changesOf(next(change));
    expect(
      told.some((line) => line.startsWith(words)),
      told.join("\n"),
    ).toBe(true);
    expect(await changesOf(next())).toEqual([]);
  });
});

it("a gate that would ask is named in one short line, and no question of a form is printed", async () => {
  await aProposal.readBack(council);
  const told = await changesOf(UNACCEPTABLE);
  expect(told).toContain("would be held: the social work question is not answered");
  expect(told.join(" ")).not.toContain("?");
  const everyGate = { gates: { value: GateName.options, assumed: true as const } };
  await council.sql`update proposal set answers = '{}', scope_reason = null`;
  const asked = await changesOf(next({ ...everyGate, limbs: UNACCEPTABLE.limbs }));
  for (const line of [...told, ...asked]) expect([line, line.split(" ").length <= 20]).toEqual([line, true]);
});

it("a report that waits would go another step first", async () => {
  await reported(council);
  expect(await changesOf(UNACCEPTABLE)).toEqual([
    "next: warning or a proposal at once for 2 reasons of the pack, and not advice",
  ]);
});

it("a report that waits could be proposed at once for another reason", async () => {
  await council.sql`update organisation set pack_id = ${UNACCEPTABLE.id}`;
  await reported(council);
  const [first, ...others] = UNACCEPTABLE.bypass.value;
  if (!first) throw new Error("the pack has no reason");
  const value = [{ ...first, words: "an officer was hurt" }, ...others];
  const changed: Pack = { ...UNACCEPTABLE, version: 2, bypass: { ...UNACCEPTABLE.bypass, value } };
  expect(await changesOf(changed)).toEqual(["next: a proposal at once for other reasons"]);
  expect(await changesOf({ ...changed, bypass: UNACCEPTABLE.bypass })).toEqual([]);
});

describe("advice that was given", () => {
  const shorter = (months: number): Pack =>
    next({
      steps: PERSISTENT.steps.map((step) => ({ ...step, validMonths: { value: months, assumed: true as const } })),
    });
  beforeEach(async () => {
    await council.use.takeStep({
      actor: await council.actor("j.reid"),
      incident: await reported(council),
      step: "advice",
      customer: {},
      limbs: ["abusive"],
      shownBy: null,
      whatHappened: "You rang 14 times.",
      whatToChange: "Ring once a week.",
      how: "phone",
      by: "me",
      done: { on: "2026-03-01", said: "To ring less." },
      earlierAdvice: null,
    });
    council.clock.now = new Date("2026-05-04T10:00:00Z");
  });

  it.each<[string, Pack, readonly string[]]>([
    ["counts as long", next(), []],
    ["counts for a shorter time", shorter(3), ["the advice counts until 1 June 2026, and not until 1 September 2026"]],
    ["is too old", shorter(1), ["the advice no longer counts"]],
    ["has no place under a policy without it", UNACCEPTABLE, ["the advice has no place in it"]],
  ])("%s", async (_, pack, changes) => {
    expect((await simulate(pack)).cases).toMatchObject([{ ref: "R-0001", what: "step_given", changes }]);
  });
});

it("says why the pack could not be put in force", async () => {
  await council.sql`update officer set status = 'left' where 'executive' = any (roles)`;
  expect((await simulate(next())).refusals).toMatchObject([{ code: "nobody-approves", gap: { role: "executive" } }]);
  expect((await simulate({ ...PERSISTENT, title: "Another" })).refusals).toContainEqual({ code: "version-taken" });
});
