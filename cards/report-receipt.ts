/** To the reporter, and kept up to date: people stop reporting when nothing visible happens (CASEWORK section 1). */
import { line } from "./blocks.ts";
import { type Moment, momentInWords } from "./dates.ts";
import type { Card } from "./model.ts";

export type ReportNews =
  | { readonly code: "sent" }
  | { readonly code: "no-further-action"; readonly when: Moment }
  /** The customer is asked to moderate, or warned by letter; `done` once they have been. */
  | { readonly code: "advice" | "warning"; readonly when: Moment; readonly done: boolean }
  | { readonly code: "proposed"; readonly when: Moment }
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
  readonly news: ReportNews;
};

export function reportReceipt(facts: ReportReceiptFacts): Card {
  const { ref, manager = "The register team", news } = facts;
  const waiting = news.code === "sent";
  return {
    title: waiting ? `Your report ${ref} has been sent` : `Your report ${ref} has been looked at`,
    notification: waiting ? `Your report ${ref} has been sent.` : `Your report ${ref} has been looked at.`,
    body: [
      line(`Sent ${momentInWords(facts.sent)}.`),
      ...(facts.alerted ? [line(alertedWords(facts.alerted))] : []),
      line(outcome(news, manager)),
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

function outcome(news: ReportNews, manager: string): string {
  switch (news.code) {
    case "sent":
      return `${manager} looks at it next. You will see here what is decided.`;
    case "no-further-action":
      return `No further action, ${momentInWords(news.when)}. Ask ${manager} if you want to know why.`;
    case "advice":
      return news.done
        ? `The customer was asked to moderate their behaviour, ${momentInWords(news.when)}. Report it again if it goes on.`
        : `The customer is to be asked to moderate their behaviour, ${momentInWords(news.when)}. You will see here when they have been.`;
    case "warning":
      return news.done
        ? `The customer was sent a warning letter, ${momentInWords(news.when)}. Report it again if it goes on.`
        : `The customer is to be warned by letter, ${momentInWords(news.when)}. You will see here when it is sent.`;
    case "proposed":
      return `A restriction was proposed, ${momentInWords(news.when)}. Senior staff decide next.`;
    case "approved":
      return `A restriction was approved, ${momentInWords(news.when)}. You will be told here when contact is outside it.`;
    case "rejected":
      return `The proposed restriction was rejected, ${momentInWords(news.when)}. Ask ${manager} what happens next.`;
  }
}
