/**
 * The letter that tells a customer what was decided (7.3, "the customer will be advised of the period of time"; "the
 * customer will be written to with details of the restricted contact arrangements"). Contents: CASEWORK section 1.
 */
import { arrangementSentences } from "../policy/arrangement/arrangement-sentence.ts";
import { PROTECTED_WORDS } from "../policy/arrangement/plain-words.ts";
import { listOf, ukDate } from "../policy/arrangement/uk-words.ts";
import { commonScope } from "../policy/arrangement/where-words.ts";
import { PROTECTED_REASONS } from "../policy/vocabulary.ts";
import { appealParagraphs, ombudsmanLines } from "./appeal-paragraphs.ts";
import type { DecisionRecord } from "./decision-record.ts";
import { whyParagraphs } from "./why-paragraphs.ts";

/** Plain text, paragraphs apart by an empty line, no line wrapped. The arrangement stands in the register's own words. */
export function decisionLetter(record: DecisionRecord): string {
  return [
    ...letterHead(record),
    section("What we have decided", whatParagraphs(record)),
    section("Why", whyParagraphs(record)),
    section("The arrangements", arrangementList(record)),
    section("How long", howLong(record)),
    section("What you can always contact us about", alwaysOpen(record)),
    section("Contact outside these arrangements", contactOutside(record)),
    section("If you disagree", [...appealParagraphs(record), ombudsmanLines(record)]),
    section("Who sees this", whoSees(record)),
    ...letterFoot(record),
  ].join("\n\n");
}

function section(title: string, paragraphs: readonly string[]): string {
  return [title, ...paragraphs].join("\n\n");
}

function letterHead({ organisation, customer, letterDate, reference }: DecisionRecord): string[] {
  return [
    [organisation.name, ...organisation.address].join("\n"),
    [customer.name, ...customer.address].join("\n"),
    ukDate(letterDate),
    `Our reference: ${reference}`,
    `Dear ${customer.name}`,
    "How you can contact us",
  ];
}

function whatParagraphs({ startsOn, pack, ...record }: DecisionRecord): string[] {
  return [
    `From ${ukDate(startsOn)} there are restrictions on how you contact ${where(record)} This letter says what they are, why we decided on them and what you can do if you disagree.`,
    `We decided this under our ${pack.title}. A copy is enclosed.`,
  ];
}

/** A restriction is for a service unless it says more: the letter must not sound as if it were for the whole organisation. */
function where({
  organisation: { name },
  restrictions,
}: Pick<DecisionRecord, "organisation" | "restrictions">): string {
  const scope = commonScope(restrictions);
  if (scope === undefined) return `${name}. Each of them says below which services it is for.`;
  if (scope === "organisation") return `${name}.`;
  return `${listOf(scope)} at ${name}. This decision changes nothing for our other services.`;
}

/** Numbered, one for each restriction and for what is given beside them, in exactly the words of the approval card and the register. */
function arrangementList({ restrictions, ...wording }: DecisionRecord): string[] {
  const sentences = arrangementSentences(restrictions, wording);
  return [sentences.map((sentence, index) => `${index + 1}. ${sentence}`).join("\n")];
}

function howLong({ startsOn, endsOn, reviewOn }: DecisionRecord): string[] {
  return [
    `From: ${ukDate(startsOn)}\nUntil: ${ukDate(endsOn)}. From the start of that day the arrangements no longer apply.\nReview: ${ukDate(reviewOn)}. We will look at them again and write to you with the result.`,
  ];
}

function alwaysOpen({ openWay }: DecisionRecord): string[] {
  const reasons = PROTECTED_REASONS.map((reason) => `- ${PROTECTED_WORDS[reason]}`).join("\n");
  return [
    "If anyone is in danger, ring 999.",
    `These arrangements do not apply when you contact us about:\n${reasons}`,
    ...(openWay === null ? [] : [`For this, and for services you depend on, use this way: ${openWay}.`]),
    "If you need help with this letter, or need us to change the arrangements because of a disability, your health or your language, tell us or ask somebody to tell us.",
  ];
}

function contactOutside({ pack }: DecisionRecord): string[] {
  return [
    pack.contactOutside.value === "disregarded"
      ? "We will disregard contact outside these arrangements. We read messages once, in case somebody is in danger or there is anything new, then file them without an answer."
      : "The arrangements above say what happens to contact outside them. We read messages once, in case somebody is in danger or there is anything new.",
  ];
}

function whoSees({ pack }: DecisionRecord): string[] {
  return [
    `This decision is recorded centrally by the ${pack.recorded.value.team}, who see the whole record. So do the managers of the services concerned and the people who decide. Officers you contact see the arrangements, so that they keep to them. They do not see the account of what happened.`,
  ];
}

function letterFoot({ organisation, pack }: DecisionRecord): string[] {
  const { name, version } = pack.policyDocument.value;
  return ["Yours sincerely", `For ${organisation.name}`, `Enclosed: ${name}, version ${version}`];
}
