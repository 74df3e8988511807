/** Microsoft's own parser of Adaptive Cards, as PLATFORM says it loads everywhere: the UMD bundle through require. */
import { createRequire } from "node:module";
import type * as AdaptiveCards from "adaptivecards";

export const adaptiveCards = createRequire(import.meta.url)(
  "adaptivecards/dist/adaptivecards.js",
) as typeof AdaptiveCards;
