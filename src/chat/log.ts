/** What the adapters write to the log: a fixed code and facts without text, names, tokens or addresses. */
type Write = (facts: Readonly<Record<string, string | number>>, code: string) => void;

/** The part of a pino logger that is used here. */
export type Log = { readonly warn: Write; readonly error: Write };

/** The kind of an error, for the log. Its message may quote what a person typed, so it stays out. */
export function errorName(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
