/**
 * A point of contact outside the staff (CASEWORK section 5): the customer is told how to reach them, in one sentence
 * wherever it stands, and no posted card of a proposal names them (DESIGN decision 8). An alert does name them to the officer
 * whom the contact reached: they must know at once whom to pass it to.
 */
import { afterEach, describe, expect, it } from "vitest";
import { slackMessage } from "../../../cards/render/slack.ts";
import { teamsCard } from "../../../cards/render/teams.ts";
import { openDecision } from "../../../src/chat/handlers/decide.ts";
import { cardOf } from "../../../src/jobs/card-of.ts";
import { aCouncil, aDecision, aProposal, type Council, type Pack, toldOf } from "../builders.ts";

let council: Council;
afterEach(() => council.drop());

const OTHER = "unacceptable-actions";
const ZORA = { phone: "01632 960111", email: "zora@harbour-care.example" };
/** With the seniors: one named officer everywhere, so that the whole sentence fits the approval card. */
async function proposed(officer: string, { phone, email }: Partial<typeof ZORA> = ZORA, pack: Pack = OTHER) {
  council = await aCouncil(pack);
  await council.sql`insert into outside_contact (organisation_id, id, name, body, phone, email)
    values (${council.organisation}, 'harbour-care-1', 'Zora Quill', 'Harbour Care', ${phone ?? null}, ${email ?? null})`;
  const warning = { step: "warning", on: "2026-02-02", how: "letter", by: null } as const;
  return await aProposal.awaitingDecision(council, pack === OTHER ? { steps: [warning] } : {}, {
    parameters: { named_officer: { officer } },
    organisationWide: true,
    scopeReason: "Contact was with 4 services.",
    startsOn: "2026-03-02",
  });
}

/** Every card that was posted so far, as each chat gets it. */
async function posted() {
  const rows = await council.sql`select id from copy`;
  const taken = await Promise.all(
    rows.map(({ id }) => council.use.takeDelivery({ organisation: council.organisation, copy: String(id) })),
  );
  const cards = taken.flatMap((one) => (one ? [cardOf(one.facts)] : []));
  return {
    count: cards.length,
    slack: JSON.stringify(cards.map((card) => slackMessage(card, "copy"))),
    teams: JSON.stringify(cards.map(teamsCard)),
  };
}

describe("no posted card of a proposal", () => {
  it.each([
    ["by their id", "harbour-care-1", ZORA, OTHER],
    ["by their email", ZORA.email, ZORA, OTHER],
    ["with nothing but a name on record", "harbour-care-1", {}, OTHER],
    ["where they read what comes to others", "harbour-care-1", {}, "persistent-and-abusive-behaviour"],
  ] as const)("names a point of contact outside the staff: %s", async (_, officer, reach, pack) => {
    const { id, version } = await proposed(officer, reach, pack);
    const [asked, first] = [await toldOf(council, "approval"), await posted()];
    expect(asked.length).toBeGreaterThan(0);
    await council.use.decideProposal(await aDecision(council, { id, version }));
    const last = await posted();
    expect(last.count).toBeGreaterThan(first.count);
    for (const said of [first.slack, first.teams, last.slack, last.teams]) {
      expect(said).toContain("somebody outside the staff");
      expect(said).not.toMatch(/Zora|Quill|Harbour|01632|960111|harbour-care/);
    }
  });
});

it("no posted card of a proposal says the way left open as it was written, the second screen and the letter do", async () => {
  council = await aCouncil(OTHER);
  const warning = { step: "warning", on: "2026-02-02", how: "letter", by: null } as const;
  const { id, version } = await aProposal.awaitingDecision(
    council,
    { kinds: ["all_contact"], steps: [warning] },
    {
      parameters: { all_contact: {} },
      openWay: "write to Zora Quill of Harbour Care, zora@harbour-care.example",
      openWayReader: "p.shah@northmoor.example",
      startsOn: "2026-03-02",
    },
  );
  const written = "write to Zora Quill of Harbour Care, zora@harbour-care.example, read by Priya Shah";
  const first = await posted();
  const from = { chat: "slack", tenant: "T0NORTH", account: "m.frost" } as const;
  const screen = await openDecision(council.use, "approve")(await council.actor("m.frost"), {
    from,
    action: "approve",
    target: { id, version },
  });
  expect(JSON.stringify(screen)).toContain(written);
  for (const by of ["m.frost", "e.ward"] as const)
    await council.use.decideProposal(await aDecision(council, { id, version }, { by }));
  const last = await posted();
  expect(last.count).toBeGreaterThan(first.count);
  for (const said of [first.slack, first.teams, last.slack, last.teams]) {
    expect(said).toContain("One way stays open: the way named in the case.");
    expect(said).not.toMatch(/Zora|Quill|Harbour|harbour-care/);
  }
  const [letter] = await council.sql`select body from letter`;
  expect(letter?.["body"]).toContain(`One way stays open: ${written}.`);
});

describe("the customer", () => {
  it("is told phone and email, in the sentence that the senior approves and register and check have", async () => {
    const { id, version } = await proposed("harbour-care-1");
    const words =
      "Contact one person only: Zora Quill (Harbour Care), phone 01632 960111 or email zora@harbour-care.example.";

    const from = { chat: "slack", tenant: "T0NORTH", account: "d.okafor" } as const;
    const screen = await openDecision(council.use, "approve")(await council.actor("d.okafor"), {
      from,
      action: "approve",
      target: { id, version },
    });
    await council.use.decideProposal(await aDecision(council, { id, version }));
    const [row] = await council.sql`select a.id, l.body from letter l join arrangement a on a.id = l.arrangement_id`;
    const entry = await council.use.readRegisterEntry({
      actor: await council.actor("r.byrne"),
      arrangement: String(row?.["id"]),
    });
    const check = await council.use.checkContact({
      actor: await council.actor("s.hale"),
      ref: "C-1042",
      phone: null,
      email: null,
      channel: null,
      why: "They rang us.",
    });

    const [sentence = "none"] = entry.code === "opened" ? entry.facts.arrangement : [];
    expect(sentence.startsWith(`${words} `)).toBe(true);
    expect(JSON.stringify(screen)).toContain(sentence);
    expect(row?.["body"]).toContain(`1. ${sentence}`);
    expect(check.answer).toMatchObject({ code: "entry", inFull: sentence });
  });

  it("is told the name alone of an officer, who is reached as officers are", async () => {
    const { id, version } = await proposed("p.shah@northmoor.example");
    await council.use.decideProposal(await aDecision(council, { id, version }));
    const [letter] = await council.sql`select body from letter`;
    expect(letter?.["body"]).toContain("Contact one person only: Priya Shah. ");
  });
});
