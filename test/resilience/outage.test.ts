/** The database goes away and comes back (DESIGN decision 4): told it failed, nothing was written; told it is done, it was. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { told } from "../e2e/hands.ts";
import type { Person } from "../support/person.ts";
import type { Product } from "../support/product.ts";
import { openDatabaseProxy } from "./database-proxy.ts";
import { copiesBehind, countIn, wait } from "./settled.ts";
import { openStand } from "./stand.ts";

const stand = await openStand();
const wire = await openDatabaseProxy(stand.database.ownerUrl);
const slack = stand.slack.person("Bethan Price");
const teams = stand.teams.person("Agnieszka Nowak");
let product: Product;

beforeAll(async () => {
  product = await stand.start({ DATABASE_URL: wire.url });
});
beforeEach(async () => {
  await calls();
});
afterAll(async () => {
  wire.mend();
  await stand.remove();
  await wire.close();
});

const countOf = (query: string) => countIn(stand.database, query);
const acknowledged = () => countOf("select count(*)::int from alert where state = 'acknowledged'");
const behind = () => copiesBehind(stand.database);
const status = async (path: string) => (await fetch(`${product.url}${path}`)).status;

/** A call of a restricted customer of each council: an alert to acknowledge in each chat. */
let number = 0;
async function calls(): Promise<void> {
  number += 1;
  for (const council of ["harrowdene", "strathcaol"] as const) {
    const { status: answered } = await stand.breach(council, `call-${number}`);
    expect(answered).toBe(200);
  }
  await expect.poll(behind, { timeout: 5_000 }).toBe(0);
}

/** Presses Acknowledge on the newest alert; gives back every word that the person then reads. */
async function acknowledge(person: Person): Promise<string> {
  const outcome = await person.press("Acknowledge");
  await wait(300);
  const dialog = await person.dialog();
  if (dialog) await person.close();
  return JSON.stringify([outcome, dialog?.title, dialog?.lines]);
}

describe("a database that hangs", () => {
  it("loses no time for an officer, writes nothing that was said to have failed, and needs no restart", async () => {
    const before = await acknowledged();
    await teams.pointAt("Please ring me", (await teams.conversations())[0]?.id ?? "none");
    await teams.fill({ "Email address it came from": "angus.rennie@postbag.example" });
    wire.hang();
    const since = Date.now();

    expect((await teams.submit()).ok).toBe(true);
    expect((await teams.form(/Not checked/, 4_000)).lines.join(" ")).toContain("Treat this customer as unknown");
    await teams.close();

    expect((await slack.command("report-contact")).ok).toBe(true);
    expect((await slack.form("What happened", 3_000)).fields.length).toBeGreaterThan(1);
    await slack.close();
    expect((await teams.command("report-contact")).ok).toBe(true);
    expect((await teams.form("What happened", 3_000)).fields.length).toBeGreaterThan(1);
    await teams.close();

    expect(await acknowledge(slack)).toContain("Nothing was recorded");
    expect(await acknowledge(teams)).toMatch(/Nothing was recorded|Nothing was changed/);
    await slack.command("check-contact", "H-1001");
    expect((await slack.form(/Not checked/, 4_000)).lines.join(" ")).toContain("Treat this customer as unknown");
    await slack.close();
    await slack.pointAt("Please ring me", (await slack.conversations())[0]?.id ?? "none");
    expect((await slack.form(/Not checked/, 4_000)).lines.join(" ")).toContain("Treat this customer as unknown");
    await slack.close();

    const intake = await stand.breach("harrowdene", "while-hung");
    expect(intake.status).toBe(503);
    expect(intake.headers.get("retry-after")).not.toBeNull();
    expect(await status("/readyz")).toBe(503);
    expect(await status("/healthz")).toBe(200);
    await wait(Math.max(0, 10_000 - (Date.now() - since)));

    wire.mend();
    await expect.poll(() => status("/readyz"), { timeout: 5_000 }).toBe(200);
    await wait(1_000);
    expect(await acknowledged()).toBe(before);
    expect(await countOf("select count(*)::int from contact where source_id = 'while-hung' or source = 'chat'")).toBe(
      0,
    );

    expect(await acknowledge(slack)).toContain('"ok":true');
    await expect.poll(acknowledged).toBe(before + 1);
    await calls();
  }, 40_000);
});

describe("a check of the register that cannot be answered", () => {
  const looks = () => countOf("select count(*)::int from look_up");
  /** The form filled in while all is well, ready to be sent. */
  async function filledIn(person: Person): Promise<void> {
    await person.command("check-contact");
    await person.form("Why are you checking?");
    await person.fill({ "Phone number": "07700 900101", "Why are you checking?": "About to ring back." });
  }

  it.each([
    ["Slack", slack],
    ["Teams", teams],
  ])(
    "in %s says that it was not checked, never that there is nothing to keep to",
    async (_, person) => {
      await filledIn(person);
      const before = await looks();
      wire.hang();
      const hung = await told(person, await person.submit());
      expect(hung).toContain("Treat this customer as unknown");
      expect(hung).not.toContain("nothing to keep to");
      wire.mend();
      await expect.poll(() => status("/readyz"), { timeout: 5_000 }).toBe(200);
      expect(await looks()).toBe(before);

      await filledIn(person);
      const lost = wire.loseNextCommit("register-checked");
      expect(await told(person, await person.submit())).toContain("Treat this customer as unknown");
      await lost;
      wire.mend();
      await expect.poll(() => status("/readyz"), { timeout: 5_000 }).toBe(200);
    },
    40_000,
  );
});

describe("a database that is cut off", () => {
  it("says what it does not know when the answer to COMMIT is lost, and the card is right within 5 s of the return", async () => {
    for (const [person, words] of [
      [slack, "We could not confirm this"],
      [teams, "We could not confirm this"],
    ] as const) {
      const before = await acknowledged();
      const lost = wire.loseNextCommit("alert-acknowledged");
      expect(await acknowledge(person)).toContain(words);
      await lost;
      await wait(person === slack ? 4_000 : 1_000);
      expect(await acknowledged()).toBe(before + 1);
      wire.mend();
      const shown = async () => (await person.cards()).at(-1)?.buttons.includes("Acknowledge");
      await expect.poll(shown, { timeout: 5_000 }).toBe(false);
    }
    await calls();
  }, 40_000);

  it("does not post again what was posted while it was away, and goes on with the jobs", async () => {
    const posts = async () =>
      [...(await stand.slack.log()), ...(await stand.teams.log())].filter(({ event }) => event === "posted").length;
    const before = await posts();
    await stand.slack.inject({ kind: "slow", call: "chat.postMessage", ms: 1_000 });
    await stand.teams.inject({ kind: "slow", call: "POST activities", ms: 1_000 });
    await stand.breach("harrowdene", "in-the-middle");
    await stand.breach("strathcaol", "in-the-middle");
    await expect.poll(stand.slack.pendingFaults).toEqual([]);
    await expect.poll(stand.teams.pendingFaults).toEqual([]);
    wire.cut();
    await wait(3_000);
    wire.mend();
    await expect.poll(behind, { timeout: 10_000 }).toBe(0);
    const copies = await countOf(
      "select count(*)::int from copy c join alert a on a.id = c.subject_id and c.state = 'sent' join contact t on t.alert_id = a.id where t.source_id = 'in-the-middle'",
    );
    expect(await posts()).toBe(before + copies);
    await calls();
  }, 40_000);
});
