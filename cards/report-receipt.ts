/** To the reporter, and kept up to date: people stop reporting when nothing visible happens (CASEWORK section 1). */
import { ukDate } from "../src/policy/arrangement/uk-words.ts";
import type { Channel, Injury } from "../src/policy/vocabulary.ts";
import { line, note } from "./blocks.ts";
import { type Day, type Moment, momentInWords } from "./dates.ts";
import { riddorPrompt } from "./injury.ts";
import type { Card } from "./model.ts";

export type ReportNews =
  | { readonly code: "sent" }
  | { readonly code: "no-further-action"; readonly when: Moment }
  /** The customer is asked to moderate, or warned; `done` once they have been, and on which day. */
  | { readonly code: "advice"; readonly when: Moment; readonly done: false }
  | { readonly code: "advice"; readonly on: Day; readonly done: true }
  | { readonly code: "warning"; readonly how: Channel | null; readonly when: Moment; readonly done: false }
  | { readonly code: "warning"; readonly how: Channel | null; readonly on: Day; readonly done: true }
  /** `back`: it came back from senior staff, with questions or without an answer. */
  | { readonly code: "proposed"; readonly when: Moment; readonly back: boolean }
  | { readonly code: "approved"; readonly when: Moment }
  | { readonly code: "rejected"; readonly when: Moment };

export type AlertedFacts = { readonly manager: boolean; readonly registerTeam: boolean };

export type ReportReceiptFacts = {
  readonly ref: string;
  readonly sent: Moment;
  /** Who looks at it next; absent when no service manager is known. */
  readonly manager?: string;
  /** Who was alerted of a serious threat; absent when none was reported. */
  readonly alerted?: AlertedFacts;
  /** Whether anybody was hurt; null: the report does not say. */
  readonly injury: Injury | null;
  readonly news: ReportNews;
};

export function reportReceipt(facts: ReportReceiptFacts): Card {
  const { ref, news } = facts;
  const waiting = news.code === "sent";
  const prompt = riddorPrompt(facts.injury);
  return {
    title: waiting ? `Your report ${ref} has been sent` : `Your report ${ref} has been looked at`,
    notification: waiting ? `Your report ${ref} has been sent.` : `Your report ${ref} has been looked at.`,
    body: [
      ...(facts.alerted ? [line(danger(facts.alerted), alertedWords(facts.alerted))] : []),
      ...(prompt ? [line(prompt)] : []),
      line(outcome(facts)),
      note(`Sent ${momentInWords(facts.sent)}.`),
    ],
    buttons: [],
  };
}

/** Who knows of a serious threat by now; the reporter tells whoever does not. */
export function alertedWords({ manager, registerTeam }: AlertedFacts): string {
  if (manager) return `Your manager ${registerTeam ? "and the register team have" : "has"} been alerted.`;
  return registerTeam
    ? "The register team has been alerted. Tell your manager now."
    : "Nobody could be alerted here. Tell your manager now.";
}

/** Nobody here will do it for them. */
function danger({ manager, registerTeam }: AlertedFacts): string {
  return manager || registerTeam ? "" : `${RING_999} `;
}

export const RING_999 = "If you are in danger now, ring 999.";

/** Who looks at it next: the register team where there is no manager, as far as anybody is in it. */
export function nextWords({ manager, alerted }: Pick<ReportReceiptFacts, "manager" | "alerted">): string {
  if (manager === undefined && alerted && !alerted.registerTeam)
    return "Nobody here can be reached to look at it: ask your manager to see to that.";
  return `${manager ?? "The register team"} looks at it next.`;
}

function outcome(facts: ReportReceiptFacts): string {
  const { news, manager = "the register team" } = facts;
  switch (news.code) {
    case "sent":
      return `${nextWords(facts)} You will see here what is decided.`;
    case "no-further-action":
      return `No further action, ${momentInWords(news.when)}. Ask ${manager} if you want to know why.`;
    case "advice":
      return news.done
        ? `The customer was asked to moderate their behaviour on ${ukDate(news.on)}. Report it again if it goes on.`
        : `Decided ${momentInWords(news.when)}: the customer will be asked to moderate their behaviour. You will see here when they have been.`;
    case "warning":
      return news.done
        ? `The customer was sent a ${news.how === "email" ? "warning by email" : "warning letter"} on ${ukDate(news.on)}. Report it again if it goes on.`
        : `Decided ${momentInWords(news.when)}: the customer will be warned by ${news.how === "email" ? "email" : "letter"}. You will see here when it is sent.`;
    case "proposed":
      return `A restriction was proposed, ${momentInWords(news.when)}. ${news.back ? "It is back with whoever proposed it." : "It waits for a decision."}`;
    case "approved":
      return `A restriction was approved, ${momentInWords(news.when)}. You will be told here if a contact with you is outside it.`;
    case "rejected":
      return `The proposed restriction was rejected, ${momentInWords(news.when)}. Ask ${manager} what happens next.`;
  }
}
