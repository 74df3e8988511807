/** SIGTERM in the middle of work: what was answered is written, what was not delivered is delivered after the next start. */
import { afterAll, expect, it } from "vitest";
import { copiesBehind, countIn } from "./settled.ts";
import { openStand } from "./stand.ts";

const stand = await openStand();
afterAll(() => stand.remove());

const CONTACTS = 44;
const NOT_DONE = "cannot be reached";

const countOf = (query: string) => countIn(stand.database, query);
const behind = () => copiesBehind(stand.database);

it("loses no answered request or click, leaves the rest in the queue, and ends with 0", async () => {
  const product = await stand.start();
  const [officer, again] = [stand.slack.person("Bethan Price"), stand.teams.person("Agnieszka Nowak")];
  for (const id of ["a", "b", "c"]) {
    await stand.breach("harrowdene", `before-${id}`);
    await stand.breach("strathcaol", `before-${id}`);
  }
  await expect.poll(behind, { timeout: 10_000 }).toBe(0);
  const refs = (cards: readonly { lines: readonly string[] }[]) =>
    [
      ...new Set(
        cards.flatMap(
          ({ lines }) =>
            lines
              .join(" ")
              .match(/\bA-\d+/g)
              ?.at(-1) ?? [],
        ),
      ),
    ].slice(-3);
  const clicks = [
    ...refs(await officer.cards()).map((ref) => officer.press("Acknowledge", { on: ref })),
    ...refs(await again.cards()).map((ref) => again.press("Acknowledge", { on: ref })),
  ];
  expect(clicks).toHaveLength(6);

  // Posting takes its time from now on, so that deliveries are waiting when the signal comes.
  await stand.slack.inject({ kind: "slow", call: "chat.postMessage", ms: 300, times: 200 });
  const contacts = Array.from({ length: CONTACTS }, (_, index) =>
    stand.breach("harrowdene", `open-${index}`).then(
      async (response) => response.status === 200 && (await response.text()).includes('"accepted"'),
      () => false,
    ),
  );
  await Promise.race(contacts);
  const [exit, outcomes, taken] = await Promise.all([product.stop(), Promise.all(clicks), Promise.all(contacts)]);
  await stand.slack.clearFaults();

  expect(exit).toBe(0);
  const answered = taken.filter(Boolean).length;
  expect(answered).toBeGreaterThan(0);
  expect(await countOf("select count(*)::int from contact where source_id like 'open-%'")).toBeGreaterThanOrEqual(
    answered,
  );
  // On a machine that is too busy a click is answered in time with "cannot be reached": that is no promise.
  const refusals = (await officer.cards()).filter(({ lines }) => lines.join(" ").includes(NOT_DONE));
  const done = outcomes.filter((outcome) => outcome.ok && !outcome.said?.includes(NOT_DONE));
  const clicked = done.length - refusals.length;
  expect(clicked).toBeGreaterThan(0);
  expect(await countOf("select count(*)::int from alert where state = 'acknowledged'")).toBeGreaterThanOrEqual(clicked);
  expect(await behind()).toBeGreaterThan(0);
  expect(await countOf("select count(*)::int from graphile_worker.jobs where locked_at is not null")).toBe(0);

  await stand.start();
  await expect.poll(behind, { timeout: 30_000 }).toBe(0);
  // Dozens of cards wait behind a channel's rate.
}, 60_000);
