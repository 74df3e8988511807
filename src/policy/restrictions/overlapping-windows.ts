import type { Parameters } from "./parameters.ts";

type Windows = NonNullable<Parameters<"call_times">["windows"]>;

/**
 * 7.3.5, "specified days / times": which of the windows begins before an earlier one of the list has ended. Screening takes
 * such a pair for what both allow; to the customer it reads like a mistake. `undefined`: none does.
 */
export function overlappingWindow(windows: Windows): number | undefined {
  const at = windows.findIndex((window, place) =>
    windows.slice(0, place).some((other) => window.from < other.to && other.from < window.to),
  );
  return at === -1 ? undefined : at;
}
