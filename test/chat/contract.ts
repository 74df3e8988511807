/**
 * What both chats must do alike. Each chat's own test gives a harness: the real adapter in front of a scripted desk,
 * and the real local chat server (src/sandbox) with a person in it. A long file on purpose: it is a table of cases.
 */
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import type { ActionName } from "../../cards/actions.ts";
import type { Button, Card, Form, Option } from "../../cards/model.ts";
import type {
  Account,
  Answer,
  Command,
  CommandName,
  Desk,
  PeopleSearch,
  Press,
  Shortcut,
  Submission,
} from "../../src/chat/desk.ts";
import type { ChannelFacts, Conversation, Delivery, Destination, Messenger, Posted } from "../../src/chat/messenger.ts";
import type { Chat } from "../../src/policy/vocabulary.ts";
import type { Fault } from "../../src/sandbox/wire.ts";

/** What the person sees privately after an act: all words of the open window, or what was said to them only. */
export type Seen = {
  readonly open: boolean;
  readonly text: string;
  /** What stands in the fields of the open form, by field id; empty for an empty field, with commas where there are several. */
  readonly fields: Readonly<Record<string, string>>;
};

export type ChatHarness = {
  readonly messenger: Messenger;
  readonly desk: ScriptedDesk;
  readonly tenant: string;
  /** The account of the person who acts, as the desk must hear it. */
  readonly account: string;
  /** The same person as a destination, with no conversation known. */
  readonly person: Destination;
  readonly channels: Readonly<Record<"closed" | "open" | "shared", Conversation>>;
  /** The people in the closed channel; the bot is in it too. */
  readonly members: readonly string[];
  /** How the chat server calls the requests that faults aim at. */
  readonly calls: { readonly post: string; readonly update: string };
  /** Whether a posted copy can be read back, whether an open window can be drawn anew, the longest text a field takes, and how many a search shows. */
  readonly can: { readonly find: boolean; readonly redraw: boolean; readonly type: number; readonly offer: number };
  /** The log, line by line. */
  readonly lines: readonly string[];
  readonly fault: (fault: Fault) => void;
  /** Uses a command where it opens a window. */
  readonly open: (command: CommandName, text?: string) => Promise<Seen>;
  /** Says in a channel that everybody reads what somebody wrote, and then of that message that it is contact. */
  readonly pointAt: (words: string) => Promise<Seen>;
  readonly submit: (typed: Readonly<Record<string, string>>) => Promise<Seen>;
  /** Presses a button of a posted card; `forged` travels instead of its value. */
  readonly press: (posted: Posted, action: ActionName, forged?: string) => Promise<Seen>;
  readonly look: () => Promise<Seen>;
  /** Types in a field of the open form in which people are searched; the words and values that are offered. */
  readonly search: (field: string, typed: string) => Promise<readonly Option[]>;
  /** What travels for several chosen in such a field. */
  readonly choose: (field: string, values: readonly string[]) => Promise<Seen>;
  /** All words of each message in a conversation that the person can see, oldest first. */
  readonly messages: (conversation: Conversation) => Promise<readonly string[]>;
  readonly stop: () => Promise<void>;
};

type Asked =
  | ({ readonly what: "command" } & Command)
  | ({ readonly what: "shortcut" } & Shortcut)
  | { readonly what: "home"; readonly from: Account }
  | ({ readonly what: "press" } & Press)
  | ({ readonly what: "submit" } & Submission);
/** Whom the desk finds for what was typed; may be slow, or break. */
type Finds = (search: PeopleSearch) => readonly Option[] | Promise<readonly Option[]>;
export type ScriptedDesk = Desk & {
  readonly asked: Asked[];
  /** What it answers from now on. */
  readonly answers: (next: (asked: Asked) => Answer | Promise<Answer>) => void;
  readonly searched: PeopleSearch[];
  /** Whom it finds from now on. */
  readonly finds: (next: Finds) => void;
};

/** A desk that writes down what it is asked and answers as the test says. */
export function createScriptedDesk(): ScriptedDesk {
  const asked: Asked[] = [];
  const searched: PeopleSearch[] = [];
  let find: Finds = () => [];
  let next: (asked: Asked) => Answer | Promise<Answer> = () => ({ kind: "done" });
  const hear = async (question: Asked): Promise<Answer> => {
    asked.push(question);
    return next(question);
  };
  return {
    asked,
    answers: (given) => {
      next = given;
    },
    searched,
    finds: (given) => {
      find = given;
    },
    people: async (search) => {
      searched.push(search);
      return find(search);
    },
    command: (command) => hear({ what: "command", ...command }),
    shortcut: (shortcut) => hear({ what: "shortcut", ...shortcut }),
    home: (from) => hear({ what: "home", from }),
    press: (press) => hear({ what: "press", ...press }),
    submit: (submission) => hear({ what: "submit", ...submission }),
  };
}

export const FORM: Form = {
  name: "report",
  title: "Report a contact",
  submit: "Send",
  intro: [{ kind: "line", spans: ["Say what you saw and heard."] }],
  fields: [
    { kind: "text", id: "who", label: "Who was it?", required: false, multiline: false, maxLength: 200 },
    { kind: "text", id: "what", label: "What happened?", required: true, multiline: true, maxLength: 10_000 },
  ],
  target: { id: "form-1", version: 3 },
};
const PEOPLE = [
  { value: "p.shah@northmoor.example", label: "Priya Shah, Housing" },
  { value: "j.reid@northmoor.example", label: "Jo Reid, Parks" },
];
/** A form in which several people are searched. */
const PEOPLE_FORM: Form = {
  ...FORM,
  fields: [
    {
      kind: "people",
      id: "whom",
      label: "Whom?",
      required: true,
      among: "staff",
      many: true,
      known: PEOPLE,
      value: [],
    },
  ],
};
export const TOLD: Card = {
  title: "Report R-2031 is stored",
  notification: "Your report is stored.",
  body: [{ kind: "line", spans: ["Jordan Reid looks at it next."] }],
  buttons: [],
};
export const CARD: Card = {
  title: "A report waits",
  notification: "A report is waiting for you.",
  body: [{ kind: "line", spans: ["Report R-2031"] }],
  buttons: [
    { action: "triage-propose", label: "Propose", opens: "form", target: { id: "case-1", version: 2 } },
    { action: "safety-acknowledge", label: "Acknowledge", opens: "nothing", target: { id: "case-1", version: 2 } },
  ],
};
/** A button beside no card of its own: it turns the page of what is told. */
export const NEXT_PAGE: Button = {
  action: "register-page",
  label: "Next",
  opens: "form",
  target: { id: "page-2", version: 0 },
};
const AFTER: Card = { ...CARD, title: "Looked at", body: [{ kind: "line", spans: ["By Jordan Reid"] }], buttons: [] };

/** Text that people paste, and text that people try. */
const NASTY = [
  "🧑🏽‍🤝‍🧑🏻 came in 👋",
  "مرحبا بالعالم \u202Eevil\u202C",
  "<!channel> <@U024> <https://evil.example|press here> &amp; &lt;b&gt;",
  "[press here](https://evil.example) **bold** _em_ <at>Everyone</at>",
  "two\nlines\n\n- and more",
];

const form: Answer = { kind: "form", form: FORM };
const told: Answer = { kind: "told", card: TOLD };
const slowly = (ms: number, answer: Answer) => () => pause(ms, answer);

function posted(delivery: Delivery): Posted {
  if (delivery.kind !== "posted") throw new Error(`not posted: ${JSON.stringify(delivery)}`);
  return delivery.posted;
}

async function aCard({ messenger, person }: ChatHarness): Promise<Posted> {
  return posted(await messenger.post(person, CARD, "copy-1"));
}

async function until<T>(look: () => Promise<T>, good: (seen: T) => boolean, ms = 6_000): Promise<T> {
  const end = Date.now() + ms;
  let seen = await look();
  while (!good(seen) && Date.now() < end) {
    await pause(50);
    seen = await look();
  }
  return seen;
}

const CASES: Readonly<Record<string, (h: ChatHarness) => Promise<void>>> = {
  "a command opens a form, and the desk hears who typed what": async (h) => {
    h.desk.answers(() => form);
    const seen = await h.open("check-contact", "C-1042");
    expect(seen).toMatchObject({ open: true, fields: { who: "", what: "" } });
    expect(seen.text).toContain("Say what you saw and heard.");
    expect(h.desk.asked).toMatchObject([
      { what: "command", command: "check-contact", from: { tenant: h.tenant, account: h.account } },
    ]);
  },
  "faults are shown and what was typed is kept": async (h) => {
    h.desk.answers(({ what }) =>
      what === "submit" ? { kind: "faults", form: FORM, faults: { who: "Give a reference or a name." } } : form,
    );
    await h.open("report-contact");
    const seen = await h.submit({ who: "the caller", what: "shouted" });
    expect(seen).toMatchObject({ open: true, fields: { who: "the caller", what: "shouted" } });
    expect(seen.text).toContain("Give a reference or a name.");
  },
  "a fault of no field is shown too, and what was typed is kept": async (h) => {
    h.desk.answers(({ what }) =>
      what === "submit" ? { kind: "faults", form: FORM, faults: { nowhere: "The office is closed." } } : form,
    );
    await h.open("report-contact");
    const seen = await h.submit({ who: "the caller", what: "shouted" });
    expect(seen).toMatchObject({ open: true, fields: { who: "the caller", what: "shouted" } });
    expect(seen.text).toContain("The office is closed.");
  },
  "people are searched by who types what, and those chosen travel by what they are known by": async (h) => {
    h.desk.answers(() => ({ kind: "form", form: PEOPLE_FORM }));
    h.desk.finds(() => PEOPLE);
    await h.open("report-contact");
    expect(await h.search("whom", "pri")).toEqual(PEOPLE);
    const from = { chat: h.messenger.chat, tenant: h.tenant, account: h.account };
    expect(h.desk.searched).toEqual([{ from, among: "staff", typed: "pri" }]);
    const emails = PEOPLE.map(({ value }) => value);
    await h.choose("whom", emails);
    expect(h.desk.asked.at(-1)).toMatchObject({ what: "submit", values: { whom: emails } });
  },
  "people who were chosen stand by name in a form that comes back": async (h) => {
    const [priya] = PEOPLE;
    h.desk.answers(({ what }) =>
      what === "submit"
        ? { kind: "faults", form: PEOPLE_FORM, faults: { nowhere: "The office is closed." } }
        : { kind: "form", form: PEOPLE_FORM },
    );
    await h.open("report-contact");
    const seen = await h.choose("whom", [priya?.value ?? ""]);
    expect(seen.text).toContain("The office is closed.");
    expect(seen.fields).toEqual({ whom: priya?.value });
  },
  "a long list of people is cut to what the chat shows": async (h) => {
    h.desk.answers(() => ({ kind: "form", form: PEOPLE_FORM }));
    h.desk.finds(() =>
      Array.from({ length: 150 }, (_, n) => ({
        value: `o${n}@northmoor.example`,
        label: `Officer ${n} ${"x".repeat(200)}`,
      })),
    );
    await h.open("report-contact");
    const found = await h.search("whom", "officer");
    expect(found).toHaveLength(h.can.offer);
    expect(found[0]?.label).toMatch(/^Officer 0 x+…$/);
  },
  "a search that is slow, breaks or finds nobody offers nobody, in time, and what was typed stands in no log": async (
    h,
  ) => {
    h.desk.answers(() => ({ kind: "form", form: PEOPLE_FORM }));
    await h.open("report-contact");
    expect(await h.search("whom", "zebedee")).toEqual([]);
    h.desk.finds(() => Promise.reject(new Error("zebedee")));
    expect(await h.search("whom", "zebedee")).toEqual([]);
    h.desk.finds(() => pause(4_000, PEOPLE));
    const before = Date.now();
    expect(await h.search("whom", "zebedee")).toEqual([]);
    expect(Date.now() - before).toBeLessThan(3_000);
    expect(h.lines.length).toBeGreaterThan(0);
    expect(h.lines.join("\n")).not.toContain("zebedee");
  },
  "a form can lead to another": async (h) => {
    const second: Form = { ...FORM, name: "proposal-kinds", title: "Which", target: { id: "form-2", version: 0 } };
    h.desk.answers((asked) =>
      asked.what === "submit" && asked.form === "report" ? { kind: "form", form: second } : form,
    );
    await h.open("report-contact");
    const seen = await h.submit({ what: "shouted" });
    expect(seen.text).toContain("Which");
    h.desk.answers(() => told);
    await h.submit({ what: "again" });
    expect(h.desk.asked.at(-1)).toMatchObject({
      what: "submit",
      form: "proposal-kinds",
      target: { id: "form-2", version: 0 },
    });
  },
  "a submission that is told something shows it to the person": async (h) => {
    h.desk.answers(({ what }) => (what === "submit" ? told : form));
    await h.open("report-contact");
    expect((await h.submit({ what: "shouted" })).text).toContain("Jordan Reid looks at it next.");
    expect(h.desk.asked.at(-1)).toMatchObject({ form: "report", target: FORM.target, values: { what: "shouted" } });
  },
  "a submission that is done closes the window": async (h) => {
    h.desk.answers(({ what }) => (what === "submit" ? { kind: "done" } : form));
    await h.open("report-contact");
    expect(await h.submit({ what: "shouted" })).toMatchObject({ open: false });
  },
  "what people type arrives as typed": async (h) => {
    h.desk.answers(() => form);
    for (const what of [...NASTY, "x".repeat(h.can.type)]) {
      await h.open("report-contact");
      await h.submit({ what });
      expect(h.desk.asked.at(-1)).toMatchObject({ what: "submit", values: { what } });
    }
  },
  "a message pointed at opens a form, and the desk hears who said it of which words": async (h) => {
    h.desk.answers(() => form);
    for (const message of ["I have rung 14 times", ...NASTY, "x".repeat(10_000)]) {
      const seen = await h.pointAt(message);
      expect(seen).toMatchObject({ open: true, fields: { who: "", what: "" } });
      expect(h.desk.asked.at(-1)).toEqual({
        what: "shortcut",
        shortcut: "screen-contact",
        message,
        from: { chat: h.messenger.chat, tenant: h.tenant, account: h.account },
      });
      await h.submit({ what: "done with" });
    }
  },
  "a form that a message opened is sent, and what it tells is shown to nobody else": async (h) => {
    h.desk.answers(({ what }) => (what === "submit" ? told : form));
    await h.pointAt("I have rung 14 times");
    const before = await h.messages(h.channels.open);
    expect((await h.submit({ what: "shouted" })).text).toContain("Jordan Reid looks at it next.");
    expect(h.desk.asked.at(-1)).toMatchObject({ what: "submit", target: FORM.target, values: { what: "shouted" } });
    expect(await h.messages(h.channels.open)).toEqual(before);
  },
  "a message pointed at twice by one press opens one form": async (h) => {
    h.desk.answers(() => form);
    h.fault({ kind: "duplicate-deliveries" });
    expect(await h.pointAt("I have rung 14 times")).toMatchObject({ open: true, fields: { what: "" } });
    expect(h.desk.asked.map(({ what }) => what)).toEqual(["shortcut", "shortcut"]);
  },
  "a message pointed at while the desk is slow or breaks: something is seen in time": async (h) => {
    h.desk.answers(slowly(4_000, form));
    const before = Date.now();
    expect((await h.pointAt("I have rung 14 times")).text).not.toBe("");
    expect(Date.now() - before).toBeLessThan(3_000);
    h.desk.answers(() => Promise.reject(new Error("relation does not exist: customer Ada")));
    const broken = await h.pointAt("I have rung 15 times");
    expect(broken.text).toContain("Nothing was changed by your click");
    expect(broken.text).not.toMatch(/Ada|relation/);
  },
  "a press that opens a form": async (h) => {
    h.desk.answers(() => form);
    const seen = await h.press(await aCard(h), "triage-propose");
    expect(seen).toMatchObject({ open: true, fields: { who: "", what: "" } });
    expect(h.desk.asked).toMatchObject([
      {
        what: "press",
        action: "triage-propose",
        target: { id: "case-1", version: 2 },
        from: { tenant: h.tenant, account: h.account },
      },
    ]);
  },
  "a press that is done": async (h) => {
    const seen = await h.press(await aCard(h), "safety-acknowledge");
    expect(seen.fields).toEqual({});
    expect(h.desk.asked).toMatchObject([{ what: "press", action: "safety-acknowledge" }]);
  },
  "a press that is told something shows it to nobody else": async (h) => {
    h.desk.answers(() => told);
    const card = await aCard(h);
    const seen = await h.press(card, "safety-acknowledge");
    expect(seen.text).toContain("Jordan Reid looks at it next.");
    expect(await h.messages(h.channels.closed)).toEqual([]);
    expect(await h.messages(card.conversation)).toHaveLength(1);
  },
  "a forged value is answered with the refusal and never reaches the desk": async (h) => {
    const card = await aCard(h);
    for (const forged of ["", "yes", '{"i":"","v":1}', '{"i":"case-1","v":-1}', '{"i":{},"v":2}', "[]"]) {
      expect((await h.press(card, "triage-propose", forged)).text).toContain("Open the newest card");
    }
    expect(h.desk.asked).toEqual([]);
  },
  "a slow desk: something is seen within three seconds": async (h) => {
    h.desk.answers(slowly(4_000, form));
    const before = Date.now();
    const seen = await h.open("report-contact");
    expect(Date.now() - before).toBeLessThan(3_000);
    expect(seen.text).not.toBe("");
    if (!h.can.redraw) return;
    expect((await until(h.look, ({ fields }) => "what" in fields)).fields).toEqual({ who: "", what: "" });
  },
  "a slow submission is answered in time": async (h) => {
    h.desk.answers(() => form);
    await h.open("report-contact");
    h.desk.answers(slowly(2_400, told));
    const before = Date.now();
    const seen = await h.submit({ what: "shouted" });
    expect(Date.now() - before).toBeLessThan(3_000);
    expect(seen.text).toContain("Jordan Reid looks at it next.");
  },
  "a desk that breaks: the person reads calm words, no detail": async (h) => {
    h.desk.answers(() => Promise.reject(new Error("relation does not exist: customer Ada")));
    const opened = await h.open("report-contact");
    expect(opened.text).toContain("Nothing was changed by your click");
    const pressed = await h.press(await aCard(h), "safety-acknowledge");
    expect(pressed.text).toContain("We could not confirm this");
    expect(opened.text + pressed.text).not.toMatch(/Ada|relation/);
  },
  "a desk that breaks on a submission": async (h) => {
    h.desk.answers(({ what }) => (what === "submit" ? Promise.reject(new TypeError("no")) : form));
    await h.open("report-contact");
    expect((await h.submit({ what: "shouted" })).text).toContain("We could not confirm this");
  },
  "each request delivered twice is answered all the same": async (h) => {
    h.desk.answers(({ what }) => (what === "submit" ? told : form));
    h.fault({ kind: "duplicate-deliveries" });
    const card = await aCard(h);
    expect(await h.open("report-contact")).toMatchObject({ open: true, fields: { what: "" } });
    expect((await h.submit({ what: "shouted" })).text).toContain("Jordan Reid looks at it next.");
    expect(await h.press(card, "triage-propose")).toMatchObject({ open: true, fields: { what: "" } });
    expect(h.desk.asked).toHaveLength(6);
  },
  "a card is posted to a person and brought up to date": async (h) => {
    const first = await aCard(h);
    expect(await h.messages(first.conversation)).toEqual([expect.stringContaining("Report R-2031")]);
    const second = await h.messenger.update(first, AFTER, "copy-1");
    expect(second).toEqual({ kind: "posted", posted: first });
    expect(await h.messages(first.conversation)).toEqual([expect.stringContaining("By Jordan Reid")]);
  },
  "a card is posted to a channel": async (h) => {
    const conversation = h.channels.closed;
    posted(await h.messenger.post({ kind: "channel", tenant: h.tenant, conversation }, CARD, "copy-1"));
    expect(await h.messages(conversation)).toEqual([expect.stringContaining("Report R-2031")]);
  },
  "a post to a channel is tried once, however it ends": async (h) => {
    const conversation = h.channels.closed;
    const to: Destination = { kind: "channel", tenant: h.tenant, conversation };
    const there = [];
    for (const kind of ["fails-before", "rate-limited", "fails-after"] as const) {
      h.fault({ kind, call: h.calls.post });
      await h.messenger.post(to, CARD, "copy-1");
      there.push((await h.messages(conversation)).length);
    }
    expect(there).toEqual([0, 0, 1]);
  },
  "a conversation once known is used again": async (h) => {
    const { conversation } = await aCard(h);
    const again = posted(await h.messenger.post({ ...h.person, conversation }, CARD, "copy-2"));
    expect(again.conversation.id).toBe(conversation.id);
    expect(await h.messages(conversation)).toHaveLength(2);
  },
  "busy when the platform says wait, for as long as it says": async (h) => {
    h.fault({ kind: "rate-limited", call: h.calls.post, retryAfterSeconds: 7 });
    expect(await h.messenger.post(h.person, CARD, "copy-1")).toEqual({ kind: "busy", retryAfterMs: 7_000 });
    const first = await aCard(h);
    expect(await h.messages(first.conversation)).toHaveLength(1);
    h.fault({ kind: "rate-limited", call: h.calls.update, retryAfterSeconds: 2 });
    expect(await h.messenger.update(first, AFTER, "copy-1")).toEqual({ kind: "busy", retryAfterMs: 2_000 });
  },
  "unknown when it failed after it was posted: once, and found where that is possible": async (h) => {
    const { conversation } = await aCard(h);
    const to: Destination = { ...h.person, conversation };
    h.fault({ kind: "fails-after", call: h.calls.post });
    expect(await h.messenger.post(to, CARD, "copy-2")).toMatchObject({ kind: "unknown" });
    expect(await h.messages(conversation)).toHaveLength(2);
    const found = await h.messenger.find(to, "copy-2");
    expect(found?.conversation.id).toBe(h.can.find ? conversation.id : undefined);
    if (found) expect(await h.messenger.update(found, AFTER, "copy-2")).toMatchObject({ kind: "posted" });
  },
  "unknown when it failed before it was posted: nothing is there, nothing is found": async (h) => {
    const { conversation } = await aCard(h);
    const to: Destination = { ...h.person, conversation };
    h.fault({ kind: "fails-before", call: h.calls.post });
    expect(await h.messenger.post(to, CARD, "copy-2")).toMatchObject({ kind: "unknown" });
    expect(await h.messages(conversation)).toHaveLength(1);
    expect(await h.messenger.find(to, "copy-2")).toBeUndefined();
  },
  "unknown when the connection is cut after it was posted": async (h) => {
    const { conversation } = await aCard(h);
    h.fault({ kind: "hangs-after", ms: 200, call: h.calls.post });
    expect(await h.messenger.post({ ...h.person, conversation }, CARD, "copy-2")).toMatchObject({ kind: "unknown" });
    expect(await h.messages(conversation)).toHaveLength(2);
  },
  "refused when the bot was removed from the channel": async (h) => {
    const conversation = h.channels.closed;
    h.fault({ kind: "bot-removed", conversation: conversation.id });
    const to: Destination = { kind: "channel", tenant: h.tenant, conversation };
    expect(await h.messenger.post(to, CARD, "copy-1")).toEqual({ kind: "refused", reason: "not_in_channel" });
    expect(await h.messenger.channelFacts(h.tenant, conversation)).toEqual({ kind: "not-in-channel" });
  },
  "a channel is private, open or shared outside, with its people and without bots": async (h) => {
    const facts = async (of: Conversation): Promise<ChannelFacts> => h.messenger.channelFacts(h.tenant, of);
    const closed = await facts(h.channels.closed);
    expect(closed).toMatchObject({ kind: "seen", private: true, sharedOutside: false });
    expect(closed.kind === "seen" && closed.members.toSorted()).toEqual(h.members.toSorted());
    expect(await facts(h.channels.open)).toMatchObject({ kind: "seen", private: false, sharedOutside: false });
    expect(await facts(h.channels.shared)).toMatchObject({ kind: "seen", sharedOutside: true });
  },
};

/** How many there must be: a case lost in an edit is noticed. */
const EXPECTED = 34;

/** Runs every case against a fresh harness, and then asserts that every case ran. */
export function describeChatContract(chat: Chat, makeHarness: () => Promise<ChatHarness>): void {
  describe(`the contract of a chat: ${chat}`, () => {
    const ran: string[] = [];
    let harness: ChatHarness | undefined;
    afterEach(async () => {
      await harness?.stop();
      harness = undefined;
    });

    it.each(Object.entries(CASES))("%s", async (name, run) => {
      harness = await makeHarness();
      expect(harness.messenger.chat).toBe(chat);
      await run(harness);
      ran.push(name);
    });

    it(`ran all ${EXPECTED} cases in ${chat}`, () => {
      expect(ran).toHaveLength(EXPECTED);
    });
  });
}
