/** PostgreSQL stores neither the character zero nor half of a pair: gives back the text without them, so that nothing is lost over one. */
export function storable(text: string): string {
  return text.toWellFormed().replaceAll("\0", "");
}
