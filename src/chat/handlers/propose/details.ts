/** The second step of a proposal: what exactly, where, for how long, why, and which reports explain it. */
import type { Form, Option, Values } from "../../../../cards/model.ts";
import { proposalDetailsForm, reportsField } from "../../../../cards/proposal-details-form.ts";
import { faultField, faultWords, parametersOf } from "../../../../cards/restriction-fields.ts";
import { chosenOf } from "../../../policy/approval/chosen-identifiers.ts";
import { ukDate } from "../../../policy/arrangement/uk-words.ts";
import type { Holding } from "../../../policy/gates/ask-gates.ts";
import { personKey } from "../../../policy/screening/staff.ts";
import { officerToFind, outsideToFind } from "../../../policy/staff/people-found.ts";
import { CHANNELS, RESTRICTION_KINDS, type RestrictionKind } from "../../../policy/vocabulary.ts";
import { localDate } from "../../../policy/working-time/dates.ts";
import type { Actor } from "../../../usecases/context.ts";
import type { Assessed } from "../../../usecases/propose/assess.ts";
import type { DetailFault, DetailProposal } from "../../../usecases/propose/detail-proposal.ts";
import type { Answer, Submission } from "../../desk.ts";
import { among, besideFields, dayIn, faultsIn, type OnSubmit, one, phrase, several, tooLong } from "../handler.ts";
import { asOption } from "../people.ts";
import { dateField } from "./date-field.ts";
import { gone, type ProposeDeps, type ReadyDetails } from "./deps.ts";
import { gateWords } from "./gate-faults.ts";
import { gatesForm } from "./gates-form.ts";

/** The form of the second step, or why there is none. */
export async function detailsStep({ prepareDetails }: ProposeDeps, actor: Actor, proposal: string): Promise<Answer> {
  const prepared = await prepareDetails({ actor, proposal });
  return prepared.code === "ready" ? { kind: "form", form: detailsForm(prepared) } : gone(prepared);
}

function detailsForm(prepared: ReadyDetails): Form {
  const { assessed, identifiers, reports, dates } = prepared;
  const { row, pack, links, organisation } = assessed;
  return proposalDetailsForm({
    target: { id: row.id, version: row.version },
    kinds: kindsOf(assessed),
    service: row.service,
    ...dates,
    maxMonths: pack.length.maxMonths.value,
    known: namedBefore(assessed),
    reports: reports.map(({ ref, occurredAt }) => ({
      value: ref,
      label: `${ref}, ${ukDate(localDate(occurredAt, organisation.timeZone))}`,
    })),
    identifiers: identifiers.map(({ id, value }) => ({ value: id, label: value })),
    before: {
      parameters: parametersBefore(assessed),
      reason: row.reason,
      organisationWide: row.startsAt !== null && row.services === null,
      scopeReason: row.scopeReason,
      openWay: row.openWay,
      openWayBy: row.openWayBy,
      openWayReader: row.openWayReader,
      exclusive: chosenOf(identifiers, row.exclusiveIdentifiers).map(({ id }) => id),
      links: Object.fromEntries(links.map(({ kind, incidents }) => [kind, incidents])),
    },
  });
}

/** Whom the draft names, whether they are here or not; other words of the parameters do no harm. */
function namedBefore({ row, staff, outside }: Assessed): readonly Option[] {
  const words = row.restrictions.flatMap(({ parameters }) => Object.values(parameters).flat());
  const named = [...words, row.openWayReader].flatMap((word) => (typeof word === "string" ? [personKey(word)] : []));
  return [
    ...staff.filter(({ email }) => named.includes(personKey(email))).map(officerToFind),
    ...outside.filter(({ id }) => named.includes(personKey(id))).map(outsideToFind),
  ].map(asOption);
}

const kindsOf = ({ row }: Assessed) =>
  among(
    RESTRICTION_KINDS,
    row.restrictions.map(({ kind }) => kind),
  );

const parametersBefore = ({ row }: Assessed) =>
  Object.fromEntries(row.restrictions.map(({ kind, parameters }) => [kind, parameters]));

export const sendDetails =
  (deps: ProposeDeps): OnSubmit =>
  async (actor, submission) => {
    const prepared = await deps.prepareDetails({ actor, proposal: submission.target.id });
    if (prepared.code !== "ready") return gone(prepared);
    const form = detailsForm(prepared);
    const { values } = submission;
    const unclear = faultsIn(form, tooLong(form, values));
    if (unclear) return unclear;
    const outcome = await deps.detailProposal(readDetails(actor, submission, prepared));
    switch (outcome.code) {
      case "saved":
        return {
          kind: "form",
          form: gatesForm(outcome.assessed),
        };
      case "faults":
        return {
          kind: "faults",
          form,
          faults: besideFields(outcome.faults.map((fault) => detailFault(fault, kindsOf(prepared.assessed), values))),
        };
      case "unknown-target":
      case "not-yours":
      case "not-editable":
      case "not-present":
      case "may-not-propose":
        return gone(outcome);
    }
  };

function readDetails(actor: Actor, { target, values }: Submission, prepared: ReadyDetails): DetailProposal {
  const { assessed, reports } = prepared;
  const kinds = kindsOf(assessed);
  return {
    actor,
    proposal: target.id,
    parameters: Object.fromEntries(kinds.map((kind) => [kind, parametersOf(kind, values)])),
    organisationWide: one(values, "scope") === "organisation",
    scopeReason: one(values, "scopeReason"),
    startsOn: dayIn(values, "startsOn"),
    endsOn: dayIn(values, "endsOn"),
    reviewOn: dayIn(values, "reviewOn"),
    reason: one(values, "reason") ?? "",
    openWay: phrase(values, "openWay"),
    openWayBy: among(CHANNELS, [one(values, "openWayBy")])[0] ?? null,
    openWayReader: several(values, "openWayReader")[0] ?? null,
    exclusive: several(values, "exclusive"),
    links: Object.fromEntries(kinds.flatMap((kind) => explaining(kind))),
  };

  /** The only report explains all: nothing is asked then. A report that came since the form was opened changes nothing. */
  function explaining(kind: RestrictionKind): readonly (readonly [RestrictionKind, readonly string[]])[] {
    const field = reportsField(kind);
    if (reports.length > 1 && values[field] === undefined) return [];
    const chosen = reports.length > 1 ? several(values, field) : reports.map(({ ref }) => ref);
    return [[kind, reports.filter(({ ref }) => chosen.includes(ref)).map(({ id }) => id)]];
  }
}

/** Where a gate has no field of its own, it stands beside the reason; the way left open is asked when all contact ends. */
function gateField(holding: Holding, kinds: readonly RestrictionKind[]): string {
  const { gate } = holding;
  const [first] = kinds;
  if (gate === "linked" && first) return reportsField(first);
  if (gate === "dated" && holding.code === "block") return dateField(holding);
  return gate === "way_left_open" && kinds.includes("all_contact") ? "openWay" : (GATE_FIELD[gate] ?? "reason");
}

const GATE_FIELD: Readonly<Partial<Record<Holding["gate"], string>>> = {
  scope: "scopeReason",
  way_left_open: "scope",
};

const ANOTHER_READER = "Name another reader, or leave this empty for the register team.";

/** SCREENING section 4: only a point of contact may be outside the staff. */
const NOT_STAFF = "They are not on the staff, and somebody outside it reads nothing that comes to us.";

/** Chosen, and taken off the list or given another email since. */
const NOBODY = "Nobody here has this work email any more. Look for them again.";

function detailFault(
  fault: DetailFault,
  kinds: readonly RestrictionKind[],
  values: Values,
): readonly [field: string, words: string] {
  switch (fault.code) {
    case "parameter":
      return [faultField(fault.kind, fault.path, values), faultWords(fault.kind, fault.path, fault.message)];
    case "unknown-officer":
      return [faultField(fault.kind, fault.path, values), NOBODY];
    case "own-deputy":
      return [
        faultField(fault.kind, fault.path, values),
        "This is the point of contact. Name somebody else to stand in for them, or leave this empty.",
      ];
    case "reader-outside-staff":
      return [faultField(fault.kind, fault.path, values), `${NOT_STAFF} Name one of our officers.`];
    case "outside-reader":
      return ["openWayReader", `${NOT_STAFF} ${ANOTHER_READER}`];
    case "unknown-reader":
      return ["openWayReader", NOBODY];
    case "reader-left":
      return ["openWayReader", `${fault.name} has left the council. ${ANOTHER_READER}`];
    case "reader-away": {
      const until = fault.until === null ? "" : ` until ${ukDate(fault.until)}`;
      const words = `${fault.name} is away${until}, and nobody who is here stands in. ${ANOTHER_READER}`;
      return ["openWayReader", `${words} Or ask an administrator to record a deputy who is here.`];
    }
    case "reason-missing":
      return ["reason", "Say why this is needed."];
    case "gate":
      return [gateField(fault.gate, kinds), gateWords(fault.gate)];
  }
}
