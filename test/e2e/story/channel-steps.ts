/** Step 8: the register's channel is chosen by a command; one that cannot be used is refused with the reason. */
import { expect } from "vitest";
import { until } from "../../support/person/window.ts";
import { told, words } from "../hands.ts";
import type { CouncilStage } from "../stage.ts";
import type { Step } from "./step.ts";

/** What the person reads after the command: in a window (Slack), or as a message to them alone (Teams). */
async function useThisChannel({ person, chat }: CouncilStage, who: string, channel: string): Promise<string> {
  const { id } = chat.channel(channel);
  const one = person(who);
  const direct = (await one.conversations()).find(({ kind }) => kind === "direct")?.id;
  const before = (await one.cards(direct)).length;
  const answer = await told(one, await one.command("contact-register", "use-this-channel", id));
  if (answer !== "") return answer;
  // The notice in the channel itself says nearly the same: the answer is the new message in their own conversation.
  const fresh = async () =>
    (await one.cards(direct)).slice(before).find((card) => /channel|cannot do this/i.test(words(card)));
  return words(await until(fresh, "an answer to the person alone"));
}

export const channelSteps: readonly Step[] = [
  {
    title: "a channel that anybody can read is refused, with the reason, and nothing is posted there",
    act: async (stage) => {
      const { council, chat } = stage;
      const answer = await useThisChannel(stage, council.registerTeam[0], council.channels.open);
      expect(answer).toContain("This channel cannot be used");
      expect(answer).toContain("Anybody can read the channel. Use a private one.");
      const posted = (await chat.log()).filter(
        ({ conversation }) => conversation === chat.channel(council.channels.open).id,
      );
      expect(posted).toEqual([]);
    },
  },
  {
    title: "somebody who is not of the register team may not choose it",
    act: async (stage) => {
      const { council, person, chat } = stage;
      const answer = await useThisChannel(stage, council.reporter, council.channels.open);
      expect(answer).toContain("You cannot do this");
      expect(person(council.reporter).chat).toBe(chat.chat);
    },
  },
  {
    title: "the private channel is accepted, and a notice in it says so",
    act: async (stage) => {
      const { council, chat, person } = stage;
      const { id } = chat.channel(council.channels.register);
      const posts = async () =>
        (await chat.log()).filter(({ event, conversation }) => event === "posted" && conversation === id).length;
      await stage.settled();
      const before = await posts();
      const answer = await useThisChannel(stage, council.registerTeam[0], council.channels.register);
      expect(answer).toContain("This channel is now the register's");
      await expect.poll(posts, { timeout: 10_000 }).toBe(before + 1);
      expect((await person(council.registerTeam[1]).cards(id)).at(-1)?.lines.join("\n")).toContain(
        `Chosen by ${council.registerTeam[0]}`,
      );
    },
  },
];
