import { foldLabel } from "../screening/words.ts";

/** The service that somebody typed, as the staff list spells it; case and spaces do not matter. Undefined: there is none. */
export function serviceNamed(services: readonly string[], typed: string): string | undefined {
  const meant = foldLabel(typed);
  return services.find((name) => name === typed) ?? services.find((name) => foldLabel(name) === meant);
}
