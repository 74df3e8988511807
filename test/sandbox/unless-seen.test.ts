/** A page or a test that asks again is answered 304 until something has changed, and then with all of it. */
import { afterAll, describe, expect, it } from "vitest";
import { MOUNTS } from "../../src/sandbox/wire.ts";
import { openStand, PRIYA, PRIYA_WITH_BOT } from "./page/stand.ts";

const AILSA = "U01";
/** What each chat shows of one person: what changes is told by all of it together. */
const SHOWN = {
  slack: ["/conversations", "/conversations/D01/messages", "/views", "/home"],
  teams: ["/conversations", `/conversations/${encodeURIComponent(PRIYA_WITH_BOT)}/messages`, "/dialog"],
} as const;

const stand = await openStand();
const slack = stand.slack.driver;
const teams = stand.teams.driver;
afterAll(() => stand.close());

/** All that one person sees, asked for with the mark of before. */
async function look(chat: keyof typeof SHOWN, mark = "") {
  const own = `${stand.address}${MOUNTS[chat]}/-/people/${encodeURIComponent(chat === "slack" ? AILSA : PRIYA)}`;
  const answers = await Promise.all(
    SHOWN[chat].map((path) => fetch(own + path, { headers: { "if-none-match": mark } })),
  );
  return {
    statuses: [...new Set(answers.map(({ status }) => status))],
    marks: [...new Set(answers.map(({ headers }) => headers.get("etag") ?? "none"))],
    text: (await Promise.all(answers.map((answer) => answer.text()))).join(""),
  };
}

const inSlack = () => slack.seen(AILSA, "D01").at(-1)?.id ?? "none";
const inTeams = () => ({
  conversation: PRIYA_WITH_BOT,
  message: teams.seen(PRIYA, PRIYA_WITH_BOT).at(-1)?.id ?? "none",
});

/** As the bot would change its newest message in Teams. */
async function onNewest(method: string, activity?: object): Promise<void> {
  const { conversation, message } = inTeams();
  const { ok } = await fetch(`${stand.address}${MOUNTS.teams}/v3/conversations/${conversation}/activities/${message}`, {
    method,
    headers: { "content-type": "application/json" },
    ...(activity && { body: JSON.stringify(activity) }),
  });
  expect(ok).toBe(true);
}

/** One after the other, in each chat; each leaves what the next one needs. */
const CHANGES: Readonly<Record<keyof typeof SHOWN, Readonly<Record<string, () => unknown>>>> = {
  slack: {
    "a message": () => stand.slackCall("chat.postMessage", { channel: AILSA, text: "One" }),
    "that it was read": () => slack.read(AILSA, "D01"),
    "an edit": () => stand.slackCall("chat.update", { channel: "D01", ts: inSlack(), text: "Two" }),
    "a deletion": () => stand.slackCall("chat.delete", { channel: "D01", ts: inSlack() }),
    "what only they see": () => slack.command(AILSA, { conversation: "D01", command: "/check-contact" }),
    "a form": () => slack.command(AILSA, { conversation: "D01", command: "/report-contact" }),
    "a fault in the form": () => slack.submit(AILSA, { view: slack.views(AILSA)[0]?.id ?? "none", inputs: {} }),
    "the form closed": () => slack.close(AILSA, { view: slack.views(AILSA)[0]?.id ?? "none" }),
    "a home tab": () => slack.openHome(AILSA),
  },
  teams: {
    "their own words and an answer": () =>
      teams.say(PRIYA, { conversation: PRIYA_WITH_BOT, text: "report-contact", mention: false }),
    "that it was read": () => teams.read(PRIYA, PRIYA_WITH_BOT),
    "a card for them alone": () => teams.execute(PRIYA, { ...inTeams(), verb: "acknowledge", data: {} }),
    "an edit": () => onNewest("PUT", { type: "message", text: "Two" }),
    "a deletion": () => onNewest("DELETE"),
    "a dialog": () => teams.extension(PRIYA, { command: "report-contact", conversation: PRIYA_WITH_BOT }),
    "a fault in the dialog": () =>
      teams.submitDialog(PRIYA, { dialog: teams.dialog(PRIYA)?.id ?? "none", data: { what: "Short" } }),
    "the dialog closed": () => teams.closeDialog(PRIYA),
  },
};

describe.each(["slack", "teams"] as const)("what a person sees in %s", (chat) => {
  it.each(Object.entries(CHANGES[chat]))("is shown anew after %s, and only then", async (_, change) => {
    const before = await look(chat);
    expect(before).toMatchObject({ statuses: [200], marks: [expect.stringMatching(/^".+"$/)] });
    expect(await look(chat, before.marks[0])).toEqual({ statuses: [304], marks: before.marks, text: "" });

    await change();
    const after = await look(chat, before.marks[0]);
    expect(after.statuses).toEqual([200]);
    expect(after.text).not.toBe(before.text);
  });

  it("has a mark that no other run has", async () => {
    const other = await openStand();
    const { headers } = await fetch(
      `${other.address}${MOUNTS[chat]}/-/people/${chat === "slack" ? AILSA : PRIYA}/conversations`,
    );
    await other.close();
    const { marks } = await look(chat);
    expect(headers.get("etag")).toMatch(/^"\S+ 0"$/);
    expect(marks[0]?.split(" ")[0]).not.toBe(headers.get("etag")?.split(" ")[0]);
  });
});
