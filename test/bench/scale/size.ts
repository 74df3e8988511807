/** A register of one size with the ways to store a contact there. */
import type { Closing } from "../closing.ts";
import type { BenchCluster } from "../cluster.ts";
import type { Register } from "../register.ts";
import { type DayContact, type People, peopleOf } from "./day.ts";
import { type LargeRegister, makeLargeRegister } from "./large-register.ts";
import { bareConnection, bareWay, productWay, timeGoesBy } from "./ways.ts";

export type Size = LargeRegister & {
  readonly people: People;
  readonly bare: (contact: DayContact) => Promise<void>;
  readonly product: (contacts: readonly DayContact[]) => Promise<void>;
  readonly sql: ReturnType<typeof bareConnection>;
  /** Between two rounds. */
  readonly timeGoesBy: () => Promise<void>;
};

export type SizeSides = { readonly closing: Closing; readonly cluster: BenchCluster; readonly register: Register };

/** Makes the register and opens the ways into it. */
export async function makeSize({ closing, cluster, register }: SizeSides, customers: number): Promise<Size> {
  const large = await makeLargeRegister(cluster, register, { name: `customers_${customers}`, customers });
  const sql = bareConnection(closing, large);
  return {
    ...large,
    people: await peopleOf(large),
    sql,
    bare: bareWay(sql, large),
    product: productWay(closing, large),
    timeGoesBy: timeGoesBy(closing, large),
  };
}

/** What the product may take, against bare SQL. */
export const TWICE = { of: "ratio", most: 2 } as const;

/** Milliseconds. */
export async function timed(act: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await act();
  return performance.now() - started;
}
