/** Posted in a channel that was chosen for the register team or for senior staff: what will be posted, and what never will. */
import type { ChannelPurpose } from "../src/policy/channel/channel-purposes.ts";
import { line, note } from "./blocks.ts";
import { type Moment, momentInWords } from "./dates.ts";
import type { Card } from "./model.ts";

export type ChannelNoticeFacts = {
  readonly purpose: ChannelPurpose;
  readonly chosenBy: string;
  readonly when: Moment;
};

export function channelNotice({ purpose, chosenBy, when }: ChannelNoticeFacts): Card {
  const title = `This channel is now the ${WHOSE[purpose]}`;
  return {
    title,
    notification: `${title}.`,
    body: [
      line(POSTED[purpose]),
      line("Keep it private and to linked, active officers, at most 50. If that changes, nothing is posted here."),
      note(`Chosen by ${chosenBy}, ${momentInWords(when)}.`),
    ],
    buttons: [],
  };
}

const WHOSE: Readonly<Record<ChannelPurpose, string>> = { register: "register's", seniors: "senior staff's" };

const POSTED: Readonly<Record<ChannelPurpose, string>> = {
  register:
    "Alerts are posted here with references and counts. Names, identifiers and what happened never are: press Open to see them, if you are entitled.",
  seniors:
    "Where your policy asks for it, a proposal is announced here with its reference and service, how many have decided, and who decided in the end. Customers, restrictions and what happened never are. Each senior asked decides on a card of their own.",
};
