/** The third step of a proposal: the form of the gates, and its answers. */
import type { Form, Values } from "../../../../cards/model.ts";
import { proposalGatesForm } from "../../../../cards/proposal-gates-form.ts";
import { approvalNeeds } from "../../../policy/approval/approval-needs.ts";
import { isAnsweredLater } from "../../../policy/gates/answered-gates.ts";
import { conflicts } from "../../../policy/needs/conflicts.ts";
import { officerToFind } from "../../../policy/staff/people-found.ts";
import { CHANNELS, type GateName, LIMBS, MatterKind, MeetingsAnswer, Need } from "../../../policy/vocabulary.ts";
import type { Actor } from "../../../usecases/context.ts";
import type { AnswerGates } from "../../../usecases/propose/answer-gates.ts";
import type { ProposalAnswers } from "../../../usecases/propose/answers.ts";
import type { Assessed } from "../../../usecases/propose/assess.ts";
import type { CustomerFacts } from "../../../usecases/propose/customer-facts.ts";
import { among, dayIn, one, phrase, several } from "../handler.ts";
import { asOption } from "../people.ts";
import { offerOptions, offerTaken } from "./offers.ts";

/** The gates of this proposal's pack that are answered in a form; none, and the step is left out. */
function answeredGates({ pack }: Assessed): readonly GateName[] {
  return pack.gates.value.filter((gate) => gate !== "social_work" && isAnsweredLater(gate));
}

export function gatesForm(assessed: Assessed): Form {
  const { row, pack, record, restrictions, needFacts } = assessed;
  return proposalGatesForm({
    target: { id: row.id, version: row.version },
    ref: row.ref,
    gates: answeredGates(assessed),
    limbs: pack.limbs.value,
    decidedBy: approvalNeeds(record, pack).role,
    meetingsDecidedBy: pack.meetingsDecidedBy.value,
    careWorker: pack.pointOfContact.careWorker.value !== null,
    premises: restrictions.some(({ kind }) => kind === "premises_by_appointment" || kind === "all_contact"),
    conflicts: conflicts(needFacts, pack).map(({ because, opens }) => ({ because, opens })),
    offers: offerOptions(assessed),
    known: complainedBefore(assessed).map(officerToFind).map(asOption),
    before: enteredBefore(assessed),
  });
}

/** Nobody reads here that a customer complained about them. */
const complainedBefore = ({ staff, row }: Assessed) =>
  staff.filter(({ id }) => row.complainedAbout.includes(id) && id !== row.proposedBy);

function enteredBefore(assessed: Assessed): Values {
  const { answers, about } = assessed;
  const { account, matter, meetings } = answers;
  return {
    limb: answers.limb ?? undefined,
    matterKind: matter?.kind,
    matterRef: matter?.reference ?? undefined,
    matterAnsweredOn: matter?.answeredOn ?? undefined,
    accountHow: account?.code === "asked" ? account.how : undefined,
    accountOn: account?.code === "asked" ? account.on : undefined,
    accountNot: account?.code === "not_asked" ? account.why : undefined,
    needs: about.needs,
    language: about.language ?? undefined,
    collectionPoint: about.collectionPoint ?? undefined,
    adjustments: answers.adjustments ?? undefined,
    careWorkerDeclined: answers.careWorkerDeclined ?? undefined,
    nothingLess: answers.nothingLess ?? undefined,
    tailored: answers.tailored ?? undefined,
    meetings: meetings?.answer,
    meetingsOn: meetings?.decision?.on,
    capacity: capacityOf(about),
    bestInterest: answers.bestInterest ?? undefined,
    complainedAbout: complainedBefore(assessed).map(({ email }) => email),
  };
}

export function capacityOf({ minor, lacksCapacity }: CustomerFacts): keyof typeof CAPACITY_WORDS | undefined {
  if (minor === null || lacksCapacity === null) return undefined;
  if (minor && lacksCapacity) return "both";
  if (minor) return "minor";
  return lacksCapacity ? "lacks_capacity" : "neither";
}

/** What was typed, as it is kept. What the form does not ask stays as it was. */
export function readGates(actor: Actor, assessed: Assessed, values: Values): AnswerGates {
  const { answers, row } = assessed;
  const asked = answeredGates(assessed);
  const [matterKind] = among(MatterKind.options, [one(values, "matterKind")]);
  const [limb] = among(LIMBS, [one(values, "limb")]);
  const [meetings] = among(MeetingsAnswer.options, [one(values, "meetings")]);
  const on = dayIn(values, "meetingsOn");
  const capacity = one(values, "capacity");
  const about: Partial<CustomerFacts> = {
    ...(asked.includes("adjustments")
      ? {
          needs: among(Need.options, several(values, "needs")),
          language: phrase(values, "language"),
          collectionPoint: phrase(values, "collectionPoint"),
        }
      : {}),
    ...(capacity ? { minor: isMinor(capacity), lacksCapacity: isWithoutCapacity(capacity) } : {}),
  };
  return {
    actor,
    proposal: row.id,
    about,
    offer: offerTaken(assessed, about, one(values, "offer")),
    complainedAbout: several(values, "complainedAbout"),
    answers: {
      ...answers,
      limb: limb ?? null,
      matter: matterKind
        ? { kind: matterKind, reference: one(values, "matterRef"), answeredOn: dayIn(values, "matterAnsweredOn") }
        : null,
      account: accountOf(values),
      adjustments: one(values, "adjustments"),
      careWorkerDeclined: one(values, "careWorkerDeclined"),
      nothingLess: one(values, "nothingLess"),
      tailored: one(values, "tailored"),
      meetings: meetings
        ? { answer: meetings, decision: on ? { on, role: assessed.pack.meetingsDecidedBy.value } : null }
        : null,
      bestInterest: one(values, "bestInterest"),
    },
  };
}

export const CAPACITY_WORDS = {
  neither: "neither under 18 nor known to lack capacity",
  minor: "under 18",
  lacks_capacity: "known to lack capacity",
  both: "under 18, and known to lack capacity",
} as const;

const isMinor = (capacity: string): boolean => capacity === "minor" || capacity === "both";
const isWithoutCapacity = (capacity: string): boolean => capacity === "lacks_capacity" || capacity === "both";

function accountOf(values: Values): ProposalAnswers["account"] {
  const on = dayIn(values, "accountOn");
  const [how] = among(CHANNELS, [one(values, "accountHow")]);
  const why = one(values, "accountNot");
  if (on && how) return { code: "asked", on, how };
  return why ? { code: "not_asked", why } : null;
}

/** Whether two drawings of the form ask the same: an alternative may have come up, or gone, or be another. */
export function sameQuestions(one: Form, other: Form): boolean {
  const asked = ({ intro, fields }: Form) =>
    JSON.stringify([intro, fields.map((field) => [field.id, "options" in field ? field.options : []])]);
  return asked(one) === asked(other);
}
