import { ActivityHandler, CardFactory, type ConversationReference, type TurnContext } from "botbuilder";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ANNA, adaptive, anna, CARA, CHANNEL, startTeamsBot, TENANT, words } from "./teams-bot.ts";

const APP = "22222222-2222-4222-8222-222222222222";
let place: Awaited<ReturnType<typeof startTeamsBot>>;
beforeEach(async () => {
  place = await startTeamsBot(new ActivityHandler());
});
afterEach(() => place.stop());

/** The adapter's own error handler would swallow what `say` throws: it is thrown after the turn. */
function kept(say: (context: TurnContext) => Promise<unknown>) {
  let work: Promise<unknown> = Promise.resolve();
  const logic = async (context: TurnContext) => {
    work = say(context);
    await work.catch(() => undefined);
  };
  return { logic, ended: () => work };
}

/** Opens the one-to-one conversation as the product does, and runs `say` in it. */
async function direct(id: string, say: (context: TurnContext) => Promise<unknown>): Promise<void> {
  const parameters = {
    isGroup: false,
    members: [{ id, name: "" }],
    tenantId: TENANT,
    channelData: { tenant: { id: TENANT } },
  };
  const { logic, ended } = kept(say);
  await place.adapter.createConversationAsync(APP, "msteams", place.address, "", parameters as never, logic);
  await ended();
}

async function inChannel(say: (context: TurnContext) => Promise<unknown>): Promise<void> {
  const reference = {
    channelId: "msteams",
    serviceUrl: place.address,
    conversation: { id: CHANNEL },
    bot: { id: `28:${APP}` },
  };
  const { logic, ended } = kept(say);
  await place.adapter.continueConversationAsync(APP, reference as Partial<ConversationReference>, logic);
  await ended();
}

const posted = (conversation: string) => place.tenant.driver.messages({ conversation });
const refusal = async (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: { statusCode?: number; code?: string; details?: { error?: { code?: string } } }) =>
      `${error.statusCode} ${error.code ?? error.details?.error?.code}`,
  );

describe("the connector", () => {
  it("opens a conversation by AAD object id or by user id, and posts, updates and deletes there", async () => {
    for (const id of [anna.aadObjectId, ANNA]) {
      await direct(id, async (context) => {
        const sent = await context.sendActivity({ type: "message", text: "one" });
        await context.updateActivity({ id: sent?.id ?? "", type: "message", text: "two" });
        await context.deleteActivity(sent?.id ?? "");
      });
    }
    const events = place.tenant.driver.messages().map((one) => `${one.event} ${one.call} ${one.text}`);
    expect(events.slice(0, 3)).toEqual([
      "posted POST activities one",
      "edited PUT activity two",
      "deleted DELETE activity two",
    ]);
    expect(events).toHaveLength(6);
  });

  it("refuses to write to somebody who does not have the bot, and who removed it", async () => {
    expect(await refusal(direct(CARA, (context) => context.sendActivity("x")))).toBe("403 MessageWritesBlocked");
    await place.tenant.driver.uninstall(ANNA);
    expect(await refusal(direct(ANNA, (context) => context.sendActivity("x")))).toBe("403 MessageWritesBlocked");
  });

  it.each([
    ["a message over 100 KB", { type: "message", text: "x".repeat(52_000) }, "413 MessageSizeTooBig"],
    [
      "a card of version 1.6",
      { type: "message", attachments: [CardFactory.adaptiveCard({ ...adaptive([words("x")]), version: "1.6" })] },
      "400 BadArgument",
    ],
    ["nothing", { type: "message" }, "400 BadSyntax"],
  ])("refuses %s", async (_what, activity, code) => {
    expect(await refusal(inChannel((context) => context.sendActivity(activity)))).toBe(code);
    expect(posted(CHANNEL)).toEqual([]);
  });

  it("refuses an update of a message that is not there, and everything once the bot is removed", async () => {
    const update = { id: "1", type: "message", text: "x" };
    expect(await refusal(inChannel((context) => context.updateActivity(update)))).toBe(
      "404 ActivityNotFoundInConversation",
    );
    place.tenant.faults.add({ kind: "bot-removed", conversation: CHANNEL });
    expect(await refusal(inChannel((context) => context.sendActivity("x")))).toBe("403 BotNotInConversationRoster");
  });

  it("asks to wait after seven messages in a second in one conversation", async () => {
    const url = `${place.address}/v3/conversations/${encodeURIComponent(CHANNEL)}/activities`;
    const body = JSON.stringify({ type: "message", text: "x" });
    const post = () => fetch(url, { method: "POST", headers: { "content-type": "application/json" }, body });
    const answers = await Promise.all(Array.from({ length: 8 }, post));
    expect(answers.map((one) => one.status).toSorted((a, b) => a - b)).toEqual([
      201, 201, 201, 201, 201, 201, 201, 429,
    ]);
    expect(answers.find((one) => one.status === 429)?.headers.get("retry-after")).toBe("1");
  });

  it("fails after the message was in fact posted, and the SDK posts it again: a test can count both", async () => {
    place.tenant.faults.add({ kind: "fails-after", call: "POST activities" });
    await inChannel((context) => context.sendActivity("x"));
    expect(posted(CHANNEL)).toHaveLength(2);
  });
});

describe("a slow bot", () => {
  it("gets the invoke again after a while; one that never answers is given up", async () => {
    let heard = 0;
    class Slow extends ActivityHandler {
      override async onInvokeActivity() {
        heard += 1;
        await new Promise((resolve) => setTimeout(resolve, 400));
        const body = { statusCode: 200, type: "application/vnd.microsoft.activity.message", value: "At last" };
        return { status: 200, body };
      }
    }
    const slow = await startTeamsBot(new Slow(), { invokeAgainMs: 100 });
    await fetch(`${slow.address}/v3/conversations/${encodeURIComponent(CHANNEL)}/activities`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ type: "message", text: "x" }),
    });
    const message = slow.tenant.driver.seen(ANNA, CHANNEL)[0]?.id ?? "";
    const press = () => slow.tenant.driver.execute(ANNA, { conversation: CHANNEL, message, verb: "approve" });
    expect(await press()).toEqual({ ok: true, said: "At last" });
    expect(heard).toBe(2);
    slow.tenant.faults.add({ kind: "hangs", call: "invoke", times: 2 });
    expect(await press()).toEqual({ ok: false, error: "Unable to reach app. Please try again." });
    await slow.stop();
  });
});
