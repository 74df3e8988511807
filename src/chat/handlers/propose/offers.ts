/** The alternatives to what is proposed, as the form names them, and the one that somebody took. */
import { createHash } from "node:crypto";
import type { Option } from "../../../../cards/model.ts";
import { sentenceCase } from "../../../policy/arrangement/uk-words.ts";
import { conflicts } from "../../../policy/needs/conflicts.ts";
import { type NeedFacts, pointsOf } from "../../../policy/needs/need-facts.ts";
import { type Offer, type Provision, stillGiven } from "../../../policy/needs/offer.ts";
import type { Restriction } from "../../../policy/restrictions/restriction.ts";
import type { Assessed } from "../../../usecases/propose/assess.ts";
import type { CustomerFacts } from "../../../usecases/propose/customer-facts.ts";

/** Every alternative that the record has, each once, for a menu. */
export function offerOptions(assessed: Assessed): readonly Option[] {
  const options = offersOf(assessed.needFacts, assessed).map((offer) => ({
    value: keyOf(contentOf(offer)),
    label: offerWords(offer, assessed),
  }));
  return [...new Map(options.map((option) => [option.value, option])).values()];
}

/**
 * The alternative of this key, if it is one for the customer as the same form describes them: the record may have changed
 * since the form was drawn, and what is said in it is what will be recorded. Null when it is not, or not any more.
 */
export function offerTaken(assessed: Assessed, said: Partial<CustomerFacts>, key: string | null): Offer | null {
  if (key === null) return null;
  const offered = offersOf(factsAsSaid(assessed, said), assessed);
  return offered.find((offer) => keyOf(contentOf(offer)) === key) ?? null;
}

/** Whether the proposal holds the alternative of this key: a form that was sent twice has taken it the first time. */
export function isHeld(assessed: Assessed, said: Partial<CustomerFacts>, key: string): boolean {
  const { restrictions, provisions } = factsAsSaid(assessed, said);
  return [restrictions, ...provisions].some((content) => keyOf(content) === key);
}

const offersOf = (facts: NeedFacts, { pack }: Pick<Assessed, "pack">): readonly Offer[] =>
  conflicts(facts, pack).flatMap(({ offers }) => offers);

function factsAsSaid({ needFacts, about }: Assessed, said: Partial<CustomerFacts>): NeedFacts {
  const { language, collectionPoint, ...now } = { ...about, ...said };
  return {
    ...needFacts,
    needs: now.needs,
    provisions: stillGiven(needFacts.provisions, { needs: now.needs, language, collectionPoint }),
    support: { ...needFacts.support, language, collectionPoint },
  };
}

/** By what it would change, not by its place in a list: the list is computed anew when the form comes back. */
function keyOf(content: Content): string {
  return createHash("sha256").update(JSON.stringify(content, inOrder)).digest("base64url");
}

type Content = readonly Restriction[] | Provision;

/** What the offer would put on record. */
function contentOf(offer: Offer): Content {
  switch (offer.code) {
    case "restrictions":
      return offer.restrictions;
    case "provision":
      return offer.provision;
  }
}

/** What was stored and read again has its keys in another order. */
function inOrder(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

/** The policy does not know names: whoever takes the care worker as the point of contact reads who that is. */
function offerWords(offer: Offer, { careWorker, nameOf }: Assessed): string {
  const points = offer.code === "restrictions" ? pointsOf(offer.restrictions) : [];
  const named = careWorker && points.some(({ officer }) => officer === careWorker.id);
  // The name first, and short: a menu in Slack cuts what is longer than 75 characters.
  return named ? `${nameOf(careWorker.id)} as the point of contact` : sentenceCase(offer.words);
}
