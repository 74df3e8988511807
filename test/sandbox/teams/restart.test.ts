import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ActivityHandler, type InvokeResponse, type TurnContext } from "botbuilder";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { fileKeep } from "../../../src/sandbox/file-keep.ts";
import { createPerson } from "../../support/person.ts";
import { ANNA, adaptive, BEN, CARA, CHANNEL, startTeamsBot, words } from "./teams-bot.ts";

const ask = adaptive([words("Please decide")], [{ type: "Action.Execute", title: "Approve", verb: "approve" }]);
const message = (card: object) => ({
  type: "message",
  summary: "A decision",
  attachments: [{ contentType: "application/vnd.microsoft.card.adaptive", content: card }],
});

/** Notes who added it and who is there again; answers every Execute with a card of the one who pressed. */
class Bot extends ActivityHandler {
  readonly heard: string[] = [];
  constructor() {
    super();
    this.onInstallationUpdateAdd(async ({ activity }) => void this.heard.push(`installed by ${activity.from.id}`));
    this.onMembersAdded(async ({ activity }) => void this.heard.push(`with ${activity.from.id}`));
  }
  protected override async onInvokeActivity(_context: TurnContext): Promise<InvokeResponse> {
    const value = adaptive([words("You approved")]);
    return { status: 200, body: { statusCode: 200, type: "application/vnd.microsoft.card.adaptive", value } };
  }
}

let folder: string;
let bot: Bot;
let place: Awaited<ReturnType<typeof startTeamsBot>>;
const file = () => join(folder, "teams-town.json");
const start = async () => {
  bot = new Bot();
  place = await startTeamsBot(bot, { keep: fileKeep(file()), rates: false });
};
const restart = async () => {
  await place.stop();
  await start();
};
const call = (method: string, path: string, body: object) =>
  fetch(`${place.address}/v3/conversations/${encodeURIComponent(CHANNEL)}/activities${path}`, {
    method,
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
const post = async (card: object = ask) =>
  ((await (await call("POST", "", message(card))).json()) as { id: string }).id;
const unread = (person: string) => place.tenant.driver.conversations(person).find((one) => one.id === CHANNEL)?.unread;
const titles = async (person: string) =>
  (await createPerson("teams", place.address, person).cards(CHANNEL)).map(({ title }) => title);

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "teams-keep-"));
  await start();
});
afterEach(async () => {
  await place.stop();
  rmSync(folder, { recursive: true });
  // What a turn threw would otherwise only be missing from what was heard.
  if (place.errors.length > 0) throw new Error(String(place.errors[0]));
});

describe("a Teams tenant that starts again", () => {
  it("has its messages, with what each person's press put in their place, and buttons that work", async () => {
    await post();
    await createPerson("teams", place.address, ANNA).press("Approve");
    const seen = place.tenant.driver.seen(ANNA, CHANNEL);

    await restart();

    expect(place.tenant.driver.seen(ANNA, CHANNEL)).toEqual(seen);
    expect([await titles(ANNA), await titles(BEN)]).toEqual([["You approved"], ["Please decide"]]);
    expect(await createPerson("teams", place.address, BEN).press("Approve")).toEqual({ ok: true });
    expect(await titles(BEN)).toEqual(["You approved"]);
  });

  it("takes an update of an old message by its id, which all see", async () => {
    const id = await post();
    await createPerson("teams", place.address, ANNA).press("Approve");

    await restart();

    expect((await call("PUT", `/${id}`, message(adaptive([words("Approved")])))).status).toBe(200);
    expect([await titles(ANNA), await titles(BEN)]).toEqual([["Approved"], ["Approved"]]);
    expect(place.tenant.driver.seen(BEN, CHANNEL)).toMatchObject([{ id, edited: true }]);
  });

  it("never gives an id twice, although the last message was deleted and the clock goes back", async () => {
    const id = await post();
    expect((await call("DELETE", `/${id}`, {})).status).toBe(200);
    await place.stop();
    const later = String(Number(id) + 3_600_000);
    writeFileSync(file(), readFileSync(file(), "utf8").replaceAll(id, later));

    await start();

    expect(await post()).toBe(String(Number(later) + 1));
  });

  it("knows what each person has read, and that a new message is new", async () => {
    await post();
    await post();
    place.tenant.driver.read(ANNA, CHANNEL);

    await restart();

    expect([unread(ANNA), unread(BEN)]).toEqual([0, 2]);
    await post();
    expect([unread(ANNA), unread(BEN)]).toEqual([1, 3]);
  });

  it("knows who has the bot: it hears of them quietly, and nothing of those who removed it", async () => {
    await place.tenant.begin();
    expect(bot.heard).toEqual([`installed by ${ANNA}`, `with ${ANNA}`, `installed by ${BEN}`, `with ${BEN}`]);
    await place.tenant.driver.uninstall(ANNA);
    await place.tenant.driver.install(CARA);

    await restart();
    await place.tenant.begin();

    expect(bot.heard).toEqual([`with ${BEN}`, `with ${CARA}`]);
  });

  it("begins anew when the snapshot is of another version", async () => {
    await post();
    await place.stop();
    const kept = readFileSync(file(), "utf8");
    expect(kept).toContain('"version":1');
    writeFileSync(file(), kept.replace('"version":1', '"version":0'));

    await start();
    expect(place.tenant.driver.seen(ANNA, CHANNEL)).toEqual([]);
  });
});
