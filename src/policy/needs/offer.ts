/** An alternative to what is proposed, as data: taken with one press (CASEWORK section 2). */
import type { Restriction } from "../restrictions/restriction.ts";
import type { ProvisionKind } from "../vocabulary.ts";

/** Given beside the restrictions: the language of letters and calls, or where letters are collected. */
export type Provision = { readonly kind: ProvisionKind; readonly detail: string };

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
