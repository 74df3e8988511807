/** 7.1 and 7.2: nobody is restricted for persisting about something that the organisation has not answered. */
import { listOf, ukDate } from "../arrangement/uk-words.ts";
import type { Gate, Matter } from "./gate.ts";
import { askGround } from "./ground.ts";

/** Blocks when the behaviour is persistence and the customer's own matter has no answer yet. */
export const ownHouse: Gate = ({ limb, matters }, pack, today) => {
  const gate = { gate: "own_house", source: pack.limbs.from ?? "CASEWORK section 2" } as const;
  const unnamed = askGround(limb, pack);
  if (unnamed) return unnamed;
  if (limb === "abusive") return { code: "pass", ...gate, words: "about behaviour, not about persistence" };
  if (matters.length === 0)
    return { code: "ask", ...gate, question: "What is the customer’s contact about, and when did we answer it?" };

  const unanswered = matters.filter((matter) => !isAnswered(matter, today));
  if (unanswered.length > 0)
    return {
      code: "block",
      ...gate,
      // Posted on cards: a reference is typed freely, and stands in the form only.
      because: `we have not answered ${listOf(unanswered.map(called))}`,
      opens: `Answer ${listOf(unanswered.map(referred))} first, and record the date of the answer.`,
    };
  const dates = matters.flatMap(({ answeredOn }) => (answeredOn === null ? [] : [ukDate(answeredOn)]));
  const words = dates.length === 0 ? "there is no matter to answer" : `their matter was answered ${listOf(dates)}`;
  return { code: "pass", ...gate, words };
};

function isAnswered({ kind, answeredOn }: Matter, today: string): boolean {
  return kind === "none" || (answeredOn !== null && answeredOn <= today);
}

function called({ kind }: Matter): string {
  return kind === "complaint" || kind === "appeal" ? `their ${kind}` : "their matter";
}

function referred(matter: Matter): string {
  return matter.reference === null ? called(matter) : `${called(matter)} ${matter.reference}`;
}
