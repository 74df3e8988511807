/** Tokens as an administrator handles them at the command line, and what each then opens over HTTP. */
import { afterAll, describe, expect, it } from "vitest";
import { registerHere } from "../cli/register.ts";
import { freshDatabase } from "../support/database.ts";
import { aCall, aWorld } from "../usecases/screen-contacts/a-register.ts";
import { aBot, aCouncil } from "./a-bot.ts";

describe("a token made at the command line", async () => {
  const db = await freshDatabase();
  await aCouncil(db, aWorld());
  const [organisation] = await db.owner.sql<{ slug: string }[]>`select slug from organisation`;
  const own = ["--organisation", organisation?.slug ?? ""] as const;
  const bot = await aBot(db.app, { rate: 20 });
  afterAll(async () => {
    bot.close();
    await db.drop();
  });

  const register = async (...line: readonly string[]) => {
    const ran = await registerHere(db.ownerUrl, line);
    if (ran.exit !== 0) throw new Error(ran.err);
    return ran.out.trim();
  };
  const make = (name: string, ...sources: readonly string[]) =>
    register("intake-token", ...own, "--name", name, ...sources.flatMap((source) => ["--source", source]));
  /** The status, and the code of a refusal. */
  const answer = async (token: string, source: string, count = 1) => {
    const { status, body } = await bot.send(token, { source, contacts: Array.from({ length: count }, () => aCall()) });
    return [status, body.error];
  };

  it("opens the door to the sources it is bound to, and to no other", async () => {
    const token = await make("Mail", "mail-gateway", "scanned-post");
    expect(await answer(token, "mail-gateway")).toEqual([200, undefined]);
    expect(await answer(token, "scanned-post")).toEqual([200, undefined]);
    for (const source of ["phone-system", "Mail-Gateway", "mail-gateway ", "mail"])
      expect([source, ...(await answer(token, source))]).toEqual([source, 403, "source-not-allowed"]);
  });

  it("that is bound to none opens it to any", async () => {
    const token = await make("Any");
    expect(await answer(token, "whatever it is called")).toEqual([200, undefined]);
  });

  it("is refused from the moment it is revoked, and the others are not", async () => {
    const [lost, other] = [await make("Lost"), await make("Other")];
    expect(await answer(lost, "phone-system")).toEqual([200, undefined]);
    await register("intake-token", "revoke", ...own, "--name", "Lost");
    expect(await answer(lost, "phone-system")).toEqual([403, "token-revoked"]);
    expect(await answer(other, "phone-system")).toEqual([200, undefined]);
    const listed = (await register("intake-token", "list", ...own)).split("\n");
    expect(listed.find((line) => line.startsWith("Lost"))).toMatch(/^Lost · revoked 20\S+ · made 20\S+ · any source$/);
    expect(listed.find((line) => line.startsWith("Other"))).toMatch(/^Other · in use · made 20\S+ · any source$/);
    expect(listed.join("\n")).not.toMatch(/rc_|[0-9a-f]{64}/);
  });

  it("has a rate of its own, which a refused request does not use up", async () => {
    const [busy, calm] = [await make("Busy"), await make("Calm")];
    // At once, because a slow machine may let a second go by between two.
    const answers = await Promise.all(Array.from({ length: 8 }, () => answer(busy, "phone-system", 20)));
    expect(answers).toContainEqual([200, undefined]);
    expect(answers).toContainEqual([429, "too-fast"]);
    expect(await answer(calm, "phone-system", 20)).toEqual([200, undefined]);
    await new Promise((done) => setTimeout(done, 1_000));
    expect(await answer(busy, "phone-system", 20)).toEqual([200, undefined]);
  });

  it("opens nothing when it is cut short, made longer or written otherwise", async () => {
    const token = await make("Exact");
    for (const wrong of [token.slice(0, -1), `${token}x`, token.toUpperCase(), token.replace("rc_", "")])
      expect(await answer(wrong, "phone-system")).toEqual([401, "unauthorised"]);
  });
});
