/** Many seniors at the same moment: one decision, an exact number of messages, and each loser reads who decided (decision 4). */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addCopies } from "../../db/queries/copies.ts";
import { background } from "../../db/transaction.ts";
import { askSeniors } from "../../src/usecases/decide/ask-seniors.ts";
import { importWorld } from "../../src/usecases/import-world/import-world.ts";
import { freshDatabase } from "../support/database.ts";
import { type OutsideChats, openOutsideChats } from "../support/outside-chats.ts";
import { type Product, startProduct } from "../support/product.ts";
import { told } from "./hands.ts";
import { sendProposal } from "./proposing.ts";
import { type Stage, stageAt } from "./stage.ts";
import { type Generated, twentySeniors } from "./twenty-seniors.ts";

const COUNCILS = [twentySeniors("slack"), twentySeniors("teams")];

let chats: OutsideChats;
let product: Product | undefined;
beforeAll(async () => {
  chats = await openOutsideChats(COUNCILS.flatMap(({ people }) => people));
  const database = await freshDatabase();
  for (const { world } of COUNCILS) {
    const outcome = await importWorld({ db: database.app, now: () => new Date() })({ json: world, sandbox: true });
    if (outcome.code !== "imported") throw new Error(JSON.stringify(outcome.faults));
  }
  product = await startProduct({ database, environment: chats.environment });
  await chats.connect(product.url);
});
afterAll(async () => {
  await product?.remove();
  await chats.close();
});

describe.each(COUNCILS)("twenty senior officers in $chat, and one of them is enough", (council) => {
  it("all twenty approve at once: one decision, nineteen read who made it and when", async () => {
    const stage = await stageFor(council);
    const ref = await sendProposal(stage, council);
    await askEverybody(stage, council, ref);
    const seniors = council.seniors.map(stage.person);
    await Promise.all(seniors.map((senior) => senior.card(`Decide: restrict contact for 6 months (${ref})`, 15_000)));
    await stage.settled();
    for (const senior of seniors) {
      await senior.press("Approve", { on: ref });
      await senior.form("exactly these words");
    }
    const before = await stage.chat.log();

    const outcomes = await Promise.all(seniors.map((senior) => senior.submit()));
    const answers = await Promise.all(seniors.map((senior, place) => told(senior, outcomes[place] ?? { ok: true })));

    const winners = answers.flatMap((answer, place) =>
      answer.includes(`You approved ${ref}`) ? [council.seniors[place]] : [],
    );
    expect(winners).toHaveLength(1);
    const reads = new RegExp(
      `This is already decided\\n${winners[0]} approved this on \\d+ \\w+ 2\\d{3} at (\\d+(:\\d\\d)?[ap]m|midday|midnight)`,
    );
    expect(answers.filter((answer) => reads.test(answer))).toHaveLength(19);

    await Promise.all(seniors.map((senior) => senior.card(`Approved by ${winners[0]}`, 15_000)));
    await stage.settled();
    expect(await stage.decisions(ref)).toEqual({ approvals: 1, arrangements: 1, letters: 1 });
    const since = (await stage.chat.log()).slice(before.length);
    // New: the outcome and the letter task to the proposer, the news to the reporter.
    expect(since.filter(({ event }) => event === "posted")).toHaveLength(3);
    // Brought up to date, once each: twenty approval cards, the triage card, the reporter's receipt, and what
    // the proposer was told when it was sent.
    const edited = since.filter(({ event }) => event === "edited").map(({ message }) => message);
    expect(edited).toHaveLength(23);
    expect(new Set(edited).size).toBe(23);
  });

  it("the two who were asked send their answer ten times each: one decision", async () => {
    const stage = await stageFor(council);
    const ref = await sendProposal(stage, council);
    const holding = await Promise.all(
      council.seniors.map(async (name) => ((await has(stage, name, ref)) ? [name] : [])),
    );
    const asked = holding.flat();
    expect(asked).toHaveLength(2);
    const seniors = asked.map(stage.person);
    for (const senior of seniors) {
      await senior.press("Approve", { on: ref });
      await senior.form("exactly these words");
    }
    await stage.settled();
    const before = await stage.chat.log();
    const presses = seniors.flatMap((senior) => Array.from({ length: 10 }, () => senior.submit()));
    const outcomes = await Promise.allSettled(presses);
    expect(outcomes.filter(({ status }) => status === "fulfilled").length).toBeGreaterThan(1);
    await Promise.all(seniors.map((senior) => senior.card(new RegExp(`\\(${ref}\\)[^]*Approved by`), 15_000)));
    await stage.settled();
    expect(await stage.decisions(ref)).toEqual({ approvals: 1, arrangements: 1, letters: 1 });
    const since = (await stage.chat.log()).slice(before.length);
    // The same as above, with two approval cards in place of twenty.
    expect(since.filter(({ event }) => event === "posted")).toHaveLength(3);
    expect(since.filter(({ event }) => event === "edited")).toHaveLength(5);
    for (const senior of seniors) await told(senior, { ok: true });
  });
});

/** Whether somebody was asked about a proposal. Everybody's cards have been delivered by then. */
async function has(stage: Stage, name: string, ref: string): Promise<boolean> {
  await stage.settled();
  return (await stage.person(name).cards()).some(({ title }) => title.includes(ref));
}

function stageFor({ chat, slug }: Generated): Promise<Stage> {
  if (!product) throw new Error("the product did not start");
  return stageAt(product, { chat, slug, address: chats[chat] });
}

/** The pack asks two; here every senior is asked, by the product's own use case, so that all twenty hold a card. */
async function askEverybody(
  { product: { database }, organisation }: Stage,
  { seniors }: Generated,
  ref: string,
): Promise<void> {
  const [row] = await database.owner.sql<{ id: string; round: number; officers: string[] }[]>`
    select p.id, p.round, (select array_agg(o.id::text) from officer o
      where o.organisation_id = p.organisation_id and 'senior_officer' = any (o.roles)) as officers
    from proposal p where p.organisation_id = ${organisation} and p.ref = ${ref}`;
  if (row?.officers.length !== seniors.length) throw new Error("the seniors are not all there");
  const { id, round, officers } = row;
  await background(database.app, organisation, async (tx) => {
    const at = new Date();
    await askSeniors(tx, { organisation, proposal: id, officers, at });
    await addCopies(
      tx,
      { organisation, chats: new Set(["slack", "teams"]), now: at },
      officers.map((officer) => ({ kind: "approval", subject: id, officer, round })),
    );
  });
}
