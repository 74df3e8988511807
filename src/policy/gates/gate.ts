/** What a gate says before a proposal goes out, and what it reads. A long file on purpose: it is the table of facts. */
import type { IncidentFact } from "../ladder/continued.ts";
import type { StepTaken } from "../ladder/step-standings.ts";
import type { NeedFacts } from "../needs/need-facts.ts";
import type { Pack } from "../packs/pack.ts";
import type {
  Channel,
  DecidingRole,
  GateName,
  Limb,
  MatterKind,
  MeetingsAnswer,
  RestrictionKind,
} from "../vocabulary.ts";
import type { Holidays } from "../working-time/working-clock.ts";

/** Every result names the clause or section it follows, and is printed on the approval card. */
export type GateResult =
  | { readonly code: "pass"; readonly gate: GateName; readonly source: string; readonly words: string }
  /** Asked and not yet answered, without holding the decision: the short road only (CASEWORK section 3). */
  | { readonly code: "open"; readonly gate: GateName; readonly source: string; readonly words: string }
  | { readonly code: "ask"; readonly gate: GateName; readonly source: string; readonly question: string }
  | {
      readonly code: "block";
      readonly gate: GateName;
      readonly source: string;
      readonly because: string;
      /** What to do instead: what would open the gate. */
      readonly opens: string;
    };

/** What the customer's contact is about, and when the organisation answered it. */
export type Matter = {
  readonly kind: MatterKind;
  /** Its own reference, such as a complaint's; null when it has none. */
  readonly reference: string | null;
  /** The ISO date of the organisation's answer; null while there is none. */
  readonly answeredOn: string | null;
};

/** How the customer was asked for their side. */
export type CustomersAccount =
  | { readonly code: "asked"; readonly on: string; readonly how: Channel }
  | { readonly code: "not_asked"; readonly why: string };

/** The question to the social work liaison: what became of it. */
export type SocialWorkQuestion = {
  readonly askedOn: string;
  /** No liaison could be reached: the register team was to find somebody who can say, or could not be reached either. */
  readonly insteadOfLiaison?: "register_team" | "nobody";
  readonly answer: { readonly on: string; readonly known: boolean } | null;
  /** ISO dates on which somebody tried again and wrote it down. */
  readonly attempts: readonly string[];
};

/** Which reported incidents explain a restriction. A proposal has one restriction of a kind. */
export type Link = { readonly kind: RestrictionKind; readonly incidents: readonly string[] };

/** How a premises restriction stands to council meetings and polling, and who decided it when it was decided apart. */
export type MeetingsFact = {
  readonly answer: MeetingsAnswer;
  readonly decision: { readonly on: string; readonly role: DecidingRole } | null;
};

/** The record that the gates compute from. Dates are ISO dates in the organisation's time zone. */
export type GateFacts = Omit<NeedFacts, "knownToSocialWork"> & {
  /** The incidents that the reasons rest on. */
  readonly incidents: readonly IncidentFact[];
  /** Every incident of the case, also those before; none that was found to be nobody's fault. */
  readonly history: readonly IncidentFact[];
  readonly links: readonly Link[];
  readonly stepsTaken: readonly StepTaken[];
  readonly bypass: { readonly code: string; readonly reason: string } | null;
  /** Which limb of 7.2 it was judged to be at triage. */
  readonly limb: Limb | null;
  /** Empty while nobody has said what it is about. */
  readonly matters: readonly Matter[];
  readonly customersAccount: CustomersAccount | null;
  readonly socialWork: SocialWorkQuestion | null;
  /** What was considered so that the customer can keep to the arrangement; null when nobody did. */
  readonly adjustments: string | null;
  /** Whoever considered them found that something is needed which the restrictions do not give. */
  readonly lacking: boolean;
  readonly nothingLess: string | null;
  readonly tailored: string | null;
  /** When the seniors were asked; null while it is in the proposer's hands. */
  readonly sentOn: string | null;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly reviewOn: string | null;
  /** Why the whole organisation and not a service. */
  readonly scopeReason: string | null;
  /** The way that stays open under `all_contact`: an address or representative, and who reads it. */
  readonly openWay: string | null;
  /** Who reads what comes by it, as a restriction names people; null: the register team. */
  readonly openWayReader: string | null;
  /** Named officers, and the reader of the way left open, for whom nobody answers now, by the id that names them. */
  readonly awayWithoutDeputy: readonly string[];
  /** Those of all the named who have left: a deputy stands in for somebody who comes back. By the same id. */
  readonly haveLeft: readonly string[];
  /** Where council meetings or polling take place; null when the organisation has no such list. */
  readonly meetingPremises: readonly string[] | null;
  readonly meetings: MeetingsFact | null;
  /** How many eligible people could be asked, the length of `eligibleApprovers`, and how many must approve. */
  readonly eligibleApprovers: number;
  readonly quorum: number;
  /** The role that decides this proposal. */
  readonly approverRole: DecidingRole;
  /** Null while nobody has said. */
  readonly minor: boolean | null;
  readonly lacksCapacity: boolean | null;
  /** Why the restriction is in the best interest of a minor, or of somebody who lacks capacity. */
  readonly bestInterest: string | null;
  /** The days off around today, for counting working days. */
  readonly calendar: Holidays;
};

/** One rule before a proposal: the facts, the pack and today's ISO date in; pass, open, ask or block out. */
export type Gate = (facts: GateFacts, pack: Pack, today: string) => GateResult;

/** A record in which nothing is entered yet; whoever has facts puts them over it. */
export const NOTHING_RECORDED: GateFacts = {
  restrictions: [],
  beside: [],
  provisions: [],
  needs: [],
  openWayBy: null,
  careWorkerDeclined: null,
  support: { point: null, careWorker: null, language: null, collectionPoint: null },
  incidents: [],
  history: [],
  links: [],
  stepsTaken: [],
  bypass: null,
  limb: null,
  matters: [],
  customersAccount: null,
  socialWork: null,
  adjustments: null,
  lacking: false,
  nothingLess: null,
  tailored: null,
  sentOn: null,
  startsOn: null,
  endsOn: null,
  reviewOn: null,
  scopeReason: null,
  openWay: null,
  openWayReader: null,
  awayWithoutDeputy: [],
  haveLeft: [],
  meetingPremises: null,
  meetings: null,
  eligibleApprovers: 0,
  quorum: 1,
  approverRole: "executive",
  minor: null,
  lacksCapacity: null,
  bestInterest: null,
  calendar: { timeZone: "Europe/London", holidays: new Set() },
};

/** What conflicts with needs are computed from: the same record. */
export function needFacts(facts: GateFacts): NeedFacts {
  return { ...facts, knownToSocialWork: facts.socialWork?.answer?.known ?? false };
}
