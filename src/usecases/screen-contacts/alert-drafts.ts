/** The alerts of a request while it is worked on, found without asking each: a thousand contacts may raise a thousand. */
import type { AlertDraft } from "./alert-draft.ts";

export type AlertDrafts = {
  readonly get: (id: string) => AlertDraft | undefined;
  /** Puts an alert down, or what has become of it. It keeps its conversation and its series. */
  readonly put: (alert: AlertDraft) => void;
  readonly ofConversation: (conversation: string) => readonly AlertDraft[];
  readonly ofSeries: (series: string) => readonly AlertDraft[];
  /** All of them, the oldest first. */
  readonly all: () => readonly AlertDraft[];
};

/** Begins with those on record. */
export function alertDrafts(onRecord: readonly AlertDraft[]): AlertDrafts {
  const byId = new Map<string, AlertDraft>();
  const conversations = new Map<string, string[]>();
  const series = new Map<string, string[]>();
  const drafts = {
    get: (id: string) => byId.get(id),
    put: (alert: AlertDraft) => {
      if (!byId.has(alert.id)) {
        note(conversations, alert.conversation, alert.id);
        if (alert.series !== null) note(series, alert.series, alert.id);
      }
      byId.set(alert.id, alert);
    },
    ofConversation: (key: string) => (conversations.get(key) ?? []).flatMap((id) => byId.get(id) ?? []),
    ofSeries: (key: string) => (series.get(key) ?? []).flatMap((id) => byId.get(id) ?? []),
    all: () => [...byId.values()],
  };
  for (const alert of onRecord) drafts.put(alert);
  return drafts;
}

function note(places: Map<string, string[]>, key: string, id: string): void {
  const there = places.get(key);
  if (there) there.push(id);
  else places.set(key, [id]);
}
