/** To the named officer or the reader: a customer of theirs reached somebody else, and it is theirs to see to. */
import { CHANNEL_WORDS } from "../src/policy/arrangement/plain-words.ts";
import type { Channel } from "../src/policy/vocabulary.ts";
import { line, note, opens } from "./blocks.ts";
import { type Moment, momentInWords } from "./dates.ts";
import { DANGER_FIRST } from "./handling-words.ts";
import type { Card, Target } from "./model.ts";

export type AlertPointOfContactFacts = {
  readonly target: Target;
  readonly ref: string;
  readonly customerRef: string;
  readonly channel: Channel;
  readonly occurred: Moment;
};

export function alertPointOfContact({ target, ref, customerRef, channel, occurred }: AlertPointOfContactFacts): Card {
  return {
    title: "A customer of yours contacted somebody else",
    notification: "Contact outside an arrangement: open to see what to do.",
    body: [
      line(DANGER_FIRST),
      line(
        "Whoever was reached has been told to leave it to you. Ask them for it, and deal with it as the arrangement says.",
      ),
      note([`Customer ${customerRef}`, CHANNEL_WORDS[channel], momentInWords(occurred), ref].join(" · ")),
    ],
    buttons: [opens("alert-open", "Open", target)],
  };
}
