/** The third step of a proposal: what the gates ask that nobody but the proposer can say (CASEWORK section 2). */
import { isDeepStrictEqual } from "node:util";
import { and, eq } from "drizzle-orm";
import { appendAudit } from "../../../db/queries/audit.ts";
import {
  kindsOf,
  lockProposalsOfCase,
  type ProposalRow,
  restrictionsOf,
  versionAfter,
} from "../../../db/queries/proposals.ts";
import { proposal } from "../../../db/schema/index.ts";
import { interactive, type Tx } from "../../../db/transaction.ts";
import { type Holding, holds } from "../../policy/gates/ask-gates.ts";
import { carryLinks } from "../../policy/gates/report-links.ts";
import { type Offer, stillGiven, takeOffer } from "../../policy/needs/offer.ts";
import type { Actor, Context } from "../context.ts";
import { askAnew } from "../decide/ask-anew.ts";
import { lookAgain } from "../decide/look-again.ts";
import { askSocialWork } from "../social-work/ask-social-work.ts";
import { ProposalAnswers } from "./answers.ts";
import { type Assessed, assess } from "./assess.ts";
import { auditComplaint, officersNamed } from "./complained-about.ts";
import { type CustomerFact, type CustomerFacts, loadCustomerFacts, recordCustomerFacts } from "./customer-facts.ts";
import { noteInDrafts, saidUnread, withoutUnread } from "./facts-meanwhile.ts";
import { linkReports } from "./link-reports.ts";
import { type ProposalGone, refuseProposer } from "./refuse-proposer.ts";

export type AnswerGates = {
  readonly actor: Actor;
  readonly proposal: string;
  readonly answers: ProposalAnswers;
  /** What is known of the customer, and stays with them; what is left out stays as it was. */
  readonly about: Partial<CustomerFacts>;
  /** Work e-mails of the officers whom the customer complained about; left out, it stays as it was. */
  readonly complainedAbout?: readonly string[];
  /** The version of the proposal that the form was opened with, and knows the customer as of; left out, it is what it is now. */
  readonly opened?: number;
  /** The alternative that the proposer takes with one press. */
  readonly offer: Offer | null;
};

export type AnswerOutcome =
  /** `waiting`: gates that wait for somebody else, such as Social Work; the proposal goes out when they have answered. */
  | { readonly code: "saved"; readonly assessed: Assessed; readonly waiting: readonly Holding[] }
  /**
   * `strangers`: what was given as an officer's work e-mail and is nobody's, as it was typed. `unread`: what somebody else recorded of the
   * customer since the form was opened, and it says otherwise; it stays on record.
   */
  | {
      readonly code: "faults";
      readonly assessed: Assessed;
      readonly faults: readonly Holding[];
      readonly strangers: readonly string[];
      readonly unread: readonly CustomerFact[];
    }
  | ProposalGone;

/** Saves the answers and asks the gates; a question to Social Work goes out at once. What was typed is kept, faults or not. */
export function answerGates({ db, now, chats }: Context) {
  return async (command: AnswerGates): Promise<AnswerOutcome> =>
    await interactive(db, command.actor.organisation, async (tx) => {
      const { actor } = command;
      const at = now();
      const ofCase = await lockProposalsOfCase(tx, actor.organisation, command.proposal);
      const row = ofCase.find(({ id }) => id === command.proposal);
      const gone = await refuseProposer(tx, row, { actor, now, chats });
      if (!row || gone) return gone ?? { code: "unknown-target" };

      const { unread, said } = await readAsOf(tx, row, command);
      const { about, changed } = await recordCustomerFacts(tx, row, { said, by: actor.officer, at });
      const { known, strangers } = await officersNamed(tx, row, command);
      // An alternative is one for the customer as the form describes them.
      const taken = unread.length > 0 ? { ...command, offer: null } : command;
      const saved = await save(tx, row, { command: taken, about, complainedAbout: known });
      const complained = !isDeepStrictEqual(known, row.complainedAbout);
      const others = ofCase.filter(({ id }) => id !== row.id);
      await noteInDrafts(tx, others, { changed, by: actor.officer, at });
      if (complained) await auditComplaint(tx, saved, { by: actor.officer, at });
      await askAnew(
        tx,
        others,
        row.complainedAbout.filter((id) => !known.includes(id)),
      );
      await linkReports(tx, row, {
        by: actor.officer,
        at,
        to: (links) => carryLinks(links, kindsOf(saved)),
      });
      await appendAudit(tx, {
        organisation: row.organisationId,
        at,
        event: "proposal-changed",
        by: actor.officer,
        subject: { kind: "proposal", id: row.id },
        facts: { version: saved.version },
      });
      await askSocialWork(tx, await assess(tx, saved, { now: at, chats }), { actor, at, chats });
      // What was said of the customer concerns what others have asked for.
      if (changed.length > 0 || complained) await lookAgain(tx, others, { at, chats });
      const assessed = await assess(tx, saved, { now: at, chats });
      const held = assessed.gates.filter(holds);
      const waiting = held.filter(({ gate }) => gate === "social_work");
      const faults = held.filter(({ gate }) => gate !== "social_work");
      return faults.length + strangers.length + unread.length > 0
        ? { code: "faults", assessed, faults, strangers, unread }
        : { code: "saved", assessed, waiting };
    });
}

/** What is to be recorded of the customer, and what the form did not show as it is. */
async function readAsOf(tx: Tx, row: ProposalRow, { about, opened = row.version }: AnswerGates) {
  if (opened >= row.version) return { unread: [], said: about };
  const known = await loadCustomerFacts(tx, row, { lock: true });
  const unread = await saidUnread(tx, row, { said: about, known, opened });
  return { unread, said: withoutUnread(about, { known, unread }) };
}

async function save(
  tx: Tx,
  row: ProposalRow,
  {
    command: { answers, offer },
    about,
    complainedAbout,
  }: { command: AnswerGates; about: CustomerFacts; complainedAbout: string[] },
): Promise<ProposalRow> {
  const before = { restrictions: restrictionsOf(row), provisions: answers.provisions };
  const terms = offer ? takeOffer(before, offer) : before;
  const change = {
    complainedAbout,
    answers: { ...answers, lacking: stillLacking(row, answers), provisions: stillGiven(terms.provisions, about) },
    ...(offer
      ? { restrictions: terms.restrictions.map(({ kind, clause, parameters }) => ({ kind, clause, parameters })) }
      : {}),
  };
  const [saved] = await tx
    .update(proposal)
    .set({ ...change, version: versionAfter(row, change) })
    .where(and(eq(proposal.organisationId, row.organisationId), eq(proposal.id, row.id)))
    .returning();
  return saved ?? row;
}

/** What was found lacking stays so until it is written anew what was considered: sending the form again gives nothing. */
function stillLacking(row: ProposalRow, { adjustments }: ProposalAnswers): boolean {
  const before = ProposalAnswers.parse(row.answers);
  return before.lacking && before.adjustments === adjustments;
}
