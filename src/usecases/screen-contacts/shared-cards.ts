/** Which alerts of a request share a card: the same customer ringing again is one card whose count grows, call id or none. */
import { addsNothing, areTold, likenessOf, mayHold } from "../../policy/screening/same-card.ts";
import { isWithinSeries } from "../../policy/screening/series.ts";
import { type AlertDraft, gathered, type Leg, parted, released } from "./alert-draft.ts";
import type { AlertDrafts } from "./alert-drafts.ts";
import { joined } from "./further-contact.ts";

type Further = {
  /** With the further contact in it. */
  readonly alert: AlertDraft;
  /** What that contact says. */
  readonly like: string;
};

export type SharedCards = {
  /** The alert of a series that a contact without a conversation belongs to: one that says all that this says, and no more. */
  readonly ofSeries: (series: string, leg: Leg) => AlertDraft | undefined;
  /** Puts down an alert that was raised: in the card of one that says the same, when there is one. */
  readonly putNew: (alert: AlertDraft, like: string) => void;
  /** Puts down what a further contact makes of an alert. Where that only counts, it stays in the card it is in. */
  readonly putFurther: (before: AlertDraft, further: Further) => void;
  /**
   * Puts down an alert that says something else from now on: it has a card of its own. So have those that stood in its
   * card, of which it does not hold any more: the first of them for all that it holds for.
   */
  readonly part: (alert: AlertDraft) => void;
};

export function sharedCards(alerts: AlertDrafts): SharedCards {
  return {
    ofSeries: (series, leg) =>
      alerts.ofSeries(series, leg.pair).find((alert) => alert.isOpen && isNear(alert, leg) && isSaidBy(alert, leg)),
    putNew: (alert, like) => {
      const head = alerts.heads(like).find((one) => mayHold(one, alert));
      alerts.put(head ? gathered(alert, head.id) : alert);
    },
    putFurther: (before, { alert, like }) => {
      if (likenessOf(before) === like && addsNothing(before, alert)) alerts.put(alert);
      else part(alert);
    },
    part,
  };

  /** Of one in another's card: near enough to that too. */
  function isNear({ at, gatheredIn }: AlertDraft, leg: Leg): boolean {
    const head = gatheredIn === null ? undefined : alerts.get(gatheredIn);
    const first = gatheredIn === null ? at : head?.at;
    return isWithinSeries(at, leg.at) && first !== undefined && isWithinSeries(first, leg.at);
  }

  function part(alert: AlertDraft): void {
    alerts.put(parted(alert));
    const heads: AlertDraft[] = [];
    for (const one of alerts.gatheredIn(alert.id)) {
      const head = heads.find((other) => isWithinSeries(other.at, one.at) && areTold(other, one));
      const now = head ? gathered(one, head.id) : released(one);
      if (!head) heads.push(now);
      alerts.put(now);
    }
  }
}

/** Each call stands for itself: what is true of one alone, such as how sure it is who rang, is said of no other. */
function isSaidBy(alert: AlertDraft, leg: Leg): boolean {
  return alert.about.tier === leg.about.tier && addsNothing(alert, joined(alert, leg));
}
