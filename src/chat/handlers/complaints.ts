/** The register team records that a complaint of a customer is settled: its form and its answer. */
import { complaintSettleForm } from "../../../cards/complaint-settle-form.ts";
import type { Form, Target } from "../../../cards/model.ts";
import { SETTLED_BECAUSE } from "../../policy/approval/counter-complaints.ts";
import type { Actor } from "../../usecases/context.ts";
import type {
  PreparedSettling,
  SettleComplaint,
  SettleOutcome,
  SettlingRefused,
} from "../../usecases/propose/settle-complaint.ts";
import type { Answer } from "../desk.ts";
import { among, faultsIn, type OnPress, type OnSubmit, one, recorded, refused, refusedAs, several } from "./handler.ts";

export type ComplaintDeps = {
  readonly prepareSettling: (command: { actor: Actor; customer: string }) => Promise<PreparedSettling>;
  readonly checkSettling: (command: { actor: Actor; customer: string }) => Promise<PreparedSettling>;
  readonly settleComplaint: (command: SettleComplaint) => Promise<SettleOutcome>;
};

type Ready = Extract<PreparedSettling, { code: "ready" }>;

export const openSettling =
  ({ prepareSettling }: ComplaintDeps): OnPress =>
  async (actor, { target }) => {
    const prepared = await prepareSettling({ actor, customer: target.id });
    return prepared.code === "ready" ? { kind: "form", form: formOf(prepared, target) } : gone(prepared);
  };

function formOf({ ref, officers }: Ready, target: Target): Form {
  return complaintSettleForm({ target, ref, officers: officers.map(({ id, name }) => ({ value: id, label: name })) });
}

function gone({ code }: SettlingRefused): Answer {
  return code === "no-complaint" ? refused({ code: "no-longer-open" }) : refusedAs(code);
}

export const sendSettling =
  ({ checkSettling, settleComplaint }: ComplaintDeps): OnSubmit =>
  async (actor, { target, values }) => {
    const prepared = await checkSettling({ actor, customer: target.id });
    if (prepared.code !== "ready") return gone(prepared);
    const form = formOf(prepared, target);
    const officers = among(
      prepared.officers.map(({ id }) => id),
      several(values, "officers"),
    );
    const [because] = among(SETTLED_BECAUSE, [one(values, "because")]);
    const faults = faultsIn(form, {
      ...(officers.length > 0 ? {} : { officers: "Choose whom the complaint is about." }),
      ...(because ? {} : { because: "Choose why." }),
    });
    if (faults || !because) return faults ?? { kind: "form", form };
    const outcome = await settleComplaint({ actor, customer: target.id, officers, because });
    return outcome.code === "settled"
      ? recorded("The complaint is settled", `Whom it named may decide about ${outcome.ref} again.`)
      : gone(outcome);
  };
