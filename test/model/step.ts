/** One press on both: the same outcome, the same state, no card that lies, and an audit that only grows. */
import { expect } from "vitest";
import { adopt } from "./asked.ts";
import { lies } from "./cards.ts";
import { mayStillDecide } from "./model/approval.ts";
import type { PackName } from "./model/pack.ts";
import { pass, press as pressModel } from "./model/press.ts";
import { recordOfWorld } from "./model/record.ts";
import type { Answer, Press, World } from "./model/world.ts";
import { added, auditRows, lost } from "./product/audit.ts";
import { bringUpToDate, type HeldCard } from "./product/cards.ts";
import { askedOf, observe } from "./product/observe.ts";
import { openProduct, type Product } from "./product/open.ts";
import { pressOn } from "./product/press.ts";

export type Real = {
  readonly product: Product;
  readonly held: Parameters<typeof bringUpToDate>[1];
  /** Which outcomes came up, so that presses that no longer reach what they are for are noticed. */
  readonly seen: Set<string>;
};

export async function openReal(pack: PackName): Promise<Real> {
  return { product: await openProduct(pack), held: new Map(), seen: new Set() };
}

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

type Accepted = readonly { readonly press: Press | null; readonly events: readonly string[] }[];
type Before = Awaited<ReturnType<typeof snapshot>>;

async function agree(world: World, real: Real, before: Before, accepted: Accepted): Promise<void> {
  const { product } = real;
  expect(await observe(product)).toEqual(recordOfWorld(world));
  const asked = await askedOf(product);
  const wrong = world.proposals.flatMap((proposal, number) => adopt(world, proposal, asked[number] ?? new Set()));
  expect(wrong, "who is asked").toEqual([]);

  const after = await auditRows(product);
  expect(lost(before.audit, after), "rows of the audit that were lost or changed").toEqual([]);
  const fresh = added(before.audit, after);
  for (const { press, events } of accepted)
    for (const event of new Set(events)) {
      const rows = fresh.filter((row) => row.event === event && (press === null || row.by === presserOf(press)));
      const wanted = events.filter((one) => one === event).length;
      expect(rows.length, `rows of the audit that say ${event}`).toBeGreaterThanOrEqual(wanted);
    }
  if (accepted.length === 0) expect(fresh, "a refused press left a row in the audit").toEqual([]);

  const cards = await bringUpToDate(product, real.held);
  expect(await lies(product, world, cards), "cards that lie").toEqual([]);
  expect(cannotAnswer(world, product, cards), "asked, and without a card to decide on").toEqual([]);
}

/** Whoever was asked and may decide holds a card with which they can. */
function cannotAnswer(world: World, product: Product, cards: readonly HeldCard[]): string[] {
  return world.proposals.flatMap(({ asked, state }, number) =>
    [...asked].filter((person) => {
      const own = cards.filter(
        ({ kind, subject, holder }) =>
          kind === "approval" && holder === person && subject === product.proposals[number],
      );
      return state === "submitted" && own.length === 0;
    }),
  );
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

/** Gates are named all together; any other reason that applies will do. */
function fits(outcome: string, answer: Answer): boolean {
  if (answer.code === "accepted") return outcome === "accepted";
  const gates = answer.reasons.filter((reason) => reason.startsWith("gate:"));
  if (outcome.startsWith("gate:")) return outcome === gates.toSorted().join();
  return answer.reasons.includes(outcome);
}

const words = (answer: Answer): string =>
  answer.code === "accepted" ? "accepted" : `refused because of ${answer.reasons.join(" or ")}`;
const presserOf = (press: Press): string => {
  if (press.do === "staff") return "r.byrne";
  return press.do === "delegate" ? press.from : press.by;
};
const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

async function snapshot(real: Real) {
  return { audit: await auditRows(real.product), copies: await copies(real) };
}

async function copies({ product }: Real) {
  const [row] = await product.council
    .sql`select count(*)::int as copies, coalesce(sum(wanted), 0)::int as wanted from copy`;
  return row;
}
