/** What a Slack workspace keeps over a restart. */
import { z } from "zod";
import { KEPT_HISTORY, KEPT_MESSAGE } from "../history.ts";
import { Block } from "./block-kit.ts";
import { Metadata } from "./methods/message-shape.ts";

const Body = z.object({ blocks: z.array(Block), metadata: Metadata.optional() });

export const SlackSnapshot = z.object({
  version: z.literal(1),
  ...KEPT_HISTORY,
  messages: z.array(z.object({ ...KEPT_MESSAGE, body: Body })),
});
