/** Steps 4 and 5: two seniors are asked, one returns it with a question, it comes again, it is approved. */
import { expect } from "vitest";
import { ukDate } from "../../../src/policy/arrangement/uk-words.ts";
import { becomes, read, refusedForm, send, told, typedIn, words } from "../hands.ts";
import { GATE_ANSWERS } from "../proposing.ts";
import type { CouncilStage } from "../stage.ts";
import { QUESTION, type Step } from "./step.ts";

const ASKED = "Decide: restrict contact";

/** Everybody in this chat who holds a card that can be decided on. */
async function deciders({ chat, person }: CouncilStage): Promise<string[]> {
  const holding = await Promise.all(
    chat.everybody.map(async (name) => ((await person(name).cards()).some(isOpen) ? [name] : [])),
  );
  return holding.flat();
}

const isOpen = ({ title, buttons }: { readonly title: string; readonly buttons: readonly string[] }) =>
  title.includes(ASKED) && buttons.includes("Approve");

export const decisionSteps: readonly Step[] = [
  {
    title: "the two nearest seniors are asked, and nobody who proposed, reported or was affected",
    act: async (stage) => {
      const { person, council } = stage;
      for (const name of council.asked) await person(name).card(ASKED);
      expect(new Set(await deciders(stage))).toEqual(new Set(council.asked));
      const card = await person(council.asked[0]).card(ASKED);
      expect(card.buttons.toSorted()).toEqual(["Approve", "I have an interest", "Read the case", "Reject", "Return"]);
      expect(words(card)).toContain(`Asked by ${council.manager}, ${council.service}`);
    },
  },
  {
    title: "they read in the case what the proposer answered, and nothing of it is posted",
    act: async ({ person, council }) => {
      const answer = GATE_ANSWERS["Why would nothing less do?"];
      const senior = person(council.asked[0]);
      expect(words(await senior.card(ASKED))).not.toContain(answer);
      expect(await read(senior, "Read the case", ASKED)).toContain(answer);
    },
  },
  {
    title: "returning takes a question, which the proposer reads in the case",
    act: async ({ person, council }) => {
      const [first, second] = council.asked.map(person);
      const [manager] = [person(council.manager)];
      if (!first || !second) throw new Error("two are asked");
      // The second one has the second screen open before the first one returns it.
      const card = await second.card(ASKED);
      await second.press("Approve", { on: ASKED });
      await second.form("exactly these words");

      await first.press("Return", { on: ASKED });
      await first.form("What do you ask?");
      expect((await refusedForm(first)).why).not.toBe("");
      expect(await send(first, { "What do you ask?": QUESTION })).toContain("You returned");
      const closed = await becomes(second, card, `Returned with questions by ${council.asked[0]}`);
      expect(closed.buttons).toEqual([]);

      const outcome = await manager.card("was returned with questions");
      expect(words(outcome)).not.toContain(QUESTION);
      expect(await read(manager, "Read the case", "was returned with questions")).toContain(QUESTION);
    },
  },
  {
    title: "the proposer changes it and sends it again, and a card from before decides nothing",
    act: async (stage, memory) => {
      const { person, council } = stage;
      const manager = person(council.manager);
      await manager.press("Change and send again", { on: "was returned with questions" });
      await manager.form("Step 1 of 4");
      await manager.submit();
      const again = await manager.form("Step 2 of 4");
      expect(again.fields.find(({ label }) => label === "Why is this needed?")?.value).toContain("fourteen officers");
      await manager.fill({ "How many minutes at most?": "15" });
      await manager.submit();
      const kept = await manager.form("Step 3 of 4");
      expect(typedIn(kept, "Why would nothing less do?")).toContain("changed nothing");
      await manager.submit();
      await manager.form("Has the tenancy team been asked what would help?");
      await manager.fill({ "What do you answer?": "They have: a single contact would." });
      expect(await told(manager, await manager.submit())).toContain(`${memory.proposalRef} is with senior staff`);
      for (const name of council.asked) await person(name).card(/Decide: restrict[\s\S]*so far/);
      expect(new Set(await deciders(stage))).toEqual(new Set(council.asked));

      const late = person(council.asked[1]);
      const approval = council.before.approverWrites ? { "Why do you approve it?": "It fits what happened." } : {};
      expect(await send(late, approval)).toContain("Decide on the newer card");
    },
  },
  {
    title: "approving asks once more, with the exact words of the arrangement",
    act: async ({ person, council, day }) => {
      const senior = person(council.asked[0]);
      await senior.press("Approve", { on: /Decide: restrict/ });
      const form = await senior.form("exactly these words");
      const shown = form.lines.join("\n");
      for (const sentence of council.sentences) expect(shown).toContain(sentence);
      expect(shown).toContain(ukDate(day(35)));
    },
  },
  {
    title: "the decision is made once, all copies follow, and the other senior reads who decided",
    act: async (stage, memory) => {
      const { person, council } = stage;
      const [first, second] = [person(council.asked[0]), person(council.asked[1])];
      const cards = [await first.card(/so far/), await second.card(/so far/)] as const;
      await second.press("Approve", { on: /so far/ });
      await second.form("exactly these words");
      const approval = council.before.approverWrites ? { "Why do you approve it?": "It fits what happened." } : {};
      if (council.before.approverWrites) expect((await refusedForm(first)).why).not.toBe("");
      expect(await send(first, approval)).toContain(`You approved ${memory.proposalRef}`);
      for (const [place, card] of cards.entries()) {
        const closed = await becomes([first, second][place] ?? first, card, `Approved by ${council.asked[0]}`);
        expect(closed.buttons).toEqual([]);
      }
      expect(await deciders(stage)).toEqual([]);
      expect(await send(second, approval)).toMatch(new RegExp(`${council.asked[0]} approved this on .*\\d`));
      expect(await stage.audited("proposal-approved")).toBe(1);
    },
  },
  {
    title: "proposer and reporter are told",
    act: async ({ person, council }, memory) => {
      const outcome = await person(council.manager).card(`Your proposal ${memory.proposalRef} was approved`);
      expect(words(outcome)).toContain(`Approved by ${council.asked[0]}`);
      await person(council.reporter).card("A restriction was approved");
    },
  },
];
