/** Posted in the channel that the register team chose: what will be posted, and what never will. */
import { line, note } from "./blocks.ts";
import { type Moment, momentInWords } from "./dates.ts";
import type { Card } from "./model.ts";

export type ChannelNoticeFacts = { readonly chosenBy: string; readonly when: Moment };

export function channelNotice({ chosenBy, when }: ChannelNoticeFacts): Card {
  return {
    title: "This channel is now the register's",
    notification: "This channel is now the register's.",
    body: [
      line(
        "Alerts are posted here with references and counts. Names, identifiers and what happened never are: press Open to see them, if you are entitled.",
      ),
      line("Keep it private and to linked, active officers, at most 50. If that changes, nothing is posted here."),
      note(`Chosen by ${chosenBy}, ${momentInWords(when)}.`),
    ],
    buttons: [],
  };
}
