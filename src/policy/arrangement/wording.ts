/** How the record of a proposal or an arrangement is put into words: card, letter, register and check alike. */
import type { Provision } from "../needs/offer.ts";
import { personKey } from "../screening/staff.ts";
import type { ProvisionKind } from "../vocabulary.ts";
import type { Wording } from "./restriction-words.ts";

export type Recorded = {
  readonly openWay: string | null;
  /** Who reads what comes by the way left open, as a restriction names people; null: the register team. */
  readonly openWayReader: string | null;
  readonly provisions: readonly Provision[];
};

/** How people are called, and the policy of the arrangement. */
export type Names = Pick<Wording, "nameOf" | "reachOf" | "pack">;

/** The wording of what is on record. */
export function wordingOf({ openWay, openWayReader, provisions }: Recorded, names: Names): Wording {
  const { nameOf, reachOf, pack } = names;
  return { nameOf, reachOf, pack, provisions, openWay: wayRead(openWay, readerWords(openWayReader, nameOf)) };
}

/**
 * The same for an officer who acts at this moment: where the reader of the way left open is away or has left, it says who
 * reads instead. `readsNow`: that person, or null where it falls to the register team.
 */
export function wordingNow(
  recorded: Recorded,
  names: Names & { readonly readsNow: (reader: string) => string | null },
): Wording {
  const { openWay, openWayReader: reader } = recorded;
  const now = reader === null ? null : names.readsNow(reader);
  const here = reader === null || (now !== null && personKey(now) === personKey(reader));
  const words = readerWords(now, names.nameOf);
  const stands = here ? words : `${words}, in place of ${names.nameOf(reader)}`;
  return { ...wordingOf(recorded, names), openWay: wayRead(openWay, stands) };
}

function wayRead(openWay: string | null, reader: string): string | null {
  return openWay === null ? null : `${openWay}, read by ${reader}`;
}

function readerWords(reader: string | null, nameOf: Wording["nameOf"]): string {
  return reader === null ? "the register team" : nameOf(reader);
}

/** What is given beside the restrictions: "Letters and calls are in Polish." */
export function provisionWords(provisions: readonly Provision[]): string[] {
  return provisions.map(({ kind, detail }) => `${PROVISION_WORDS[kind]} ${detail}.`);
}

const PROVISION_WORDS: Readonly<Record<ProvisionKind, string>> = {
  language: "Letters and calls are in",
  collection_point: "Letters can be collected at",
};
