/** CASEWORK section 2: what a proposal rests on can change while the seniors have it; the gates are asked again at Approve. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { addStaffChange } from "../../../db/queries/due.ts";
import { background } from "../../../db/transaction.ts";
import { openDecision, sendDecision } from "../../../src/chat/handlers/decide.ts";
import { importWorld } from "../../../src/usecases/import-world/import-world.ts";
import {
  aCouncil,
  aDecision,
  aProposal,
  auditOf,
  type Council,
  DAY,
  HOUR,
  reported,
  theAnswers,
  theDetails,
  toldOf,
} from "../builders.ts";
import { northmoor, type Person } from "../northmoor.ts";

let council: Council;
beforeEach(async () => {
  council = await aCouncil();
});
afterEach(() => council.drop());

const WARNED = [{ step: "warning", on: "2026-02-02", how: "letter", by: null }] as const;
type Sent = { readonly id: string; readonly version: number };
const decide = async (proposal: Sent, decision: Parameters<typeof aDecision>[2] = {}) =>
  await council.use.decideProposal(await aDecision(council, proposal, decision));
const heldBy = (gate: string) => ({ code: "refused", refusal: { code: "held", gates: [{ gate }] } });
const stateOf = async ({ id }: Pick<Sent, "id">) => {
  const [row] = await council.sql`select state from proposal where id = ${id}`;
  return row?.["state"];
};
/** What the newest card of this kind says. */
const cardOf = async (kind: string) => {
  const [copy] = await council.sql`select id from copy where kind = ${kind} order by created_at desc limit 1`;
  const taken = await council.use.takeDelivery({ organisation: council.organisation, copy: String(copy?.["id"]) });
  return taken?.facts.facts;
};
const closes = async (incident: string) =>
  await council.use.noFurtherAction({ actor: await council.actor("j.reid"), incident, reason: "Our own mistake." });
/** In another proposal about the same customer, not sent. */
const saysInAnother = async (
  said: Parameters<typeof theAnswers>[2],
  start: Parameters<typeof aProposal.draft>[1] = {},
) => {
  const other = await aProposal.draft(council, start);
  await council.use.detailProposal(await theDetails(council, other));
  await council.use.answerGates(await theAnswers(council, other, said));
};

describe("a report that explains a restriction comes to nothing", () => {
  let earlier: string;
  let proposal: Sent;
  beforeEach(async () => {
    earlier = await reported(council);
    const start = { incident: await reported(council), kinds: ["named_officer", "no_email"] } as const;
    proposal = await aProposal.awaitingDecision(council, start, { links: { no_email: [earlier] } });
  });

  it("the proposal is not approved, whoever presses and on whichever screen", async () => {
    await closes(earlier);
    expect(await decide(proposal)).toMatchObject(heldBy("linked"));
    const prepared = { actor: await council.actor("d.okafor"), proposal: proposal.id, version: proposal.version };
    expect(await council.use.prepareDecision({ ...prepared, verdict: "approve" })).toMatchObject(heldBy("linked"));
    expect(await council.sql`select verdict from approver where verdict is not null`).toEqual([]);
    expect([await stateOf(proposal), await council.sql`select id from arrangement`]).toEqual(["submitted", []]);
  });

  it.each([
    ["returned", "return"],
    ["rejected", "reject"],
  ] as const)("the proposal can still be %s", async (state, verdict) => {
    await closes(earlier);
    expect(await decide(proposal, { verdict, reason: "What explains it now?" })).toMatchObject({ state });
  });

  it("the proposal can still be withdrawn", async () => {
    await closes(earlier);
    const actor = await council.actor("j.reid");
    const withdrawn = await council.use.withdrawProposal({ actor, proposal: proposal.id, reason: null });
    expect(withdrawn).toMatchObject({ code: "withdrawn", open: ["R-0002"] });
  });

  it("once it is returned, put right and sent again, it is approved", async () => {
    await closes(earlier);
    await decide(proposal, { verdict: "return", reason: "What explains it now?" });
    const own = await council.sql`select incident_id as id from proposal_incident where proposed_from`;
    const links = { no_email: own.map(({ id }) => String(id)) };
    const put = await council.use.detailProposal(await theDetails(council, proposal.id, { links }));
    if (put.code !== "saved") throw new Error(JSON.stringify(put));
    const again = { actor: await council.actor("j.reid"), proposal: proposal.id, version: put.assessed.row.version };
    expect(await council.use.submitProposal(again)).toMatchObject({ code: "submitted" });
    await closes(earlier);
    expect(await decide({ ...proposal, version: again.version + 1 })).toMatchObject({ state: "approved" });
  });

  it("the seniors read it on their card, and the proposer is told what to do, once", async () => {
    expect(await cardOf("approval")).toMatchObject({ open: [] });
    const before = await council.sql`select wanted from copy where kind = 'approval'`;
    await closes(earlier);
    expect(await cardOf("approval")).toMatchObject({ open: ["no incident explains this: no emails, letters instead"] });
    const after = await council.sql`select wanted from copy where kind = 'approval'`;
    expect(Number(after[0]?.["wanted"])).toBeGreaterThan(Number(before[0]?.["wanted"]));
    expect(await toldOf(council, "proposal-stuck")).toEqual(["Jordan Reid"]);
    expect(await cardOf("proposal-stuck")).toMatchObject({
      state: "held",
      open: ["no incident explains this: no emails, letters instead"],
    });
    await council.pass(3 * DAY);
    expect(await toldOf(council, "proposal-stuck")).toEqual(["Jordan Reid"]);
    const { officer: to } = await council.actor("j.reid");
    const said = await council.sql`select facts from audit where event = 'proposal-stuck'`;
    expect(said).toEqual([{ facts: { to, round: 1, gates: ["linked"], lacking: 0 } }]);
  });

  describe("and another reason arises in the same round", () => {
    const recorded = async () => {
      const rows = await council.sql`select facts from audit where event = 'proposal-stuck' order by id`;
      return rows.map(({ facts }) => facts);
    };
    /** And it is seen, as when an administrator enters it. */
    const becomes = async (status: string, people: readonly Person[]) => {
      await council.sql`update officer set status = ${status}
        where email = any (${people.map((person) => `${person}@northmoor.example`)})`;
      await background(council.db, council.organisation, (tx) =>
        addStaffChange(tx, council.organisation, council.clock.now),
      );
      await council.pass(0);
    };
    const SENIORS = ["d.okafor", "m.lindqvist", "m.frost", "e.ward"] as const;

    it("each is recorded once, and the one card says them all", async () => {
      const { officer: to } = await council.actor("j.reid");
      await closes(earlier);
      await becomes("absent", ["p.shah"]);
      await becomes("absent", SENIORS);
      await council.pass(HOUR);
      expect(await recorded()).toEqual([
        { to, round: 1, gates: ["linked"], lacking: 0 },
        { to, round: 1, gates: ["way_left_open"], lacking: 0 },
        { to, round: 1, gates: [], lacking: 1 },
      ]);
      expect(await toldOf(council, "proposal-stuck")).toEqual(["Jordan Reid"]);
      expect(await cardOf("proposal-stuck")).toMatchObject({
        state: "held",
        open: ["the named officer is away and has no deputy", "no incident explains this: no emails, letters instead"],
        enough: false,
        may: [],
      });
    });

    it("the card that is there is brought up to date, and again when one of them is gone", async () => {
      await closes(earlier);
      const wanted = async () => {
        const [row] = await council.sql`select wanted from copy where kind = 'proposal-stuck'`;
        return Number(row?.["wanted"]);
      };
      const before = await wanted();
      await becomes("absent", SENIORS);
      const after = await wanted();
      expect(after).toBeGreaterThan(before);
      await becomes("active", SENIORS);
      expect(await wanted()).toBeGreaterThan(after);
      expect(await cardOf("proposal-stuck")).toMatchObject({ state: "held", enough: true });
      expect(await recorded()).toHaveLength(2);
    });

    it("one that comes back in the round is not recorded again, and in the next round it is", async () => {
      await becomes("absent", ["p.shah"]);
      await becomes("active", ["p.shah"]);
      await becomes("absent", ["p.shah"]);
      expect(await recorded()).toHaveLength(1);
      await becomes("active", ["p.shah"]);
      await decide(proposal, { verdict: "return", reason: "Who stands in?" });
      const [row] = await council.sql`select version from proposal where id = ${proposal.id}`;
      const version = Number(row?.["version"]);
      const again = { actor: await council.actor("j.reid"), proposal: proposal.id, version };
      expect(await council.use.submitProposal({ ...again, answer: "Toni Kerr." })).toMatchObject({ code: "submitted" });
      await becomes("absent", ["p.shah"]);
      expect(await recorded()).toMatchObject([{ round: 1 }, { round: 2, gates: ["way_left_open"] }]);
      expect(await toldOf(council, "proposal-stuck")).toEqual(["Jordan Reid", "Jordan Reid"]);
    });
  });

  it("the refusal says what happened and what to do", async () => {
    await closes(earlier);
    const from = { chat: "slack", tenant: "T0NORTH", account: "d.okafor" } as const;
    const target = { id: proposal.id, version: proposal.version };
    const actor = await council.actor("d.okafor");
    const pressed = await openDecision(council.use, "approve")(actor, { from, action: "approve", target });
    const press = { from, form: "approve-confirm", target, values: {} } as const;
    for (const answer of [pressed, await sendDecision(council.use, "approve")(actor, press)]) {
      expect(answer.kind).toBe("told");
      expect(JSON.stringify(answer)).toContain("No incident explains this: no emails, letters instead");
      expect(JSON.stringify(answer)).toMatch(/Return it with a question.+withdraw it/);
    }
    const returned = await openDecision(council.use, "return")(actor, { from, action: "return", target });
    expect(returned.kind).toBe("form");
  });

  it("what another report explains too is approved", async () => {
    const third = await reported(council);
    const start = { incident: await reported(council), kinds: ["named_officer"] } as const;
    const links = { named_officer: [third, earlier] };
    const other = await aProposal.awaitingDecision(council, start, { links });
    await closes(earlier);
    expect(await decide(other)).toMatchObject({ state: "approved" });
  });

  it("closing waits for the proposal before it takes the report, as a decision does", async () => {
    let closing: ReturnType<typeof closes> | undefined;
    await council.sql.begin(async (deciding) => {
      await deciding`select from proposal where id = ${proposal.id} for update`;
      closing = closes(earlier);
      const waits = async () => {
        const waiting = await council.sql`select from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock'`;
        return waiting.length;
      };
      await expect.poll(waits, { timeout: 1_000, interval: 10 }).toBe(1);
      await deciding`select from incident where id = ${earlier} for update nowait`;
    });
    expect(await closing).toMatchObject({ code: "done" });
  });

  it("pressed at the same moment, it is approved before it or not at all", async () => {
    const [closed, decided] = await Promise.all([closes(earlier), decide(proposal)]);
    expect(closed).toMatchObject({ code: "done" });
    const order = (await auditOf(council)).filter((event) => /^(incident-closed|proposal-approved)$/.test(event));
    const isCounted = decided.code === "counted";
    expect(order).toEqual(isCounted ? ["proposal-approved", "incident-closed"] : ["incident-closed"]);
    expect(decided).toMatchObject(isCounted ? { state: "approved" } : heldBy("linked"));
    expect(await stateOf(proposal)).toBe(isCounted ? "approved" : "submitted");
  });
});

describe("something is recorded of the customer in another proposal", () => {
  it("a need that a restriction conflicts with holds it, and the proposer is told", async () => {
    await council.drop();
    council = await aCouncil("unacceptable-actions");
    const start = { kinds: ["channels_only"], steps: WARNED } as const;
    const parameters = { channels_only: { channels: ["letter", "email"] } };
    const proposal = await aProposal.awaitingDecision(council, start, { parameters });
    await saysInAnother({ needs: ["cannot_read_or_write"] }, { steps: WARNED });
    expect(await decide(proposal)).toMatchObject({
      refusal: { code: "held", gates: [{ gate: "adjustments" }, { gate: "way_left_open" }] },
    });
    expect(await cardOf("proposal-stuck")).toMatchObject({
      open: ["a restriction conflicts with a need on record", expect.any(String)],
    });
    expect(await decide(proposal, { verdict: "return", reason: "Can they read?" })).toMatchObject({
      state: "returned",
    });
  });

  it("a minor is restricted by an executive, and not without a reason in their interest; no card says why", async () => {
    const proposal = await aProposal.awaitingDecision(council);
    await saysInAnother({ minor: true });
    expect(await decide(proposal)).toMatchObject({ refusal: { code: "role-too-low" } });
    const executive = (await toldOf(council, "approval")).includes("Erin Ward") ? "e.ward" : "m.frost";
    expect(await decide(proposal, { by: executive })).toMatchObject({
      refusal: { code: "held", gates: expect.arrayContaining([expect.objectContaining({ gate: "social_work" })]) },
    });
    expect(JSON.stringify(await cardOf("proposal-stuck"))).not.toMatch(/interest|under 18|capacity of/);
  });

  it("a need that a file brings is seen at the press, and by the next sweep on the cards", async () => {
    await council.drop();
    council = await aCouncil("unacceptable-actions");
    const start = { kinds: ["channels_only"], steps: WARNED } as const;
    const parameters = { channels_only: { channels: ["letter", "email"] } };
    const proposal = await aProposal.awaitingDecision(council, start, { parameters });
    const world = northmoor("unacceptable-actions");
    const customers = world.customers.map((one) => ({ ...one, needs: ["cannot_read_or_write"] }));
    const load = importWorld({ db: council.db, now: () => council.clock.now });
    expect(await load({ json: { ...world, customers }, sandbox: true })).toMatchObject({ code: "imported" });
    expect(await decide(proposal)).toMatchObject({ refusal: { code: "held" } });
    await council.pass(0);
    expect(await toldOf(council, "proposal-stuck")).toEqual(["Jordan Reid"]);
    expect(await cardOf("approval")).toMatchObject({
      open: expect.arrayContaining(["a restriction conflicts with a need on record"]),
    });
  });

  it("what is said again, and was known, changes nothing", async () => {
    const proposal = await aProposal.awaitingDecision(council);
    const wanted = () => council.sql`select wanted from copy where kind = 'approval' order by id`;
    const incident = await reported(council);
    const before = await wanted();
    await saysInAnother({}, { incident });
    expect(await wanted()).toEqual(before);
    expect(await decide(proposal)).toMatchObject({ state: "approved" });
  });
});

describe("who answers, and who decides", () => {
  const set = (person: Person, status: string) =>
    council.sql`update officer set status = ${status} where email = ${`${person}@northmoor.example`}`;

  it("the one officer named is away without a deputy: it is held until somebody answers", async () => {
    const proposal = await aProposal.awaitingDecision(council);
    await set("p.shah", "absent");
    expect(await decide(proposal)).toMatchObject(heldBy("way_left_open"));
    await set("p.shah", "active");
    expect(await decide(proposal)).toMatchObject({ state: "approved" });
  });

  it("the one officer named has left the council: the card says so, and not that they are away", async () => {
    const proposal = await aProposal.awaitingDecision(council);
    await set("p.shah", "left");
    expect(await decide(proposal)).toMatchObject(heldBy("way_left_open"));
    expect(await cardOf("approval")).toMatchObject({
      open: ["the named officer has left the council and has no deputy"],
    });
  });

  it.each([
    ["left", "whoever reads about the closed topic has left the council and has no deputy"],
    ["absent", "whoever reads about the closed topic is away and has no deputy"],
  ])("nobody would read about a closed topic (7.3.7), because who does is %s: it is held", async (status, because) => {
    const reader = { topicRefs: ["CO-1"], reader: "p.shah@northmoor.example" };
    const topic = { parameters: { topic_closed: reader } };
    const proposal = await aProposal.awaitingDecision(council, { kinds: ["topic_closed"] }, topic);
    await set("p.shah", status);
    expect(await decide(proposal)).toMatchObject(heldBy("way_left_open"));
    expect(await cardOf("approval")).toMatchObject({ open: [because] });
    await council.sql`update officer set deputy = (select id from officer where name = 'Toni Kerr')
      where name = 'Priya Shah'`;
    expect(await decide(proposal)).toMatchObject({ state: "approved" });
  });

  it("whoever approved and left counts: enough may decide is not asked again", async () => {
    const proposal = await aProposal.awaitingDecision(
      council,
      { kinds: ["all_contact"] },
      { parameters: { all_contact: {} }, openWay: "Write to PO Box 12, read by Priya Shah." },
    );
    expect(await decide(proposal, { by: "m.frost" })).toMatchObject({ state: "submitted" });
    await set("m.frost", "left");
    expect(await cardOf("approval")).toMatchObject({ open: [], approvals: [{ by: "Max Frost" }] });
    expect(await decide(proposal, { by: "e.ward" })).toMatchObject({ state: "approved" });
  });
});

it("what is reported on a later day stands for what came to nothing: it went on", async () => {
  const incident = await reported(council);
  const proposal = await aProposal.awaitingDecision(council, { incident });
  expect(await cardOf("approval")).toMatchObject({ open: [] });
  const others = await council.sql`select id from incident where id <> ${incident}`;
  for (const { id } of others) await closes(String(id));
  await council.sql`update incident set occurred_at = '2026-01-05T10:00:00Z' where id = ${incident}`;
  expect(await decide(proposal)).toMatchObject(heldBy("continued"));
  await council.pass(DAY);
  await reported(council);
  expect(await decide(proposal)).toMatchObject({ state: "approved" });
});

describe("the day of its review comes while the seniors have it", () => {
  const short = { startsOn: "2026-03-02", reviewOn: "2026-03-04", endsOn: "2026-03-20" };

  it("can be approved on the day before", async () => {
    const proposal = await aProposal.awaitingDecision(council, {}, short);
    await council.pass(DAY);
    expect(await decide(proposal)).toMatchObject({ state: "approved" });
  });

  it("holds from that day on: the cards say so, the proposer is told, and returned it takes a later day", async () => {
    const { id, version } = await aProposal.awaitingDecision(council, {}, short);
    await council.pass(2 * DAY);
    expect(await decide({ id, version })).toMatchObject(heldBy("dated"));
    expect(await cardOf("approval")).toMatchObject({ open: ["the day of its review has come"] });
    expect(await cardOf("proposal-stuck")).toMatchObject({ state: "held", open: ["the day of its review has come"] });
    expect(await council.sql`select id from arrangement`).toEqual([]);
    const returned = { verdict: "return", reason: "Enter a later day of review." } as const;
    expect(await decide({ id, version }, returned)).toMatchObject({ state: "returned" });
    const today = { startsOn: "2026-03-04", endsOn: "2026-03-20" };
    const again = async (reviewOn: string) =>
      await council.use.detailProposal(await theDetails(council, id, { ...today, reviewOn }));
    expect(await again("2026-03-04")).toMatchObject({ code: "faults" });
    expect(await again("2026-03-10")).toMatchObject({ code: "saved" });
  });
});

it("what only time changed does not hold it: the first day passed, and the warning ran out, while the seniors had it", async () => {
  const proposal = await aProposal.awaitingDecision(
    council,
    {
      steps: [
        { step: "advice", on: "2025-01-13", how: "phone", by: "Sam Hale" },
        { step: "warning", on: "2025-03-02", how: "letter", by: null },
      ],
    },
    { startsOn: "2026-03-02" },
  );
  await council.pass(DAY);
  expect(await cardOf("approval")).toMatchObject({ open: [] });
  expect(await decide(proposal)).toMatchObject({ state: "approved" });
});
