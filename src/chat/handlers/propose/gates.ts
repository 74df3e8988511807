import { danger, opens } from "../../../../cards/blocks.ts";
import { done } from "../../../../cards/done.ts";
import type { Holding } from "../../../policy/gates/ask-gates.ts";
import type { Assessed } from "../../../usecases/propose/assess.ts";
import type { Answer } from "../../desk.ts";
import { faultsIn, type OnSubmit, one, tooLong } from "../handler.ts";
import { confirmForm } from "./confirm.ts";
import { gone, type ProposeDeps } from "./deps.ts";
import { gateFaults, gateWords, halfSaid, offerFaults } from "./gate-faults.ts";
import { gatesForm, readGates, sameQuestions } from "./gates-form.ts";
import { isHeld } from "./offers.ts";

/** It goes on when somebody has answered; until then it can be taken back. */
function kept({ row }: Assessed, waiting: readonly Holding[]): Answer {
  const next = `${waiting.map(gateWords).join(" ")} You will be told here, and can then go on with it.`;
  const withdraw = danger(opens("proposal-withdraw", "Withdraw", { id: row.id, version: row.version }));
  return { kind: "told", card: done({ title: `Your proposal ${row.ref} is kept`, next, buttons: [withdraw] }) };
}

/** The third step; what waits for somebody else is said, and the proposal goes out later. */
export const sendGates =
  (deps: ProposeDeps): OnSubmit =>
  async (actor, { target, values }) => {
    const prepared = await deps.prepareDetails({ actor, proposal: target.id });
    if (prepared.code !== "ready") return gone(prepared);
    const asked = gatesForm(prepared.assessed);
    const unclear = faultsIn(asked, { ...tooLong(asked, values), ...halfSaid(values) });
    if (unclear) return unclear;
    const answers = readGates(actor, prepared.assessed, values);
    const chosen = one(values, "offer");
    const isGone = chosen !== null && answers.offer === null && !isHeld(prepared.assessed, answers.about, chosen);
    const outcome = await deps.answerGates({ ...answers, opened: target.version });
    switch (outcome.code) {
      case "saved":
        if (isGone)
          return { kind: "faults", form: gatesForm(outcome.assessed), faults: offerFaults(asked, asked, isGone) };
        return outcome.waiting.length > 0
          ? kept(outcome.assessed, outcome.waiting)
          : { kind: "form", form: confirmForm(outcome.assessed, prepared) };
      case "faults": {
        // While the questions are the same the window stays, and each fault stands beside its field.
        const fresh = gatesForm(outcome.assessed);
        const unseen = outcome.unread.length > 0;
        const same = !isGone && !unseen && sameQuestions(asked, fresh);
        const form = same ? asked : fresh;
        const notTaken = isGone || (unseen && chosen !== null);
        const faults = { ...offerFaults(asked, fresh, notTaken), ...gateFaults(form, outcome) };
        return { kind: "faults", form, faults };
      }
      case "unknown-target":
      case "not-yours":
      case "not-editable":
      case "not-present":
      case "may-not-propose":
        return gone(outcome);
    }
  };
