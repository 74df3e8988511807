/** Every use case on one context: what main.ts hands to the desk, the jobs and the intake. */
import { acknowledgeSafetyAlert } from "./acknowledge-safety-alert.ts";
import { answerAlert } from "./alerts/answer-alert.ts";
import { judgeMatch } from "./alerts/judge-match.ts";
import { openAlert } from "./alerts/open-alert.ts";
import { checkContact } from "./check-contact.ts";
import { chooseRegisterChannel } from "./choose-register-channel.ts";
import type { Context } from "./context.ts";
import { decideProposal } from "./decide/decide-proposal.ts";
import { declareInterest } from "./decide/declare-interest.ts";
import { prepareDecision } from "./decide/prepare-decision.ts";
import { checkChannel, recordEnding, takeDelivery } from "./delivery/take-delivery.ts";
import { identify } from "./identify.ts";
import { detailProposal } from "./propose/detail-proposal.ts";
import { prepareDetails, prepareStart } from "./propose/prepare-proposal.ts";
import { readProposal } from "./propose/read-proposal.ts";
import { startProposal } from "./propose/start-proposal.ts";
import { submitProposal } from "./propose/submit-proposal.ts";
import { readIncident } from "./read-incident.ts";
import { readLetter } from "./read-letter.ts";
import { readRegister, readRegisterEntry } from "./read-register.ts";
import { recordLetterSent } from "./record-letter-sent.ts";
import { reportContact } from "./report-contact.ts";
import { sweep, sweepOldContacts } from "./sweep.ts";
import { noFurtherAction } from "./triage.ts";

export function createUseCases(context: Context) {
  return {
    acknowledgeSafetyAlert: acknowledgeSafetyAlert(context),
    answerAlert: answerAlert(context),
    checkChannel: checkChannel(context),
    checkContact: checkContact(context),
    chooseRegisterChannel: chooseRegisterChannel(context),
    decideProposal: decideProposal(context),
    declareInterest: declareInterest(context),
    detailProposal: detailProposal(context),
    identify: identify(context),
    judgeMatch: judgeMatch(context),
    noFurtherAction: noFurtherAction(context),
    openAlert: openAlert(context),
    prepareDecision: prepareDecision(context),
    prepareDetails: prepareDetails(context),
    prepareStart: prepareStart(context),
    readIncident: readIncident(context),
    readLetter: readLetter(context),
    readProposal: readProposal(context),
    readRegister: readRegister(context),
    readRegisterEntry: readRegisterEntry(context),
    recordEnding: recordEnding(context),
    recordLetterSent: recordLetterSent(context),
    reportContact: reportContact(context),
    startProposal: startProposal(context),
    submitProposal: submitProposal(context),
    sweep: sweep(context),
    sweepOldContacts: sweepOldContacts(context),
    takeDelivery: takeDelivery(context),
  };
}

export type UseCases = ReturnType<typeof createUseCases>;
