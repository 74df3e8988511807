/** One running product with two councils of one policy, one in Slack and one in Teams. */
import type { Pack } from "../../../src/policy/packs/pack.ts";
import { importWorld } from "../../../src/usecases/import-world/import-world.ts";
import { freshDatabase } from "../../support/database.ts";
import { type OutsideChats, openOutsideChats } from "../../support/outside-chats.ts";
import { type Product, startProduct } from "../../support/product.ts";
import { BEGINNING } from "./clock.ts";
import { type Council, councilIn } from "./council.ts";
import { type Chat, nameOf, PLACED, worldOf } from "./people.ts";

export const CHATS: readonly Chat[] = ["slack", "teams"];
const CHANNEL = { name: "restricted-contact", members: [nameOf("nadia"), nameOf("tom")] };

export type Town = {
  readonly council: (chat: Chat) => Council;
  readonly close: () => Promise<void>;
};

/** Starts it on a Monday at 9am; the register team has chosen its channel in each chat. */
export async function openTown(policy: string | Pack): Promise<Town> {
  const pack = typeof policy === "string" ? policy : policy.id;
  // Days go by between two messages of a scenario, and no second for the chats that count them.
  const chats = await openOutsideChats(PLACED, { channel: CHANNEL, unlimited: true });
  const product = await startWith(chats, policy);
  await product.setClock(BEGINNING);
  await chats.connect(product.url);
  const councils = new Map<Chat, Council>();
  for (const chat of CHATS) {
    const council = await councilIn(product, { chat, address: chats[chat], pack });
    await council.chooseChannel(CHANNEL.name);
    councils.set(chat, council);
  }
  return {
    council: (chat) => {
      const council = councils.get(chat);
      if (!council) throw new Error(`no council in ${chat}`);
      return council;
    },
    close: async () => {
      await product.remove();
      await product.database.drop();
      await chats.close();
    },
  };
}

async function startWith(chats: OutsideChats, policy: string | Pack): Promise<Product> {
  const database = await freshDatabase();
  for (const chat of CHATS) {
    const world =
      typeof policy === "string" ? { json: worldOf(chat, policy) } : { json: worldOf(chat, policy.id), pack: policy };
    const outcome = await importWorld({ db: database.app, now: () => BEGINNING })({ ...world, sandbox: true });
    if (outcome.code !== "imported") throw new Error(JSON.stringify(outcome.faults));
  }
  return await startProduct({ database, environment: chats.environment });
}
