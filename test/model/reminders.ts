/** Who holds a reminder: everybody who has to, and nobody too soon or of what is done. */
import { subjects } from "./cards.ts";
import { keyOf, mayBeReminded, type Waiting } from "./model/reminders.ts";
import type { World } from "./model/world.ts";
import type { HeldCard } from "./product/cards.ts";
import type { Product } from "./product/open.ts";

/** What is wrong with the reminders among these cards. */
export async function wrongReminders(product: Product, world: World, cards: readonly HeldCard[]): Promise<string[]> {
  const about = await subjects(product);
  const held = new Set(cards.flatMap((card) => remindsOf(card, about) ?? []).map(keyOf));
  const may = mayBeReminded(world);
  return [
    ...[...world.reminded].filter((key) => !held.has(key)).map((key) => `nobody was reminded: ${key}`),
    ...[...held].filter((key) => !may.has(key)).map((key) => `reminded for nothing: ${key}`),
  ];
}

type Reminded = Pick<Waiting, "what" | "number" | "to">;
type About = Awaited<ReturnType<typeof subjects>>;

/** The first card of a report is no reminder; the second, to the register team, is. */
function remindsOf({ kind, subject, holder: to, round }: HeldCard, about: About): Reminded | undefined {
  switch (kind) {
    case "triage":
      return round > 1 ? { what: "report", number: about.reports.indexOf(subject), to } : undefined;
    case "advice-reminder":
      return { what: "advice", number: about.reports.indexOf(about.adviceOf.get(subject) ?? ""), to };
    case "letter-reminder":
      return { what: "letter", number: about.letters.indexOf(subject), to };
    case "social-work-reminder":
      return { what: "social-work", number: about.proposals.indexOf(about.questionOf.get(subject) ?? ""), to };
    default:
      return undefined;
  }
}
