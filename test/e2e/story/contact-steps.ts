import type { Step } from "../story.ts";
export const contactSteps: readonly Step[] = [];
