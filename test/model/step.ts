/** One press on both, two at once, or time that passes: the same outcome, and afterwards both agree. */
import { expect } from "vitest";
import { agree, copies, snapshot } from "./agree.ts";
import { fits, words } from "./fits.ts";
import { mayStillDecide } from "./model/approval.ts";
import { pass, press as pressModel } from "./model/press.ts";
import { recordOfWorld } from "./model/record.ts";
import type { Answer, Press, World } from "./model/world.ts";
import { observe } from "./product/observe.ts";
import { pressOn } from "./product/press.ts";
import type { Real } from "./real.ts";

/** The press, once. Refused, it changes nothing at all: no row of the audit, no card. */
export async function pressBoth(world: World, real: Real, press: Press): Promise<void> {
  const before = await snapshot(real);
  const answer = pressModel(world, press);
  const outcome = await pressOn(real.product, press);
  expect(
    fits(outcome, answer),
    `${JSON.stringify(press)}: the product says ${outcome}, the model ${words(answer)}`,
  ).toBe(true);
  real.seen.add(`${press.do}: ${outcome}`);
  if (answer.code === "accepted" && (press.do === "staff" || press.do === "delegate")) {
    // The sweep tells others of it. Two changes of one person at one instant would be one entry on its list.
    pass(world, world.now + 60_000);
    await real.product.council.pass(1);
  }
  await agree(world, real, before, answer.code === "accepted" ? [{ press, events: answer.events }] : []);
  if (answer.code === "refused") expect(await copies(real), "a refused press touched a card").toEqual(before.copies);
}

/** Two at the same moment: both outcomes, and the state, are those of one order or of the other. */
export async function pressAtOnce(world: World, real: Real, pair: readonly [Press, Press]): Promise<World> {
  const before = await snapshot(real);
  const outcomes = await Promise.all(pair.map((press) => pressOn(real.product, press)));
  const observed = await observe(real.product);
  const orders = [
    [0, 1],
    [1, 0],
  ].map((order) => inOrder(world, pair, order));
  const found =
    orders.find((one) => one.fits(outcomes) && same(recordOfWorld(one.world), observed)) ??
    orders.find((one) => one.fits(outcomes));
  const wanted = orders.map(({ answers }) => answers.map(words).join(" and ")).join(", or ");
  if (!found)
    throw new Error(`${JSON.stringify(pair)}: the product says ${outcomes.join(" and ")}, the model ${wanted}`);
  for (const [place, press] of pair.entries()) real.seen.add(`at once ${press.do}: ${outcomes[place] ?? ""}`);
  await agree(found.world, real, before, found.accepted);
  return found.world;
}

/** Time passes, and the sweep does what fell due. */
export async function passBoth(world: World, real: Real, minutes: number): Promise<void> {
  const before = await snapshot(real);
  const due = world.proposals.filter(({ state, escalateAt, expireAt }) => {
    const to = world.now + minutes * 60_000;
    return state === "submitted" && escalateAt > world.now && escalateAt <= to && expireAt > to;
  });
  const events = pass(world, world.now + minutes * 60_000);
  for (const event of events) real.seen.add(`pass: ${event}`);
  await real.product.council.pass(minutes);
  const askedBefore = due.map((proposal) => proposal.asked.size);
  await agree(world, real, before, [{ press: null, events }]);
  for (const [place, proposal] of due.entries()) {
    const left = mayStillDecide(world, proposal).filter((person) => !proposal.asked.has(person));
    const asksOn = proposal.asked.size > (askedBefore[place] ?? 0) || left.length === 0;
    expect(asksOn, `at escalation the next senior is asked too; nobody did ask ${left.join()}`).toBe(true);
  }
}

function inOrder(before: World, pair: readonly [Press, Press], order: readonly number[]) {
  const world = structuredClone(before);
  const answers: Answer[] = [];
  for (const place of order) answers[place] = pressModel(world, pair[place === 0 ? 0 : 1]);
  const fit = (outcomes: readonly string[]) => answers.every((answer, place) => fits(outcomes[place] ?? "", answer));
  const accepted = answers.flatMap((answer, place) =>
    answer.code === "accepted" ? [{ press: pair[place === 0 ? 0 : 1], events: answer.events }] : [],
  );
  return { world, answers, accepted, fits: fit };
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
