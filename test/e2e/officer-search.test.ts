/** Officers by search, in a real browser: a council of more people than any menu holds, in Slack and in Teams. */
import type { Browser, Locator } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "../support/browser.ts";
import { type Product, startProduct } from "../support/product.ts";
import { CASTS, type Cast } from "./tour/cast.ts";
import { choosePerson, fillIn } from "./tour/fields.ts";
import { TOUR_STEPS } from "./tour/steps.ts";
import { type Visitor, visitor } from "./tour/visitor.ts";

const KEPT_APART = "With which officers is there no contact?";
const CONTACT = "Who is the one point of contact?";

describe("a proposal in a council of many", () => {
  let browser: Browser;
  let product: Product;
  beforeAll(async () => {
    [browser, product] = await Promise.all([launchBrowser(), startProduct()]);
    await product.database.owner.sql`
      insert into officer (organisation_id, id, email, name, service, roles, status, extension)
      select o.id, gen_random_uuid(), 'colleague' || n || '@' || o.slug || '.example', 'Colleague Number' || n, 'Parks',
        '{officer}', 'active', (7000 + n)::text
      from organisation o cross join generate_series(1, 150) n`;
  });
  afterAll(async () => {
    await browser.close();
    await product.remove();
  });

  it.each(CASTS)("at $council in $chat, $width px wide: officers are found by what is typed", async (cast) => {
    const seen = await visitor(browser, product.url, cast.width);
    const second = await secondStep(seen, cast);
    await fillIn(second, { [CONTACT]: cast.namedOfficer, "Why is this needed?": "Nine calls after a final answer." });
    const box = second.getByLabel(KEPT_APART).first();
    await choosePerson(box, { typed: "7149", name: "Colleague Number149" });
    await choosePerson(box, { typed: "colleague77@", name: "Colleague Number77" });
    await seen.look("officers by search");

    // What is wrong elsewhere comes back with them, by name.
    await fillIn(second, { "Where does it apply?": "With every service" });
    await seen.send("Continue");
    const again = await seen.window("Why the whole organisation");
    expect(await chosen(again)).toEqual(["Colleague Number149, Parks", "Colleague Number77, Parks"]);
    expect(await again.getByLabel(CONTACT).first().inputValue()).toContain(cast.namedOfficer);

    await again.getByRole("button", { name: "Remove Colleague Number77" }).click();
    await fillIn(again, { "If with every service, why?": "They rang four of them." });
    await seen.send("Continue");
    await seen.window("Step 3 of 4");
    const [draft] = await product.database.owner.sql<{ restrictions: unknown }[]>`
      select restrictions from proposal p join organisation o on o.id = p.organisation_id where o.slug = ${cast.council.toLowerCase()}
      order by started_at desc limit 1`;
    expect(JSON.stringify(draft?.restrictions)).toMatch(/"officers": ?\["colleague149@[a-z]+\.example"\]/);
    expect(seen.troubles).toEqual([]);
    await seen.page.context().close();
  });
});

async function secondStep(seen: Visitor, cast: Cast): Promise<Locator> {
  for (const { title, act } of TOUR_STEPS.slice(0, 3))
    await act({ ...seen, look: async () => {} }, cast).catch((error: unknown) => {
      throw new Error(`at "${title}"`, { cause: error });
    });
  const first = await seen.window("Step 1 of 4");
  await fillIn(
    first,
    cast.before((days) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)),
  );
  await first.getByLabel("One named officer only").check();
  await first.getByLabel("No contact with named officers").check();
  await seen.send("Continue");
  return await seen.window("Step 2 of 4");
}

async function chosen(form: Locator): Promise<readonly string[]> {
  const tokens = await form.locator(".chosen li").allInnerTexts();
  return tokens.map((words) => words.replace(/\s*×$/, "").trim());
}
