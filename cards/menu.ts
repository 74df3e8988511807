import type { Option } from "./model.ts";

/** So many options, and so many characters for what one of them sends. The renderers hold it to what their chat takes. */
export const MENU = { options: 100, value: 75 } as const;

/** Whether somebody can choose from these; else the answer is typed. */
export function fitsMenu(options: readonly Option[]): boolean {
  return (
    options.length > 0 && options.length <= MENU.options && options.every(({ value }) => value.length <= MENU.value)
  );
}
