/** Whether a text says something. */
export function isSaid(text: string | null): text is string {
  return text !== null && text.trim() !== "";
}
