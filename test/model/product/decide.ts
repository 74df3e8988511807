/** What is pressed about a proposal that has its forms. */
import { randomUUID } from "node:crypto";
import type { Press } from "../model/world.ts";
import { actorOf, today } from "./actor.ts";
import type { Product } from "./open.ts";

type PressOf<Do extends Press["do"]> = Extract<Press, { do: Do }>;
const ACCEPTED = "accepted";

export async function decide(product: Product, press: PressOf<"decide">): Promise<string> {
  const proposal = product.proposals[press.proposal] ?? "";
  const shown = product.versions.get(proposal) ?? [];
  const version = shown.at(press.oldCard ? -2 : -1);
  const outcome = await product.council.use.decideProposal({
    actor: await actorOf(product, press.by),
    proposal,
    // A card from before the first sending shows less than any.
    version: version ?? 0,
    verdict: press.verdict,
    reason: press.said ? "I have read it." : null,
  });
  if (outcome.code === "refused") return outcome.refusal.code;
  return outcome.code === "counted" ? ACCEPTED : outcome.code;
}

export async function interest(product: Product, { by, proposal: number }: PressOf<"interest">): Promise<string> {
  const proposal = product.proposals[number] ?? "";
  const outcome = await product.council.use.declareInterest({ actor: await actorOf(product, by), proposal });
  return outcome.code === "declared" ? ACCEPTED : outcome.code;
}

export async function withdraw(product: Product, { by, proposal: number }: PressOf<"withdraw">): Promise<string> {
  const proposal = product.proposals[number] ?? "";
  const outcome = await product.council.use.withdrawProposal({
    actor: await actorOf(product, by),
    proposal,
    reason: null,
  });
  if (outcome.code === "refused") return outcome.refusal.code;
  return outcome.code === "withdrawn" ? ACCEPTED : outcome.code;
}

export async function tryAgain(product: Product, { by, proposal: number }: PressOf<"try-again">): Promise<string> {
  const [question] = await product.council.sql`select id from social_work_question
    where proposal_id = ${product.proposals[number] ?? ""}`;
  const outcome = await product.council.use.recordSocialWorkAttempt({
    actor: await actorOf(product, by),
    // Where nobody was asked there is no card to press.
    question: String(question?.["id"] ?? randomUUID()),
    on: today(product),
    how: "By phone; nobody could say.",
  });
  return outcome.code === "recorded" ? ACCEPTED : outcome.code;
}
