/** Takes from a restriction what shuts some channels, and leaves the rest of it as it was. */
import { accessOf } from "../arrangement/access.ts";
import type { Restriction } from "../restrictions/restriction.ts";
import type { Channel } from "../vocabulary.ts";

/** Whether the restriction shuts one of these channels to the customer themselves. */
export function shuts(restriction: Restriction, channels: readonly Channel[]): boolean {
  return channels.some((channel) => {
    const code = accessOf(restriction, channel)?.code;
    return code === "closed" || code === "representative";
  });
}

/**
 * The restriction without its hold on these channels: none when nothing else is left of it. A ban on all contact is not
 * opened: it names its own way.
 */
export function openUp(restriction: Restriction, channels: readonly Channel[]): Restriction[] {
  if (!shuts(restriction, channels)) return [restriction];
  const { kind, parameters } = restriction;
  switch (kind) {
    case "channels_only":
      return [{ ...restriction, parameters: { channels: [...new Set([...parameters.channels, ...channels])] } }];
    case "third_party_only": {
      const left = parameters.channels.filter((channel) => !channels.includes(channel));
      return left.length === 0 ? [] : [{ ...restriction, parameters: { channels: left } }];
    }
    case "call_times": {
      const { maxPerWeek: _none, ...limits } = parameters;
      return Object.values(limits).some((limit) => limit !== undefined) ? [{ ...restriction, parameters: limits }] : [];
    }
    case "no_email":
      return [];
    case "premises_by_appointment":
    case "named_officer":
    case "witnessed":
    case "topic_closed":
    case "social_media":
    case "home_visits":
    case "no_contact_with_officers":
    case "all_contact":
      return [restriction];
  }
}
