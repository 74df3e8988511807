/** Every card and form in every state, with the facts of one fictional story. A long file on purpose: it is a list. */
import { adjustmentsForm } from "../../../cards/adjustments-form.ts";
import { adviceGivenForm, adviceTask, adviceWords } from "../../../cards/advice-task.ts";
import { type AlertChannelFacts, alertChannel } from "../../../cards/alert-channel.ts";
import { alertDetails } from "../../../cards/alert-details.ts";
import { alertDigest } from "../../../cards/alert-digest.ts";
import { type AlertOfficerFacts, type AlertState, alertOfficer } from "../../../cards/alert-officer.ts";
import { type AlertPointOfContactFacts, alertPointOfContact } from "../../../cards/alert-point-of-contact.ts";
import { allowedForm } from "../../../cards/allowed-form.ts";
import { type ApprovalChannelFacts, approvalChannel } from "../../../cards/approval-channel.ts";
import { type ApprovalRequestFacts, type ApprovalState, approvalRequest } from "../../../cards/approval-request.ts";
import { arrangementEnded } from "../../../cards/arrangement-ended.ts";
import { caseHistory } from "../../../cards/case-history.ts";
import { channelFault } from "../../../cards/channel-fault.ts";
import { channelNotice } from "../../../cards/channel-notice.ts";
import { type CheckAnswerFacts, checkAnswer, checkForm } from "../../../cards/check-contact.ts";
import { complaintSettleForm } from "../../../cards/complaint-settle-form.ts";
import {
  approveConfirmForm,
  interestForm,
  rejectForm,
  returnForm,
  withdrawForm,
} from "../../../cards/decision-forms.ts";
import { delegateForm, delegation, endDelegationForm } from "../../../cards/delegation.ts";
import { done } from "../../../cards/done.ts";
import { letterSentForm, letterTask, letterText } from "../../../cards/letter-task.ts";
import { manyChecks } from "../../../cards/many-checks.ts";
import { type Card, type Form, MOST_PEOPLE } from "../../../cards/model.ts";
import { namedAway } from "../../../cards/named-away.ts";
import { noFurtherActionForm } from "../../../cards/no-further-action-form.ts";
import { checkAgainForm, notSameDetails } from "../../../cards/not-same-details.ts";
import { notSameList } from "../../../cards/not-same-list.ts";
import { openForm } from "../../../cards/open-form.ts";
import { possibleMatch } from "../../../cards/possible-match.ts";
import { proposalConfirmForm } from "../../../cards/proposal-confirm-form.ts";
import { proposalDetails } from "../../../cards/proposal-details.ts";
import { type ProposalDetailsFacts, proposalDetailsForm } from "../../../cards/proposal-details-form.ts";
import { proposalGatesForm } from "../../../cards/proposal-gates-form.ts";
import { type ProposalKindsFacts, proposalKindsForm } from "../../../cards/proposal-kinds-form.ts";
import { type ProposalOutcome, proposalOutcome } from "../../../cards/proposal-outcome.ts";
import { proposalStuck } from "../../../cards/proposal-stuck.ts";
import { type RefusalFacts, refusal } from "../../../cards/refusals.ts";
import { registerEntry, registerList } from "../../../cards/register-list.ts";
import { type FoundRow, registerFound, searchForm } from "../../../cards/register-search.ts";
import { reportDetails } from "../../../cards/report-details.ts";
import { reportForm } from "../../../cards/report-form.ts";
import { type ReportNews, reportReceipt } from "../../../cards/report-receipt.ts";
import { reviewDue } from "../../../cards/review-due.ts";
import { safetyAlert } from "../../../cards/safety-alert.ts";
import { screenAnswer } from "../../../cards/screen-answer.ts";
import { screenForm } from "../../../cards/screen-form.ts";
import {
  socialWorkAnswerForm,
  socialWorkAttemptForm,
  socialWorkNews,
  socialWorkQuestion,
} from "../../../cards/social-work.ts";
import { type MatchState, someoneElse, someoneElseForm } from "../../../cards/someone-else.ts";
import { staffForm } from "../../../cards/staff-form.ts";
import { staffEntry, staffList } from "../../../cards/staff-list.ts";
import { staffChangedMeanwhile, staffSaved } from "../../../cards/staff-saved.ts";
import { stepForm } from "../../../cards/step-form.ts";
import { type TriageFacts, type TriageState, triage } from "../../../cards/triage.ts";
import { work } from "../../../cards/work.ts";
import { workHanded } from "../../../cards/work-handed.ts";
import { CHANNEL_FAULTS } from "../../../src/policy/channel/channel-faults.ts";
import { CHANNEL_PURPOSES } from "../../../src/policy/channel/channel-purposes.ts";
import { LETTER_WAYS } from "../../../src/policy/ladder/letter-ways.ts";
import { GateName, INJURIES, RESTRICTION_KINDS, WORK_KINDS } from "../../../src/policy/vocabulary.ts";

const target = { id: "0197a6b2-1111-7000-8000-000000000001", version: 2 };
export const when = { at: new Date("2026-03-03T14:15:00Z"), timeZone: "Europe/London" };
const nextDay = { ...when, at: new Date("2026-03-04T09:05:00Z") };
const CALL_TIMES = "on Tuesdays between 10am and midday";
const threat = {
  target,
  ref: "R-2031",
  service: "Housing",
  sent: when,
  police:
    "If anybody is in danger now, ring 999 first. Report a threat or violence to the police, and follow the staff protection policy. Find it here: the staff intranet.",
};
const by = "D. Okafor";
const seniors = [by, "M. Lindqvist"];
const dates = { startsOn: "2026-03-04", endsOn: "2026-09-04", reviewOn: "2026-08-03" };
const arrangement = [
  "Contact one person only: Priya Shah (Housing). Contact with anyone else gets no answer: messages are read once by Priya Shah for danger or anything new, then filed.",
];
const before = ["Asked to moderate by phone on 2 February 2026.", "Warned by letter on 16 February 2026."];
const text = "They rang 14 times.\n\nThey said <b>“*stop* [this](https://evil.example)”</b>.";

export const approval: ApprovalRequestFacts = {
  target,
  ref: "P-0311",
  months: 6,
  askedBy: "Jordan Reid",
  service: "Housing",
  asked: when,
  arrangement,
  kinds: ["one named officer only"],
  reportRefs: ["R-2031", "R-2044"],
  open: ["applies to every service"],
  passed: [
    "warned",
    "our own answer",
    "their side asked",
    "Social Work",
    "adjustments asked",
    "it went on (earlier steps as recorded)",
    "nothing less would do",
    "a way left open",
    "linked to reports",
    "dated",
    "meetings and voting",
    "enough may decide",
    "age and capacity",
  ],
  quorum: 2,
  approvals: [{ by, when }],
  ...dates,
  state: { code: "open" },
};

/** The same proposal as the senior staff's channel sees it. */
const inSeniorChannel: ApprovalChannelFacts = {
  ref: approval.ref,
  service: approval.service,
  approvals: 1,
  quorum: 2,
  waitsUntil: when,
  state: { code: "open" },
};

export const alert: AlertOfficerFacts = {
  target,
  ref: "A-0917",
  outcome: "breach",
  tier: "identified",
  customerRef: "C-1042",
  clauses: ["7.3.4"],
  occurred: when,
  contacts: 1,
  disregarded: false,
  handling: ["do_not_reply", "redirect_to_named_officer"],
  channel: "email",
  direction: "inbound",
  customerTold: true,
  pointOfContact: { name: "Priya Shah", service: "Housing", told: true },
  state: { code: "open" },
};
const masked: AlertChannelFacts = {
  target,
  ref: "A-0917",
  outcome: "breach",
  service: "Housing",
  channel: "email",
  occurred: when,
  reached: 3,
  contacts: 4,
  kinds: ["named_officer"],
  told: { officers: 3, managers: [], pointOfContact: true },
  state: { code: "open" },
};

const pointOfContact: AlertPointOfContactFacts = {
  target,
  ref: "A-0917",
  customerRef: "C-1042",
  channel: "email",
  occurred: when,
  contacts: 1,
  isReader: false,
  customerTold: true,
  reached: ["Sam Hale"],
  missed: [],
  told: { managers: [] },
  handled: false,
  state: { code: "open" },
};

const everybody = { manager: true, registerTeam: true };
const approvalStates: ApprovalState[] = [
  { code: "open" },
  { code: "not-deciding" },
  { code: "decided" },
  { code: "decided-as-one", by },
  { code: "cannot-now" },
  { code: "approved", by: seniors, when },
  { code: "returned", by, when },
  { code: "rejected", by, when },
  { code: "expired", when },
  { code: "withdrawn", when },
  { code: "superseded", when },
];
const alertStates: AlertState[] = [
  { code: "open" },
  { code: "acknowledged", by, when },
  { code: "someone-else", by, when, judgement: null },
  { code: "someone-else", by, when, judgement: "same" },
  { code: "someone-else", by, when, judgement: "not_same" },
  { code: "allowed", by, when },
  { code: "handled", by: "Priya Shah" },
];
const matchStates: MatchState[] = [
  { code: "open" },
  { code: "same", by, when },
  { code: "not-same", by, when, remembered: true },
  { code: "not-same", by, when, remembered: false },
];
const waiting: TriageFacts = {
  target,
  ref: "R-2031",
  reportedBy: "Sam Hale",
  service: "Housing",
  sent: when,
  earlierReports: 0,
  seriousThreat: true,
  injury: null,
  open: ["advice", "warning", "proposal", "give"],
  toTake: "advice",
  next: [
    "Advice: open.",
    "Warning letter: not yet. No advice is on record. Record when the customer was asked to moderate their behaviour.",
  ],
  state: { code: "open" },
};
const triageStates: TriageState[] = [
  { code: "open" },
  { code: "no-further-action", by, when },
  { code: "advice", by, when },
  { code: "warning", by, when },
  { code: "proposed", by, when, proposalRef: "P-0311" },
];
const news: ReportNews[] = [
  { code: "sent" },
  { code: "no-further-action", when },
  { code: "advice", on: "2026-03-03", done: true },
  { code: "advice", when, done: false },
  ...(["letter", "email"] as const).flatMap((how) => [
    { code: "warning", how, on: "2026-03-03", done: true } as const,
    { code: "warning", how, when, done: false } as const,
  ]),
  ...[true, false].map((back) => ({ code: "proposed", when, back }) as const),
  { code: "approved", when },
  { code: "rejected", when },
];
const outcomes: ProposalOutcome[] = [
  { code: "sent", asked: seniors, quorum: 2, decidedBy: "executive" },
  { code: "approved", by: seniors, ...dates },
  { code: "returned", by },
  { code: "rejected", by },
  { code: "expired" },
  { code: "closed" },
  { code: "withdrawn", by },
];
const NO_ENTRY = { code: "nothing", instruction: "Nothing to keep to.", inFull: "Nothing to keep to." } as const;
const answers: CheckAnswerFacts["answer"][] = [
  {
    code: "entry",
    planned: "Phone calls: through Priya Shah.",
    instruction: "Deal by letter, or through Priya Shah. Home visits: two of you.",
    inFull: "Contact one person only by phone: Priya Shah. Home visits are made by two of our officers together.",
    customerTold: false,
  },
  {
    code: "entry",
    planned: null,
    instruction: "Deal through Priya Shah.",
    inFull: "Contact one person only: Priya Shah.",
    customerTold: true,
  },
  { ...NO_ENTRY, planned: "Phone calls: nothing to keep to." },
  { ...NO_ENTRY, planned: null },
  { code: "ask-register-team" },
  { code: "name-only" },
  { code: "nothing-given" },
];
export const refusals: RefusalFacts[] = [
  { code: "unlinked-account", chat: "Slack", accountId: "U024", administrators: ["S. Byrne"] },
  { code: "unknown-organisation" },
  { code: "no-role", needs: ["a senior officer", "an executive"], ask: [] },
  { code: "may-not-propose", needs: ["a service manager of Housing", "an executive"] },
  { code: "own-proposal", deciders: seniors },
  { code: "had-part", deciders: seniors },
  { code: "own-report", deciders: seniors },
  { code: "own-harm", deciders: [] },
  { code: "interest-declared", deciders: seniors },
  { code: "already-decided", by: "M. Lindqvist", when, verdict: "rejected" },
  { code: "decided-as-one", by, when },
  { code: "already-triaged", by, when },
  { code: "already-answered", by, when },
  { code: "proposal-withdrawn", by, when },
  { code: "superseded" },
  { code: "not-submitted" },
  { code: "no-longer-open" },
  { code: "not-yours", ask: [] },
  { code: "unknown-target" },
  { code: "stale-card" },
  { code: "gates", faults: ["The customer was not warned: send the warning letter first."] },
  { code: "held", open: ["No incident explains this: no emails"] },
  { code: "unconfirmed" },
  { code: "unavailable" },
  { code: "channel-refused", reasons: CHANNEL_FAULTS },
  { code: "unknown-command" },
];

/** Posted in a conversation: references, instructions and counts only. */
export const POSTED: readonly Card[] = [
  ...[false, true].map((reminder) =>
    socialWorkQuestion({
      target,
      proposalRef: "P-0311",
      askedBy: "Jordan Reid",
      asked: when,
      reminder,
      state: reminder ? { code: "open" } : { code: "answered", by, when },
    }),
  ),
  ...(["open", "decided", "not-held", "not-needed"] as const).map((code) =>
    socialWorkQuestion({
      target,
      proposalRef: "P-0311",
      askedBy: "Jordan Reid",
      asked: when,
      reminder: code === "not-held",
      state: { code },
    }),
  ),
  reviewDue({ proposal: target, ref: "P-0311", customerRef: "C-1042", dueOn: "2026-03-03" }),
  ...(["waiting", "answered", "answered-late", "not-needed"] as const).map((code) =>
    socialWorkNews({
      proposal: target,
      question: target,
      proposalRef: "P-0311",
      asked: when,
      inHand: code !== "answered-late",
      waits: code !== "answered-late",
      tried: null,
      state: { code, when },
    }),
  ),
  ...[true, false].map((inHand) =>
    socialWorkNews({
      proposal: target,
      question: target,
      proposalRef: "P-0311",
      asked: when,
      inHand,
      waits: false,
      tried: null,
      state: { code: "waiting" },
    }),
  ),
  ...[true, false].map((inHand) =>
    socialWorkNews({
      proposal: target,
      question: target,
      proposalRef: "P-0311",
      asked: when,
      inHand,
      waits: inHand,
      tried: "2026-03-05",
      state: { code: "waiting" },
    }),
  ),
  openForm({ form: "report", target }),
  openForm({ form: "check", target }),
  openForm({ form: "check", target, customerRef: "C-1042" }),
  openForm({ form: "search", target }),
  openForm({ form: "delegate", target }),
  ...news.map((one) =>
    reportReceipt({ ref: "R-2031", sent: when, manager: "Jordan Reid", alerted: everybody, injury: null, news: one }),
  ),
  ...INJURIES.map((injury) => reportReceipt({ ref: "R-2031", sent: when, injury, news: { code: "sent" } })),
  ...INJURIES.map((injury) => triage({ ...waiting, injury })),
  ...[true, false].flatMap((manager) =>
    [true, false].map((registerTeam) =>
      reportReceipt({
        ref: "R-2031",
        sent: when,
        alerted: { manager, registerTeam },
        injury: null,
        news: { code: "sent" },
      }),
    ),
  ),
  ...triageStates.map((state) => triage({ ...waiting, state })),
  triage({ ...waiting, with: by, open: ["advice"], next: ["Warning letter: open, for the senior officer."] }),
  triage({ ...waiting, with: by, open: null }),
  triage({ ...waiting, perhaps: "C-1042", toTake: null }),
  ...[false, true].map((reminder) =>
    adviceTask({
      target,
      reportRef: "R-2031",
      customerRef: "C-1042",
      how: "phone",
      says: ["why_it_causes_concern", "ask_to_moderate", "what_may_follow"],
      reminder,
      state: reminder ? { code: "open" } : { code: "given", how: "email", on: "2026-03-05", by },
    }),
  ),
  ...(
    [
      { kind: "person", reportedBy: "Sam Hale" },
      { kind: "channel", line: "asked" },
      { kind: "channel", line: "used-up" },
      { kind: "channel", line: "nobody" },
    ] as const
  ).flatMap((to) => [
    safetyAlert({ ...threat, to, state: { code: "open" }, passedOn: true }),
    safetyAlert({
      ...threat,
      to,
      state: { code: "acknowledged", by, when },
      passedOn: false,
    }),
  ]),
  ...approvalStates.map((state) => approvalRequest({ ...approval, state })),
  approvalRequest({
    ...approval,
    asked: { ...when, at: new Date("2026-02-27T09:05:00Z") },
    kinds: ["one named officer only", "no emails, letters instead"],
    arrangement: [...arrangement, "Write by letter instead of email. Emails are not answered."],
    open: [],
  }),
  ...approvalStates.flatMap((state) =>
    state.code === "not-deciding" ||
    state.code === "decided" ||
    state.code === "decided-as-one" ||
    state.code === "cannot-now"
      ? []
      : approvalChannel({ ...inSeniorChannel, state }),
  ),
  approvalChannel({ ...inSeniorChannel, approvals: 0, quorum: 1 }),
  ...outcomes.map((outcome) => proposalOutcome({ target, ref: "P-0311", when, outcome, owesAdjustments: false })),
  ...outcomes
    .slice(0, 2)
    .map((outcome) => proposalOutcome({ target, ref: "P-0311", when, outcome, owesAdjustments: true })),
  ...(["stuck", "held", "enough", "closed"] as const).map((state) =>
    proposalStuck({
      target,
      ref: "P-0311",
      state,
      enough: state !== "stuck",
      needed: 2,
      may: [by],
      open: ["no incident explains this: no emails", "a restriction conflicts with a need on record"],
    }),
  ),
  proposalStuck({ target, ref: "P-0311", state: "stuck", enough: false, needed: 1, may: [], open: [] }),
  proposalStuck({
    target,
    ref: "P-0311",
    state: "held",
    enough: false,
    needed: 2,
    may: [by],
    open: ["the named officer is away and has no deputy"],
  }),
  ...(["ahead", "now", "over", "ended"] as const).flatMap((state) =>
    (["away", "delegate"] as const).map((to) =>
      delegation({ target, away: by, delegate: "Jordan Reid", to, ...dates, state }),
    ),
  ),
  delegation({
    target,
    away: by,
    delegate: "Jordan Reid",
    to: "delegate",
    startsOn: dates.startsOn,
    endsOn: dates.startsOn,
    state: "ahead",
  }),
  letterTask({
    target,
    customerRef: "C-1042",
    about: { code: "decision", proposalRef: "P-0311", startsOn: dates.startsOn },
    state: { code: "open" },
  }),
  letterTask({
    target,
    customerRef: "C-1042",
    about: { code: "warning", reportRef: "R-2031", how: "email" },
    state: { code: "open" },
  }),
  letterTask({
    target,
    customerRef: "C-1042",
    about: { code: "decision", proposalRef: "P-0311", startsOn: dates.startsOn },
    state: { code: "sent", how: "letter", on: "2026-03-05", by },
  }),
  ...alertStates.flatMap((state) => [
    alertOfficer({ ...alert, state }),
    alertOfficer({
      ...alert,
      state,
      tier: "probable",
      outcome: "conditional",
      customerTold: false,
      contacts: 3,
      standingIn: { why: "not-reached", officers: ["Sam Hale"] },
    }),
    alertChannel({ ...masked, state }),
  ]),
  ...(["no-officer", "not-acknowledged"] as const).map((why) =>
    alertOfficer({ ...alert, standingIn: { why, officers: why === "no-officer" ? [] : ["Sam Hale"] } }),
  ),
  alertOfficer({ ...alert, state: { code: "acknowledged", by, when: nextDay } }),
  alertOfficer({ ...alert, channel: "home_visit", direction: "outbound", handling: ["attend_in_pairs"], clauses: [] }),
  alertOfficer({ ...alert, channel: "phone", handling: ["check_protected", "end_call"], callTimes: CALL_TIMES }),
  alertOfficer({ ...alert, disregarded: true, handling: ["do_not_reply"], state: { code: "open" } }),
  alertChannel({
    ...masked,
    outcome: "conditional",
    service: null,
    reached: 0,
    told: { officers: 0, managers: ["Jordan Reid"], pointOfContact: false },
  }),
  alertChannel({ ...masked, told: { officers: 1, managers: ["Jordan Reid"], pointOfContact: false } }),
  alertChannel({ ...masked, told: { officers: 0, managers: ["Jordan Reid"], pointOfContact: false } }),
  alertChannel({ ...masked, told: { officers: 0, managers: [], pointOfContact: false } }),
  someoneElse({ target, ref: "A-0917", service: "Housing", when, state: { code: "not-asked" } }),
  ...matchStates.flatMap((state) => [
    someoneElse({ target, ref: "A-0917", service: "Housing", when, state }),
    possibleMatch({
      contacts: 5,
      target,
      ref: "A-0918",
      service: null,
      channel: "home_visit",
      direction: "outbound",
      occurred: when,
      state,
    }),
  ]),
  alertDigest({
    since: when,
    alerts: Array.from({ length: 12 }, (_, index) => ({
      target,
      ref: `A-09${10 + index}`,
      service: index % 3 === 0 ? null : "Housing",
      possible: index % 5 === 0,
      beforeVisit: index === 10,
      open: index > 2,
    })),
  }),
  alertDigest({
    since: when,
    alerts: ["A-0917", "A-0918"].map((ref) => ({
      target,
      ref,
      service: "Housing",
      possible: false,
      beforeVisit: false,
      open: false,
    })),
  }),
  ...alertStates.map((state) => alertPointOfContact({ ...pointOfContact, state })),
  alertPointOfContact({ ...pointOfContact, isReader: true, customerTold: false }),
  alertPointOfContact({
    ...pointOfContact,
    channel: "phone",
    handled: true,
    own: { ...alert, channel: "phone", handling: ["keep_to_time"], maxMinutes: 10 },
  }),
  alertPointOfContact({ ...pointOfContact, reached: [], contacts: 30 }),
  ...[true, false].map((handled) => alertPointOfContact({ ...pointOfContact, missed: ["Tom Kerr"], handled })),
  ...[[], ["AR-0008"], ["AR-0008", "AR-0009"]].map((goesOn) =>
    arrangementEnded({ ref: "AR-0007", customerRef: "C-1042", endedOn: dates.endsOn, goesOn }),
  ),
  ...CHANNEL_PURPOSES.flatMap((purpose) => [
    channelNotice({ purpose, chosenBy: by, when }),
    channelFault({ purpose, faults: CHANNEL_FAULTS }),
  ]),
  manyChecks({ officer: "Sam Hale" }),
  ...[
    { team: true, arrangements: ["A-0021"] },
    { team: true, arrangements: [] },
    { team: false, arrangements: [] },
  ].map((to) =>
    workHanded({
      leaver: "Jordan Reid",
      ...to,
      reports: Array.from({ length: 25 }, (_, n) => `R-20${n + 10}`),
      advice: ["R-2031"],
      letters: ["A-0021", "R-2044"],
      proposals: ["P-0311"],
      submitted: ["P-0312"],
      adjustments: ["P-0313"],
      unanswered: to.arrangements,
    }),
  ),
  ...["Toni Kerr", null].flatMap((standIn) =>
    [false, true].map((left) =>
      namedAway({ officer: "Priya Shah", left, standIn, arrangements: ["A-0021", "A-0022"] }),
    ),
  ),
];

const staffRow = {
  target,
  name: "Priya Shah",
  service: "Housing",
  roles: ["service_manager", "administrator"],
  status: "absent",
  linked: true,
} as const;
const newcomer = { ...staffRow, name: "Sam Hale", roles: ["officer"], status: "active", linked: false } as const;
const leaver = { ...newcomer, name: "D. Okafor", status: "left" } as const;
const nobodyWarns = { roles: ["service_manager", "register_team"], does: "give the warning" } as const;

const search = { search: target.id, registerTargetId: target.id };
const foundRow = { opens: "entry", target, ref: "C-1042", name: "Alex Morgan" } as const;
const found: readonly FoundRow[] = [
  { ...foundRow, inForce: { kinds: ["one named officer only", "no email"], ...dates } },
  { ...foundRow, opens: "case", inForce: null },
  { ...foundRow, opens: "case", ref: "R-2044", name: null, inForce: null },
  ...Array.from({ length: 5 }, () => ({ ...foundRow, inForce: null })),
];

/** Shown to one person, in a modal, a dialog or privately. */
export const TOLD: readonly Card[] = [
  staffList({
    pageTargetId: target.id,
    find: null,
    page: 2,
    pages: 3,
    total: 24,
    rows: [staffRow, newcomer, leaver, staffRow, staffRow, staffRow, staffRow, staffRow],
  }),
  ...[0, 1, 30].map((total) =>
    staffList({
      pageTargetId: target.id,
      find: "sha",
      page: 1,
      pages: 4,
      total,
      rows: Array.from({ length: Math.min(total, 8) }, () => staffRow),
    }),
  ),
  staffEntry({
    ...staffRow,
    email: "p.shah@northmoor.example",
    lineManager: by,
    deputy: null,
    slack: "U042",
    teams: null,
  }),
  staffSaved({ target, name: "Priya Shah", what: "added", handedTo: [], gaps: [] }),
  staffSaved({ target, name: "Priya Shah", what: "changed", handedTo: [], gaps: [nobodyWarns] }),
  staffSaved({ target, name: "Priya Shah", what: "left", handedTo: seniors, gaps: [] }),
  staffSaved({ target, name: "Priya Shah", what: "left", handedTo: [], gaps: [nobodyWarns] }),
  staffChangedMeanwhile(target),
  work({ page: 1, pages: 1, total: 0, pageTargetId: target.id, searches: false, rows: [] }),
  work({
    page: 2,
    pages: 3,
    total: 22,
    pageTargetId: target.id,
    searches: true,
    rows: WORK_KINDS.flatMap((kind) => [
      { kind, target, ref: "R-2031", customerRef: "C-1042", at: when },
      { kind, target, ref: "R-2044", customerRef: null, at: when },
    ]),
  }),
  ...[1, 2].map((page) =>
    caseHistory({
      ref: "C-1042",
      about: target.id,
      page,
      pages: 2,
      events: [
        { when, event: "warning-given", ref: null, by },
        { when, event: "incident-reported", ref: "R-2031", by: "Sam Hale" },
        { when, event: "proposal-expired", ref: "P-0311", by: null },
        { when, event: "arrangement-decided-before", ref: "A-77", by },
      ],
      next: ["Restriction: open."],
      settles: page === 1 ? target.id : null,
    }),
  ),
  caseHistory({ ref: "R-2031", about: target.id, page: 1, pages: 1, events: [], next: [], settles: null }),
  adviceWords({ customerRef: "C-1042", script: [text, text], text: `${text}\n\n${text}` }),
  reportDetails({
    target,
    toDecide: ["advice", "warning", "proposal", "give"],
    toTake: "proposal",
    mayReadHistory: true,
    ref: "R-2031",
    reportedBy: "Sam Hale",
    service: "Housing",
    happened: when,
    channel: "phone",
    customer: { ref: "C-1042", name: "Alex Morgan", phone: "07700 900123" },
    behaviours: ["abusive_language", "threat"],
    what: text,
    opinion: text,
    more: { Where: "The front desk", "Was anybody hurt": "Yes", "Done at once": "Ended the call" },
    seriousThreat: true,
  }),
  ...[
    { questions: { by, text: "Was the side of the customer asked?" } },
    { rejection: { by, text } },
    { toDecide: false, mayWithdraw: true, owesAdjustments: true },
  ].map((change) =>
    proposalDetails({
      target,
      toDecide: true,
      judged: "unreasonably persistent",
      earlier: ["A-0012, no emails, 3 March 2025 to 3 September 2025"],
      answers: { "Why nothing less would do": "A warning changed nothing." },
      mayReadHistory: true,
      mayWithdraw: false,
      owesAdjustments: false,
      answered: [
        { by, question: text, answer: text },
        { by, question: text, answer: null },
      ],
      ref: "P-0311",
      customer: { ref: "C-1042", name: "Alex Morgan" },
      askedBy: "Jordan Reid, Housing",
      arrangement,
      where: "every service",
      ...dates,
      before,
      reason: text,
      explainedBy: "R-2031",
      incidents: [
        { ref: "R-2031", happened: when, what: text, place: null, injury: null, evidence: null },
        { ref: "R-2044", happened: when, what: text, place: text, injury: "serious", evidence: text },
      ],
      ...change,
    }),
  ),
  ...[true, false].map((asksWho) =>
    alertDetails({
      ...alert,
      customer: { ref: "C-1042", name: "Alex Morgan" },
      seen: ["07700 900123"],
      officers: ["Sam Hale"],
      others: asksWho ? [{ ref: "C-1099", name: "Alix Morgan" }] : [],
      allowedBecause: asksWho ? null : "agreed: by Jordan Reid last week",
      service: null,
      restrictions: [
        { of: null, words: "One named officer only.", clause: "7.3.4", outcome: "breach", until: "2026-09-04" },
      ],
      asksWho,
    }),
  ),
  notSameList({ pageTargetId: "page", page: 1, pages: 1, total: 0, rows: [] }),
  notSameList({
    pageTargetId: "page",
    page: 2,
    pages: 3,
    total: 24,
    rows: Array.from({ length: 8 }, (_, n) => ({
      target,
      customerRef: `C-10${n}`,
      alertRef: n === 0 ? null : `A-000${n}`,
      judgedBy: n === 0 ? null : "Ray Byrne",
      judged: when,
      until: { ...when, at: new Date("2026-06-01T14:15:00Z") },
    })),
  }),
  ...[null, { ref: "A-0918", channel: "phone" } as const].map((alert) =>
    notSameDetails({
      target,
      customer: { ref: "C-1042", name: "Alex Morgan" },
      given: ["name", "phone", "email", "handle", "address", "uprn", "ref"],
      alert,
      judgedBy: alert && "Ray Byrne",
      judged: when,
      until: { ...when, at: new Date("2026-06-01T14:15:00Z") },
    }),
  ),
  letterText({
    target,
    open: true,
    how: "letter",
    withPolicy: true,
    customerRef: "C-1042",
    text: `Dear Alex Morgan\n\n${"We have decided this. ".repeat(30)}\n\nYours`,
  }),
  ...answers.map((answer) => checkAnswer({ asked: "That number", checked: when, manyChecks: false, answer })),
  checkAnswer({ asked: "C-1042", checked: when, manyChecks: true, answer: { code: "name-only" } }),
  ...[0, 1, 14].map((judged) =>
    registerList({
      pageTargetId: "page",
      page: 1,
      pages: 1,
      total: 0,
      warnings: { judged, enough: Math.ceil(judged / 2), months: 6 },
      rows: [],
    }),
  ),
  registerList({
    pageTargetId: "page",
    page: 2,
    pages: 3,
    total: 20,
    warnings: null,
    rows: Array.from({ length: 8 }, (_, index) => ({
      target: { id: `a${index}`, version: 1 },
      customerRef: `C-10${index}`,
      kinds: ["one named officer only"],
      endsOn: "2026-09-04",
      reviewOn: "2026-08-03",
    })),
  }),
  registerFound({ ...search, page: 1, pages: 1, total: 0, more: false, services: null, names: true, rows: [] }),
  registerFound({
    ...search,
    page: 1,
    pages: 1,
    total: 0,
    more: false,
    services: ["Housing", "Parks"],
    names: true,
    rows: [],
  }),
  ...[true, false].map((names) =>
    registerFound({ ...search, page: 2, pages: 26, total: 201, more: true, services: null, names, rows: found }),
  ),
  registerEntry({
    target,
    customer: { ref: "C-1042", name: "Alex Morgan" },
    arrangementRef: "AR-0007",
    arrangement,
    where: "every service",
    ...dates,
    decidedBy: seniors,
    policy: "Persistent and abusive behaviour, version 1",
    judged: "",
    earlier: ["A-0012, no emails, 3 March 2025 to 3 September 2025"],
    toldOn: null,
  }),
  ...refusals.map(refusal),
  screenAnswer({ code: "as-usual", checked: when }),
  screenAnswer({ code: "name-only", checked: when }),
  screenAnswer({ code: "not-checked", checked: when }),
  ...[true, false].flatMap((told) => [
    screenAnswer({ code: "outside", told, alert: { ...pointOfContact, ...alert, part: "reached" } }),
    screenAnswer({ code: "outside", told, alert: undefined }),
  ]),
  screenAnswer({
    code: "outside",
    told: true,
    alert: { ...pointOfContact, ...alert, part: "reached", state: { code: "acknowledged", by, when } },
  }),
  screenAnswer({ code: "outside", told: true, alert: { ...pointOfContact, ...alert, part: "point_of_contact" } }),
  done({ title: "Alert acknowledged", next: "The register team sees that you have it." }),
];

const offered = RESTRICTION_KINDS.map((kind) => ({ kind, clause: "7.3.4" }));
/** As many as a menu takes. */
const manyOfficers = Array.from({ length: 100 }, (_, place) => ({
  value: `officer.${place}@northmoor.example`,
  label: `Officer ${place}, Housing`,
}));
const DETAILS_FACTS: ProposalDetailsFacts = {
  target,
  kinds: RESTRICTION_KINDS,
  service: "Housing",
  ...dates,
  maxMonths: 12,
  known: [
    { value: "p.shah@northmoor.example", label: "Priya Shah, Housing" },
    { value: "harbour-care-1", label: "Ria Grant, Harbour Care (not on the staff)" },
    { value: "l.ansah@northmoor.example", label: "Lee Ansah (away), Housing" },
  ],
  identifiers: [{ value: "i1", label: "07700 900123" }],
  reports: [],
  before: {
    parameters: {},
    reason: null,
    organisationWide: false,
    scopeReason: null,
    openWay: null,
    openWayBy: null,
    openWayReader: null,
    exclusive: [],
    links: {},
  },
};
/** A draft, or a proposal that came back: all that was entered stands in the form again. */
const ENTERED_DETAILS: ProposalDetailsFacts["before"] = {
  parameters: {
    named_officer: { officer: "p.shah@northmoor.example", channels: ["email"] },
    call_times: { days: ["tuesday"], windows: [{ from: "10:00", to: "12:00" }], maxMinutes: 10 },
    topic_closed: { topicRefs: ["CT-88", "CT-90"], keywords: ["parking fine"], reader: "p.shah@northmoor.example" },
    no_contact_with_officers: { officers: ["p.shah@northmoor.example"] },
  },
  reason: text,
  organisationWide: true,
  scopeReason: "Contact was with 4 services.",
  openWay: "letters to PO Box 12",
  openWayBy: "letter",
  openWayReader: "p.shah@northmoor.example",
  exclusive: ["i1"],
  links: Object.fromEntries(RESTRICTION_KINDS.map((kind) => [kind, ["R-2031", "R-2012"]])),
};
/** Kept from as many colleagues as can be named. */
const KEPT_APART: ProposalDetailsFacts["before"] = {
  ...ENTERED_DETAILS,
  parameters: {
    ...ENTERED_DETAILS.parameters,
    no_contact_with_officers: { officers: manyOfficers.slice(0, MOST_PEOPLE).map(({ value }) => value) },
  },
};
/** As many as are offered. */
const manyReports = Array.from({ length: 20 }, (_, place) => ({
  value: `R-${2031 - place}`,
  label: `R-${2031 - place}, ${20 - place} September 2026`,
}));
const NOTHING_ENTERED: ProposalKindsFacts["before"] = { kinds: [], steps: [], bypass: null, bypassReason: null };
const ENTERED_KINDS: ProposalKindsFacts["before"] = {
  kinds: ["named_officer"],
  steps: [{ step: "warning", on: "2026-02-16", how: "letter", by: null }],
  bypass: "serious_threat",
  bypassReason: text,
};
export const ALL_FORMS: readonly Form[] = [
  searchForm({ target }),
  staffForm({ target, chats: ["slack", "teams"], officer: null }),
  staffForm({
    target,
    chats: ["slack"],
    officer: {
      ...staffRow,
      lineManager: { value: "d.okafor@northmoor.example", label: "Dayo Okafor, Housing" },
      deputy: null,
      accounts: { slack: "U042", teams: null },
    },
  }),
  socialWorkAnswerForm({
    target,
    proposalRef: "P-0311",
    customer: { ref: "C-1042", name: "Alex Morgan" },
    careWorker: true,
  }),
  socialWorkAttemptForm({ target, today: "2026-03-05" }),
  ...[true, false].map((decided) =>
    adjustmentsForm({
      target,
      ref: "P-0311",
      customerRef: "C-1042",
      decided,
      opensReview: true,
      careWorker: decided,
      before: decided ? { needs: ["sight"], adjustments: text } : {},
    }),
  ),
  complaintSettleForm({ target, ref: "C-1042", officers: manyOfficers }),
  ...[true, false].map((premises) =>
    proposalGatesForm({
      target,
      ref: "P-0311",
      gates: GateName.options,
      limbs: [{ code: "persistent", words: "the customer contacts us again and again" }],
      premises,
      decidedBy: "senior_officer",
      meetingsDecidedBy: "executive",
      careWorker: true,
      conflicts: premises ? [{ because: "the customer cannot read or write", opens: "Take what is offered." }] : [],
      offers: premises ? [{ value: "1", label: "A named officer by phone" }] : [],
      known: premises ? manyOfficers : [],
      before: premises
        ? { limb: "persistent", nothingLess: text, needs: ["sight"], complainedAbout: ["officer.7@northmoor.example"] }
        : {},
    }),
  ),
  reportForm({ target, services: [] }),
  reportForm({
    target,
    services: ["Housing", "Revenues"],
    service: "Housing",
    now: { day: "2026-03-03", time: "14:15" },
    customerRef: "C-1042",
  }),
  checkForm({ target }),
  checkForm({ target, customerRef: "C-1042" }),
  screenForm({ target, services: [], now: { day: "2026-03-03", time: "14:15" } }),
  screenForm({
    target,
    services: ["Housing", "Revenues"],
    now: { day: "2026-03-03", time: "14:15" },
    message: `They said “*stop* [this](https://evil.example)” ${"🧑🏽‍🤝‍🧑🏻".repeat(1_000)}`,
  }),
  noFurtherActionForm({ target, ref: "R-2031" }),
  proposalKindsForm({
    target,
    reportRef: "R-2031",
    offered,
    steps: [
      { step: "advice", how: ["phone", "letter", "email"] },
      { step: "warning", how: ["letter"] },
    ],
    bypass: [],
    whoIsMissing: true,
    sentBefore: false,
    customerRef: "C-1042",
    name: "Alex Morgan",
    perhaps: "C-1043",
    before: NOTHING_ENTERED,
  }),
  proposalKindsForm({
    target,
    reportRef: "R-2031",
    offered,
    steps: [{ step: "warning", how: ["letter"] }],
    bypass: [{ code: "serious_threat", words: "a serious threat of violence was made" }],
    whoIsMissing: false,
    sentBefore: true,
    customerRef: "C-1042",
    before: ENTERED_KINDS,
  }),
  proposalDetailsForm(DETAILS_FACTS),
  proposalDetailsForm({ ...DETAILS_FACTS, before: ENTERED_DETAILS }),
  proposalDetailsForm({ ...DETAILS_FACTS, known: [], identifiers: [] }),
  proposalDetailsForm({ ...DETAILS_FACTS, known: manyOfficers, reports: manyReports, before: KEPT_APART }),
  ...[null, { question: text, answer: null }, { question: text, answer: text }].map((returned) =>
    proposalConfirmForm({
      target,
      customerRef: "C-1042",
      arrangement,
      where: "every service",
      ...dates,
      before,
      reason: text,
      explainedBy: "R-2031 and R-2044",
      exclusive: ["07700 900123"],
      returned,
    }),
  ),
  approveConfirmForm({
    target,
    ref: "P-0311",
    customerRef: "C-1042",
    arrangement,
    where: "every service",
    ...dates,
    judged: "abusive and threatening",
    reasonRequired: false,
    reasonBy: null,
  }),
  returnForm({ target, ref: "P-0311" }),
  rejectForm({ target, ref: "P-0311" }),
  withdrawForm({ target, ref: "P-0311", stays: ["R-2031 stays with C-1042 because P-0312 rests on it."] }),
  ...[true, false].map((forOthers) => delegateForm({ target, forOthers, today: "2026-03-05" })),
  endDelegationForm({ target }),
  interestForm({ target }),
  someoneElseForm({ target }),
  allowedForm({ target, ref: "A-0917" }),
  letterSentForm({
    target,
    customerRef: "C-1042",
    about: "decision",
    today: "2026-03-05",
    ways: LETTER_WAYS,
    how: "letter",
  }),
  letterSentForm({
    target,
    customerRef: "C-1042",
    about: "warning",
    today: "2026-03-05",
    ways: ["email"],
    how: "email",
  }),
  ...(["advice", "warning"] as const).flatMap((step) =>
    [false, true].map((first) =>
      stepForm({
        target,
        step,
        reportRef: "R-2031",
        whoIsMissing: first,
        ...(first ? { perhaps: "C-1042" } : {}),
        limbs: [
          { code: "abusive", words: "abusive", shownBy: [] },
          { code: "persistent", words: "persistent", shownBy: ["contacts", "minutes", "officers"] },
        ],
        words: step === "advice" ? ["say", "send"] : ["send"],
        how: step === "advice" ? ["phone", "letter", "email"] : ["letter"],
        self: true,
        reporter: first ? "Sam Hale" : null,
        asked: { how: "phone", on: first ? "2026-03-01" : null },
        adviceFirst: step === "warning" && first ? ["phone", "email"] : null,
        notYet: first
          ? "No advice is on record. Record when the customer was asked to moderate their behaviour."
          : null,
      }),
    ),
  ),
  adviceGivenForm({ target, customerRef: "C-1042", ways: ["phone", "email"], how: "phone", today: "2026-03-05" }),
  checkAgainForm({ target, customerRef: "C-1042" }),
];
