/** How the record of a proposal or an arrangement is put into words: card, letter, register and check alike. */
import type { Provision } from "../needs/offer.ts";
import type { ProvisionKind } from "../vocabulary.ts";
import type { Wording } from "./restriction-words.ts";

export type Recorded = {
  readonly openWay: string | null;
  /** Who reads what comes by the way left open, as a restriction names people; null: the register team. */
  readonly openWayReader: string | null;
  readonly provisions: readonly Provision[];
};

/** The wording of what is on record. */
export function wordingOf(
  { openWay, openWayReader, provisions }: Recorded,
  { nameOf, pack }: Pick<Wording, "nameOf" | "pack">,
): Wording {
  const reader = openWayReader === null ? "the register team" : nameOf(openWayReader);
  return { nameOf, pack, provisions, openWay: openWay === null ? null : `${openWay}, read by ${reader}` };
}

/** What is given beside the restrictions: "Letters and calls are in Polish." */
export function provisionWords(provisions: readonly Provision[]): string[] {
  return provisions.map(({ kind, detail }) => `${PROVISION_WORDS[kind]} ${detail}.`);
}

const PROVISION_WORDS: Readonly<Record<ProvisionKind, string>> = {
  language: "Letters and calls are in",
  collection_point: "Letters can be collected at",
};
