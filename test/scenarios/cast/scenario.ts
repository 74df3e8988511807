/** What a scenario is, and how all of a policy are played in both chats. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Pack } from "../../../src/policy/packs/pack.ts";
import type { Council } from "./council.ts";
import { CHATS, openTown, type Town } from "./town.ts";

export type Scenario = {
  readonly title: string;
  /** When it begins, as the clock takes it; without it: the next Monday at 9am. Two weeks without a bank holiday follow. */
  readonly begins?: string;
  readonly plays: (council: Council) => Promise<void>;
};

/** At least so many whole cases for each policy of the product. */
const AT_LEAST = 15;

/**
 * One product for all; each scenario has a customer of its own and begins after the one before. `policy`: the id of one of
 * the product's, or a council's own pack.
 */
export function playInBothChats(policy: string | Pack, scenarios: readonly Scenario[]): void {
  const pack = typeof policy === "string" ? policy : policy.id;
  const atLeast = typeof policy === "string" ? AT_LEAST : 1;
  let opened: Town | undefined;
  beforeAll(async () => {
    opened = await openTown(policy);
  });
  afterAll(() => opened?.close());
  const played: string[] = [];

  describe.each(CHATS)(`cases under ${pack}, in %s`, (chat) => {
    // A title as its own argument: within an object Vitest cuts it short.
    it.each(scenarios.map((one) => [one.title, one] as const))(
      "%s",
      async (title, { begins = "monday 9:00", plays }) => {
        expect.hasAssertions();
        if (!opened) throw new Error("the product did not start");
        const council = opened.council(chat);
        await council.clock.beginsOn(begins);
        await plays(council);
        played.push(`${chat}: ${title}`);
      },
    );
  });

  it("each was played in each chat, and there are enough", () => {
    expect(new Set(scenarios.map(({ title }) => title)).size).toBeGreaterThanOrEqual(atLeast);
    expect(played).toHaveLength(scenarios.length * CHATS.length);
  });
}
