/** What a contact costs among a thousand customers and among a million, each against bare SQL on the same register. */
import { type Line, lineOf, mean, median, type Round } from "../figures.ts";
import { checkAsImported } from "./as-imported.ts";
import { contactOfDay } from "./day.ts";
import { makeSize, type Size, type SizeSides, TWICE, timed } from "./size.ts";
import { measureRequests } from "./thousand.ts";

export type SizesLength = {
  readonly sizes: readonly number[];
  readonly rounds: number;
  readonly contacts: number;
  readonly requests: { readonly rounds: number; readonly requests: number };
};

/** Makes the registers, one after the other, and measures on all of them in turn. */
export async function measureSizes(sides: SizeSides, length: SizesLength): Promise<readonly Line[]> {
  const sizes: Size[] = [];
  for (const customers of length.sizes) sizes.push(await makeSize(sides, customers));
  const [smallest] = sizes;
  if (smallest) await checkAsImported(sides.cluster, sides.register, smallest);
  return [...(await singleContacts(sizes, length)), ...(await measureRequests(sizes, length.requests))];
}

async function singleContacts(sizes: readonly Size[], { rounds, contacts }: SizesLength): Promise<readonly Line[]> {
  await oneRound(sizes, contacts);
  const measured: (readonly Round[])[] = [];
  for (let round = 0; round < rounds; round++) measured.push(await oneRound(sizes, contacts));
  const bySize = sizes.map(({ customers }, place) => ({
    name: customers.toLocaleString("en-GB"),
    rounds: measured.flatMap((all) => all[place] ?? []),
  }));
  const [smallest, largest] = [bySize.at(0), bySize.at(-1)];
  if (!smallest || !largest) return [];
  const [few, many] = [smallest.rounds, largest.rounds];
  const grown = few.map(({ ours: baseline }, place) => ({ baseline, ours: many[place]?.ours ?? [] }));
  const against = `among ${largest.name} customers, against among ${smallest.name}`;
  return [
    ...bySize.flatMap(({ name, rounds: all }) => [
      lineOf(`a contact of a day among ${name} customers, p50, against bare SQL`, all, {
        figure: median,
        target: TWICE,
      }),
      lineOf("the same, mean", all, { figure: mean }),
    ]),
    lineOf(`a contact ${against}, p50`, grown, { figure: median, target: { of: "ratio", most: 1.3 } }),
    lineOf(`a contact ${against}, mean`, grown, { figure: mean }),
  ];
}

let sent = 0;

/** All sizes and both ways in turn, contact by contact, so that they meet the same machine. */
async function oneRound(sizes: readonly Size[], contacts: number): Promise<readonly Round[]> {
  const times = sizes.map(() => ({ baseline: [] as number[], ours: [] as number[] }));
  for (let n = 0; n < contacts; n++) {
    sent += 1;
    for (const [place, { people, bare, product }] of sizes.entries()) {
      const [one, other] = [contactOfDay(people, sent), contactOfDay(people, sent)];
      times[place]?.baseline.push(await timed(() => bare(one)));
      times[place]?.ours.push(await timed(() => product([other])));
    }
  }
  for (const { timeGoesBy } of sizes) await timeGoesBy();
  return times;
}
