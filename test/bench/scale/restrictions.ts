/** Restrictions of every kind, with parameters of many sorts. A table file, long on purpose. */
import { packById } from "../../../src/policy/packs/shelf.ts";
import { Restriction } from "../../../src/policy/restrictions/restriction.ts";

type Written = { readonly kind: string; readonly parameters?: object; readonly scope?: Restriction["scope"] };

/** Every kind at least once. `people`: e-mails of those whom some of them name. */
export function everyKind(people: readonly string[]): readonly Restriction[] {
  const [one = "", other = "", third = ""] = people;
  const all: readonly Written[] = [
    { kind: "third_party_only" },
    { kind: "named_officer", parameters: { officer: one } },
    { kind: "call_times", parameters: { windows: [{ from: "10:00", to: "12:00" }], days: ["tuesday", "thursday"] } },
    { kind: "topic_closed", parameters: { topicRefs: ["CT-4471"], reader: one } },
    { kind: "premises_by_appointment" },
    { kind: "named_officer", parameters: { officer: other, deputy: third, channels: ["phone", "email"] } },
    { kind: "call_times", parameters: { maxPerWeek: 3 } },
    { kind: "witnessed" },
    { kind: "social_media", parameters: { mode: "denied", platforms: ["chirper"] } },
    { kind: "home_visits", parameters: { mode: "pairs" } },
    { kind: "no_contact_with_officers", parameters: { officers: [one, third] } },
    { kind: "topic_closed", parameters: { keywords: ["council tax", "the fence"], reader: other } },
    { kind: "channels_only", parameters: { channels: ["letter", "email"] } },
    { kind: "call_times", parameters: { maxMinutes: 20, windows: [{ from: "09:00", to: "24:00" }] } },
    { kind: "all_contact" },
    { kind: "premises_by_appointment", parameters: { premises: ["Civic Centre"] } },
    { kind: "home_visits", parameters: { mode: "none" }, scope: ["Housing"] },
    { kind: "social_media", parameters: { mode: "restricted" } },
    { kind: "third_party_only", parameters: { channels: ["phone", "visit", "meeting"] }, scope: ["Planning"] },
    { kind: "no_email", scope: ["Council Tax", "Housing"] },
  ];
  return all.map(restrictionOf);
}

const pack = packById("persistent-and-abusive-behaviour");

function restrictionOf({ kind, parameters = {}, scope = "organisation" }: Written): Restriction {
  const clause = pack?.restrictions.value.find((entry) => entry.kind === kind)?.clause ?? null;
  return Restriction.parse({ kind, clause, scope, parameters });
}

export const NO_EMAIL = restrictionOf({ kind: "no_email" });
