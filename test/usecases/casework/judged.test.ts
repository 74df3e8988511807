/** 7.4: what the contact was judged to be, and the restrictions before, are recorded and shown to those who decide again. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { aCouncil, aProposal, type Council, DAY, reported } from "../builders.ts";

let council: Council;
beforeEach(async () => {
  council = await aCouncil();
});
afterEach(() => council.drop());

const entries = async () => {
  const rows = await council.sql`select id from arrangement order by decided_at`;
  const actor = await council.actor("r.byrne");
  const opened = await Promise.all(
    rows.map(({ id }) => council.use.readRegisterEntry({ actor, arrangement: String(id) })),
  );
  return opened.map((entry) => (entry.code === "opened" ? entry.facts : undefined));
};

describe("a decision", () => {
  it("records what the contact was judged to be: in the register, in the letter, and before it to those who decide", async () => {
    const proposal = await aProposal.awaitingDecision(council);
    const actor = await council.actor("d.okafor");
    const { id, version } = proposal;
    const screen = await council.use.prepareDecision({ actor, proposal: id, version, verdict: "approve" });
    expect(screen).toMatchObject({ code: "ready", assessed: { answers: { limb: "persistent" } } });
    await council.use.decideProposal({ actor, proposal: id, version, verdict: "approve", reason: null });
    expect(await entries()).toMatchObject([{ judged: ["unreasonably_persistent"], earlier: [] }]);
    const [letter] = await council.sql`select body from letter`;
    expect(letter?.["body"]).toContain("We judged this contact to be unreasonably persistent.");
  });

  it("judges contact with a serious threat on record as threatening, whatever the ground", async () => {
    await aProposal.approved(council, { incident: await reported(council, { seriousThreat: true }) });
    expect(await entries()).toMatchObject([{ judged: ["unreasonably_persistent", "threatening"] }]);
  });

  it("shows those who decide again which restrictions there were before", async () => {
    await aProposal.approved(council);
    await council.pass(30 * DAY);
    const { id } = await aProposal.awaitingDecision(council, {}, DATES);
    const read = await council.use.readProposal({ actor: await council.actor("d.okafor"), proposal: id });
    expect(read).toMatchObject({ code: "opened", earlier: [{ ref: "P-0001", kinds: ["named_officer"] }] });
    const { version } = (read.code === "opened" && read.assessed.row) || { version: 0 };
    const actor = await council.actor("d.okafor");
    await council.use.decideProposal({ actor, proposal: id, version, verdict: "approve", reason: null });
    expect(await entries()).toMatchObject([{ earlier: [] }, { earlier: [{ ref: "P-0001" }] }]);
  });
});

const DATES = { startsOn: "2026-04-09", endsOn: "2026-10-09", reviewOn: "2026-09-10" };
