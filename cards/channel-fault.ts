/** To the register team and the administrators: nothing is posted in a channel any more, and why. */
import type { ChannelFault } from "../src/policy/channel/channel-faults.ts";
import type { ChannelPurpose } from "../src/policy/channel/channel-purposes.ts";
import { line, list } from "./blocks.ts";
import type { Card } from "./model.ts";
import { CHANNEL_FAULT_WORDS } from "./refusals.ts";

export type ChannelFaultFacts = { readonly purpose: ChannelPurpose; readonly faults: readonly ChannelFault[] };

export function channelFault({ purpose, faults }: ChannelFaultFacts): Card {
  const { title, meanwhile, command } = WORDS[purpose];
  return {
    title,
    notification: `${title}: open to see why.`,
    body: [
      line(`Nothing is posted there. ${meanwhile} until this is put right:`),
      list(faults.map((fault) => CHANNEL_FAULT_WORDS[fault])),
      line(`Then type /contact-register ${command} in the channel.`),
    ],
    buttons: [],
  };
}

type Words = { readonly title: string; readonly meanwhile: string; readonly command: string };

const WORDS: Readonly<Record<ChannelPurpose, Words>> = {
  register: {
    title: "The register's channel cannot be used",
    meanwhile: "Alerts for the register team come to each of you directly",
    command: "use-this-channel",
  },
  seniors: {
    title: "The senior staff's channel cannot be used",
    meanwhile: "Senior staff get their own approval cards as before, and no news of proposals in the channel",
    command: "use-this-channel-for-seniors",
  },
};
