/** Somebody types words to the bot, installs it or removes it, or types in a search field of a card. */
import { z } from "zod";
import type { Outcome, Say, TeamsSearch, TeamsSearchAnswer } from "../../wire.ts";
import type { Scene } from "../activity-shape.ts";
import { bot, directId, person, type Tenant } from "../state.ts";
import { invoke, sendActivity } from "../to-bot.ts";
import { done, failed, json, sceneOf } from "./common.ts";

/** In a channel the bot hears only what mentions it. */
export async function say(
  tenant: Tenant,
  userId: string,
  { conversation, text, mention }: z.output<typeof Say>,
): Promise<Outcome> {
  const scene = sceneOf(tenant, userId, conversation);
  if (scene === undefined) return failed("You are not in that conversation.");
  const { id, name } = bot(tenant.options);
  const tag = `<at>${name}</at>`;
  const words = mention ? `${tag} ${text}` : text;
  const from = { id: userId, name: scene.who.name, bot: false };
  const body = { cards: [], summary: "", personal: {} };
  const message = tenant.rooms.post("person", { conversation: scene.room.id, from, onlyFor: null, text: words, body });
  const heard = scene.room.kind === "direct" ? tenant.installed.has(userId) : mention && scene.room.botIn;
  if (!heard) return done;

  const mentions = mention ? [{ type: "mention", text: tag, mentioned: { id, name } }] : [];
  const thread = scene.room.kind === "channel" ? message.id : undefined;
  const content = { type: "message", id: message.id, text: words, textFormat: "plain", attachments: [] };
  const delivered = await sendActivity(tenant, { ...scene, thread }, { ...content, entities: mentions });
  return delivered.kind === "answered" && delivered.status < 300 ? done : failed("The app did not answer.");
}

/** Adds the bot for a person, or takes it away: then the bot can no longer write to them. */
export async function setInstalled(tenant: Tenant, userId: string, present: boolean): Promise<Outcome> {
  const who = person(tenant.options, userId);
  const scene = who && sceneOf(tenant, userId, directId(who));
  if (scene === undefined) return failed("Nobody here has that id.");
  if (present) tenant.installed.add(userId);
  else tenant.installed.delete(userId);
  tenant.changes.bump();

  await sendActivity(tenant, scene, { type: "installationUpdate", action: present ? "add" : "remove" });
  if (present) await announce(tenant, scene);
  return done;
}

const announce = (tenant: Tenant, scene: Scene) =>
  sendActivity(tenant, scene, { type: "conversationUpdate", membersAdded: [{ id: bot(tenant.options).id }] });

/** After a restart: the bot hears again where the person's conversation with it is, without a new installation. */
export async function resume(tenant: Tenant, userId: string): Promise<void> {
  const who = person(tenant.options, userId);
  const scene = who && sceneOf(tenant, userId, directId(who));
  if (scene !== undefined) await announce(tenant, scene);
}

const Found = z.object({
  statusCode: z.literal(200),
  type: z.literal("application/vnd.microsoft.search.searchResponse"),
  value: z.object({ results: z.array(z.object({ title: z.string(), value: z.string() })) }),
});

/** The choices for what was typed; none when the app does not answer. */
export async function search(
  tenant: Tenant,
  userId: string,
  asked: z.output<typeof TeamsSearch>,
): Promise<TeamsSearchAnswer> {
  const who = person(tenant.options, userId);
  const scene = who && sceneOf(tenant, userId, asked.conversation ?? directId(who));
  if (scene === undefined) return { options: [] };
  const { dataset, query } = asked;
  const value = { kind: "search", queryText: query, queryOptions: { skip: 0, top: 15 }, dataset };
  const read = (body: string) => Found.safeParse(json(body)).data;
  const invoked = await invoke(tenant, scene, { what: { name: "application/search", value }, read });
  const results = invoked.kind === "answered" ? invoked.answer.value.results : [];
  return { options: results.map((one) => ({ text: one.title, value: one.value })) };
}
