/** The case of a proposal in full, for those entitled; and its words that the second screen of a decision says too. */
import { proposalDetails } from "../../../cards/proposal-details.ts";
import { mayMove } from "../../policy/approval/moves.ts";
import { stillDecidable } from "../../policy/approval/still-decidable.ts";
import { arrangementSentences } from "../../policy/arrangement/arrangement-sentence.ts";
import { listOf } from "../../policy/arrangement/uk-words.ts";
import { isTheirs } from "../../policy/staff/left-to-the-team.ts";
import { localDate } from "../../policy/working-time/dates.ts";
import type { Actor } from "../../usecases/context.ts";
import type { Assessed } from "../../usecases/propose/assess.ts";
import type { ReadProposal } from "../../usecases/propose/read-proposal.ts";
import { answersInWords } from "./gate-answers.ts";
import { type OnPress, refusedAs } from "./handler.ts";
import { earlierInWords, judgedInWords } from "./judgement-words.ts";
import { linksInWords } from "./links-in-words.ts";
import { beforeWords } from "./propose/before-words.ts";

export type CaseDeps = {
  readonly readProposal: (command: { actor: Actor; proposal: string }) => Promise<ReadProposal>;
};

/** What the restrictions say, each once. */
export const sentences = ({ restrictions, wording }: Assessed): readonly string[] =>
  arrangementSentences(restrictions, wording);

/** From when, until when and when it is reviewed, as ISO dates; empty while they are not entered. */
export function dates({ row, organisation }: Assessed) {
  const day = (at: Date | null) => (at ? localDate(at, organisation.timeZone) : "");
  return { startsOn: day(row.startsAt), endsOn: day(row.endsAt), reviewOn: row.reviewOn ?? "" };
}

function seesTo({ row: { proposedBy }, staff }: Assessed, { officer: id, roles }: Actor): boolean {
  return isTheirs({ proposedBy, proposer: staff.find((one) => one.id === proposedBy) }, { id, roles });
}

/** Whether they were asked, and may still decide. */
function waitsFor({ record, staff, pack, parts }: Assessed, { officer }: Actor): boolean {
  const isAsked = parts.approvers.some(({ officerId }) => officerId === officer);
  return isAsked && stillDecidable(record, staff, pack).may.includes(officer);
}

export const openCase =
  ({ readProposal }: CaseDeps): OnPress =>
  async (actor, { target }) => {
    const read = await readProposal({ actor, proposal: target.id });
    if (read.code !== "opened") return refusedAs(read.code);
    const { assessed, customer, incidents, earlier, mayReadHistory, owesAdjustments } = read;
    const { row, nameOf } = assessed;
    const card = proposalDetails({
      target: { id: row.id, version: row.version },
      toDecide: row.state === "submitted" && waitsFor(assessed, actor),
      mayReadHistory,
      owesAdjustments,
      mayWithdraw: seesTo(assessed, actor) && mayMove(row.state, "withdrawn"),
      ref: row.ref,
      customer,
      askedBy: nameOf(row.proposedBy),
      arrangement: sentences(assessed),
      where: row.services ? listOf(row.services) : "every service",
      ...dates(assessed),
      judged: judgedInWords(assessed.judged),
      earlier: earlier.map((one) => earlierInWords(one, actor.timeZone)),
      before: beforeWords(assessed),
      reason: row.reason ?? "",
      explainedBy: linksInWords(assessed),
      answers: answersInWords(assessed),
      incidents: incidents.map(({ ref, occurredAt, whatHappened, place, injury, evidence }) => ({
        ref,
        happened: { at: occurredAt, timeZone: actor.timeZone },
        what: whatHappened,
        place,
        injury,
        evidence,
      })),
      // The newest questions of one that is returned stand at the top, and wait for an answer.
      answered: (row.state === "returned" ? row.exchanges.slice(0, -1) : row.exchanges).map(
        ({ by, question, answer }) => ({ by: nameOf(by), question, answer }),
      ),
      ...(row.decisionReason && row.decidedBy && row.state === "returned"
        ? { questions: { by: nameOf(row.decidedBy), text: row.decisionReason } }
        : {}),
      ...(row.decisionReason && row.decidedBy && row.state === "rejected"
        ? { rejection: { by: nameOf(row.decidedBy), text: row.decisionReason } }
        : {}),
    });
    return { kind: "told", card };
  };
