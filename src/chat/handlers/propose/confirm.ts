/** The last step of a proposal: everything is read back, and one press sends it to the seniors. */
import type { Faults, Form } from "../../../../cards/model.ts";
import { ANSWER_FIELD, proposalConfirmForm } from "../../../../cards/proposal-confirm-form.ts";
import { whoDecides } from "../../../../cards/proposal-outcome.ts";
import { chosenOf } from "../../../policy/approval/chosen-identifiers.ts";
import { arrangementSentences } from "../../../policy/arrangement/arrangement-sentence.ts";
import { DECIDERS_WORDS } from "../../../policy/arrangement/plain-words.ts";
import { listOf } from "../../../policy/arrangement/uk-words.ts";
import { holds } from "../../../policy/gates/ask-gates.ts";
import { localDate } from "../../../policy/working-time/dates.ts";
import type { Assessed } from "../../../usecases/propose/assess.ts";
import type { Answer } from "../../desk.ts";
import { type OnSubmit, one, recorded, refused, tooLong } from "../handler.ts";
import { linksInWords } from "../links-in-words.ts";
import { beforeWords } from "./before-words.ts";
import { gone, type ProposeDeps, proposalRefused, type ReadyDetails } from "./deps.ts";
import { gateWords } from "./gate-faults.ts";

/** What would be sent, in the words of the letter and the register. */
export function confirmForm(
  assessed: Assessed,
  { identifiers, customerRef }: Pick<ReadyDetails, "identifiers" | "customerRef">,
): Form {
  const { row, restrictions, wording, organisation } = assessed;
  const day = (at: Date | null) => (at ? localDate(at, organisation.timeZone) : "");
  return proposalConfirmForm({
    target: { id: row.id, version: row.version },
    customerRef,
    arrangement: arrangementSentences(restrictions, wording),
    where: row.services ? listOf(row.services) : "every service",
    startsOn: day(row.startsAt),
    endsOn: day(row.endsAt),
    reviewOn: row.reviewOn ?? "",
    before: beforeWords(assessed),
    reason: row.reason ?? "",
    explainedBy: linksInWords(assessed),
    exclusive: chosenOf(identifiers, row.exclusiveIdentifiers).map(({ value }) => value),
    returned: row.state === "returned" ? (row.exchanges.at(-1) ?? null) : null,
  });
}

export const confirmProposal =
  (deps: ProposeDeps): OnSubmit =>
  async (actor, { target, values }) => {
    const answer = one(values, "answer");
    const tooMuch = answer === null ? undefined : await again(tooLong({ fields: [ANSWER_FIELD] }, values));
    if (tooMuch) return tooMuch;
    const outcome = await deps.submitProposal({ actor, proposal: target.id, version: target.version, answer });
    switch (outcome.code) {
      case "questions-open":
        return (
          (await again({ answer: "Answer the questions, or change what you propose." })) ??
          refused({ code: "no-longer-open" })
        );
      case "submitted":
        return recorded(
          `Your proposal ${outcome.ref} is with ${DECIDERS_WORDS[outcome.decidedBy]}`,
          `Sent to ${listOf(outcome.asked)}. ${whoDecides(outcome)} You will be told here.`,
        );
      case "gates":
        return refused({
          code: "gates",
          faults: outcome.gates.filter(holds).map(gateWords),
        });
      case "changed":
        return refused({ code: "stale-card" });
      case "unknown-target":
      case "not-yours":
      case "not-editable":
      case "already-triaged":
      case "not-present":
      case "may-not-propose":
        return proposalRefused(outcome, actor);
    }

    async function again(faults: Faults): Promise<Answer | undefined> {
      if (Object.keys(faults).length === 0) return undefined;
      const prepared = await deps.prepareDetails({ actor, proposal: target.id });
      if (prepared.code !== "ready") return gone(prepared);
      return { kind: "faults", form: confirmForm(prepared.assessed, prepared), faults };
    }
  };
