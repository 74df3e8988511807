/** A reference as references are compared: without outer spaces and whatever its case, in the letters of ASCII as the register does. */
export function referenceKey(ref: string): string {
  return ref.trim().replaceAll(/[a-z]+/g, (letters) => letters.toUpperCase());
}
