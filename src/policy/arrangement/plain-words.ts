/** The vocabulary in plain English. A table: every code that can stand on a card or in a letter. */
import type {
  AtOnce,
  Channel,
  DecidingRole,
  Judgement,
  ProtectedReason,
  RestrictionKind,
  Role,
  Step,
  Weekday,
} from "../vocabulary.ts";

export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  officer: "officer",
  service_manager: "service manager",
  senior_officer: "senior officer",
  executive: "executive",
  register_team: "register team",
  social_work: "social work",
  auditor: "auditor",
  administrator: "administrator",
};

/** Who decides what takes this role, where nobody is named: whoever holds it or one above. */
export const DECIDERS_WORDS: Readonly<Record<DecidingRole, string>> = {
  service_manager: "service managers and senior staff",
  senior_officer: "senior staff",
  executive: "senior staff",
};

/** What a contact by this channel is, after "by" or "through": "by phone". */
export const CHANNEL_WORDS: Readonly<Record<Channel, string>> = {
  phone: "phone",
  email: "email",
  letter: "letter",
  visit: "visit to our offices",
  meeting: "arranged meeting",
  home_visit: "home visit",
  social_media: "social media",
  web_form: "web form",
  text_message: "text message",
};

/** Contacts by this channel as the subject of a sentence: "Phone calls are …". */
export const CONTACTS_WORDS: Readonly<Record<Channel, string>> = {
  phone: "phone calls",
  email: "emails",
  letter: "letters",
  visit: "visits to our offices",
  meeting: "arranged meetings",
  home_visit: "home visits",
  social_media: "social media messages",
  web_form: "web forms",
  text_message: "text messages",
};

/** What the restriction is, for a list of those on offer. */
export const KIND_WORDS: Readonly<Record<RestrictionKind, string>> = {
  third_party_only: "contact through somebody acting for the customer only",
  no_email: "no emails, letters instead",
  premises_by_appointment: "offices by appointment only",
  named_officer: "one named officer only",
  call_times: "phone calls at set days, times and lengths",
  witnessed: "personal contact with a witness present",
  topic_closed: "no reply on a closed topic",
  social_media: "limited or no access to our social media",
  home_visits: "no home visits, or by two officers",
  no_contact_with_officers: "no contact with named officers",
  channels_only: "named channels only",
  all_contact: "no contact, except one named way",
};

export const STEP_WORDS: Readonly<Record<Step, string>> = {
  advice: "advice: ask the customer to moderate their behaviour",
  warning: "warning letter",
};

export const WEEKDAY_WORDS: Readonly<Record<Weekday, string>> = {
  monday: "Monday",
  tuesday: "Tuesday",
  wednesday: "Wednesday",
  thursday: "Thursday",
  friday: "Friday",
  saturday: "Saturday",
  sunday: "Sunday",
};

/** What a customer may always contact the organisation about, whatever the restrictions (SCREENING section 5). */
export const PROTECTED_WORDS: Readonly<Record<ProtectedReason, string>> = {
  safeguarding: "the safety of a child or an adult at risk",
  emergency: "an emergency",
  foi_or_subject_access: "a freedom of information or subject access request",
  appeal: "an appeal",
  council_meeting: "taking part in a council meeting",
  election: "an election or voting",
  ombudsman: "a complaint to the ombudsman",
  elected_member: "something you want to tell your councillor or MP",
};

/** What an officer did at once, as words after "they". */
export const AT_ONCE_WORDS: Readonly<Record<AtOnce, string>> = {
  ended_call: "ended the call",
  ended_meeting: "ended the meeting",
  asked_to_leave: "asked the customer to leave",
  stopped_visit: "stopped the visit and left",
  called_police: "called the police",
  called_colleague: "called a colleague or a manager",
};

/** What the customer's contact was judged to be (7.4). */
export const JUDGEMENT_WORDS: Readonly<Record<Judgement, string>> = {
  abusive: "abusive",
  threatening: "threatening",
  unreasonably_persistent: "unreasonably persistent",
};
