/** CASEWORK section 4: one masked card in the senior staff's channel, where the pack asks for it. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { cardOf } from "../../../src/jobs/card-of.ts";
import { createUseCases } from "../../../src/usecases/all.ts";
import { adoptPack } from "../../../src/usecases/packs/adopt-pack.ts";
import { PERSISTENT } from "../../policy/packs/known-packs.ts";
import { aCouncil, aDecision, aProposal, auditOf, type Council, DAY, toldOf } from "../builders.ts";
import type { Person } from "../northmoor.ts";

let council: Council;
beforeEach(async () => {
  council = await aCouncil();
});
afterEach(() => council.drop());

/** The policy goes on as it is, and asks for the card. */
async function policyAsks(): Promise<void> {
  const maskedCardInSeniorChannel = { value: true, assumed: true as const };
  const pack = { ...PERSISTENT, version: 2, openProposal: { ...PERSISTENT.openProposal, maskedCardInSeniorChannel } };
  const { organisation, db, clock } = council;
  expect(await adoptPack({ db, now: () => clock.now })({ organisation, pack })).toMatchObject({ code: "adopted" });
}

const choose = async (purpose: "register" | "seniors", id: string, by: Person | null = null) =>
  await council.use.chooseChannel({
    organisation: council.organisation,
    purpose,
    chat: "slack",
    tenant: "T0NORTH",
    by: by && (await council.actor(by)),
    conversation: { id, serviceUrl: null },
    look: { kind: "not-looked" },
  });

async function asked(): Promise<void> {
  await policyAsks();
  expect(await choose("seniors", "C0SENIORS")).toEqual({ code: "chosen" });
}

const copies = async () => {
  const rows = await council.sql`select id from copy where kind = 'approval-channel' order by round`;
  return rows.map(({ id }) => ({ organisation: council.organisation, copy: String(id) }));
};

/** Posts what is behind in the channel; gives back the cards, and where they went. */
async function posted() {
  const shown = [];
  for (const key of await copies()) {
    const taken = await council.use.takeDelivery(key);
    if (!taken) continue;
    await council.use.recordEnding(key, taken, {
      kind: "posted",
      posted: { message: key.copy, conversation: { id: "C0SENIORS", serviceUrl: null } },
    });
    shown.push({ card: cardOf(taken.facts), to: taken.to, again: taken.posted !== undefined });
  }
  return shown;
}
const cards = async () => (await posted()).map(({ card }) => card);
/** Each line of each card that is brought up to date. */
const lines = async () =>
  (await cards()).map(({ title, body }) => [
    title,
    ...body.flatMap((block) =>
      block.kind === "line"
        ? [block.spans.map((span) => (typeof span === "string" ? span : span.strong)).join("")]
        : [],
    ),
  ]);

describe("a proposal under a policy that asks for it", () => {
  beforeEach(asked);

  it("stands once in the channel: reference, service, count, until when, and where to decide", async () => {
    await aProposal.awaitingDecision(council);
    expect(await toldOf(council, "approval")).toHaveLength(2);
    expect(await toldOf(council, "approval-channel")).toEqual(["senior staff"]);
    const [one, ...more] = await posted();
    expect(more).toEqual([]);
    expect(one?.to).toMatchObject({ kind: "channel", conversation: { id: "C0SENIORS" } });
    expect(one?.card).toEqual({
      title: "A proposal waits for senior staff (P-0001)",
      notification: "A proposal waits for senior staff.",
      body: [
        { kind: "line", spans: ["Housing · No decision so far: one is enough"] },
        { kind: "line", spans: ["It waits until 9 March 2026, 10am."] },
        {
          kind: "line",
          spans: [
            "Each senior asked has a card in a direct message and decides there. There is nothing to press here.",
          ],
        },
      ],
      buttons: [],
    });
  });

  it.each(["return", "reject", "approve"] as const)(
    "never says whom it is about, what happened or what is proposed: %s",
    async (verdict) => {
      const proposal = await aProposal.awaitingDecision(council);
      const before = await cards();
      await council.use.decideProposal(await aDecision(council, proposal, { verdict, reason: "They rang 14 times." }));
      const said = JSON.stringify([before, await cards()]);
      expect(said).toContain("P-0001");
      expect(said).not.toMatch(/Alex|Morgan|C-10|R-\d|rang|calls|Priya|Shah|7\.\d|one named|write to/i);
    },
  );

  it("does not count the approval of somebody who had a part in it, found out since", async () => {
    const start = { kinds: ["all_contact"] } as const;
    const details = { parameters: { all_contact: {} }, openWay: "Write to PO Box 12, read by Priya Shah." };
    const proposal = await aProposal.awaitingDecision(council, start, details);
    await council.use.decideProposal(await aDecision(council, proposal, { by: "m.frost" }));
    expect(JSON.stringify(await cards())).toContain("1 of 2 decisions so far");
    const { officer } = await council.actor("m.frost");
    await council.sql`update proposal set complained_about = array[${officer}]::uuid[]`;
    await council.sql`update copy set wanted = wanted + 1`;
    expect(JSON.stringify(await cards())).toContain("0 of 2 decisions so far");
  });

  it("is brought up to date by each approval, until enough have", async () => {
    const proposal = await aProposal.awaitingDecision(
      council,
      { kinds: ["all_contact"] },
      { parameters: { all_contact: {} }, openWay: "Write to PO Box 12, read by Priya Shah." },
    );
    expect((await lines())[0]?.[1]).toBe("Housing · 0 of 2 decisions so far");
    await council.use.decideProposal(await aDecision(council, proposal, { by: "m.frost" }));
    expect((await lines())[0]?.[1]).toBe("Housing · 1 of 2 decisions so far");
    await council.use.decideProposal(await aDecision(council, proposal, { by: "e.ward" }));
    expect(await lines()).toEqual([
      ["A proposal to senior staff (P-0001)", "Housing · Approved by Max Frost and Erin Ward, 2 March 2026, 10am."],
    ]);
  });

  it("follows what becomes of it: returned, rejected, withdrawn, expired", async () => {
    const ended = async (end: (sent: { id: string; version: number }) => Promise<unknown>) => {
      await end(await aProposal.awaitingDecision(council));
      return (await lines())[0]?.[1];
    };
    const decide = async (sent: { id: string; version: number }, verdict: "return" | "reject") =>
      await council.use.decideProposal(await aDecision(council, sent, { verdict, reason: "No." }));
    expect(await ended((sent) => decide(sent, "return"))).toMatch(
      /^Housing · Returned with questions by Dana Okafor, 2/,
    );
    expect(await ended((sent) => decide(sent, "reject"))).toMatch(/^Housing · Rejected by Dana Okafor, 2 March 2026/);
    expect(
      await ended(async ({ id }) =>
        council.use.withdrawProposal({
          actor: await council.actor("j.reid"),
          proposal: id,
          reason: "Settled.",
        }),
      ),
    ).toMatch(/^Housing · Withdrawn by the proposer, 2 March 2026/);
    expect(await ended(() => council.pass(10 * DAY))).toMatch(
      /^Housing · Expired without a decision, .* not a rejection/,
    );
  });

  it("sent again is a new card, and the old one says so", async () => {
    const { id, version } = await aProposal.awaitingDecision(council);
    await cards();
    await council.use.decideProposal(await aDecision(council, { id, version }, { verdict: "return", reason: "Why?" }));
    const actor = await council.actor("j.reid");
    const again = { actor, proposal: id, version, answer: "As said." };
    expect(await council.use.submitProposal(again)).toMatchObject({ code: "submitted" });
    expect(await lines()).toEqual([
      [
        "A proposal to senior staff (P-0001)",
        "Housing · Changed after this card went out, 2 March 2026, 10am. The current card follows.",
      ],
      [
        "A proposal waits for senior staff (P-0001)",
        expect.stringContaining("No decision"),
        expect.any(String),
        expect.any(String),
      ],
    ]);
    expect(await copies()).toHaveLength(2);
  });

  it("is one card, however often it is sent or delivered", async () => {
    const { id, version } = await aProposal.readBack(council);
    const submit = { actor: await council.actor("j.reid"), proposal: id, version };
    await Promise.all([council.use.submitProposal(submit), council.use.submitProposal(submit)]);
    expect(await posted()).toMatchObject([{ again: false }]);
    expect(await posted()).toEqual([]);
    await council.use.decideProposal(await aDecision(council, { id, version: version + 1 }));
    expect(await posted()).toMatchObject([{ again: true }]);
  });

  it("is one card in one chat when the seniors are in both", async () => {
    await council.sql`
      insert into chat_account (organisation_id, chat, tenant, account, officer_id)
      select organisation_id, 'teams', 'north', lower(email), id from officer`;
    const { db, clock } = council;
    council.use = createUseCases({ db, now: () => clock.now, chats: new Set(["slack", "teams"]) });
    await aProposal.awaitingDecision(council);
    const rows = await council.sql`
      select kind, chat, count(*)::int as n from copy where kind like 'approval%' group by kind, chat order by kind, chat`;
    expect(rows).toEqual([
      { kind: "approval", chat: "slack", n: 2 },
      { kind: "approval", chat: "teams", n: 2 },
      { kind: "approval-channel", chat: "slack", n: 1 },
    ]);
  });
});

describe("nothing is posted", () => {
  it("under a policy that does not ask for it, whatever channel there is", async () => {
    await choose("seniors", "C0SENIORS");
    await aProposal.awaitingDecision(council);
    expect(await copies()).toEqual([]);
  });

  it("without a channel: the seniors have their own cards", async () => {
    await policyAsks();
    await choose("register", "C0REGISTER");
    await aProposal.awaitingDecision(council);
    expect(await copies()).toEqual([]);
    expect(await toldOf(council, "approval")).toHaveLength(2);
  });
});

describe("a channel of senior staff that can no longer be used", () => {
  beforeEach(asked);
  const strangerIn = { kind: "seen", private: true, sharedOutside: false, members: ["somebody.else"] } as const;

  it("gets nothing, and the register team and the administrators are told once", async () => {
    await council.sql`update officer set roles = '{administrator}' where email like 't.kerr@%'`;
    await aProposal.awaitingDecision(council);
    const [key] = await copies();
    if (!key) throw new Error("no card");
    for (let times = 0; times < 2; times += 1) expect(await council.use.checkChannel(key, strangerIn)).toBe(false);
    expect(await toldOf(council, "senior-channel-fault")).toEqual(["Ray Byrne", "Toni Kerr"]);
    expect(await auditOf(council)).toContain("senior-channel-unusable");
    expect(await council.sql`select state, last_error from copy where id = ${key.copy}`).toEqual([
      { state: "blocked", last_error: "people-not-linked" },
    ]);

    await aProposal.awaitingDecision(council);
    expect(await copies()).toEqual([key]);
    expect(await toldOf(council, "approval-channel")).toEqual(["senior staff"]);
    expect(await toldOf(council, "senior-channel-fault")).toHaveLength(2);
    expect(await toldOf(council, "approval")).toHaveLength(4);
  });

  it("is not the register's: its alerts go on, and the notice says which channel it is", async () => {
    await choose("register", "C0REGISTER");
    await aProposal.awaitingDecision(council);
    const [key] = await copies();
    if (!key) throw new Error("no card");
    await council.use.checkChannel(key, { kind: "not-in-channel" });
    const faults = await council.sql`select purpose, faults from chat_channel order by purpose`;
    expect(faults).toEqual([
      { purpose: "register", faults: [] },
      { purpose: "seniors", faults: ["not-in-channel"] },
    ]);
    const [notice] = await council.sql`select id from copy where kind = 'senior-channel-fault'`;
    const taken = await council.use.takeDelivery({ organisation: council.organisation, copy: String(notice?.["id"]) });
    expect(JSON.stringify(taken && cardOf(taken.facts))).toMatch(
      /The senior staff's channel cannot be used.*not in the channel.*use-this-channel-for-seniors/,
    );
  });

  it("is used again when it is chosen again", async () => {
    await aProposal.awaitingDecision(council);
    const [key] = await copies();
    if (!key) throw new Error("no card");
    await council.use.checkChannel(key, strangerIn);
    expect(await choose("seniors", "C0SENIORS")).toEqual({ code: "chosen" });
    await aProposal.awaitingDecision(council);
    expect(await copies()).toHaveLength(2);
  });
});

describe("choosing the channel", () => {
  it("is for the register team and administrators, and leaves its record and a notice", async () => {
    expect(await choose("seniors", "C0SENIORS", "d.okafor")).toEqual({ code: "not-entitled" });
    expect(await choose("seniors", "C0SENIORS", "r.byrne")).toEqual({ code: "chosen" });
    expect(await auditOf(council)).toContain("senior-channel-chosen");
    expect(await toldOf(council, "channel-chosen")).toEqual(["senior staff"]);
  });

  it("is refused for a channel that serves the other purpose, with the reason", async () => {
    await choose("register", "C0REGISTER");
    expect(await choose("seniors", "C0REGISTER")).toEqual({ code: "refused", faults: ["is-the-registers"] });
    await choose("seniors", "C0SENIORS");
    expect(await choose("register", "C0SENIORS;team=19:any")).toEqual({ code: "refused", faults: ["is-the-seniors"] });
    expect(await choose("register", "C0REGISTER")).toEqual({ code: "chosen" });
  });

  it("for both purposes at the same moment: one of them", async () => {
    const outcomes = await Promise.all([choose("register", "C0ONE"), choose("seniors", "C0ONE")]);
    expect(outcomes.map(({ code }) => code).toSorted()).toEqual(["chosen", "refused"]);
  });
});
