/** Over HTTP, with the world imported into a real PostgreSQL, the answers are those of the model of the contract. */
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { type Story, stories } from "../policy/screening-model/generate/steps.ts";
import { wholeWorld } from "../policy/screening-model/generate/whole-world.ts";
import { aModel } from "../policy/screening-model/model.ts";
import type { Answer } from "../policy/screening-model/shapes.ts";
import { freshDatabase } from "../support/database.ts";
import { aBot, aCouncil } from "./a-bot.ts";

const SEED = 20_260_915;
const WORLDS = 20;
const CONTACTS = 30;
const A_REQUEST = 7;

type Answered = Omit<Answer, "alert"> & { readonly alertId: string | null };

describe("the product over HTTP and the model", async () => {
  const db = await freshDatabase();
  const bot = await aBot(db.app);
  let worlds = 0;
  afterAll(async () => {
    bot.close();
    await db.drop();
  });

  const agree = async ({ world, steps }: Story): Promise<void> => {
    worlds += 1;
    const { token } = await aCouncil(db, wholeWorld(world, `world-${worlds}`));
    const contacts = steps.map(({ contact }) => contact);
    const answers: Answered[] = [];
    for (let from = 0; from < contacts.length; from += A_REQUEST) {
      const request = { source: "phone-system", contacts: contacts.slice(from, from + A_REQUEST) };
      const { status, body } = await bot.send(token, request);
      expect(status).toBe(200);
      answers.push(...body.results);
    }
    const model = aModel(world);
    contacts.forEach((contact, place) => {
      expect(shown(answers[place]), contact.id).toEqual(comparable(model.screen(contact)));
    });
  };

  it(`agree about ${CONTACTS} contacts in each of ${WORLDS} worlds`, { timeout: 120_000 }, async () => {
    const story = stories({ least: CONTACTS, most: CONTACTS });
    // Not shrunk: the property of test/policy/screening finds the smallest story without a database.
    await fc.assert(fc.asyncProperty(story, agree), { seed: SEED, numRuns: WORLDS, endOnFailure: true });
    expect(worlds).toBe(WORLDS);
  });
});

function shown(answered: Answered | undefined): unknown {
  if (answered === undefined) return undefined;
  const { outcome, match, restrictions, handling, alertId } = answered;
  return comparable({ outcome, match, restrictions, handling, alert: alertId !== null });
}

/** Without ids, which the register gives, and in no order. */
function comparable({ restrictions, ...answer }: Answer): unknown {
  const listed = restrictions.map(({ kind, clause, outcome }) => `${kind} ${clause}: ${outcome}`);
  return { ...answer, restrictions: listed.toSorted() };
}
