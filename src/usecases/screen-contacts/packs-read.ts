/** Packs as they were read before. One of a version never changes (decision 8), and reading it takes longer than screening. */
import type { PackKey } from "../../../db/queries/packs.ts";
import type { Candidate } from "../../../db/queries/screening/candidates.ts";
import type { Tx } from "../../../db/transaction.ts";
import type { Pack } from "../../policy/packs/pack.ts";
import { foldPhrases } from "../../policy/screening/words.ts";
import { packOf } from "../pack-of.ts";

type PackRead = {
  readonly pack: Pack;
  /** Its words that suggest protected contact, folded. */
  readonly protectedPhrases: readonly string[];
};

/** By organisation, pack and version, as `keyOf` writes them. */
export type PacksRead = Map<string, PackRead>;

export type PackReader = {
  /** @throws when there is none, as `packOf` does */
  readonly read: (pack: PackKey) => Promise<PackRead>;
  /** The words of protected contact of each pack that something of these customers was decided under. */
  readonly phrasesFor: (candidates: readonly Candidate[]) => Promise<(pack: PackKey) => readonly string[]>;
};

/** Reads what is not among `packs` yet, and puts it there. */
export function packReader(tx: Tx, organisation: string, packs: PacksRead): PackReader {
  const read = async (wanted: PackKey): Promise<PackRead> => {
    const key = keyOf(organisation, wanted);
    const known = packs.get(key);
    if (known) return known;
    const pack = await packOf(tx, organisation, wanted);
    const now = { pack, protectedPhrases: foldPhrases(pack.protectedWords.value) };
    packs.set(key, now);
    return now;
  };
  return {
    read,
    phrasesFor: async (candidates) => {
      const wanted = candidates.flatMap(({ restrictions }) => restrictions);
      const each = new Map(wanted.map((one) => [keyOf(organisation, one), one]));
      const phrases = new Map<string, readonly string[]>();
      for (const [key, one] of each) phrases.set(key, (await read(one)).protectedPhrases);
      return (one) => phrases.get(keyOf(organisation, one)) ?? [];
    },
  };
}

const keyOf = (organisation: string, { packId, packVersion }: PackKey): string =>
  JSON.stringify([organisation, packId, packVersion]);
