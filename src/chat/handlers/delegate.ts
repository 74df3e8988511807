/** Who stands in for somebody who is away: recorded in a form, ended from the card. */
import { delegateForm, endDelegationForm } from "../../../cards/delegation.ts";
import type { Faults } from "../../../cards/model.ts";
import { listOf, ukDate } from "../../policy/arrangement/uk-words.ts";
import type { DelegationRefusal } from "../../policy/staff/delegation.ts";
import { localDate } from "../../policy/working-time/dates.ts";
import type { Actor } from "../../usecases/context.ts";
import type { EndOutcome } from "../../usecases/delegate/end-delegation.ts";
import type { MakeDelegation, MakeOutcome } from "../../usecases/delegate/make-delegation.ts";
import type { Answer } from "../desk.ts";
import { dayIn, type OnPress, type OnSubmit, recorded, refused, several } from "./handler.ts";

export type DelegateDeps = {
  readonly makeDelegation: (command: MakeDelegation) => Promise<MakeOutcome>;
  readonly endDelegation: (command: { actor: Actor; delegation: string }) => Promise<EndOutcome>;
  readonly now: () => Date;
};

const NOT_ENTITLED = refused({ code: "no-role", needs: ["whoever is away", "an administrator"], ask: [] });

/** The form, about whoever asked for it. */
export function openDelegate({ now }: Pick<DelegateDeps, "now">, actor: Actor): Answer {
  return { kind: "form", form: formOf(actor, now()) };
}

const formOf = (actor: Actor, now: Date) =>
  delegateForm({
    target: { id: actor.officer, version: 1 },
    forOthers: actor.roles.includes("administrator"),
    today: localDate(now, actor.timeZone),
  });

export const sendDelegate =
  ({ makeDelegation, now }: DelegateDeps): OnSubmit =>
  async (actor, { values }) => {
    const startsOn = dayIn(values, "startsOn");
    const endsOn = dayIn(values, "endsOn");
    const [to] = several(values, "to");
    const [from = null] = several(values, "from");
    if (!startsOn || !endsOn || !to)
      return withFaults({
        ...(startsOn ? {} : { startsOn: "Give the first day." }),
        ...(endsOn ? {} : { endsOn: "Give the last day." }),
        ...(to ? {} : { to: "Say who stands in." }),
      });

    const { organisation } = actor;
    const outcome = await makeDelegation({ organisation, actor, from, to, startsOn, endsOn });
    switch (outcome.code) {
      case "made":
        return recorded(
          `${outcome.to} stands in`,
          `For ${outcome.from}, from ${ukDate(startsOn)} to ${ukDate(endsOn)}. Both are told.`,
        );
      case "not-entitled":
        return NOT_ENTITLED;
      case "not-on-staff":
        return withFaults({
          [outcome.who]: "Nobody here has this work email any more. Look for them again.",
          // Both at once: whoever puts one right is not sent back for the other.
          ...(endsOn < startsOn ? refusalFault({ code: "ends-before-it-starts" }, []) : {}),
        });
      case "refused":
        return withFaults(refusalFault(outcome.refusal, outcome.through));
    }

    function withFaults(faults: Faults): Answer {
      return { kind: "faults", form: formOf(actor, now()), faults };
    }
  };

function refusalFault(refusal: DelegationRefusal, through: readonly string[]): Faults {
  switch (refusal.code) {
    case "to-oneself":
      return { to: "Nobody stands in for themselves. Name somebody else." };
    case "unknown-delegate":
      return { to: "They have left. Name somebody else." };
    case "ends-before-it-starts":
      return { endsOn: "The last day is before the first. Change one of them." };
    case "over-already":
      return { endsOn: "The last day is past. Give today or later." };
    case "overlaps":
      return {
        startsOn: `Somebody stands in already, from ${ukDate(refusal.other.startsOn)} to ${ukDate(refusal.other.endsOn)}. End that first, or choose other days.`,
      };
    case "cycle":
      return {
        to: `On ${ukDate(refusal.on)} nobody would decide: ${listOf(through)} would stand in for one another. Name somebody else.`,
      };
  }
}

export const openEndDelegation =
  (): OnPress =>
  (_, { target }) =>
    Promise.resolve({ kind: "form", form: endDelegationForm({ target }) });

export const sendEndDelegation =
  ({ endDelegation }: DelegateDeps): OnSubmit =>
  async (actor, { target }) => {
    const outcome = await endDelegation({ actor, delegation: target.id });
    switch (outcome.code) {
      case "ended":
        return recorded("It has ended", "The person who was away decides for themselves again.");
      case "over-already":
        return refused({ code: "no-longer-open" });
      case "not-entitled":
        return NOT_ENTITLED;
      case "unknown-target":
        return refused({ code: "unknown-target" });
    }
  };
