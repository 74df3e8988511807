/** The first step of a proposal: whose it is, what was done before, which kinds of restriction. A draft, nobody is asked yet. */
import { appendAudit } from "../../../db/queries/audit.ts";
import { refreshCopies } from "../../../db/queries/copies.ts";
import { findQuestionOf } from "../../../db/queries/social-work.ts";
import { interactive } from "../../../db/transaction.ts";
import type { TakeRefusal } from "../../policy/ladder/may-take.ts";
import type { Channel, RestrictionKind, Step } from "../../policy/vocabulary.ts";
import type { Actor, Context } from "../context.ts";
import { packOf } from "../pack-of.ts";
import { lockIncident, type TriageRefusal } from "../triage.ts";
import { type CustomerFault, customerOfReport, isAnother, type SaidCustomer } from "./customer-of-report.ts";
import { ownProposal } from "./own-proposal.ts";
import type { MayNotPropose } from "./refuse-proposer.ts";
import { earlyFaults, refuseStart } from "./refuse-start.ts";
import { saveDraft } from "./write-draft.ts";

export type EarlierStep = {
  readonly step: Step;
  readonly on: string | null;
  readonly how: Channel;
  readonly by: string | null;
};

export type StartProposal = {
  readonly actor: Actor;
  readonly incident: string;
  /** Who it is, when the report does not say. */
  readonly customer: SaidCustomer;
  readonly steps: readonly EarlierStep[];
  readonly bypass: { readonly code: string; readonly reason: string } | null;
  readonly kinds: readonly RestrictionKind[];
};

/** `asked-about-another`: Social Work was asked about the customer who was named before. */
export type StartFault =
  | CustomerFault
  | "no-kind"
  | "asked-about-another"
  /** The policy offers these no more: another was put in force while the form was open. */
  | { readonly code: "not-offered"; readonly kinds: readonly RestrictionKind[] }
  /** Nothing goes on record as done before its day has come, whatever else is on record. */
  | { readonly code: "in-the-future"; readonly step: Step }
  /** `asks`: a reason of the pack was chosen, and it has to be written down. */
  | { readonly code: "warned"; readonly because: string; readonly asks: boolean };
export type StartOutcome =
  | { readonly code: "started"; readonly proposal: string }
  | { readonly code: "faults"; readonly faults: readonly StartFault[] }
  | TriageRefusal
  | TakeRefusal
  | MayNotPropose;

/** Opens a draft, or takes up the manager's own about the same report: a draft, or one that came back or expired. */
export function startProposal({ db, now, chats }: Context) {
  return async (command: StartProposal): Promise<StartOutcome> =>
    await interactive(db, command.actor.organisation, async (tx) => {
      const { actor } = command;
      const at = now();
      // The proposal before its report, as sending it does; one that another click has just made is found afterwards.
      const known = await ownProposal(tx, actor, { incident: command.incident, lock: true });
      const row = await lockIncident(tx, actor.organisation, command.incident);
      const own = known ?? (await ownProposal(tx, actor, { incident: command.incident, lock: true }));
      const refusal = await refuseStart(tx, { actor, row, now, chats }, own);
      if (!row || refusal) return refusal ?? { code: "unknown-target" };

      const pack = await packOf(tx, actor.organisation, actor);
      const early = await earlyFaults(tx, command, { row, pack, at });
      if (early.length > 0) return { code: "faults", faults: early };
      const typed = { row, typed: command.customer, by: actor.officer, at };
      const asked = own ? { ...typed, draft: own.customerId } : typed;
      // Before somebody is added to the register whom the proposal cannot be about.
      const isAsked = own && (await findQuestionOf(tx, actor.organisation, own.id));
      if (isAsked && (await isAnother(tx, asked, own.customerId)))
        return { code: "faults", faults: ["asked-about-another"] };
      const whose = await customerOfReport(tx, asked);
      if (whose.code === "fault") return { code: "faults", faults: [whose.fault] };

      // Whether its decision waits for the answer may be another from now on.
      if (isAsked && own.bypass !== (command.bypass?.code ?? null))
        await refreshCopies(tx, actor.organisation, [isAsked.id]);
      const id = await saveDraft(tx, command, { own, customer: whose.customer, service: row.service, pack, at });
      await appendAudit(tx, {
        organisation: actor.organisation,
        at,
        event: "proposal-drafted",
        by: actor.officer,
        subject: { kind: "proposal", id },
      });
      return { code: "started", proposal: id };
    });
}
