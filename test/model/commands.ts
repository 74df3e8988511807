/** The commands of fast-check: a few presses one after the other, two at once, or time that passes. */
import type { AsyncCommand } from "fast-check";
import { presserOf } from "./model/press.ts";
import type { Press, World } from "./model/world.ts";
import type { Real } from "./real.ts";
import { passBoth, pressAtOnce, pressBoth } from "./step.ts";

/** The world is replaced as a whole where two orders were possible. */
export type Model = { world: World };
export type Command = AsyncCommand<Model, Real>;
/** A press about something of the world at that moment; nothing when there is nothing to press. */
export type Chosen = (world: World) => Press | undefined;

/** Nobody who has left presses anything. */
const canPress = (world: World, press: Press | undefined): press is Press =>
  press !== undefined &&
  world.staff[presserOf(press)]?.status !== "left" &&
  (press.do !== "staff" || world.staff[press.person]?.status !== "left");

export class Presses implements Command {
  private readonly done: string[] = [];
  private readonly presses: readonly Chosen[];
  constructor(presses: readonly Chosen[]) {
    this.presses = presses;
  }
  check(): boolean {
    return true;
  }
  async run(model: Model, real: Real): Promise<void> {
    this.done.length = 0;
    for (const choose of this.presses) {
      const press = choose(model.world);
      if (!canPress(model.world, press)) continue;
      this.done.push(JSON.stringify(press));
      await pressBoth(model.world, real, press);
    }
  }
  toString(): string {
    return `press ${this.done.join(" then ") || "nothing"}`;
  }
}

export class AtOnce implements Command {
  private done = "";
  private readonly pair: readonly [Chosen, Chosen];
  constructor(pair: readonly [Chosen, Chosen]) {
    this.pair = pair;
  }
  check(): boolean {
    return true;
  }
  async run(model: Model, real: Real): Promise<void> {
    const [one, other] = this.pair.map((choose) => choose(model.world));
    if (!canPress(model.world, one) || !canPress(model.world, other)) return;
    this.done = JSON.stringify([one, other]);
    model.world = await pressAtOnce(model.world, real, [one, other]);
  }
  toString(): string {
    return `at once ${this.done}`;
  }
}

/** Holidays are known to the model until the end of 2027. */
const LAST = Date.parse("2027-10-01T00:00:00Z");

export class Pass implements Command {
  private readonly minutes: number;
  constructor(minutes: number) {
    this.minutes = minutes;
  }
  check({ world }: Readonly<Model>): boolean {
    return world.now + this.minutes * 60_000 < LAST;
  }
  async run({ world }: Model, real: Real): Promise<void> {
    await passBoth(world, real, this.minutes);
  }
  toString(): string {
    return `${this.minutes} minutes pass`;
  }
}
