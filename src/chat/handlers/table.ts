/** Which handler answers which button and which form. A table, long on purpose. */
import type { ActionName, FormName } from "../../../cards/actions.ts";
import { type AdjustmentsDeps, openAdjustments, sendAdjustments } from "./adjustments.ts";
import {
  type AlertDeps,
  acknowledge,
  judge,
  openAllowed,
  openDetails,
  openSomeoneElse,
  sendAllowed,
  sendSomeoneElse,
} from "./alerts.ts";
import { type CheckDeps, openCheck, sendCheck } from "./check.ts";
import { type ComplaintDeps, openSettling, sendSettling } from "./complaints.ts";
import { type DecideDeps, openDecision, openInterest, sendDecision, sendInterest } from "./decide.ts";
import { type DelegateDeps, openDelegate, openEndDelegation, sendDelegate, sendEndDelegation } from "./delegate.ts";
import type { OnPress, OnSubmit } from "./handler.ts";
import { type LetterDeps, openLetter, openLetterSent, sendLetterSent } from "./letter.ts";
import { confirmCheckAgain, type NotSameDeps, openCheckAgain, openNotSame, openNotSamePage } from "./not-same.ts";
import type { PeopleDeps } from "./people.ts";
import { type CaseDeps, openCase } from "./proposal-case.ts";
import { confirmProposal } from "./propose/confirm.ts";
import type { ProposeDeps } from "./propose/deps.ts";
import { sendDetails } from "./propose/details.ts";
import { sendGates } from "./propose/gates.ts";
import { editProposal, openProposal, sendKinds } from "./propose/kinds.ts";
import { openRegisterEntry, openRegisterPage, type RegisterDeps } from "./register.ts";
import { openReport, type ReportDeps, reportFromAlert, sendReport } from "./report.ts";
import { type ScreenDeps, sendScreen } from "./screen.ts";
import { openFoundPage, openSearch, sendSearch } from "./search.ts";
import { openAttempt, openSocialWork, type SocialWorkDeps, sendAttempt, sendSocialWork } from "./social-work.ts";
import {
  openStaffAdd,
  openStaffChange,
  openStaffEntry,
  openStaffPage,
  sendStaffAdd,
  sendStaffChange,
} from "./staff.ts";
import { openAdvice, openAdviceGiven, openStep, type StepDeps, sendAdviceGiven, sendStep } from "./steps.ts";
import {
  acknowledgeSafety,
  giveToSenior,
  openCaseHistory,
  openNoFurtherAction,
  readReport,
  sendNoFurtherAction,
  type TriageDeps,
} from "./triage.ts";
import { openWithdrawal, sendWithdrawal, type WithdrawDeps } from "./withdraw.ts";
import { openWorkPage, type WorkDeps } from "./work.ts";

export type HandlerDeps = AdjustmentsDeps &
  AlertDeps &
  CaseDeps &
  CheckDeps &
  ComplaintDeps &
  DecideDeps &
  DelegateDeps &
  LetterDeps &
  NotSameDeps &
  PeopleDeps &
  ProposeDeps &
  RegisterDeps &
  ReportDeps &
  SocialWorkDeps &
  StepDeps &
  ScreenDeps &
  TriageDeps &
  WithdrawDeps &
  WorkDeps;

/** What answers each button. */
export function pressHandlers(deps: HandlerDeps): Readonly<Record<ActionName, OnPress>> {
  return {
    report: openReport(deps),
    check: openCheck(),
    "triage-read": readReport(deps),
    "triage-no-further-action": openNoFurtherAction(deps),
    "triage-propose": openProposal(deps),
    "triage-advice": openStep(deps, "advice"),
    "triage-warning": openStep(deps, "warning"),
    "triage-give": giveToSenior(deps),
    "advice-read": openAdvice(deps),
    "advice-given": openAdviceGiven(deps),
    "safety-acknowledge": acknowledgeSafety(deps),
    "proposal-read": openCase(deps),
    "proposal-edit": editProposal(deps),
    "proposal-withdraw": openWithdrawal(deps),
    "delegation-end": openEndDelegation(),
    "social-work-answer": openSocialWork(deps),
    "social-work-attempt": openAttempt(deps),
    "adjustments-answer": openAdjustments(deps),
    approve: openDecision(deps, "approve"),
    return: openDecision(deps, "return"),
    reject: openDecision(deps, "reject"),
    "declare-interest": openInterest(),
    "alert-acknowledge": acknowledge(deps),
    "alert-someone-else": openSomeoneElse(),
    "alert-allowed": openAllowed(deps),
    "alert-report": reportFromAlert(deps),
    "alert-open": openDetails(deps),
    "match-same": judge(deps, true),
    "match-not-same": judge(deps, false),
    "letter-read": openLetter(deps),
    "letter-sent": openLetterSent(deps),
    "register-page": openRegisterPage(deps),
    "register-entry": openRegisterEntry(deps),
    "register-find": openSearch(deps),
    "register-found": openFoundPage(deps),
    delegate: (actor) => Promise.resolve(openDelegate(deps, actor)),
    "case-history": openCaseHistory(deps),
    "complaint-settle": openSettling(deps),
    "work-page": openWorkPage(deps),
    "staff-page": openStaffPage(deps),
    "staff-open": openStaffEntry(deps),
    "staff-change": openStaffChange(deps),
    "staff-add": openStaffAdd(deps),
    "not-same-page": openNotSamePage(deps),
    "not-same-open": openNotSame(deps),
    "not-same-check-again": openCheckAgain(deps),
  };
}

/** What answers each form. */
export function submissionHandlers(deps: HandlerDeps): Readonly<Record<FormName, OnSubmit>> {
  return {
    report: sendReport(deps),
    check: sendCheck(deps),
    screen: sendScreen(deps),
    "no-further-action": sendNoFurtherAction(deps),
    advice: sendStep(deps, "advice"),
    warning: sendStep(deps, "warning"),
    "advice-given": sendAdviceGiven(deps),
    "proposal-kinds": sendKinds(deps),
    "proposal-details": sendDetails(deps),
    "proposal-gates": sendGates(deps),
    "proposal-confirm": confirmProposal(deps),
    "social-work-answer": sendSocialWork(deps),
    "social-work-attempt": sendAttempt(deps),
    "adjustments-answer": sendAdjustments(deps),
    "complaint-settle": sendSettling(deps),
    "approve-confirm": sendDecision(deps, "approve"),
    return: sendDecision(deps, "return"),
    reject: sendDecision(deps, "reject"),
    withdraw: sendWithdrawal(deps),
    delegate: sendDelegate(deps),
    "delegation-end": sendEndDelegation(deps),
    interest: sendInterest(deps),
    "someone-else": sendSomeoneElse(deps),
    allowed: sendAllowed(deps),
    "letter-sent": sendLetterSent(deps),
    "register-find": sendSearch(deps),
    "staff-change": sendStaffChange(deps),
    "staff-add": sendStaffAdd(deps),
    "not-same-check-again": confirmCheckAgain(deps),
  };
}
