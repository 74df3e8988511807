/** An alternative to what is proposed, as data: taken with one press (CASEWORK section 2). */
import type { Restriction } from "../restrictions/restriction.ts";
import type { Need, ProvisionKind } from "../vocabulary.ts";

/** Given beside the restrictions: the language of letters and calls, or where letters are collected. */
export type Provision = { readonly kind: ProvisionKind; readonly detail: string };

/** Those that still answer what is on record: a need that went, or another language, takes its provision along. */
export function stillGiven(
  provisions: readonly Provision[],
  { needs, language, collectionPoint }: OnRecord,
): readonly Provision[] {
  const answers = {
    language: needs.includes("interpreter") ? language : null,
    collection_point: needs.includes("no_fixed_address") ? collectionPoint : null,
  };
  return provisions.filter(({ kind, detail }) => answers[kind] === detail);
}

type OnRecord = {
  readonly needs: readonly Need[];
  readonly language: string | null;
  readonly collectionPoint: string | null;
};

/** What a proposal says that an offer can change. */
export type Terms = { readonly restrictions: readonly Restriction[]; readonly provisions: readonly Provision[] };

export type Offer =
  | { readonly code: "restrictions"; readonly words: string; readonly restrictions: readonly Restriction[] }
  | { readonly code: "provision"; readonly words: string; readonly provision: Provision };

/** The terms once the offer is taken. A provision of the same kind takes the place of the one before. */
export function takeOffer(terms: Terms, offer: Offer): Terms {
  switch (offer.code) {
    case "restrictions":
      return { ...terms, restrictions: offer.restrictions };
    case "provision": {
      const others = terms.provisions.filter(({ kind }) => kind !== offer.provision.kind);
      return { ...terms, provisions: [...others, offer.provision] };
    }
  }
}
