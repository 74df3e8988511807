/** Why something was not done, and what to do next (DESIGN section 7: a click is never silently ignored). A table. */
import { listOf } from "../src/policy/arrangement/uk-words.ts";
import type { ChannelFault } from "../src/policy/channel/channel-faults.ts";
import { line, list } from "./blocks.ts";
import { dayOf, type Moment, timeOf } from "./dates.ts";
import type { Card } from "./model.ts";

export type Verdict = "approved" | "returned" | "rejected";

export type RefusalFacts =
  | {
      readonly code: "unlinked-account";
      readonly chat: "Slack" | "Teams";
      readonly accountId: string;
      readonly administrators: readonly string[];
    }
  | { readonly code: "unknown-organisation" }
  /** `needs`: the roles that may, in words: "senior officer". */
  | { readonly code: "no-role"; readonly needs: readonly string[]; readonly ask: readonly string[] }
  /** Their own proposal, which is for others by now. `needs`: as above. */
  | { readonly code: "may-not-propose"; readonly needs: readonly string[] }
  | { readonly code: "step-not-in-policy" }
  | { readonly code: "own-proposal"; readonly deciders: readonly string[] }
  | { readonly code: "own-report"; readonly deciders: readonly string[] }
  | { readonly code: "own-harm"; readonly deciders: readonly string[] }
  /** Why they had a part in it is not said: a complaint about them is not announced by a card. */
  | { readonly code: "had-part"; readonly deciders: readonly string[] }
  | { readonly code: "interest-declared"; readonly deciders: readonly string[] }
  | { readonly code: "already-decided"; readonly by: string; readonly when: Moment; readonly verdict: Verdict }
  /** One of the two stood in for the other, and `by` has approved it. */
  | { readonly code: "decided-as-one"; readonly by: string; readonly when: Moment }
  | { readonly code: "already-triaged"; readonly by: string; readonly when: Moment }
  | { readonly code: "already-answered"; readonly by: string; readonly when: Moment }
  | { readonly code: "proposal-withdrawn"; readonly by: string; readonly when: Moment }
  | { readonly code: "superseded" }
  | { readonly code: "not-submitted" }
  | { readonly code: "no-longer-open" }
  | { readonly code: "not-yours"; readonly ask: readonly string[] }
  | { readonly code: "unknown-target" }
  | { readonly code: "stale-card" }
  | { readonly code: "gates"; readonly faults: readonly string[] }
  /** `open`: what stands in the way of an approval, in the words of the card. */
  | { readonly code: "held"; readonly open: readonly string[] }
  | { readonly code: "unconfirmed" }
  | { readonly code: "unavailable" }
  | { readonly code: "not-checked" }
  | { readonly code: "channel-refused"; readonly reasons: readonly ChannelFault[] }
  | { readonly code: "unknown-command" };

type Said = {
  readonly title: string;
  readonly lines: readonly string[];
  readonly items?: readonly string[];
  /** What to do about the items. */
  readonly next?: string;
};

/** The card that says it, to the person alone. */
export function refusal(facts: RefusalFacts): Card {
  const { title, lines, items = [], next } = said(facts);
  return {
    title,
    notification: "That was not done: open to see why.",
    body: [
      ...lines.map((sentence) => line(sentence)),
      ...(items.length > 0 ? [list(items)] : []),
      ...(next ? [line(next)] : []),
    ],
    buttons: [],
  };
}

function said(facts: RefusalFacts): Said {
  switch (facts.code) {
    case "unlinked-account":
      return {
        title: "Your account is not linked",
        lines: [
          `Your ${facts.chat} account is not linked to an officer yet. Ask ${administrators(facts.administrators)} to link it: your account id is ${facts.accountId}.`,
        ],
      };
    case "unknown-organisation":
      return told(
        "This workspace is not known here",
        "It belongs to no organisation on this register. Ask an administrator of the register to add it.",
      );
    case "no-role":
      return told(
        "You cannot do this",
        `This is for ${or(facts.needs, "somebody with another role")}. ${whoGivesIt(facts)}`,
      );
    case "may-not-propose":
      return told(
        "You cannot go on with this proposal",
        `By the policy now in force this is for ${or(facts.needs, "somebody with another role")}. Nothing was changed. Withdraw it, so that they can begin from the report.`,
      );
    case "step-not-in-policy":
      return told(
        "Your policy does not have this step",
        "Nothing was changed. Look at the newest card of this report: it shows the steps of your policy.",
      );
    case "own-proposal":
      return someoneElseDecides("You asked for this restriction, so someone else decides.", facts.deciders);
    case "own-report":
      return someoneElseDecides("You reported what happened, so someone else decides.", facts.deciders);
    case "own-harm":
      return someoneElseDecides("What happened affected you, so someone else decides.", facts.deciders);
    case "had-part":
      return someoneElseDecides("It is decided by somebody who had no part in the case.", facts.deciders);
    case "interest-declared":
      return someoneElseDecides("You said that you have an interest, so someone else decides.", facts.deciders);
    case "already-decided":
      return told(
        "This is already decided",
        `${facts.by} ${facts.verdict} this ${onWhen(facts)}. Nothing was changed by your click.`,
      );
    case "decided-as-one":
      return told(
        "You count as one person here",
        `${facts.by} approved this ${onWhen(facts)}. One of you stood in for the other, so somebody else has to approve it next. Nothing was changed by your click.`,
      );
    case "already-triaged":
      return told(
        "This report is already dealt with",
        `${facts.by} dealt with it ${onWhen(facts)}. Nothing was changed by your click.`,
      );
    case "already-answered":
      return told(
        "This is already answered",
        `${facts.by} answered it ${onWhen(facts)}. Nothing was changed by your click.`,
      );
    case "proposal-withdrawn":
      return told("This was withdrawn", `${facts.by} withdrew it ${onWhen(facts)}. Nothing was changed by your click.`);
    case "superseded":
      return told(
        "The proposal was changed",
        "It was changed after this card went out. Nothing was changed by your click. Decide on the newer card.",
      );
    case "not-submitted":
      return told(
        "This was not sent yet",
        "The proposal does not wait for a decision. The proposer finishes and sends it first.",
      );
    case "no-longer-open":
      return told(
        "This is no longer open",
        "It was closed in the meantime. Nothing was changed by your click. The card shows how it ended.",
      );
    case "not-yours":
      return told("You cannot see this case", askWho(facts.ask));
    case "unknown-target":
      return told(
        "This cannot be found",
        "Nothing was changed. Open the newest card of this matter and try again, or ask the register team.",
      );
    case "stale-card":
      return told(
        "This card is from before a change",
        "Nothing was changed by your click. The card is brought up to date: look at it and decide again.",
      );
    case "gates":
      return {
        title: "This cannot go out yet",
        lines: ["Nobody can be asked to decide until this is done:"],
        items: facts.faults,
      };
    case "held":
      return {
        title: "This cannot be approved as it stands",
        lines: ["Something changed after it was sent, so your click approved nothing. This stands in the way:"],
        items: facts.open,
        next: "Return it with a question, so that the proposer can put this right. The proposer can also withdraw it.",
      };
    case "unconfirmed":
      return told(
        "Not confirmed yet",
        "We could not confirm this: your click may have been recorded. The card will show it within a minute. Press again if it does not.",
      );
    case "unavailable":
      return told(
        "The register cannot be reached",
        "Nothing was recorded. Try again in a minute. If anyone is in danger, ring 999.",
      );
    case "not-checked":
      return told(
        "Not checked",
        "The register cannot be reached. Treat this customer as unknown, and try again in a minute.",
      );
    case "channel-refused":
      return {
        title: "This channel cannot be used",
        lines: ["Nothing is posted here until this is put right. Then use the command again."],
        items: facts.reasons.map((reason) => CHANNEL_FAULT_WORDS[reason]),
      };
    case "unknown-command":
      return {
        title: "That was not understood",
        lines: ["You can type:"],
        items: [
          "report-contact",
          "check-contact",
          "contact-register, alone or with find, my-work, delegate, staff or use-this-channel after it",
        ],
      };
  }
}

/** Why a channel cannot be the register's or the senior staff's, read in the channel, in a direct message and at the command line. */
export const CHANNEL_FAULT_WORDS: Record<ChannelFault, string> = {
  "not-in-channel": "The app is not in the channel. Add it there.",
  "cannot-post": "The app may not post in the channel. Let it post there, or use another one.",
  "not-private": "Anybody can read the channel. Use a private one.",
  "shared-outside": "People outside the organisation can read the channel. Use one that is not shared.",
  "too-many-people": "More than 50 people are in the channel. Use a smaller one.",
  "people-not-linked":
    "Somebody in the channel is not a linked, active officer. An administrator can link them, or take them out of it.",
  "is-the-registers": "It is the register's channel. Use another one for senior staff.",
  "is-the-seniors": "It is the senior staff's channel. Use another one for the register.",
};

/** "on 3 March 2026 at 2:15pm". */
function onWhen({ when }: { readonly when: Moment }): string {
  return `on ${dayOf(when)} at ${timeOf(when)}`;
}

function told(title: string, sentence: string): Said {
  return { title, lines: [sentence] };
}

function someoneElseDecides(why: string, deciders: readonly string[]): Said {
  const next = deciders.length > 0 ? `It is with ${listOf(deciders)}.` : "Others have been asked.";
  return told("Someone else decides", `${why} ${next}`);
}

function administrators(names: readonly string[]): string {
  return names.length === 0 ? "an administrator of the register" : `an administrator (${or(names, "")})`;
}

/** The register team is not sent to itself: what its role or an administrator's opens is an administrator's to give. */
function whoGivesIt({ needs, ask }: Extract<RefusalFacts, { code: "no-role" }>): string {
  const isRole = needs.includes("the register team") || needs.includes("an administrator");
  return ask.length === 0 && isRole ? "If it should be yours too, ask an administrator." : askWho(ask);
}

function askWho(names: readonly string[]): string {
  return names.length === 0 ? "The register team can help." : `${listOf(names)} can help.`;
}

function or(words: readonly string[], none: string): string {
  return words.length === 0 ? none : listOf(words, "or");
}
