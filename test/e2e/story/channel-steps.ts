import type { Step } from "../story.ts";
export const channelSteps: readonly Step[] = [];
