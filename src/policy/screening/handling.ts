import type { Restriction } from "../restrictions/restriction.ts";
import type { Handling, RestrictionKind } from "../vocabulary.ts";
import type { Verdict } from "./rule.ts";

/** What to do when a restriction of this kind is breached (SCREENING section 4). Home visits depend on their mode. */
const ON_BREACH: Readonly<Record<Exclude<RestrictionKind, "home_visits">, readonly Handling[]>> = {
  third_party_only: ["end_call", "take_through_representative"],
  no_email: ["do_not_reply", "ask_to_write"],
  premises_by_appointment: ["refuse_entry"],
  named_officer: ["do_not_reply", "redirect_to_named_officer"],
  call_times: ["end_call"],
  witnessed: ["require_witness"],
  topic_closed: ["do_not_reply", "file_for_reader"],
  social_media: ["do_not_reply"],
  no_contact_with_officers: ["do_not_reply", "pass_to_colleague"],
  channels_only: ["do_not_reply", "ask_to_use_open_channel"],
  all_contact: ["do_not_reply"],
};

/** Where something is not yet known, two kinds say something milder. */
const ON_CONDITION: Readonly<Partial<Record<RestrictionKind, readonly Handling[]>>> = {
  topic_closed: ["check_topic"],
  call_times: ["keep_to_time"],
};

/** What to do under each verdict, and under a breach by words that suggest protected contact; each sorted. */
export type HandlingByVerdict = Readonly<Record<Verdict | "suspected", readonly Handling[]>>;

/** What to do under each verdict of a restriction. */
export function handlingOf(restriction: Restriction): HandlingByVerdict {
  const breach = onBreach(restriction).toSorted();
  const conditional = ON_CONDITION[restriction.kind] ?? breach;
  return { breach, conditional, permitted: [], suspected: [...breach, "check_protected" as const].sort() };
}

function onBreach(restriction: Restriction): readonly Handling[] {
  if (restriction.kind !== "home_visits") return ON_BREACH[restriction.kind];
  return restriction.parameters.mode === "none" ? ["do_not_visit"] : ["attend_in_pairs"];
}
