/** What the cards of a question to Social Work show: asked and answered, never the answer. */
import { BEING_CHANGED, findProposal } from "../../../db/queries/proposals.ts";
import { findQuestion } from "../../../db/queries/social-work.ts";
import type { Tx } from "../../../db/transaction.ts";
import { NOT_ASKED_ANY_MORE } from "../../policy/gates/social-work.ts";
import { goesOnWithout } from "../../policy/gates/without-holding.ts";
import type { ProposalState } from "../../policy/vocabulary.ts";
import { packOf } from "../pack-of.ts";
import type { Scene } from "./copy-scene.ts";

async function load(tx: Tx, { copy }: Scene) {
  const row = await findQuestion(tx, copy.organisationId, { id: copy.subjectId });
  const about = row && (await findProposal(tx, copy.organisationId, row.proposalId));
  if (!about) return undefined;
  const pack = await packOf(tx, copy.organisationId, about);
  return { row, about, waits: !goesOnWithout("social_work", about.bypass, pack) };
}

/** Facts of the card to a liaison, or to the register team when there is none. */
export async function socialWorkFacts(tx: Tx, scene: Scene) {
  const found = await load(tx, scene);
  if (!found) return undefined;
  const { row, about, waits } = found;
  return {
    target: { id: row.id, version: row.version },
    proposalRef: about.ref,
    askedBy: scene.nameOf(row.askedBy),
    asked: scene.moment(row.askedAt),
    reminder: scene.copy.kind === "social-work-reminder",
    state: row.answeredAt
      ? ({
          code: "answered",
          by: row.answeredBy ? scene.nameOf(row.answeredBy) : "",
          when: scene.moment(row.answeredAt),
        } as const)
      : ({ code: openState(about.state, waits) } as const),
  };
}

function openState(state: ProposalState, waits: boolean) {
  if (NOT_ASKED_ANY_MORE.includes(state)) return "not-needed" as const;
  if (state === "approved") return "decided" as const;
  return waits ? ("open" as const) : ("not-held" as const);
}

/** Facts of the news to the proposer. */
export async function socialWorkNewsFacts(tx: Tx, scene: Scene) {
  const found = await load(tx, scene);
  if (!found) return undefined;
  const { row, about, waits } = found;
  return {
    proposal: { id: about.id, version: about.version },
    question: { id: row.id, version: row.version },
    proposalRef: about.ref,
    asked: scene.moment(row.askedAt),
    inHand: BEING_CHANGED.includes(about.state),
    waits,
    tried: row.attempts.at(-1)?.on ?? null,
    state: newsState(),
  };

  function newsState() {
    if (NOT_ASKED_ANY_MORE.includes(about.state)) return { code: "not-needed" } as const;
    if (!row.answeredAt) return { code: "waiting" } as const;
    const decided = about.decidedAt !== null && about.decidedAt < row.answeredAt && about.state === "approved";
    return { code: decided ? "answered-late" : "answered", when: scene.moment(row.answeredAt) } as const;
  }
}
