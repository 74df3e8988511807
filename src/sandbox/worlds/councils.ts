/** The two fictional councils of the sandbox, one for each policy text. */
import { EXAMPLES } from "./examples.ts";
import harrowdene from "./harrowdene.json" with { type: "json" };
import strathcaol from "./strathcaol.json" with { type: "json" };

export const COUNCILS = [
  { world: harrowdene, examples: EXAMPLES.harrowdene },
  { world: strathcaol, examples: EXAMPLES.strathcaol },
] as const;
