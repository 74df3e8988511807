/** Two processes on one database: nothing is posted twice, a click counts on either, and one takes over from the other. */
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Product } from "../support/product.ts";
import { copiesBehind, countIn } from "./settled.ts";
import { openStand } from "./stand.ts";

const stand = await openStand();
const officer = stand.slack.person("Bethan Price");
let [first, second]: Product[] = [];
beforeAll(async () => {
  [first, second] = await Promise.all([stand.start(), stand.start()]);
});
afterAll(() => stand.remove());

const both = (): readonly [Product, Product] => {
  if (!first || !second) throw new Error("two products should run");
  return [first, second];
};
const posts = async () =>
  [...(await stand.slack.log()), ...(await stand.teams.log())].filter(({ event }) => event === "posted").length;
const behind = () => copiesBehind(stand.database);

it("posts each card once, whichever process took the contact", async () => {
  const before = await posts();
  const sent = "select count(*)::int from copy c join alert a on a.id = c.subject_id where c.state = 'sent'";
  for (let round = 0; round < 8; round += 1) {
    stand.use(both()[round % 2 === 0 ? 0 : 1]);
    await Promise.all([stand.breach("harrowdene", `call-${round}`), stand.breach("strathcaol", `call-${round}`)]);
  }
  await expect.poll(behind, { timeout: 10_000 }).toBe(0);
  const copies = await countIn(stand.database, sent);
  expect(copies).toBeGreaterThanOrEqual(16);
  expect(await posts()).toBe(before + copies);
});

it("counts one of two clicks that reach both at the same moment", async () => {
  const card = (await officer.cards()).findLast(({ buttons }) => buttons.includes("Acknowledge"));
  const ref =
    card?.lines
      .join(" ")
      .match(/A-\d{4}/g)
      ?.at(-1) ?? "none";
  const clicks = both().map((product) => {
    stand.use(product);
    return officer.press("Acknowledge", { on: ref });
  });
  await Promise.all(clicks);
  const counted = `select count(*)::int from audit u join alert a on a.id::text = u.subject_id::text
    where u.event = 'alert-acknowledged' and a.ref = '${ref}' and a.organisation_id = (select id from organisation where slug = 'harrowdene')`;
  expect(await countIn(stand.database, counted)).toBe(1);
});

it("delivers what the other had in hand when it was killed, once in Slack", async () => {
  const [one, other] = both();
  const conversation = (await officer.conversations()).find(({ kind }) => kind === "direct")?.id ?? "";
  const postsThere = async () =>
    (await stand.slack.log()).filter((entry) => entry.event === "posted" && entry.conversation === conversation).length;
  const before = await postsThere();
  await stand.slack.inject({ kind: "hangs-after", call: "chat.postMessage", conversation, ms: 20_000 });
  stand.use(other);
  await stand.breach("harrowdene", "killed");
  await expect.poll(stand.slack.pendingFaults).toEqual([]);
  const [{ runner } = { runner: "" }] = await stand.database.owner.sql<{ runner: string }[]>`
    select locked_by as runner from graphile_worker.jobs where locked_by is not null`;
  const holder = await holderOf(runner);
  await (holder === 0 ? one : other).kill();
  stand.use(holder === 0 ? other : one);
  await expect.poll(behind, { timeout: 15_000 }).toBe(0);
  expect(await postsThere()).toBe(before + 1);

  /** Which of the two has this runner: the first one's lock was taken first. */
  async function holderOf(name: string): Promise<0 | 1> {
    const rows = await stand.database.owner.sql<{ mine: boolean }[]>`
      select objid::bigint = hashtext(${name})::bigint & 4294967295 as mine
      from pg_locks l join pg_stat_activity a using (pid)
      where locktype = 'advisory' and classid = 7104002 and l.database = (select oid from pg_database where datname = current_database())
      order by a.backend_start`;
    return rows[0]?.mine ? 0 : 1;
  }
}, 30_000);
