import { describe, expect, it } from "vitest";
import { type CouncilFacts, HARROWDENE, STRATHCAOL } from "./councils.ts";
import { oneSandbox } from "./stage-of.ts";
import type { Memory } from "./story/step.ts";
import { STORY } from "./story.ts";

/** Steps that came to their end, by chat. */
const played = new Map<string, string[]>();

describe.each([
  { council: HARROWDENE, chat: "Slack" },
  { council: STRATHCAOL, chat: "Teams" },
])("the story of $council.name in $chat", ({ council }: { council: CouncilFacts }) => {
  const done: string[] = [];
  const memory: Memory = { customerRef: "", proposalRef: "" };
  // A product for each: at the end of its story a council is five weeks on, with all that fell due meanwhile.
  const stage = oneSandbox()(council, async () => {
    played.set(council.mount.chat, done);
  });

  it.each(STORY.map((step, place) => ({ ...step, place })))("$title", async ({ act, title, place }) => {
    expect(done, "a step before this one failed").toHaveLength(place);
    await act(stage(), memory);
    done.push(title);
  });
});

it("both chats played every step", () => {
  const titles = STORY.map(({ title }) => title);
  expect(titles.length).toBeGreaterThan(20);
  expect(Object.fromEntries(played)).toEqual({ slack: titles, teams: titles });
});
