/** Things that may be there only once. */
export type Repeat = { readonly index: number; readonly first: number };

/** Where a key stands that stood before; entries without a key are passed over. */
export function repeats(keys: readonly (readonly [number, string | undefined])[]): readonly Repeat[] {
  const seen = new Map<string, number>();
  return keys.flatMap(([index, key]) => {
    if (key === undefined) return [];
    const first = seen.get(key);
    if (first === undefined) seen.set(key, index);
    return first === undefined ? [] : [{ index, first }];
  });
}
