/** `policy simulate` names every live case: as many of each sort as the database holds (CASEWORK section 6). */
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Pack } from "../../../src/policy/packs/pack.ts";
import type { SimulatedCase } from "../../../src/usecases/packs/live-cases.ts";
import { simulatePack } from "../../../src/usecases/packs/simulate-pack.ts";
import type { TakeStep } from "../../../src/usecases/steps/take-step.ts";
import { PERSISTENT, UNACCEPTABLE } from "../../policy/packs/known-packs.ts";
import { aCouncil, aDecision, aProposal, type Council, DAY, reported } from "../builders.ts";

let council: Council;
beforeEach(async () => {
  council = await aCouncil();
});
afterEach(() => council.drop());

const ASK: Omit<TakeStep, "actor" | "incident"> = {
  step: "advice",
  customer: {},
  limbs: ["abusive"],
  shownBy: null,
  whatHappened: "You rang 14 times.",
  whatToChange: "Ring once a week.",
  how: "phone",
  by: "me",
  done: null,
  earlierAdvice: null,
};
const takes = async ({ incident, ...facts }: Partial<TakeStep>): Promise<void> => {
  const outcome = await council.use.takeStep({
    ...ASK,
    actor: await council.actor("j.reid"),
    incident: incident ?? (await reported(council)),
    ...facts,
  });
  if (outcome.code !== "taken") throw new Error(JSON.stringify(outcome));
};
const ADVISED = { on: "2026-02-10", how: "phone", by: "Sam Hale" } as const;
/** Asked to moderate on 10 February, and warned of what happened on the 20th. */
const warns = async (): Promise<void> =>
  await takes({
    incident: await reported(council, { occurredAt: new Date("2026-02-20T10:00:00Z") }),
    step: "warning",
    how: "letter",
    earlierAdvice: ADVISED,
  });

const simulate = async (pack: Pack): Promise<readonly SimulatedCase[]> =>
  (await simulatePack({ db: council.db, now: () => council.clock.now })({ organisation: council.organisation, pack }))
    .cases;
const NEXT: Pack = { ...PERSISTENT, version: 2 };

it("as many of each sort as there are", async () => {
  await takes({ done: { on: "2026-03-01", said: "To ring less." } });
  await takes({});
  await warns();
  await reported(council);
  await aProposal.approved(council);
  await aProposal.awaitingDecision(council);
  const returned = await aProposal.awaitingDecision(council);
  await council.use.decideProposal(await aDecision(council, returned, { verdict: "return", reason: "Since when?" }));
  const rejected = await aProposal.awaitingDecision(council);
  await council.use.decideProposal(
    await aDecision(council, rejected, { verdict: "reject", reason: "It is too much." }),
  );
  await aProposal.readBack(council);
  await aProposal.draft(council);
  const cases = await simulate(NEXT);
  const counted = Object.fromEntries(
    [...Map.groupBy(cases, ({ what }) => what)].map(([what, all]) => [what, all.length]),
  );

  const [held] = await council.sql`select
    (select count(*)::int from incident where state = 'awaiting_triage') as report,
    (select count(*)::int from ladder_step where state = 'to_give' and kind = 'advice') as advice_not_given,
    (select count(*)::int from ladder_step where state = 'to_give' and kind = 'warning') as warning_not_sent,
    (select count(*)::int from ladder_step s where state = 'given' and (proposal_id is null or exists
      (select from proposal p where p.id = s.proposal_id and p.state = 'approved'))) as step_given,
    (select count(*)::int from proposal where state = 'submitted') as proposal_sent,
    (select count(*)::int from proposal where state in ('draft', 'returned', 'expired')) as proposal_not_sent,
    (select count(*)::int from arrangement where lifted_at is null and ends_at > ${council.clock.now.toISOString()}) as arrangement`;
  expect(counted).toEqual({ ...held });
  expect(Object.values({ ...held }).every((count) => Number(count) > 0)).toBe(true);
  // By the report or the decision that it stands with; what was put on record with a warning, by its customer.
  expect(cases.flatMap(({ what, ref }) => (what === "step_given" ? [ref] : [])).toSorted()).toEqual([
    "C-1042",
    "P-0001",
    "P-0001",
    "R-0001",
  ]);
});

it("a proposal that expired", async () => {
  await aProposal.awaitingDecision(council);
  await council.pass(10 * DAY);
  expect(await council.sql`select state from proposal`).toEqual([{ state: "expired" }]);
  expect(await simulate(NEXT)).toMatchObject([{ what: "proposal_not_sent", ref: "P-0001" }]);
});

it("advice that was asked for keeps its words, and is looked at as if it were given today", async () => {
  await takes({});
  const months = (value: number): Pack => ({
    ...NEXT,
    steps: NEXT.steps.map((step) => ({ ...step, validMonths: { value, assumed: true } })),
  });
  const asked = { ref: "R-0001", what: "advice_not_given", packVersion: 1, keeps: true } as const;
  expect(await simulate(NEXT)).toMatchObject([{ ...asked, changes: [] }]);
  expect(await simulate(months(3))).toMatchObject([
    { ...asked, changes: ["given today, the advice counts until 2 June 2026, and not until 2 September 2026"] },
  ]);
  expect(await simulate(UNACCEPTABLE)).toMatchObject([
    { ...asked, changes: ["given today, the advice has no place in it"] },
  ]);
});

it("a warning that was written, and the advice from before that it rests on, by its customer's reference", async () => {
  await warns();
  expect((await simulate(NEXT)).map(({ ref, what, keeps }) => [ref, what, keeps])).toEqual([
    ["C-1042", "step_given", false],
    ["R-0001", "warning_not_sent", true],
  ]);
});
