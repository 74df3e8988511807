/** The product, and what a run has seen of it. */
import type { PackName } from "./model/pack.ts";
import type { bringUpToDate } from "./product/cards.ts";
import { openProduct, type Product } from "./product/open.ts";

export type Real = {
  readonly product: Product;
  readonly held: Parameters<typeof bringUpToDate>[1];
  /** Which outcomes came up, so that presses that no longer reach what they are for are noticed. */
  readonly seen: Set<string>;
};

export async function openReal(pack: PackName): Promise<Real> {
  return { product: await openProduct(pack), held: new Map(), seen: new Set() };
}
