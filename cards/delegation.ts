/** Who decides for somebody who is away, and when: the form, and the card that both of them have. */
import { ukDate } from "../src/policy/arrangement/uk-words.ts";
import { danger, line, opens } from "./blocks.ts";
import type { Day } from "./dates.ts";
import type { Card, Form, Target } from "./model.ts";

export type DelegationFacts = {
  readonly target: Target;
  readonly away: string;
  readonly delegate: string;
  /** Whose card it is. */
  readonly to: "away" | "delegate";
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly state: "ahead" | "now" | "over" | "ended";
};

export function delegation({ target, away, delegate, to, startsOn, endsOn, state }: DelegationFacts): Card {
  const isOver = state === "over" || state === "ended";
  const days = startsOn === endsOn ? `On ${ukDate(startsOn)}.` : `From ${ukDate(startsOn)} to ${ukDate(endsOn)}.`;
  return {
    title:
      to === "away"
        ? `${delegate} ${isOver ? "no longer stands" : "stands"} in for you`
        : `You ${isOver ? "no longer stand" : "stand"} in for ${away}`,
    notification: "Who stands in for whom has changed.",
    body: [line(days), line(WHAT[to][state])],
    buttons:
      to === "away" && (state === "ahead" || state === "now")
        ? [danger(opens("delegation-end", "End it now", target))]
        : [],
  };
}

const WHAT = {
  away: {
    ahead: "Until then you decide. What is asked of you in that time goes to them.",
    now: "What is asked of you goes to them. You are away, so you do not decide yourself until it ends.",
    over: "You decide for yourself again.",
    ended: "It was ended early. You decide for yourself again.",
  },
  delegate: {
    ahead: "In that time you are asked in their place. You do not decide what they had a part in.",
    now: "You are asked in their place. You do not decide what they had a part in.",
    over: "They decide for themselves again.",
    ended: "It was ended early. They decide for themselves again.",
  },
} as const;

export type DelegateFormFacts = {
  readonly target: Target;
  /** An administrator can do it for somebody else. */
  readonly forOthers: boolean;
  /** ISO date. */
  readonly today: string;
};

/** Field ids: from (administrators only), to, startsOn, endsOn. */
export function delegateForm({ target, forOthers, today }: DelegateFormFacts): Form {
  const people = { kind: "people", among: "staff", many: false, known: [] } as const;
  const hint = "Leave it empty if it is you.";
  return {
    name: "delegate",
    title: "Who stands in",
    submit: "Record",
    intro: [
      line(
        "Whoever stands in is asked to decide on those days. They cannot decide what they or the person who is away had a part in.",
      ),
    ],
    fields: [
      ...(forOthers ? [{ ...people, id: "from", label: "Who is away?", hint, required: false }] : []),
      { ...people, id: "to", label: "Who stands in?", required: true },
      { kind: "date", id: "startsOn", label: "First day", required: true, value: today },
      { kind: "date", id: "endsOn", label: "Last day", required: true },
    ],
    target,
  };
}

/** Asked again, because decisions under way may be waiting for the delegate. No fields. */
export function endDelegationForm({ target }: { readonly target: Target }): Form {
  return {
    name: "delegation-end",
    title: "End it now",
    submit: "End it",
    intro: [
      line(
        "The person who was away decides for themselves again from now on. What was decided meanwhile stays decided.",
      ),
    ],
    fields: [],
    target,
  };
}
