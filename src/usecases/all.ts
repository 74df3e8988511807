/** Every use case on one context: what main.ts hands to the desk, the jobs and the intake. */
import { acknowledgeSafetyAlert } from "./acknowledge-safety-alert.ts";
import { answerAlert } from "./alerts/answer-alert.ts";
import { judgeMatch } from "./alerts/judge-match.ts";
import { openAlert } from "./alerts/open-alert.ts";
import { readNotSame, readNotSameEntry } from "./alerts/read-not-same.ts";
import { revokeNotSame } from "./alerts/revoke-not-same.ts";
import { checkContact } from "./check-contact.ts";
import { chooseChannel } from "./choose-channel.ts";
import type { Context } from "./context.ts";
import { decideProposal } from "./decide/decide-proposal.ts";
import { declareInterest } from "./decide/declare-interest.ts";
import { prepareDecision } from "./decide/prepare-decision.ts";
import { prepareWithdrawal, withdrawProposal } from "./decide/withdraw-proposal.ts";
import { endDelegation } from "./delegate/end-delegation.ts";
import { makeDelegation } from "./delegate/make-delegation.ts";
import { checkChannel } from "./delivery/check-channel.ts";
import { recordEnding } from "./delivery/record-ending.ts";
import { takeDelivery } from "./delivery/take-delivery.ts";
import { findPeople, namePeople } from "./directory/find-people.ts";
import { prepareOfficer, readOfficer, readStaff } from "./directory/read-staff.ts";
import { saveOfficer } from "./directory/save-officer.ts";
import { giveReport } from "./give-report.ts";
import { identify } from "./identify.ts";
import { answerAdjustments, prepareAdjustments } from "./propose/answer-adjustments.ts";
import { answerGates } from "./propose/answer-gates.ts";
import { detailProposal } from "./propose/detail-proposal.ts";
import { prepareDetails, prepareEdit, prepareStart } from "./propose/prepare-proposal.ts";
import { readProposal } from "./propose/read-proposal.ts";
import { checkSettling, prepareSettling, settleComplaint } from "./propose/settle-complaint.ts";
import { startProposal } from "./propose/start-proposal.ts";
import { submitProposal } from "./propose/submit-proposal.ts";
import { readCase } from "./read-case.ts";
import { readIncident } from "./read-incident.ts";
import { readLetter } from "./read-letter.ts";
import { readRegister, readRegisterEntry } from "./read-register.ts";
import { readWork } from "./read-work.ts";
import { recordLetterSent } from "./record-letter-sent.ts";
import { reportContact } from "./report-contact.ts";
import { screenFromChat } from "./screen-from-chat.ts";
import { prepareSearch, readSearch, searchRegister } from "./search-register.ts";
import { answerSocialWork, readSocialWork, recordSocialWorkAttempt } from "./social-work/answer-social-work.ts";
import { readAdvice, recordAdvice } from "./steps/advice-task.ts";
import { prepareStep } from "./steps/prepare-step.ts";
import { takeStep } from "./steps/take-step.ts";
import { sweep, sweepOldContacts } from "./sweep.ts";
import { noFurtherAction, prepareTriage } from "./triage.ts";

export function createUseCases(context: Context) {
  return {
    acknowledgeSafetyAlert: acknowledgeSafetyAlert(context),
    answerAdjustments: answerAdjustments(context),
    answerAlert: answerAlert(context),
    answerGates: answerGates(context),
    answerSocialWork: answerSocialWork(context),
    checkChannel: checkChannel(context),
    checkContact: checkContact(context),
    chooseChannel: chooseChannel(context),
    decideProposal: decideProposal(context),
    declareInterest: declareInterest(context),
    detailProposal: detailProposal(context),
    endDelegation: endDelegation(context),
    findPeople: findPeople(context),
    giveReport: giveReport(context),
    identify: identify(context),
    judgeMatch: judgeMatch(context),
    makeDelegation: makeDelegation(context),
    namePeople: namePeople(context),
    prepareTriage: prepareTriage(context),
    noFurtherAction: noFurtherAction(context),
    openAlert: openAlert(context),
    prepareAdjustments: prepareAdjustments(context),
    prepareDecision: prepareDecision(context),
    prepareDetails: prepareDetails(context),
    prepareOfficer: prepareOfficer(context),
    prepareEdit: prepareEdit(context),
    prepareSearch: prepareSearch(context),
    prepareSettling: prepareSettling(context),
    checkSettling: checkSettling(context),
    prepareStart: prepareStart(context),
    prepareStep: prepareStep(context),
    prepareWithdrawal: prepareWithdrawal(context),
    readAdvice: readAdvice(context),
    readCase: readCase(context),
    readIncident: readIncident(context),
    readLetter: readLetter(context),
    readNotSame: readNotSame(context),
    readNotSameEntry: readNotSameEntry(context),
    readOfficer: readOfficer(context),
    readProposal: readProposal(context),
    readRegister: readRegister(context),
    readRegisterEntry: readRegisterEntry(context),
    readSearch: readSearch(context),
    readStaff: readStaff(context),
    readWork: readWork(context),
    recordAdvice: recordAdvice(context),
    recordEnding: recordEnding(context),
    recordLetterSent: recordLetterSent(context),
    recordSocialWorkAttempt: recordSocialWorkAttempt(context),
    readSocialWork: readSocialWork(context),
    reportContact: reportContact(context),
    saveOfficer: saveOfficer(context),
    screenFromChat: screenFromChat(context),
    searchRegister: searchRegister(context),
    revokeNotSame: revokeNotSame(context),
    settleComplaint: settleComplaint(context),
    startProposal: startProposal(context),
    submitProposal: submitProposal(context),
    sweep: sweep(context),
    sweepOldContacts: sweepOldContacts(context),
    takeDelivery: takeDelivery(context),
    takeStep: takeStep(context),
    withdrawProposal: withdrawProposal(context),
  };
}

export type UseCases = ReturnType<typeof createUseCases>;
