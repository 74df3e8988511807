/**
 * Somebody was hurt: RIDDOR (the Reporting of Injuries, Diseases and Dangerous Occurrences Regulations 2013) asks for a
 * report within 10 days of a death or a specified injury, and within 15 of one that keeps somebody from work for over 7
 * days. Who it was is never posted.
 */
import type { Injury } from "../src/policy/vocabulary.ts";

export const INJURY_WORDS: Readonly<Record<Injury, string>> = {
  none: "No",
  injured: "Yes",
  serious: "Yes, more than 7 days off work or a specified injury",
};

/** What whoever reads this has to see to today; nothing when nobody was hurt, or nobody said so. */
export function riddorPrompt(injury: Injury | null | undefined): string | null {
  switch (injury ?? "none") {
    case "none":
      return null;
    case "injured":
      return "Tell health and safety today: an injury like this may have to be reported under RIDDOR, the law on injuries at work.";
    case "serious":
      return "Tell health and safety today: an injury like this has to be reported under RIDDOR, the law on injuries at work. The report is due within 10 days, or within 15 if the injury only means more than 7 days off work.";
  }
}
