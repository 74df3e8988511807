import { danger, opens } from "../../../../cards/blocks.ts";
import { done } from "../../../../cards/done.ts";
import type { Holding } from "../../../policy/gates/ask-gates.ts";
import type { Assessed } from "../../../usecases/propose/assess.ts";
import type { Answer } from "../../desk.ts";
import { faultsIn, type OnSubmit, tooLong } from "../handler.ts";
import { confirmForm } from "./confirm.ts";
import { gone, type ProposeDeps } from "./deps.ts";
import { gateFaults, gatesForm, gateWords, readGates, sameQuestions } from "./gates-form.ts";

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
    const long = faultsIn(asked, tooLong(asked, values));
    if (long) return long;
    const outcome = await deps.answerGates(readGates(actor, prepared.assessed, values));
    switch (outcome.code) {
      case "saved":
        return outcome.waiting.length > 0
          ? kept(outcome.assessed, outcome.waiting)
          : { kind: "form", form: confirmForm(outcome.assessed, prepared) };
      case "faults": {
        // While the questions are the same the window stays, and each fault stands beside its field.
        const fresh = gatesForm(outcome.assessed);
        const form = sameQuestions(asked, fresh) ? asked : fresh;
        return { kind: "faults", form, faults: gateFaults(form, outcome) };
      }
      case "unknown-target":
      case "not-yours":
      case "not-editable":
        return gone(outcome);
    }
  };
