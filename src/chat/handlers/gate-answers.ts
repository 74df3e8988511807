/** What the proposer and Social Work answered, question by question, for the dialog of the case: never posted (WORDS). */
import { CHANNEL_WORDS } from "../../policy/arrangement/plain-words.ts";
import { listOf, sentenceCase, ukDate } from "../../policy/arrangement/uk-words.ts";
import { provisionWords } from "../../policy/arrangement/wording.ts";
import { groundOf } from "../../policy/gates/ground.ts";
import { NEED_WORDS } from "../../policy/needs/need-words.ts";
import type { MatterKind, MeetingsAnswer } from "../../policy/vocabulary.ts";
import { localDate } from "../../policy/working-time/dates.ts";
import type { ProposalAnswers } from "../../usecases/propose/answers.ts";
import type { Assessed } from "../../usecases/propose/assess.ts";
import type { CustomerFacts } from "../../usecases/propose/customer-facts.ts";

/** Only what was answered. */
export function answersInWords(assessed: Assessed): Readonly<Record<string, string>> {
  const { answers, about, pack } = assessed;
  const ground = groundOf(answers.limb, pack);
  const all: Readonly<Record<string, string | null>> = {
    "Ground of the policy": ground ? sentence(ground.words) : null,
    "The customer's own matter": matterWords(answers),
    "The customer's side": accountWords(answers),
    "What the customer needs": about.needs.length > 0 ? sentence(listOf(about.needs.map((n) => NEED_WORDS[n]))) : null,
    "Adjustments considered": answers.adjustments,
    "Something needed that the restrictions do not give": answers.lacking ? "Yes." : null,
    "Given beside the restrictions": provisionWords(answers.provisions).join(" ") || null,
    "Why not their care worker": answers.careWorkerDeclined,
    "Why nothing less would do": answers.nothingLess,
    "What was tailored": answers.tailored,
    "Council meetings and voting": answers.meetings ? MEETINGS[answers.meetings.answer] : null,
    "Age and capacity": capacityWords(about),
    "Why it is in their best interest": answers.bestInterest,
    "Social Work": socialWorkWords(assessed),
  };
  return Object.fromEntries(Object.entries(all).flatMap(([question, answer]) => (answer ? [[question, answer]] : [])));
}

const sentence = (words: string): string => `${sentenceCase(words)}.`;

const MATTERS: Readonly<Record<MatterKind, string>> = {
  complaint: "A complaint",
  appeal: "An appeal",
  other: "Something else they asked for",
  none: "No matter of their own",
};

const MEETINGS: Readonly<Record<MeetingsAnswer, string>> = {
  none_held: "None are held there.",
  left_out: "They are left out.",
  decided_separately: "Decided separately.",
};

function matterWords({ matter }: ProposalAnswers): string | null {
  if (!matter) return null;
  const reference = matter.reference ? ` ${matter.reference}` : "";
  const answered = matter.answeredOn ? `, answered ${ukDate(matter.answeredOn)}` : "";
  return `${MATTERS[matter.kind]}${reference}${answered}.`;
}

function accountWords({ account }: ProposalAnswers): string | null {
  if (!account) return null;
  return account.code === "asked"
    ? `Asked by ${CHANNEL_WORDS[account.how]}, ${ukDate(account.on)}.`
    : `Not asked: ${account.why}`;
}

function capacityWords({ minor, lacksCapacity }: CustomerFacts): string | null {
  if (minor === null || lacksCapacity === null) return null;
  const known = [...(minor ? ["under 18"] : []), ...(lacksCapacity ? ["lacks capacity"] : [])];
  return known.length > 0 ? sentence(listOf(known)) : "Not under 18, and not known to lack capacity.";
}

function careWorkerWords({ name, body, phone, email }: NonNullable<Assessed["careWorker"]>): string {
  return [name, body, phone, email].filter(Boolean).join(", ");
}

/** Whom the question did not reach was not asked. */
function notAnswered({ putTo, reached, attempts }: NonNullable<Assessed["question"]>, askedOn: string): string {
  const tries = (how: string) => attempts.map((one) => ` ${how} ${ukDate(one.on)}: ${one.how}`).join("");
  if (putTo.length > 0) return `Asked ${askedOn}, not answered.${tries("Asked again")}`;
  const instead = reached ? `The register team was asked ${askedOn}.` : "Nor could anybody of the register team.";
  return `No liaison could be reached. ${instead}${tries("Tried")}`;
}

function socialWorkWords({ question, organisation, careWorker }: Assessed): string | null {
  if (!question) return null;
  const day = (at: Date) => ukDate(localDate(at, organisation.timeZone));
  if (!question.answeredAt) return notAnswered(question, day(question.askedAt));
  return [
    `${question.known ? "Known to them" : "Not known to them"}, ${day(question.answeredAt)}.`,
    ...(careWorker ? [`Their social or care worker: ${careWorkerWords(careWorker)}.`] : []),
    ...(question.note ? [question.note] : []),
  ].join("\n");
}
