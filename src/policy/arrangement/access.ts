/** What one restriction does to one channel. The gate, `/check-contact` and the letter compute from it. */
import type { Restriction } from "../restrictions/restriction.ts";
import { foldLabel } from "../screening/words.ts";
import type { Channel } from "../vocabulary.ts";
import { callLimits } from "./call-limits.ts";
import { listOf } from "./uk-words.ts";

export type Access =
  /** Nobody uses this channel. */
  | { readonly code: "closed" }
  /** Only somebody acting for the customer uses it. */
  | { readonly code: "representative" }
  /** Only with this person, or with their deputy. */
  | { readonly code: "through"; readonly officer: string; readonly deputy: string | undefined }
  /** With everybody but these. */
  | { readonly code: "not_with"; readonly officers: readonly string[] }
  /** Open, if something is seen to; in words for an officer who plans it. */
  | { readonly code: "condition"; readonly words: string };

const FACE_TO_FACE: readonly Channel[] = ["visit", "meeting", "home_visit"];

/**
 * 7.3.1 to 7.3.9, and the kinds without a clause: what the restriction asks on that channel; `undefined` when it asks
 * nothing there. A closed topic leaves every channel as it is.
 */
export function accessOf(restriction: Restriction, channel: Channel): Access | undefined {
  const { kind, parameters } = restriction;
  switch (kind) {
    case "third_party_only":
      return parameters.channels.includes(channel) ? { code: "representative" } : undefined;
    case "no_email":
      return channel === "email" ? { code: "closed" } : undefined;
    case "premises_by_appointment":
      return channel === "visit" || channel === "meeting" ? byAppointment(parameters.premises) : undefined;
    case "named_officer":
      return (parameters.channels?.includes(channel) ?? true)
        ? { code: "through", officer: parameters.officer, deputy: parameters.deputy }
        : undefined;
    case "call_times":
      if (channel !== "phone") return undefined;
      return parameters.maxPerWeek === 0 ? { code: "closed" } : { code: "condition", words: callLimits(parameters) };
    case "witnessed":
      return FACE_TO_FACE.includes(channel) ? { code: "condition", words: "a witness with you" } : undefined;
    case "topic_closed":
      return undefined;
    case "social_media":
      return channel === "social_media" ? socialMedia(parameters.platforms) : undefined;
    case "home_visits":
      if (channel !== "home_visit") return undefined;
      return parameters.mode === "none" ? { code: "closed" } : { code: "condition", words: "two of you" };
    case "no_contact_with_officers":
      return { code: "not_with", officers: parameters.officers };
    case "channels_only":
      return parameters.channels.includes(channel) ? undefined : { code: "closed" };
    case "all_contact":
      return { code: "closed" };
  }
}

/** Whether the restriction bears on contact with this service; an unknown service counts as every one (SCREENING section 4). */
export function bearsOnService({ scope }: Restriction, service: string | null): boolean {
  if (scope === "organisation" || service === null) return true;
  const asked = foldLabel(service);
  return scope.some((name) => foldLabel(name) === asked);
}

function byAppointment(premises: readonly string[] | undefined): Access {
  const where = premises === undefined ? "" : ` at ${listOf(premises, "or")}`;
  return { code: "condition", words: `only with an appointment${where}` };
}

function socialMedia(platforms: readonly string[] | undefined): Access {
  return platforms === undefined
    ? { code: "closed" }
    : { code: "condition", words: `not on ${listOf(platforms, "or")}` };
}
