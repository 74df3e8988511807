/** 7.3, "the customer will be advised of the period of time": every arrangement has an end and a review date. */
import { counted, ukDate } from "../arrangement/uk-words.ts";
import type { Pack } from "../packs/pack.ts";
import { addMonths } from "../working-time/dates.ts";
import type { GateFacts, GateResult } from "./gate.ts";

/**
 * Passes when it starts today or later, ends within the pack's longest time, and is reviewed in between. That the first
 * day passed while the seniors had it does not count, the proposer was in time: it starts at the decision then. That the
 * day of the review came does: nothing is put into force that was to be reviewed already.
 */
export function dated({ sentOn, startsOn, endsOn, reviewOn }: GateFacts, pack: Pack, today: string): GateResult {
  const gate = { gate: "dated", source: pack.length.inLetter.from ?? "CASEWORK section 2" } as const;
  const block = (because: string, opens: string): GateResult => ({ code: "block", ...gate, because, opens });
  const months = pack.length.maxMonths.value;

  if (startsOn === null) return block("there is no start date", "Enter the date it starts.");
  if (endsOn === null) return block("there is no end date", "Enter the date it ends.");
  if (reviewOn === null) return block("there is no review date", "Enter the date of the review.");
  if (startsOn < (sentOn ?? today)) return block("it would start in the past", "Start it today or later.");
  if (endsOn <= startsOn) return block("it would end before it starts", "Choose an end after the start.");
  const latest = addMonths(startsOn, months);
  if (endsOn > latest)
    return block(`it is longer than ${counted(months, "month")}`, `End it on ${ukDate(latest)} or before.`);
  if (reviewOn >= endsOn) return block("the review is not before the end", `Review it before ${ukDate(endsOn)}.`);
  if (reviewOn <= startsOn) return block("the review is not after the start", `Review it after ${ukDate(startsOn)}.`);
  if (reviewOn <= today) return block("the day of its review has come", "It needs a later day of review.");
  return (
    reviewInTime({ startsOn, endsOn, reviewOn }, pack) ?? {
      code: "pass",
      ...gate,
      words: "dated, with an end and a review",
    }
  );
}

/** Some packs ask for a review at least every so many months. */
function reviewInTime(
  dates: { startsOn: string; endsOn: string; reviewOn: string },
  pack: Pack,
): GateResult | undefined {
  const every = pack.review.everyMonths.value;
  if (every === null || dates.reviewOn <= addMonths(dates.startsOn, every)) return undefined;
  return {
    code: "block",
    gate: "dated",
    source: pack.review.everyMonths.from ?? "CASEWORK section 6",
    because: `the review is later than ${counted(every, "month")} after the start`,
    opens: `Review it on ${ukDate(addMonths(dates.startsOn, every))} or before.`,
  };
}
