/**
 * The words of the product, once. Each tuple feeds zod, the Postgres checks and the options on forms.
 * A long file on purpose: it is a table. Source: DESIGN section 4, SCREENING sections 1 to 7.
 */
import { z } from "zod";

export const ROLES = [
  "officer",
  "service_manager",
  "senior_officer",
  "executive",
  "register_team",
  "social_work",
  "auditor",
  "administrator",
] as const;
export const Role = z.enum(ROLES);
export type Role = z.infer<typeof Role>;

export const OFFICER_STATUSES = ["active", "absent", "left"] as const;
export const OfficerStatus = z.enum(OFFICER_STATUSES);
export type OfficerStatus = z.infer<typeof OfficerStatus>;

export const CHATS = ["slack", "teams"] as const;
export const Chat = z.enum(CHATS);
export type Chat = z.infer<typeof Chat>;

export const DIRECTIONS = ["inbound", "outbound"] as const;
export const Direction = z.enum(DIRECTIONS);
export type Direction = z.infer<typeof Direction>;

export const CHANNELS = [
  "phone",
  "email",
  "letter",
  "visit",
  "meeting",
  "home_visit",
  "social_media",
  "web_form",
  "text_message",
] as const;
export const Channel = z.enum(CHANNELS);
export type Channel = z.infer<typeof Channel>;

export const IDENTIFIER_KINDS = ["phone", "email", "handle", "address", "uprn"] as const;
export const IdentifierKind = z.enum(IDENTIFIER_KINDS);
export type IdentifierKind = z.infer<typeof IdentifierKind>;

export const RELATIONSHIPS = [
  "solicitor",
  "councillor",
  "mp",
  "advocate",
  "social_worker",
  "family",
  "friend",
  "other",
] as const;
export const Relationship = z.enum(RELATIONSHIPS);
export type Relationship = z.infer<typeof Relationship>;

export const PROTECTED_REASONS = [
  "safeguarding",
  "emergency",
  "foi_or_subject_access",
  "appeal",
  "council_meeting",
  "election",
  "ombudsman",
  "elected_member",
] as const;
export const ProtectedReason = z.enum(PROTECTED_REASONS);
export type ProtectedReason = z.infer<typeof ProtectedReason>;

const NEEDS = [
  "cannot_read_or_write",
  "cannot_use_phone",
  "hearing",
  "sight",
  "interpreter",
  "mental_health",
  "mobility",
  "no_fixed_address",
] as const;
export const Need = z.enum(NEEDS);
export type Need = z.infer<typeof Need>;

export const RESTRICTION_KINDS = [
  "third_party_only",
  "no_email",
  "premises_by_appointment",
  "named_officer",
  "call_times",
  "witnessed",
  "topic_closed",
  "social_media",
  "home_visits",
  "no_contact_with_officers",
  "channels_only",
  "all_contact",
] as const;
export const RestrictionKind = z.enum(RESTRICTION_KINDS);
export type RestrictionKind = z.infer<typeof RestrictionKind>;

/** In order of strength, the strongest first (SCREENING section 2). */
export const OUTCOMES = ["breach", "conditional", "permitted", "possible_match", "clear", "not_checked"] as const;
export const Outcome = z.enum(OUTCOMES);
export type Outcome = z.infer<typeof Outcome>;

/** In order of certainty, the surest first (SCREENING section 3). */
export const TIERS = ["identified", "probable", "possible"] as const;
export const Tier = z.enum(TIERS);
export type Tier = z.infer<typeof Tier>;

export const HANDLINGS = [
  "ask_to_use_open_channel",
  "ask_to_write",
  "attend_in_pairs",
  "check_protected",
  "check_topic",
  "do_not_reply",
  "do_not_visit",
  "end_call",
  "file_for_reader",
  "keep_to_time",
  "pass_to_colleague",
  "protected_contact",
  "redirect_to_named_officer",
  "refuse_entry",
  "require_witness",
  "take_through_representative",
] as const;
export const Handling = z.enum(HANDLINGS);
export type Handling = z.infer<typeof Handling>;

export const WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;
export const Weekday = z.enum(WEEKDAYS);
export type Weekday = z.infer<typeof Weekday>;

/** What an incident was like. Severity decides how long it is kept after the end (CASEWORK section 6). */
export const BEHAVIOURS = [
  "persistent_contact",
  "repeated_same_matter",
  "abusive_language",
  "discriminatory_language",
  "threat",
  "harassment_of_officer",
  "damage",
  "physical_violence",
  "other",
] as const;
export const Behaviour = z.enum(BEHAVIOURS);
export type Behaviour = z.infer<typeof Behaviour>;

/** What an officer may do at once, without asking anybody (CASEWORK section 1). */
export const AT_ONCE = [
  "ended_call",
  "ended_meeting",
  "asked_to_leave",
  "stopped_visit",
  "called_police",
  "called_colleague",
] as const;
export type AtOnce = (typeof AT_ONCE)[number];

/** Whether anybody was hurt. `serious`: over 7 days off work, or an injury that RIDDOR specifies (CASEWORK section 1). */
export const INJURIES = ["none", "injured", "serious"] as const;
export type Injury = (typeof INJURIES)[number];

export const CALENDARS = ["england-and-wales", "scotland", "northern-ireland"] as const;
export const Calendar = z.enum(CALENDARS);
export type Calendar = z.infer<typeof Calendar>;

/** Roles that may be named as approvers, in order of authority, the lowest first (CASEWORK section 4). */
export const DECIDING_ROLES = ["service_manager", "senior_officer", "executive"] as const;
export const DecidingRole = z.enum(DECIDING_ROLES);
export type DecidingRole = z.infer<typeof DecidingRole>;

/**
 * Roles to which a pack may give a step: each has a card to take it from (CASEWORK section 1). `officer` is whoever it
 * happened to.
 */
const LADDER_ROLES = ["officer", ...DECIDING_ROLES] as const;
export const LadderRole = z.enum(LADDER_ROLES);
export type LadderRole = z.infer<typeof LadderRole>;

/** Steps of the ladder that come before a proposal, in order (CASEWORK section 1). */
export const STEPS = ["advice", "warning"] as const;
export const Step = z.enum(STEPS);
export type Step = z.infer<typeof Step>;

/** The gates that a pack can ask before a proposal goes out (CASEWORK section 2). */
const GATES = [
  "warned",
  "own_house",
  "customers_account",
  "social_work",
  "adjustments",
  "continued",
  "proportionate",
  "way_left_open",
  "linked",
  "dated",
  "scope",
  "meetings",
  "approvers",
  "minor_or_lacks_capacity",
] as const;
export const GateName = z.enum(GATES);
export type GateName = z.infer<typeof GateName>;

/** CASEWORK section 4. */
export const PROPOSAL_STATES = [
  "draft",
  "submitted",
  "returned",
  "approved",
  "rejected",
  "expired",
  "withdrawn",
  "superseded",
] as const;
export const ProposalState = z.enum(PROPOSAL_STATES);
export type ProposalState = z.infer<typeof ProposalState>;

export const VERDICTS = ["approve", "return", "reject"] as const;
export const Verdict = z.enum(VERDICTS);
export type Verdict = z.infer<typeof Verdict>;

/** Where an arrangement reaches: the whole organisation, or named services (SCREENING section 4). */
export const SCOPE_REACHES = ["organisation", "services"] as const;
export const ScopeReach = z.enum(SCOPE_REACHES);
export type ScopeReach = z.infer<typeof ScopeReach>;

/** What those who decide judge the customer's contact to be; it is recorded (policy clause 7.4). */
const JUDGEMENTS = ["abusive", "threatening", "unreasonably_persistent"] as const;
export const Judgement = z.enum(JUDGEMENTS);
export type Judgement = z.infer<typeof Judgement>;

/** The two limbs of 7.2: abusive, or so persistent that it is time consuming and disruptive. */
export const LIMBS = ["abusive", "persistent"] as const;
export const Limb = z.enum(LIMBS);
export type Limb = z.infer<typeof Limb>;

/** What the customer's contact is about (7.1). It goes on through its own procedure regardless; `none` is said, not guessed. */
const MATTER_KINDS = ["complaint", "appeal", "other", "none"] as const;
export const MatterKind = z.enum(MATTER_KINDS);
export type MatterKind = z.infer<typeof MatterKind>;

/** What a proposal can give beside its restrictions, so that the customer can use the way left open (CASEWORK section 2). */
const PROVISION_KINDS = ["language", "collection_point"] as const;
export const ProvisionKind = z.enum(PROVISION_KINDS);
export type ProvisionKind = z.infer<typeof ProvisionKind>;

/** How a premises restriction stands to council meetings and polling (CASEWORK section 2). */
const MEETINGS_ANSWERS = ["none_held", "left_out", "decided_separately"] as const;
export const MeetingsAnswer = z.enum(MEETINGS_ANSWERS);
export type MeetingsAnswer = z.infer<typeof MeetingsAnswer>;

/** What waits for somebody, in the order in which people want to see it: first what only they can do. */
export const WORK_KINDS = [
  "report",
  "decision",
  "social-work",
  "adjustments",
  "advice",
  "letter",
  "returned",
  "expired",
  "draft",
  "left-behind",
  "review-due",
  "ends-soon",
  "submitted",
  "in-force",
] as const;
export const WorkKind = z.enum(WORK_KINDS);
export type WorkKind = z.infer<typeof WorkKind>;

/**
 * What a case goes through, by the names that the audit gives it (CASEWORK section 1). By names of their own: an approval
 * that is not enough, and an arrangement that was decided before this register and imported.
 */
export const CASE_EVENTS = [
  "incident-reported",
  "incident-closed",
  "incident-given",
  "incident-reopened",
  "advice-asked-for",
  "advice-recorded",
  "advice-given",
  "warning-asked-for",
  "warning-given",
  "proposal-submitted",
  "proposal-returned",
  "proposal-rejected",
  "proposal-approved-by-one",
  "proposal-approved",
  "proposal-expired",
  "proposal-withdrawn",
  "letter-sent",
  "review-opened",
  "arrangement-decided-before",
  "arrangement-ended",
] as const;
export const CaseEventName = z.enum(CASE_EVENTS);
export type CaseEventName = z.infer<typeof CaseEventName>;
