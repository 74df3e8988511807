import type { Wording } from "../../../src/policy/arrangement/restriction-words.ts";
import { Restriction, type Scope } from "../../../src/policy/restrictions/restriction.ts";
import type { RestrictionKind } from "../../../src/policy/vocabulary.ts";
import { PERSISTENT } from "../packs/known-packs.ts";

const NAMES = new Map([
  ["priya", "Priya Shah"],
  ["sam", "Sam Byrne"],
  ["kit", "Kit Lowe (Northmoor Care)"],
]);

export const WORDING: Wording = {
  nameOf: (id) => NAMES.get(id) ?? id,
  reachOf: (id) => `${NAMES.get(id) ?? id}${id === "kit" ? ", phone 01632 960111 or email kit@care.example" : ""}`,
  pack: PERSISTENT,
  openWay: null,
  provisions: [],
};

export function a(kind: RestrictionKind, parameters: object = {}, scope: Scope = "organisation"): Restriction {
  return Restriction.parse({ kind, clause: null, scope, parameters });
}

/** One or more of each of the twelve kinds. */
export const EVERY_KIND: readonly Restriction[] = [
  a("third_party_only"),
  a("no_email"),
  a("premises_by_appointment"),
  a("premises_by_appointment", { premises: ["Town Hall", "Library"] }),
  a("named_officer", { officer: "priya" }),
  a("named_officer", { officer: "priya", deputy: "sam", channels: ["phone", "email"] }),
  a("call_times", {
    days: ["monday", "wednesday"],
    windows: [{ from: "10:00", to: "12:00" }],
    maxMinutes: 10,
    maxPerWeek: 2,
  }),
  a("call_times", { maxPerWeek: 0 }),
  a("witnessed"),
  a("topic_closed", { topicRefs: ["CT-88"], keywords: ["parking fine"], reader: "priya" }),
  a("social_media", { mode: "denied" }),
  a("social_media", { mode: "restricted", platforms: ["x", "facebook"] }),
  a("home_visits", { mode: "none" }),
  a("home_visits", { mode: "pairs" }),
  a("no_contact_with_officers", { officers: ["priya", "sam"] }),
  a("channels_only", { channels: ["letter", "email"] }),
  a("all_contact"),
];
