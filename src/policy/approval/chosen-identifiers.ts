/** `ids`: every id by which a form asked about it; it may have run out and been given anew, or another report came first. */
type Asked = { readonly ids: readonly string[] };

/** Those that were said to be the customer's alone, by whichever id they were asked about (DESIGN decision 7). */
export function chosenOf<One extends Asked>(asked: readonly One[], chosen: readonly string[]): readonly One[] {
  return asked.filter(({ ids }) => ids.some((id) => chosen.includes(id)));
}
