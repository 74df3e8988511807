/** The process dies between the commit and the post: nothing is lost, and in Slack nothing comes twice. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ChatPlace, Product } from "../support/product.ts";
import { copiesBehind } from "./settled.ts";
import { openStand } from "./stand.ts";

const stand = await openStand();
const [slack, teams] = [stand.slack.person("Bethan Price"), stand.teams.person("Agnieszka Nowak")];
let product: Product;
beforeAll(async () => {
  product = await stand.start();
});
afterAll(() => stand.remove());

/** Milliseconds until a new process takes up what the dead one had in hand: 5 s to see that it is dead, on a busy machine. */
const TAKEN_UP = 15_000;

const directOf = async (person: typeof slack) =>
  (await person.conversations()).find(({ kind }) => kind === "direct")?.id ?? "";
const postsIn = async (place: ChatPlace, conversation: string) =>
  (await place.log()).filter((one) => one.event === "posted" && one.conversation === conversation).length;

describe.each([
  ["before the message arrived", "hangs", 1],
  ["after the message arrived", "hangs-after", 2],
] as const)("a crash between the commit and the post, %s", (_, kind, timesInTeams) => {
  it("leaves the message exactly once in Slack, and in Teams at least once and marked", async () => {
    const [inSlack, inTeams] = [await directOf(slack), await directOf(teams)];
    const before = { slack: await postsIn(stand.slack, inSlack), teams: await postsIn(stand.teams, inTeams) };
    await stand.slack.inject({ kind, call: "chat.postMessage", conversation: inSlack, ms: 20_000 });
    await stand.teams.inject({ kind, call: "POST activities", conversation: inTeams, ms: 20_000 });
    expect((await stand.breach("harrowdene", `crash-${kind}`)).status).toBe(200);
    expect((await stand.breach("strathcaol", `crash-${kind}`)).status).toBe(200);
    for (const place of [stand.slack, stand.teams])
      await expect.poll(place.pendingFaults, { timeout: 5_000 }).toEqual([]);

    await product.kill();
    product = await stand.start();

    await expect.poll(() => copiesBehind(stand.database), { timeout: TAKEN_UP }).toBe(0);
    expect(await postsIn(stand.slack, inSlack)).toBe(before.slack + 1);
    expect((await slack.cards(inSlack)).at(-1)?.buttons).toContain("Acknowledge");
    expect(await postsIn(stand.teams, inTeams)).toBe(before.teams + timesInTeams);
    const marked = (await teams.cards(inTeams))
      .slice(-timesInTeams)
      .map(({ lines }) => lines.join(" ").includes("Sent again"));
    expect(marked).toEqual(timesInTeams === 1 ? [true] : [false, true]);
  }, 40_000);
});
