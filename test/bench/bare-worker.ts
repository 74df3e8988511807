/** What the alerts are held against: graphile-worker by itself, which posts one sentence for each job. */
import { WebClient } from "@slack/web-api";
import { run } from "graphile-worker";
import { z } from "zod";
import { COPY_EVENT } from "../../cards/render/slack.ts";

const {
  SLACK_API_URL: slackApiUrl = "",
  SLACK_BOT_TOKEN: token = "",
  DATABASE_URL: connectionString = "",
} = process.env;
const Post = z.object({ channel: z.string(), copy: z.string() });
const client = new WebClient(token, { slackApiUrl, retryConfig: { retries: 0 } });

await run({
  connectionString,
  concurrency: 12,
  maxPoolSize: 14,
  noHandleSignals: true,
  taskList: {
    post: async (payload) => {
      const { channel, copy } = Post.parse(payload);
      const metadata = { event_type: COPY_EVENT, event_payload: { copy } };
      await client.chat.postMessage({ channel, text: "A contact broke an arrangement.", metadata });
    },
  },
});
process.on("SIGTERM", () => process.exit(0));
console.log("Ready: at-work");
