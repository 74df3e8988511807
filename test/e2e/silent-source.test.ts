/** A source that goes silent shows in /metrics of the running product, by the product's own clock. */
import { expect, it } from "vitest";
import { HARROWDENE } from "./councils.ts";
import { oneSandbox } from "./stage-of.ts";

const stage = oneSandbox()(HARROWDENE);

const LABELS = '{organisation="harrowdene",source="telephony"}';

/** What /metrics says of the source: whether it is silent, and the seconds since its last contact. */
async function figures(): Promise<readonly number[]> {
  const text = await (await fetch(`${stage().product.url}/metrics`)).text();
  return ["source_silent", "source_last_contact_seconds"].flatMap((name) => {
    const line = text.split("\n").find((one) => one.startsWith(`${name}${LABELS} `));
    return line === undefined ? [] : [Number(line.split(" ").at(-1))];
  });
}

/** How many contacts were screened to this outcome since the product started. */
async function screened(outcome: string): Promise<number> {
  const text = await (await fetch(`${stage().product.url}/metrics`)).text();
  return Number(new RegExp(`^contacts_screened_total\\{outcome="${outcome}"\\} (\\d+)$`, "m").exec(text)?.[1] ?? 0);
}

async function pass(minutes: number): Promise<void> {
  const { product } = stage();
  await product.setClock(new Date(product.now().getTime() + minutes * 60_000));
}

it("is said after three times its median gap, and taken back when it is heard again", async () => {
  const rings = () => stage().contact({ channel: "phone", customer: { phone: "01632 960199" }, service: "Housing" });
  expect(await figures()).toEqual([]);
  for (let n = 0; n < 5; n++) {
    await rings();
    await pass(10);
  }
  await pass(15);
  const [early, soFar] = await figures();
  expect(early).toBe(0);
  expect(soFar).toBeGreaterThan(24 * 60);
  expect(soFar).toBeLessThan(30 * 60);

  await pass(10);
  const [late, since] = await figures();
  expect(late).toBe(1);
  expect(since).toBeGreaterThan(34 * 60);

  await rings();
  expect((await figures())[0]).toBe(0);
});

it("and each contact is counted by its outcome, and kept for 30 days by the product's own clock", async () => {
  const { database } = stage().product;
  const kept = () => database.owner.sql`select 1 from contact where outcome = 'clear'`;
  const [before, rows] = [await screened("clear"), (await kept()).length];
  await stage().contact({ channel: "phone", customer: { phone: "01632 960198" }, service: "Housing" });
  expect(await screened("clear")).toBe(before + 1);
  expect(await kept()).toHaveLength(rows + 1);
  await pass(31 * 24 * 60);
  expect(await kept()).toHaveLength(0);
});
