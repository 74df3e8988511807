/** What may be decided, by whom, and what is asked before. */
import { KIND_WORDS, ROLE_WORDS } from "../../arrangement/plain-words.ts";
import { counted, listOf, sentenceCase } from "../../arrangement/uk-words.ts";
import { GATE_WORDS } from "../../gates/gate-words.ts";
import { stepsSource } from "../../ladder/step-words.ts";
import { GateName, type Need, VERDICTS, type Verdict } from "../../vocabulary.ts";
import type { ApproverRule, Pack } from "../pack.ts";
import { rolesOf, source, spaced } from "./line.ts";

/** The grounds that are asked at triage. */
export function groundLines({ limbs, behaviours }: Pack): string[] {
  const grounds = limbs.value.map(({ words, shownBy, judgedAs }) => {
    const shown = shownBy.length === 0 ? "" : `; shown by ${listOf(shownBy)}`;
    return `${words}${shown}; judged ${spaced(judgedAs)}${source(limbs)}`;
  });
  const grave = behaviours.value.map(({ behaviour, severity }) => `${spaced(behaviour)} ${severity}`);
  return [...grounds, `how grave: ${grave.join(", ")}${source(behaviours)}`];
}

/** The restrictions on offer, those first that are offered first. */
export function catalogueLines({ restrictions, offeredFirst, pointOfContact, gates }: Pack): string[] {
  const { careWorker } = pointOfContact;
  const offered = careWorker.value;
  // It is offered where adjustments are asked about; whether they are known is Social Work's to say.
  const asked = ["adjustments" as const, ...(offered?.onlyWhenKnownToSocialWork ? ["social_work" as const] : [])].every(
    (gate) => gates.value.includes(gate),
  );
  return [
    ...restrictions.value.map(({ kind, clause }) =>
      clause === null ? `${KIND_WORDS[kind]} (assumed)` : `${clause} ${KIND_WORDS[kind]}`,
    ),
    offeredFirst.value.length === 0
      ? `none is offered before another${source(offeredFirst)}`
      : `offered first: ${listOf(offeredFirst.value.map((kind) => KIND_WORDS[kind]))}${source(offeredFirst)}`,
    offered === null || !asked
      ? `no social or care worker is offered as the point of contact${source(careWorker)}`
      : `a social or care worker is offered as the point of contact: ${needsOf(offered.needs)}${
          offered.onlyWhenKnownToSocialWork ? ", and known to social work" : ""
        }${source(careWorker)}`,
  ];
}

const needsOf = (needs: readonly Need[]): string => listOf(needs.map(spaced), "or");

/** Who must approve what. */
function approverLine({ kinds, scopes, longerThanMonths, role, quorum, asks }: ApproverRule): string {
  const longer = longerThanMonths === 0 ? "" : `, longer than ${counted(longerThanMonths, "month")}`;
  const reach = scopes.length === 2 ? "" : `, ${scopes[0] === "organisation" ? "the whole organisation" : "a service"}`;
  const who = `${ROLE_WORDS[role.value]}${source(role)}`;
  const count = `${quorum.value} must approve${source(quorum)}, ${asks.value} are asked${source(asks)}`;
  return `${sentenceCase(who)}; ${count}: ${kinds.map((kind) => KIND_WORDS[kind]).join("; ")}${longer}${reach}`;
}

/** CASEWORK section 4: required to return and to reject, and wherever the pack asks. */
const reasonsAsked = (asked: readonly Verdict[]): readonly Verdict[] =>
  VERDICTS.filter((verdict) => verdict !== "approve" || asked.includes(verdict));

/** Who else decides, and what they go by. */
export function deciderLines(pack: Pack): string[] {
  const { meetingsDecidedBy, capacityDecidedBy, judgedBy, openProposal, gates } = pack;
  return [
    ...pack.approvers.map(approverLine),
    ...(gates.value.includes("meetings")
      ? [`council meetings or polling: ${rolesOf([meetingsDecidedBy.value])}${source(meetingsDecidedBy)}`]
      : []),
    `a minor, or somebody who lacks capacity: ${rolesOf([capacityDecidedBy.value])}${source(capacityDecidedBy)}`,
    `they go by: ${judgedBy.value.join("; ")}${source(judgedBy)}`,
    `a reason is written down to ${listOf(reasonsAsked(openProposal.reasonFor.value), "or")}${source(openProposal.reasonFor)}`,
    `${openProposal.maskedCardInSeniorChannel.value ? "a" : "no"} masked card in the channel of the senior staff${source(openProposal.maskedCardInSeniorChannel)}`,
  ];
}

/** What is asked before a proposal goes out, and what this pack does not ask. */
export function gateLines(pack: Pack): string[] {
  const { gates, checks, socialWork, socialWorkAttemptWorkingDays: attempt } = pack;
  const skipped = GateName.options.filter((name) => !gates.value.includes(name));
  const after =
    attempt.value === null
      ? ""
      : `; an attempt is enough after ${counted(attempt.value, "working day")}${source(attempt)}`;
  return [
    `asked: ${gates.value.map((name) => GATE_WORDS[name]).join(", ")}${source(gates)}`,
    ...(skipped.length === 0 ? [] : [`not asked: ${skipped.map((name) => GATE_WORDS[name]).join(", ")}`]),
    ...(gates.value.includes("social_work")
      ? [`social work is asked ${whenAsked(socialWork)}${source(socialWork.asked)}${after}`]
      : []),
    ...(gates.value.includes("continued") ? [wentOnLine(pack)] : []),
    ...checks.value.map((words) => `${words}${source(checks)}`),
  ];
}

function whenAsked({ asked, needs }: Pack["socialWork"]): string {
  if (asked.value === "always") return "always";
  return needs.value.length === 0
    ? "of a minor, or somebody who lacks capacity, only"
    : `when a need suggests it: ${needsOf(needs.value)}`;
}

/** What "it went on" asks, by the steps that the pack has, with the clauses that set them. */
function wentOnLine(pack: Pack): string {
  const between = pack.steps.map(({ step, countsFrom }, place) => {
    const after = countsFrom.value === "receipt" ? `receipt of the ${step}` : `the ${step}`;
    return `after ${after} before the ${pack.steps[place + 1]?.step ?? "proposal"}`;
  });
  const believed = pack.steps.length > 1 ? "; between steps from before the product, their record is believed" : "";
  return `it went on: something new is reported ${listOf(between)}, unless a step was left out for a reason of the pack${believed} (${stepsSource(pack)})`;
}
