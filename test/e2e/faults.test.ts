/** What goes wrong between the bot and the chat, and what people see of it: once, or at least once and marked (DESIGN decision 5). */
import { describe, expect, it } from "vitest";
import { HARROWDENE, STRATHCAOL } from "./councils.ts";
import { becomes, send, told, words } from "./hands.ts";
import type { CouncilStage } from "./stage.ts";
import { oneSandbox } from "./stage-of.ts";

/** How the two chats call what the bot does, and who reports in which test: each test breaks one conversation. */
const CHATS = [
  {
    council: HARROWDENE,
    post: "chat.postMessage",
    reporters: ["Bethan Price", "Daniel Osei", "Kieran Doyle", "Mei Lin Chow"],
  },
  {
    council: STRATHCAOL,
    post: "POST activities",
    reporters: ["Agnieszka Nowak", "Callum Baird", "Oluwaseun Adebayo", "Shona Petrie"],
  },
] as const;

const SENT_AGAIN = "Sent again: we could not tell whether you got it the first time.";

/** Time for another try after an end that is not known, twice over on a slow machine. */
const PATIENCE = 19_000;

const stageOf = oneSandbox();

describe.each(CHATS)("faults of the chat of $council.name", ({ council, post, reporters }) => {
  const stage = stageOf(council);

  describe.concurrent("one conversation each", () => {
    it("busy, with Retry-After: posted once, and not before that time", async () => {
      const { place, posts } = await inDirect(stage(), reporters[0]);
      await stage().chat.inject({ kind: "rate-limited", call: post, conversation: place, retryAfterSeconds: 2 });
      const before = Date.now();
      const ref = await report(stage(), reporters[0]);
      await stage().person(reporters[0]).card(`Your report ${ref}`, PATIENCE);
      expect(Date.now() - before).toBeGreaterThanOrEqual(2_000);
      await stage().settled();
      expect(await posts(ref)).toBe(1);
    });

    it.for([
      { what: "500 although it was posted", fault: { kind: "fails-after" }, reporter: reporters[1] },
      { what: "no answer although it was posted", fault: { kind: "hangs-after", ms: 300 }, reporter: reporters[2] },
    ] as const)("$what: in Slack posted once, in Teams again and marked", async ({ fault, reporter }) => {
      const { place, posts } = await inDirect(stage(), reporter);
      await stage().chat.inject({ ...fault, call: post, conversation: place });
      const ref = await report(stage(), reporter);
      await stage().settled();
      const copies = (await stage().person(reporter).cards(place)).filter((card) =>
        words(card).includes(`Your report ${ref}`),
      );
      // What each message says of being the second one: in Teams nothing can be read back, so it is posted again.
      const marks = { slack: [false], teams: [false, true] }[council.mount.chat];
      expect(copies.map((card) => words(card).includes(SENT_AGAIN))).toEqual(marks);
      expect(await posts(ref)).toBe(marks.length);
    });

    it("a time-out before anything was posted: it comes all the same", async () => {
      const { place, posts } = await inDirect(stage(), reporters[3]);
      await stage().chat.inject({ kind: "hangs", ms: 300, call: post, conversation: place });
      const ref = await report(stage(), reporters[3]);
      const card = await stage().person(reporters[3]).card(`Your report ${ref}`, PATIENCE);
      await stage().settled();
      expect(await posts(ref)).toBe(1);
      // In Teams it cannot be known that the first one did not arrive.
      expect(words(card).includes(SENT_AGAIN)).toBe(council.mount.chat === "teams");
    });
  });

  it("each request to the bot twice: one report, one decision about it", async () => {
    const { chat, person } = stage();
    const before = await stage().audited("incident-reported");
    await chat.inject({ kind: "duplicate-deliveries" });
    const ref = await report(stage(), council.reporter);
    const manager = person(council.manager);
    const triage = await manager.card(`Look at report ${ref}`);
    await manager.press("No further action", { on: `Look at report ${ref}` });
    await manager.form("The reporter is told");
    await send(manager, { "Why?": "Nothing to it." });
    await becomes(manager, triage, "No further action:");
    await chat.inject({ kind: "duplicate-deliveries-end" });
    await stage().settled();
    expect(await stage().audited("incident-reported")).toBe(before + 1);
    expect(await stage().audited("incident-closed")).toBe(1);
    const { posts } = await inDirect(stage(), council.reporter);
    // The receipt, and the news that it was looked at.
    expect(await posts(ref)).toBe(2);
  });

  it("a contact told of from a message, each request twice and the form sent twice: one contact, one alert", async () => {
    const { chat, person, product, organisation } = stage();
    const reporter = person(council.reporter);
    await chat.inject({ kind: "duplicate-deliveries" });
    await reporter.pointAt("Please answer my letter.", chat.channel(council.channels.open).id);
    await reporter.form("Which day?");
    await reporter.fill({ "Email address it came from": council.restricted.email });
    const outcomes = await Promise.all([reporter.submit(), reporter.submit()]);
    expect(outcomes.some(({ ok }) => ok)).toBe(true);
    expect(await told(reporter, { ok: true })).toContain("If anyone may be in danger");
    await chat.inject({ kind: "duplicate-deliveries-end" });
    await stage().settled();
    const [recorded] = await product.database.owner.sql`
      select count(*)::int as contacts, count(distinct alert_id)::int as alerts, sum(alert.contacts)::int as counted
      from contact join alert on alert.id = contact.alert_id
      where contact.organisation_id = ${organisation} and source = 'chat'`;
    expect(recorded).toEqual({ contacts: 1, alerts: 1, counted: 1 });
  });

  it("a form sent twice at the same moment: one report", async () => {
    const { person } = stage();
    const reporter = person(council.reporter);
    const before = await stage().audited("incident-reported");
    await openReport(stage(), council.reporter);
    const outcomes = await Promise.all([reporter.submit(), reporter.submit()]);
    expect(outcomes.some(({ ok }) => ok)).toBe(true);
    await told(reporter, { ok: true });
    await stage().settled();
    expect(await stage().audited("incident-reported")).toBe(before + 1);
  });

  it("the bot is removed from the register's channel: nothing is posted there, and people are told directly", async () => {
    const { chat, person, product } = stage();
    const { id } = chat.channel(council.channels.register);
    const inChannel = async () => (await chat.log()).filter(({ conversation }) => conversation === id).length;
    await stage().settled();
    const before = await inChannel();
    await chat.inject({ kind: "bot-removed", conversation: id });
    await report(stage(), council.reporter, { "Was there a serious threat of violence?": "Yes" });
    for (const name of [...council.registerTeam, council.administrator]) {
      const notice = await person(name).card("The register's channel cannot be used", PATIENCE);
      expect(notice.conversation).not.toBe(id);
      expect(words(notice)).toContain("The app is not in the channel. Add it there.");
    }
    for (const name of council.registerTeam) {
      const alert = await person(name).card("A serious threat of violence was reported", PATIENCE);
      expect(alert.conversation).not.toBe(id);
    }
    await stage().settled();
    expect(await inChannel()).toBe(before);
    expect(product.output()).not.toMatch(/serious threat|ring 999/i);

    await chat.inject({ kind: "bot-added", conversation: id });
    const team = person(council.registerTeam[0]);
    await told(team, await team.command("contact-register", "use-this-channel", id));
    await expect.poll(inChannel, { timeout: PATIENCE }).toBe(before + 1);
  });
});

async function openReport(
  { person }: CouncilStage,
  name: string,
  more: Readonly<Record<string, string>> = {},
): Promise<void> {
  const reporter = person(name);
  await reporter.command("report-contact");
  await reporter.form("What happened?");
  await reporter.fill({
    "Not known": ["I do not know who it was"],
    "What happened?": "Shouted at the counter.",
    ...more,
  });
}

/** Sends a report; gives back its reference. */
async function report(stage: CouncilStage, name: string, more: Readonly<Record<string, string>> = {}): Promise<string> {
  await openReport(stage, name, more);
  const answer = await send(stage.person(name));
  return /R-\d+/.exec(answer)?.[0] ?? `no reference in: ${answer}`;
}

/** A person's own conversation with the bot, and how many messages about a report were posted in it. */
async function inDirect({ person, chat }: CouncilStage, name: string) {
  const place = (await person(name).conversations()).find(({ kind }) => kind === "direct")?.id ?? "";
  const posts = async (ref: string) => {
    const about = (await person(name).cards(place)).filter((card) => words(card).includes(`Your report ${ref} `));
    const log = await chat.log();
    return log.filter(({ event, message }) => event === "posted" && about.some(({ id }) => id === message)).length;
  };
  return { place, posts };
}
