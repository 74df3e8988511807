import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { ActivityTypes, CardFactory, TeamsActivityHandler, TeamsInfo, TurnContext } from "botbuilder";
import express from "express";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createPerson } from "../../support/person.ts";
import { ANNA, adaptive, anna, BEN, CARA, CHANNEL, startTeamsBot, TENANT, words } from "./teams-bot.ts";

const ask = adaptive(
  [words("Please decide")],
  [
    { type: "Action.Execute", title: "Approve", verb: "approve", data: { id: "42" } },
    { type: "Action.Submit", title: "Reject", data: { msteams: { type: "task/fetch" }, id: "42" } },
  ],
);
const form = (fault?: string) =>
  adaptive(
    [
      ...(fault === undefined ? [] : [words(fault, { color: "Attention" })]),
      { type: "Input.Text", id: "why", label: "Why", isRequired: true, errorMessage: "Say why" },
      {
        type: "Input.ChoiceSet",
        id: "how",
        label: "How",
        choices: [
          { title: "By letter", value: "letter" },
          { title: "By phone", value: "phone" },
        ],
      },
    ],
    [{ type: "Action.Submit", title: "Send", data: { id: "42" } }],
  );
const task = (card: object) => ({
  task: { type: "continue" as const, value: { title: "Reject", card: CardFactory.adaptiveCard(card) } },
});

/** Says what it heard, and answers from `answers`. */
class Bot extends TeamsActivityHandler {
  readonly heard: unknown[] = [];
  answers: unknown[] = [];
  constructor() {
    super();
    this.onMessage(async (context, next) => {
      const { text, value, from, channelData, conversation } = context.activity;
      this.heard.push({
        text: text && TurnContext.removeRecipientMention(context.activity)?.trim(),
        value,
        from,
        tenant: channelData.tenant.id,
        conversation,
      });
      await context.sendActivity({
        type: ActivityTypes.Message,
        attachments: [CardFactory.adaptiveCard(ask)],
        summary: "A decision",
      });
      await next();
    });
  }
  override async onAdaptiveCardInvoke(context: TurnContext) {
    this.heard.push(context.activity.value);
    return this.answers.shift() as never;
  }
  override async onSearchInvoke(_context: TurnContext, asked: unknown) {
    this.heard.push(asked);
    return this.answers.shift() as never;
  }
  override async handleTeamsTaskModuleFetch(_context: TurnContext, request: unknown) {
    this.heard.push(request);
    return task(form());
  }
  override async handleTeamsTaskModuleSubmit(_context: TurnContext, request: unknown) {
    this.heard.push(request);
    return this.answers.shift() as never;
  }
  override async handleTeamsMessagingExtensionFetchTask(_context: TurnContext, action: unknown) {
    this.heard.push(action);
    return task(form());
  }
  override async handleTeamsMessagingExtensionSubmitAction(_context: TurnContext, action: { data: unknown }) {
    this.heard.push(action.data);
    return {};
  }
}

let bot: Bot;
let place: Awaited<ReturnType<typeof startTeamsBot>>;
beforeEach(async () => {
  bot = new Bot();
  place = await startTeamsBot(bot);
});
afterEach(async () => {
  await place.stop();
  // What a turn threw would otherwise only be missing from what was heard.
  if (place.errors.length > 0) throw new Error(String(place.errors[0]));
});
const person = (id = ANNA) => createPerson("teams", place.address, id);

describe("a person in Teams, through real botbuilder", () => {
  it("types words and gets a card", async () => {
    expect(await person().command("report-contact", "now")).toEqual({ ok: true });
    expect(bot.heard).toMatchObject([
      {
        text: "report-contact now",
        from: { id: ANNA, aadObjectId: anna.aadObjectId },
        tenant: TENANT,
        conversation: { conversationType: "personal" },
      },
    ]);
    const card = await person().card("Please decide");
    expect(card).toMatchObject({ title: "Please decide", buttons: ["Approve", "Reject"], notification: "A decision" });
  });

  it("is heard in a channel only when it mentions the bot, and is answered there", async () => {
    await place.tenant.driver.say(ANNA, { conversation: CHANNEL, text: "hello" });
    expect(bot.heard).toEqual([]);
    await person().say("use-this-channel", CHANNEL);
    expect(bot.heard).toMatchObject([{ text: "use-this-channel", conversation: { conversationType: "channel" } }]);
    expect((await person(BEN).cards(CHANNEL)).at(-1)?.title).toBe("Please decide");
  });

  it("presses Execute: the new card is seen by the one who pressed, an update by all", async () => {
    bot.answers = [
      { statusCode: 200, type: "application/vnd.microsoft.card.adaptive", value: adaptive([words("You approved")]) },
      { statusCode: 200, type: "application/vnd.microsoft.activity.message", value: "Already decided" },
      { statusCode: 500, type: "application/vnd.microsoft.error", value: { code: "Busy", message: "Try later" } },
    ];
    await person().say("hello", CHANNEL);
    expect(await person().press("Approve")).toEqual({ ok: true });
    expect(bot.heard.at(-1)).toMatchObject({ action: { verb: "approve", data: { id: "42" } }, trigger: "manual" });
    expect((await person().cards(CHANNEL)).at(-1)?.title).toBe("You approved");
    expect((await person(BEN).cards(CHANNEL)).at(-1)?.title).toBe("Please decide");
    expect(await person(BEN).press("Approve")).toEqual({ ok: true, said: "Already decided" });
    expect(await person(BEN).press("Approve")).toEqual({ ok: false, error: "Try later" });
  });

  it("asks once more for an answer it cannot read, then shows an error", async () => {
    await person().say("hello");
    bot.answers = [
      { statusCode: 200, type: "application/vnd.microsoft.card.adaptive", value: {} },
      { statusCode: 200, type: "application/vnd.microsoft.activity.message", value: "" },
    ];
    expect(await person().press("Approve")).toEqual({ ok: false, error: "Something went wrong. Please try again." });
    expect(bot.heard).toHaveLength(3);
  });

  it("opens a dialog from a card, sees its fault, sends it again, and it closes", async () => {
    await person().say("hello");
    bot.answers = [task(form("That is too short")), { task: { type: "message", value: "Recorded" } }];
    const one = person();
    await one.press("Reject");
    expect(bot.heard.at(-1)).toMatchObject({ data: { id: "42", msteams: { type: "task/fetch" } } });
    expect(await one.submit()).toEqual({ ok: false, error: "Say why" });

    await one.fill({ Why: "No", How: "By phone" });
    expect(await one.submit("Send")).toEqual({ ok: true });
    expect(bot.heard.at(-1)).toMatchObject({ data: { id: "42", why: "No", how: "phone" } });
    expect((await one.dialog())?.faults).toEqual(["That is too short"]);

    await one.fill({ Why: "No, because" });
    await one.submit();
    expect((await one.dialog())?.lines).toEqual(["Recorded"]);
    await one.close();
    expect(await one.dialog()).toBeNull();
  });

  it("starts the message extension, which opens a dialog and closes", async () => {
    const one = person();
    expect(await one.command("report-contact")).toEqual({ ok: true });
    expect(bot.heard.at(-1)).toMatchObject({ commandId: "report-contact", commandContext: "compose" });
    await one.fill({ Why: "Because" });
    expect(await one.submit()).toEqual({ ok: true });
    expect(bot.heard.at(-1)).toMatchObject({ why: "Because" });
    expect(await one.dialog()).toBeNull();
  });

  it("tells members, and what kind of channel it is", async () => {
    const seen: unknown[] = [];
    bot.onMessage(async (context, next) => {
      const members = await TeamsInfo.getPagedMembers(context, 1);
      const rest = await TeamsInfo.getPagedMembers(context, 1, members.continuationToken);
      const channels = await TeamsInfo.getTeamChannels(context);
      seen.push(
        [...members.members, ...rest.members].map((one) => one.aadObjectId),
        rest.continuationToken,
        channels,
      );
      await next();
    });
    await person().say("hello", CHANNEL);
    expect(place.errors).toEqual([]);
    expect(seen).toMatchObject([[anna.aadObjectId, expect.any(String)], undefined, [{ id: CHANNEL, type: "private" }]]);
  });

  it("is installed and removed, and the bot hears of it", async () => {
    const updates: unknown[] = [];
    bot.onMembersAdded(async (context, next) => {
      updates.push(context.activity.membersAdded);
      await next();
    });
    bot.onInstallationUpdateRemove(async (context, next) => {
      updates.push(context.activity.action);
      await next();
    });
    await place.tenant.driver.install(CARA);
    await place.tenant.driver.uninstall(CARA);
    expect(updates).toMatchObject([[{ id: expect.stringMatching(/^28:/) }], "remove"]);
  });

  it("starts the message extension from a message, whose words travel along", async () => {
    await place.tenant.driver.say(BEN, { conversation: CHANNEL, text: "what <b> &\nwas said" });
    const message = place.tenant.driver.seen(ANNA, CHANNEL)[0]?.id ?? "";
    await place.tenant.driver.extension(ANNA, { command: "report-contact", conversation: CHANNEL, message });
    expect(bot.heard.at(-1)).toMatchObject({
      commandContext: "message",
      messagePayload: {
        id: message,
        body: { contentType: "html", content: "<div>what &lt;b&gt; &amp;<br>was said</div>" },
        from: { user: { displayName: "Ben Manager" } },
      },
    });
  });

  it("searches the choices of a field", async () => {
    const value = { results: [{ title: "Found ab", value: "1" }] };
    bot.answers = [{ statusCode: 200, type: "application/vnd.microsoft.search.searchResponse", value }];
    const found = await place.tenant.driver.search(ANNA, { dataset: "cases", query: "ab" });
    expect(bot.heard).toMatchObject([{ queryText: "ab", dataset: "cases" }]);
    expect(found).toEqual({ options: [{ text: "Found ab", value: "1" }] });
  });

  it("carries the tenant's token", async () => {
    const tokens: unknown[] = [];
    const app = express().post("/", (request, response) => {
      tokens.push(request.headers.authorization);
      response.end();
    });
    const server = app.listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    const signed = await startTeamsBot(bot, { token: () => "t-1", deliverTo: () => `http://127.0.0.1:${port}/` });
    await signed.tenant.driver.install(ANNA);
    expect(tokens).toEqual(["Bearer t-1", "Bearer t-1"]);
    server.close();
    await signed.stop();
  });
});
