/** Every card and form in every state, with the facts of one fictional story. A long file on purpose: it is a list. */
import { type AlertChannelFacts, alertChannel } from "../../../cards/alert-channel.ts";
import { alertDetails } from "../../../cards/alert-details.ts";
import { type AlertOfficerFacts, type AlertState, alertOfficer } from "../../../cards/alert-officer.ts";
import { alertPointOfContact } from "../../../cards/alert-point-of-contact.ts";
import { allowedForm } from "../../../cards/allowed-form.ts";
import { type ApprovalRequestFacts, type ApprovalState, approvalRequest } from "../../../cards/approval-request.ts";
import { arrangementEnded } from "../../../cards/arrangement-ended.ts";
import { channelFault } from "../../../cards/channel-fault.ts";
import { channelNotice } from "../../../cards/channel-notice.ts";
import { type CheckAnswerFacts, checkAnswer, checkForm } from "../../../cards/check-contact.ts";
import { approveConfirmForm, rejectForm, returnForm } from "../../../cards/decision-forms.ts";
import { done } from "../../../cards/done.ts";
import { letterSentForm, letterTask, letterText } from "../../../cards/letter-task.ts";
import { manyChecks } from "../../../cards/many-checks.ts";
import type { Card, Form } from "../../../cards/model.ts";
import { noFurtherActionForm } from "../../../cards/no-further-action-form.ts";
import { openForm } from "../../../cards/open-form.ts";
import { possibleMatch } from "../../../cards/possible-match.ts";
import { proposalConfirmForm } from "../../../cards/proposal-confirm-form.ts";
import { proposalDetails } from "../../../cards/proposal-details.ts";
import { type ProposalDetailsFacts, proposalDetailsForm } from "../../../cards/proposal-details-form.ts";
import { type ProposalKindsFacts, proposalKindsForm } from "../../../cards/proposal-kinds-form.ts";
import { type ProposalOutcome, proposalOutcome } from "../../../cards/proposal-outcome.ts";
import { type RefusalFacts, refusal } from "../../../cards/refusals.ts";
import { registerEntry, registerList } from "../../../cards/register-list.ts";
import { reportDetails } from "../../../cards/report-details.ts";
import { reportForm } from "../../../cards/report-form.ts";
import { type ReportNews, reportReceipt } from "../../../cards/report-receipt.ts";
import { FORM_KINDS } from "../../../cards/restriction-fields.ts";
import { safetyAlert } from "../../../cards/safety-alert.ts";
import { type MatchState, someoneElse } from "../../../cards/someone-else.ts";
import { type TriageState, triage } from "../../../cards/triage.ts";
import { CHANNEL_FAULTS } from "../../../src/policy/channel/channel-faults.ts";

const target = { id: "0197a6b2-1111-7000-8000-000000000001", version: 2 };
export const when = { at: new Date("2026-03-03T14:15:00Z"), timeZone: "Europe/London" };
const by = "D. Okafor";
const seniors = [by, "M. Lindqvist"];
const dates = { startsOn: "2026-03-04", endsOn: "2026-09-04", reviewOn: "2026-08-03" };
const arrangement = [
  "You may write to or ring Priya Shah, Housing. Anyone else reads what you send once for danger or anything new, then files it.",
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
  open: ["organisation-wide, not only Housing"],
  passed: ["warned", "linked", "dated", "a way left open", "approvers"],
  quorum: 2,
  approvals: [{ by, when }],
  ...dates,
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
  packId: "persistent-and-abusive-behaviour",
  kinds: ["named_officer"],
  handling: ["do_not_reply", "redirect_to_named_officer"],
  channel: "email",
  direction: "inbound",
  customerTold: true,
  pointOfContact: { name: "Priya Shah", body: "Housing", told: true },
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
  told: { code: "officer" },
  state: { code: "open" },
};

const everybody = { manager: true, registerTeam: true };
const approvalStates: ApprovalState[] = [
  { code: "open" },
  { code: "not-deciding" },
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
  { code: "someone-else", by, when },
  { code: "allowed", by, when },
  { code: "handled", by: "Priya Shah" },
];
const matchStates: MatchState[] = [{ code: "open" }, { code: "same", by, when }, { code: "not-same", by, when }];
const triageStates: TriageState[] = [
  { code: "open" },
  { code: "no-further-action", by, when },
  { code: "proposed", by, when, proposalRef: "P-0311" },
];
const news: ReportNews[] = [
  { code: "sent" },
  { code: "no-further-action", when },
  { code: "proposed", when },
  { code: "approved", when },
  { code: "rejected", when },
];
const outcomes: ProposalOutcome[] = [
  { code: "sent", asked: seniors, quorum: 2 },
  { code: "approved", by: seniors, ...dates },
  { code: "returned", by },
  { code: "rejected", by },
  { code: "expired" },
];
const answers: CheckAnswerFacts["answer"][] = [
  { code: "entry", instructions: ["Deal by letter, or through Priya Shah."], customerTold: false },
  { code: "nothing" },
  { code: "name-only" },
  { code: "nothing-given" },
  { code: "unavailable" },
];
export const refusals: RefusalFacts[] = [
  { code: "unlinked-account", chat: "Slack", accountId: "U024", administrators: ["S. Byrne"] },
  { code: "unknown-organisation" },
  { code: "no-role", needs: ["a senior officer", "an executive"], ask: [] },
  { code: "own-proposal", deciders: seniors },
  { code: "own-report", deciders: seniors },
  { code: "own-harm", deciders: [] },
  { code: "interest-declared", deciders: seniors },
  { code: "already-decided", by: "M. Lindqvist", when, verdict: "rejected" },
  { code: "already-triaged", by, when },
  { code: "already-answered", by, when },
  { code: "superseded" },
  { code: "not-submitted" },
  { code: "no-longer-open" },
  { code: "not-yours", ask: [] },
  { code: "unknown-target" },
  { code: "stale-card" },
  { code: "form-expired" },
  { code: "gates", faults: ["The customer was not warned: send the warning letter first."] },
  { code: "unconfirmed" },
  { code: "unavailable" },
  { code: "channel-refused", reasons: CHANNEL_FAULTS },
  { code: "unknown-command" },
];

/** Posted in a conversation: references, instructions and counts only. */
export const POSTED: readonly Card[] = [
  openForm({ form: "report", target }),
  openForm({ form: "check", target }),
  ...news.map((one) =>
    reportReceipt({ ref: "R-2031", sent: when, manager: "Jordan Reid", alerted: everybody, news: one }),
  ),
  ...[true, false].flatMap((manager) =>
    [true, false].map((registerTeam) =>
      reportReceipt({ ref: "R-2031", sent: when, alerted: { manager, registerTeam }, news: { code: "sent" } }),
    ),
  ),
  ...triageStates.map((state) =>
    triage({
      target,
      ref: "R-2031",
      reportedBy: "Sam Hale",
      service: "Housing",
      sent: when,
      earlierReports: 0,
      seriousThreat: true,
      state,
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
    safetyAlert({ target, ref: "R-2031", service: "Housing", sent: when, to, state: { code: "open" }, passedOn: true }),
    safetyAlert({
      target,
      ref: "R-2031",
      service: "Housing",
      sent: when,
      to,
      state: { code: "acknowledged", by, when },
      passedOn: false,
    }),
  ]),
  ...approvalStates.map((state) => approvalRequest({ ...approval, state })),
  ...outcomes.map((outcome) => proposalOutcome({ target, ref: "P-0311", when, outcome })),
  letterTask({
    target,
    proposalRef: "P-0311",
    customerRef: "C-1042",
    startsOn: dates.startsOn,
    state: { code: "open" },
  }),
  letterTask({
    target,
    proposalRef: "P-0311",
    customerRef: "C-1042",
    startsOn: dates.startsOn,
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
      insteadOf: "Sam Hale",
    }),
    alertChannel({ ...masked, state }),
  ]),
  alertChannel({
    ...masked,
    outcome: "conditional",
    service: null,
    reached: 0,
    told: { code: "instead", who: "the service manager" },
  }),
  alertChannel({ ...masked, told: { code: "nobody" } }),
  ...matchStates.flatMap((state) => [
    someoneElse({ target, ref: "A-0917", service: "Housing", when, state }),
    possibleMatch({
      target,
      ref: "A-0918",
      service: null,
      channel: "home_visit",
      direction: "outbound",
      occurred: when,
      state,
    }),
  ]),
  alertPointOfContact({ target, ref: "A-0917", customerRef: "C-1042", channel: "email", occurred: when }),
  arrangementEnded({ ref: "AR-0007", customerRef: "C-1042", endedOn: dates.endsOn }),
  channelNotice({ chosenBy: by, when }),
  channelFault({ faults: CHANNEL_FAULTS }),
  manyChecks({ officer: "Sam Hale" }),
];

/** Shown to one person, in a modal, a dialog or privately. */
export const TOLD: readonly Card[] = [
  reportDetails({
    ref: "R-2031",
    reportedBy: "Sam Hale",
    service: "Housing",
    happened: when,
    channel: "phone",
    customer: { ref: "C-1042", name: "Alex Morgan", phone: "07700 900123" },
    behaviours: ["abusive_language", "threat"],
    what: text,
    opinion: text,
    more: { "Done at once": "Ended the call" },
    seriousThreat: true,
  }),
  ...[{ questions: { by, text: "Was the side of the customer asked?" } }, { rejection: { by, text } }].map((ended) =>
    proposalDetails({
      ref: "P-0311",
      customer: { ref: "C-1042", name: "Alex Morgan" },
      askedBy: "Jordan Reid, Housing",
      arrangement,
      where: "With every service",
      ...dates,
      before,
      reason: text,
      incidents: [{ ref: "R-2031", happened: when, what: text }],
      ...ended,
    }),
  ),
  ...[true, false].map((asksWho) =>
    alertDetails({
      ...alert,
      customer: { ref: "C-1042", name: "Alex Morgan" },
      seen: ["07700 900123"],
      officer: "Sam Hale",
      service: null,
      restrictions: [{ words: "One named officer only.", clause: "7.3.4", outcome: "breach", until: "2026-09-04" }],
      asksWho,
    }),
  ),
  letterText({ customerRef: "C-1042", text: `Dear Alex Morgan\n\n${"We have decided this. ".repeat(30)}\n\nYours` }),
  ...answers.map((answer) => checkAnswer({ asked: "That number", checked: when, manyChecks: false, answer })),
  checkAnswer({ asked: "C-1042", checked: when, manyChecks: true, answer: { code: "nothing" } }),
  registerList({ pageTargetId: "page", page: 1, pages: 1, total: 0, rows: [] }),
  registerList({
    pageTargetId: "page",
    page: 2,
    pages: 3,
    total: 20,
    rows: Array.from({ length: 8 }, (_, index) => ({
      target: { id: `a${index}`, version: 1 },
      customerRef: `C-10${index}`,
      kinds: ["one named officer only"],
      endsOn: "2026-09-04",
      reviewOn: "2026-08-03",
    })),
  }),
  registerEntry({
    customer: { ref: "C-1042", name: "Alex Morgan" },
    arrangementRef: "AR-0007",
    arrangement,
    where: "With every service",
    ...dates,
    decidedBy: seniors,
    policy: "Persistent and abusive behaviour, version 1",
    toldOn: null,
  }),
  ...refusals.map(refusal),
  done({ title: "Alert acknowledged", next: "The register team sees that you have it." }),
];

const offered = FORM_KINDS.map((kind) => ({ kind, clause: "7.3.4" }));
const officers = [{ value: "p.shah@northmoor.example", label: "Priya Shah, Housing" }];
const DETAILS_FACTS: ProposalDetailsFacts = {
  target,
  kinds: FORM_KINDS,
  service: "Housing",
  ...dates,
  maxMonths: 12,
  officers,
  identifiers: [{ value: "i1", label: "07700 900123" }],
  before: { parameters: {}, reason: null, organisationWide: false, scopeReason: null, exclusive: [] },
};
/** A draft, or a proposal that came back: all that was entered stands in the form again. */
const ENTERED_DETAILS: ProposalDetailsFacts["before"] = {
  parameters: {
    named_officer: { officer: "p.shah@northmoor.example", channels: ["email"] },
    call_times: { days: ["tuesday"], windows: [{ from: "10:00", to: "12:00" }], maxMinutes: 10 },
  },
  reason: text,
  organisationWide: true,
  scopeReason: "Contact was with 4 services.",
  exclusive: ["i1"],
};
const NOTHING_ENTERED: ProposalKindsFacts["before"] = { kinds: [], steps: [], bypass: null, bypassReason: null };
const ENTERED_KINDS: ProposalKindsFacts["before"] = {
  kinds: ["named_officer"],
  steps: [{ step: "warning", on: "2026-02-16", how: "letter", by: null }],
  bypass: "serious_threat",
  bypassReason: text,
};
export const ALL_FORMS: readonly Form[] = [
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
    customerRef: "C-1042",
    name: "Alex Morgan",
    before: NOTHING_ENTERED,
  }),
  proposalKindsForm({
    target,
    reportRef: "R-2031",
    offered,
    steps: [{ step: "warning", how: ["letter"] }],
    bypass: [{ code: "serious_threat", words: "a serious threat of violence was made" }],
    whoIsMissing: false,
    before: ENTERED_KINDS,
  }),
  proposalDetailsForm(DETAILS_FACTS),
  proposalDetailsForm({ ...DETAILS_FACTS, before: ENTERED_DETAILS }),
  proposalDetailsForm({ ...DETAILS_FACTS, officers: [], identifiers: [] }),
  proposalConfirmForm({
    target,
    customerRef: "C-1042",
    arrangement,
    where: "With every service",
    ...dates,
    before,
    reason: text,
    exclusive: ["07700 900123"],
  }),
  approveConfirmForm({ target, ref: "P-0311", customerRef: "C-1042", arrangement, ...dates, reasonRequired: false }),
  returnForm({ target, ref: "P-0311" }),
  rejectForm({ target, ref: "P-0311" }),
  allowedForm({ target, ref: "A-0917" }),
  letterSentForm({ target, customerRef: "C-1042", today: "2026-03-05" }),
];
