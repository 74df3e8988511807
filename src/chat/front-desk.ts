/** The counter for both chats: who is it, which handler, and an answer for every end that it can come to. */
import type { ActionName, FormName } from "../../cards/actions.ts";
import type { Identity } from "../usecases/identify.ts";
import type { Account, Answer, Command, Desk, Shortcut } from "./desk.ts";
import {
  type AlertDeps,
  acknowledge,
  judge,
  openAllowed,
  openDetails,
  sendAllowed,
  someoneElse,
} from "./handlers/alerts.ts";
import { type CheckDeps, emptyCheck, openCheck, sendCheck } from "./handlers/check.ts";
import { type DecideDeps, openCase, openDecision, pressInterest, sendDecision } from "./handlers/decide.ts";
import {
  type DelegateDeps,
  openDelegate,
  openEndDelegation,
  sendDelegate,
  sendEndDelegation,
} from "./handlers/delegate.ts";
import { type OnPress, type OnSubmit, refused } from "./handlers/handler.ts";
import { type LetterDeps, openLetter, openLetterSent, sendLetterSent } from "./handlers/letter.ts";
import {
  confirmCheckAgain,
  type NotSameDeps,
  openCheckAgain,
  openNotSame,
  openNotSamePage,
} from "./handlers/not-same.ts";
import { confirmProposal } from "./handlers/propose/confirm.ts";
import type { ProposeDeps } from "./handlers/propose/deps.ts";
import { sendDetails } from "./handlers/propose/details.ts";
import { sendGates } from "./handlers/propose/gates.ts";
import { editProposal, openProposal, sendKinds } from "./handlers/propose/kinds.ts";
import { openRegisterEntry, openRegisterPage, type RegisterDeps, registerCommand } from "./handlers/register.ts";
import { emptyReport, openReport, type ReportDeps, reportFromAlert, sendReport } from "./handlers/report.ts";
import { emptyScreen, type ScreenDeps, sendScreen } from "./handlers/screen.ts";
import { openFoundPage, openSearch, sendSearch } from "./handlers/search.ts";
import {
  openAttempt,
  openSocialWork,
  type SocialWorkDeps,
  sendAttempt,
  sendSocialWork,
} from "./handlers/social-work.ts";
import {
  openStaffAdd,
  openStaffChange,
  openStaffEntry,
  openStaffPage,
  sendStaffAdd,
  sendStaffChange,
} from "./handlers/staff.ts";
import { openAdvice, openAdviceGiven, openStep, type StepDeps, sendAdviceGiven, sendStep } from "./handlers/steps.ts";
import {
  acknowledgeSafety,
  openCaseHistory,
  openNoFurtherAction,
  readReport,
  sendNoFurtherAction,
  type TriageDeps,
} from "./handlers/triage.ts";
import { openWithdrawal, sendWithdrawal, type WithdrawDeps } from "./handlers/withdraw.ts";
import { openWorkPage, type WorkDeps, workCard } from "./handlers/work.ts";

export type FrontDeskDeps = AlertDeps &
  CheckDeps &
  DecideDeps &
  DelegateDeps &
  LetterDeps &
  NotSameDeps &
  ProposeDeps &
  RegisterDeps &
  ReportDeps &
  SocialWorkDeps &
  StepDeps &
  ScreenDeps &
  TriageDeps &
  WithdrawDeps &
  WorkDeps & {
    readonly identify: (account: Account) => Promise<Identity>;
    /** What an error says of the database: away, or the answer to COMMIT lost; nothing when it is a bug. */
    readonly outage: (error: unknown) => "unavailable" | "unconfirmed" | undefined;
  };

/** Milliseconds to wait for the register to say who it is, before the report form opens without it. */
const WAIT_FOR_NAME = 700;

const UNAVAILABLE = refused({ code: "unavailable" });
const UNCONFIRMED = refused({ code: "unconfirmed" });

export function createFrontDesk(deps: FrontDeskDeps): Desk {
  const presses = pressHandlers(deps);
  const submissions = submissionHandlers(deps);
  const guarded = (answer: () => Promise<Answer>) => answering(deps, answer);
  return {
    command: async (command) => {
      const answer = await guarded(() => onCommand(deps, command));
      return command.command === "check-contact" ? saidAsNotChecked(answer) : answer;
    },
    shortcut: async (shortcut) => saidAsNotChecked(await guarded(() => onShortcut(deps, shortcut))),
    home: (from) => guarded(() => asOfficer(deps, from, (actor) => home(deps, actor))),
    press: (press) => {
      if (!isId(press.target.id)) return Promise.resolve(refused({ code: "unknown-target" }));
      return guarded(() => asOfficer(deps, press.from, (actor) => presses[press.action](actor, press)));
    },
    submit: async (submission) => {
      const { form, from, target } = submission;
      if (!isId(target.id)) return refused({ code: "unknown-target" });
      const answer = await guarded(() => asOfficer(deps, from, (actor) => submissions[form](actor, submission)));
      return form === "check" || form === "screen" ? saidAsNotChecked(answer) : answer;
    },
  };
}

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Buttons and forms travel through the chats and can be forged: what is no id is not looked up. */
function isId(id: string): boolean {
  return ID.test(id);
}

function pressHandlers(deps: FrontDeskDeps): Readonly<Record<ActionName, OnPress>> {
  return {
    report: openReport(deps),
    check: openCheck(),
    "triage-read": readReport(deps),
    "triage-no-further-action": openNoFurtherAction(deps),
    "triage-propose": openProposal(deps),
    "triage-advice": openStep(deps, "advice"),
    "triage-warning": openStep(deps, "warning"),
    "advice-read": openAdvice(deps),
    "advice-given": openAdviceGiven(deps),
    "safety-acknowledge": acknowledgeSafety(deps),
    "proposal-read": openCase(deps),
    "proposal-edit": editProposal(deps),
    "proposal-withdraw": openWithdrawal(deps),
    "delegation-end": openEndDelegation(),
    "social-work-answer": openSocialWork(deps),
    "social-work-attempt": openAttempt(deps),
    approve: openDecision(deps, "approve"),
    return: openDecision(deps, "return"),
    reject: openDecision(deps, "reject"),
    "declare-interest": pressInterest(deps),
    "alert-acknowledge": acknowledge(deps),
    "alert-someone-else": someoneElse(deps),
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

function submissionHandlers(deps: FrontDeskDeps): Readonly<Record<FormName, OnSubmit>> {
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
    "approve-confirm": sendDecision(deps, "approve"),
    return: sendDecision(deps, "return"),
    reject: sendDecision(deps, "reject"),
    withdraw: sendWithdrawal(deps),
    delegate: sendDelegate(deps),
    "delegation-end": sendEndDelegation(deps),
    allowed: sendAllowed(deps),
    "letter-sent": sendLetterSent(deps),
    "register-find": sendSearch(deps),
    "staff-change": sendStaffChange(deps),
    "staff-add": sendStaffAdd(deps),
    "not-same-check-again": confirmCheckAgain(deps),
  };
}

async function home(deps: FrontDeskDeps, actor: OfficerIdentity["actor"]): Promise<Answer> {
  return { kind: "told", card: await workCard(deps, actor, 1) };
}

async function onCommand(deps: FrontDeskDeps, command: Command): Promise<Answer> {
  switch (command.command) {
    case "report-contact":
      return await openReportAtOnce(deps, command.from);
    case "check-contact":
      return await asOfficer(deps, command.from, async () => emptyCheck(command.text));
    case "contact-register":
      return await asOfficer(deps, command.from, (actor) => registerCommand(deps, actor, command));
  }
}

async function onShortcut(deps: FrontDeskDeps, { from, shortcut, message }: Shortcut): Promise<Answer> {
  switch (shortcut) {
    case "screen-contact":
      return await asOfficer(deps, from, async (actor) => emptyScreen(actor, message, deps.now()));
  }
}

/**
 * The report form opens at once, also when the register is slow or away: who sends it is read again when it is sent.
 * Somebody on the phone has two free seconds.
 */
async function openReportAtOnce({ identify, now, outage }: FrontDeskDeps, from: Account): Promise<Answer> {
  const identity = await soon(identify(from)).catch((error: unknown) => {
    if (outage(error)) return undefined;
    throw error;
  });
  if (identity === undefined) return emptyReport(undefined, now());
  return identity.code === "officer" ? emptyReport(identity.actor, now()) : notAnOfficer(identity, from);
}

async function soon<T>(promise: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((done) => {
    timer = setTimeout(() => done(undefined), WAIT_FOR_NAME);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

type OfficerIdentity = Extract<Identity, { code: "officer" }>;

async function asOfficer(
  { identify }: FrontDeskDeps,
  from: Account,
  answer: (actor: OfficerIdentity["actor"]) => Promise<Answer>,
): Promise<Answer> {
  const identity = await soon(identify(from));
  if (identity === undefined) return UNAVAILABLE;
  return identity.code === "officer" ? await answer(identity.actor) : notAnOfficer(identity, from);
}

function notAnOfficer(identity: Exclude<Identity, OfficerIdentity>, { chat }: Account): Answer {
  switch (identity.code) {
    case "unlinked":
      return refused({
        code: "unlinked-account",
        chat: chat === "slack" ? "Slack" : "Teams",
        accountId: identity.account,
        administrators: identity.administrators,
      });
    case "gone":
      return refused({ code: "no-role", needs: ["people who work here now"], ask: [] });
    case "foreign":
      return refused({ code: "unknown-organisation" });
  }
}

/** An outage has words of its own; told it failed means that nothing was written (DESIGN decision 4). A bug goes on. */
async function answering({ outage }: FrontDeskDeps, answer: () => Promise<Answer>): Promise<Answer> {
  try {
    return await answer();
  } catch (error) {
    const code = outage(error);
    if (code === undefined) throw error;
    return code === "unavailable" ? UNAVAILABLE : UNCONFIRMED;
  }
}

/** A check that was not made is never silence, and never "nothing to keep to" (DESIGN section 7). */
function saidAsNotChecked(answer: Answer): Answer {
  return answer === UNAVAILABLE || answer === UNCONFIRMED ? refused({ code: "not-checked" }) : answer;
}
