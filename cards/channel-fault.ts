/** To the register team and the administrators: nothing is posted in the register's channel any more, and why. */
import type { ChannelFault } from "../src/policy/channel/channel-faults.ts";
import { line, list } from "./blocks.ts";
import type { Card } from "./model.ts";
import { CHANNEL_FAULT_WORDS } from "./refusals.ts";

export type ChannelFaultFacts = { readonly faults: readonly ChannelFault[] };

export function channelFault({ faults }: ChannelFaultFacts): Card {
  return {
    title: "The register's channel cannot be used",
    notification: "The register's channel cannot be used: open to see why.",
    body: [
      line(
        "Nothing is posted there. Alerts for the register team come to each of you directly until this is put right:",
      ),
      list(faults.map((fault) => CHANNEL_FAULT_WORDS[fault])),
      line("Then type /contact-register use-this-channel in the channel."),
    ],
    buttons: [],
  };
}
