/** What a restriction says about the pack, the services and the people of the organisation. */
import type { Pack } from "../../policy/packs/pack.ts";
import type { ArrangementDraft } from "./check-arrangements.ts";
import { knownEmails } from "./check-staff.ts";
import { entriesOf, type WorldDraft } from "./draft.ts";
import { fault, type Path, type WorldFault } from "./fault.ts";
import { emailKey, type Known } from "./known.ts";
import { packNamed } from "./packs.ts";

type RestrictionDraft = NonNullable<NonNullable<ArrangementDraft["restrictions"]>[number]>;
type Around = {
  readonly pack: Pack | undefined;
  readonly services: ReadonlySet<string>;
  readonly people: ReadonlySet<string>;
};

/** Clauses that the pack does not have, services where nobody works, people whom nobody knows. */
export function restrictionFaults(draft: WorldDraft, known: Known): readonly WorldFault[] {
  const around = {
    pack: packNamed(draft.organisation?.policyPack, known.packs),
    services: servicesOf(draft, known),
    people: peopleOf(draft, known),
  };
  return entriesOf(draft.arrangements).flatMap(([i, { restrictions }]) =>
    entriesOf(restrictions).flatMap(([j, restriction]) => {
      const at = ["arrangements", i, "restrictions", j];
      return [
        ...clauseFaults(at, restriction, around),
        ...scopeFaults(at, restriction, around),
        ...peopleFaults(at, restriction, around),
      ];
    }),
  );
}

function servicesOf({ staff }: WorldDraft, known: Known): ReadonlySet<string> {
  const named = entriesOf(staff).flatMap(([, { service }]) => (service === undefined ? [] : [service]));
  return new Set([...named, ...[...known.staff.values()].map(({ service }) => service)].map(label));
}

/** Staff by e-mail; people outside it by id or e-mail. */
function peopleOf(draft: WorldDraft, known: Known): ReadonlySet<string> {
  const outside = [...entriesOf(draft.contacts).map(([, contact]) => contact), ...known.contacts];
  const keys = outside.flatMap(({ id, email }) => [id, email]).flatMap((key) => (key ? [emailKey(key)] : []));
  return new Set([...knownEmails(draft, known), ...keys]);
}

const label = (service: string): string => service.trim().toLowerCase();

/** A kind that the policy does not number has no clause; another's clause would mislead on cards and in letters. */
function clauseFaults(at: Path, { kind, clause }: RestrictionDraft, { pack }: Around): readonly WorldFault[] {
  if (!pack || kind === undefined || clause === undefined || clause === null) return [];
  const offered = pack.restrictions.value.filter((entry) => entry.kind === kind).map((entry) => entry.clause ?? "null");
  if (offered.includes(clause)) return [];
  const instead = offered.length === 0 ? "null" : offered.join(" or ");
  return [fault([...at, "clause"], `is not the clause of ${kind} in ${pack.id}: write ${instead}`)];
}

function scopeFaults(at: Path, { scope }: RestrictionDraft, { services }: Around): readonly WorldFault[] {
  if (scope === undefined || typeof scope === "string") return [];
  return entriesOf(scope).flatMap(([i, service]) =>
    services.has(label(service)) ? [] : [fault([...at, "scope", i], "is not the service of anybody on the staff list")],
  );
}

function peopleFaults(at: Path, restriction: RestrictionDraft, { people }: Around): readonly WorldFault[] {
  return peopleNamed(restriction).flatMap(([path, person]) =>
    person === undefined || people.has(emailKey(person))
      ? []
      : [
          fault(
            [...at, "parameters", ...path],
            "is neither the e-mail of anybody on the staff list nor one of the contacts",
          ),
        ],
  );
}

function peopleNamed({ kind, parameters }: RestrictionDraft): readonly (readonly [Path, string | undefined])[] {
  switch (kind) {
    case "named_officer":
      return [
        [["officer"], parameters?.officer],
        [["deputy"], parameters?.deputy],
      ];
    case "topic_closed":
      return [[["reader"], parameters?.reader]];
    case "no_contact_with_officers":
      return entriesOf(parameters?.officers).map(([i, person]) => [["officers", i], person]);
    case undefined:
    case "third_party_only":
    case "no_email":
    case "premises_by_appointment":
    case "call_times":
    case "witnessed":
    case "social_media":
    case "home_visits":
    case "channels_only":
    case "all_contact":
      return [];
  }
}
