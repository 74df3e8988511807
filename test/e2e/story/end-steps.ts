import type { Step } from "../story.ts";
export const endSteps: readonly Step[] = [];
