/** No card lies: what each says and offers is what the model says of the case, for whoever holds it. */

import {
  adviceCard,
  approvalCard,
  letterCard,
  proposerCard,
  receiptCard,
  type Shown,
  stuckCard,
  triageCard,
} from "./model/shown.ts";
import type { World } from "./model/world.ts";
import type { HeldCard } from "./product/cards.ts";
import type { Product } from "./product/open.ts";

/** What is wrong with these cards, one line for each that lies. */
export async function lies(product: Product, world: World, cards: readonly HeldCard[]): Promise<string[]> {
  const about = await subjects(product);
  return cards.flatMap((card) => {
    const wanted = expected(world, card, about);
    const says = ["decided", "decided-as-one", "cannot-now"].includes(card.says) ? "not-deciding" : card.says;
    const same = !wanted || (wanted.says === says && wanted.offers.join() === card.offers.join());
    return same ? [] : [`${card.kind} of ${card.holder}, round ${card.round}: ${shown(card)}, not ${shown(wanted)}`];
  });
}

const shown = ({ says, offers }: Shown): string => `"${says}" [${offers.join()}]`;

type About = Pick<Product, "reports" | "proposals"> & {
  readonly letters: readonly string[];
  readonly adviceOf: ReadonlyMap<string, string>;
  readonly questionOf: ReadonlyMap<string, string>;
};

/** The ids that cards are about, in the model's order or by what they belong to. */
export async function subjects({ council, reports, proposals }: Product): Promise<About> {
  const letters = await council.sql`select id from letter order by id`;
  const steps = await council.sql`select id, incident_id from ladder_step`;
  const questions = await council.sql`select id, proposal_id from social_work_question`;
  return {
    letters: letters.map(({ id }) => String(id)),
    adviceOf: new Map(steps.map((row) => [String(row["id"]), String(row["incident_id"])])),
    questionOf: new Map(questions.map((row) => [String(row["id"]), String(row["proposal_id"])])),
    reports,
    proposals,
  };
}

/** Nothing for a kind of card that is not about a case. */
function expected(world: World, { kind, subject, holder, round }: HeldCard, about: About): Shown | undefined {
  switch (kind) {
    case "approval":
    case "approval-reminder":
      return approvalCard(world, about.proposals.indexOf(subject), { holder, round });
    case "proposal-sent":
    case "proposal-outcome":
      return proposerCard(world, about.proposals.indexOf(subject), { kind, round });
    case "proposal-stuck":
      return stuckCard(world, about.proposals.indexOf(subject), round);
    case "triage":
      return triageCard(world, about.reports.indexOf(subject), holder);
    case "report-receipt":
      return receiptCard(world, about.reports.indexOf(subject));
    case "letter-task":
    case "letter-reminder": {
      const letter = world.letters[about.letters.indexOf(subject)];
      return letter && letterCard(letter);
    }
    case "advice-task":
    case "advice-reminder":
      return adviceCard(world, about.reports.indexOf(about.adviceOf.get(subject) ?? ""));
    default:
      return undefined;
  }
}
