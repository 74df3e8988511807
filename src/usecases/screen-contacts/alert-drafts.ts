/** The alerts of a request while it is worked on, found without asking each: a thousand contacts may raise a thousand. */
import { likenessOf } from "../../policy/screening/same-card.ts";
import type { AlertDraft } from "./alert-draft.ts";

export type AlertDrafts = {
  readonly get: (id: string) => AlertDraft | undefined;
  /** Puts an alert down, or what has become of it. It keeps its conversation and its series; its likeness it may lose. */
  readonly put: (alert: AlertDraft) => void;
  readonly ofConversation: (conversation: string) => readonly AlertDraft[];
  /** Of possible matches those of which the same was given. */
  readonly ofSeries: (series: string, pair: string | null) => readonly AlertDraft[];
  /** Those of this likeness that have a card of their own, as far as others may stand in it. */
  readonly heads: (likeness: string) => readonly AlertDraft[];
  /** Those that stand in the card of this one, the oldest first. */
  readonly gatheredIn: (head: string) => readonly AlertDraft[];
  /** All of them, the oldest first. */
  readonly all: () => readonly AlertDraft[];
};

/** Begins with those on record. */
export function alertDrafts(onRecord: readonly AlertDraft[]): AlertDrafts {
  const byId = new Map<string, AlertDraft>();
  const conversations = new Map<string, string[]>();
  const series = new Map<string, string[]>();
  const heads = new Map<string, string[]>();
  const followers = new Map<string, string[]>();
  const those = (places: Map<string, string[]>, key: string) =>
    (places.get(key) ?? []).flatMap((id) => byId.get(id) ?? []);
  const drafts = {
    get: (id: string) => byId.get(id),
    put: (alert: AlertDraft) => {
      const before = byId.get(alert.id);
      const likeness = likenessOf(alert);
      if (before === undefined || before.gatheredIn !== alert.gatheredIn) {
        if (alert.gatheredIn !== null) note(followers, alert.gatheredIn, alert.id);
        else if (likeness !== null) note(heads, likeness, alert.id);
      }
      if (before === undefined) {
        note(conversations, alert.conversation, alert.id);
        if (alert.series !== null) note(series, seriesKey(alert.series, alert.pair), alert.id);
      }
      byId.set(alert.id, alert);
    },
    ofConversation: (key: string) => those(conversations, key),
    ofSeries: (key: string, pair: string | null) => those(series, seriesKey(key, pair)),
    heads: (key: string) => those(heads, key).filter((alert) => likenessOf(alert) === key),
    gatheredIn: (head: string) => those(followers, head).filter(({ gatheredIn }) => gatheredIn === head),
    all: () => [...byId.values()],
  };
  for (const alert of onRecord) drafts.put(alert);
  return drafts;
}

const seriesKey = (series: string, pair: string | null): string => `${series}${pair ?? ""}`;

function note(places: Map<string, string[]>, key: string, id: string): void {
  const there = places.get(key);
  if (there) there.push(id);
  else places.set(key, [id]);
}
