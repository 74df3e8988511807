/** CASEWORK section 1, triage: the card puts the rung forward that the policy opens, and says so of the short road (section 3). */
import { afterEach, describe, expect, it } from "vitest";
import { triage } from "../../../cards/triage.ts";
import { readReport } from "../../../src/chat/handlers/triage.ts";
import { aCouncil, aProposal, aStart, type Council, DAY, HOUR, type Pack, reported } from "../builders.ts";
import { openTriage } from "./triage-card.ts";

let council: Council;
const begin = async (pack: Pack = "persistent-and-abusive-behaviour") => {
  council = await aCouncil(pack);
};
afterEach(() => council.drop());

const standsOut = (buttons: ReturnType<typeof triage>["buttons"]) =>
  buttons?.flatMap((button) => ("style" in button && button.style === "primary" ? [button.label] : []));

/** What stands out on the manager's card and in the report they read, and what the card says comes next. */
async function shown(incident: string) {
  const facts = await openTriage(council, "Jordan Reid");
  if (!facts) throw new Error("no card");
  const from = { chat: "slack", tenant: "T0NORTH", account: "j.reid" } as const;
  const press = { from, action: "triage-read", target: { id: incident, version: 1 } } as const;
  const read = await readReport(council.use)(await council.actor("j.reid"), press);
  if (read.kind !== "told") throw new Error(read.kind);
  expect(standsOut(read.card.buttons)).toEqual(standsOut(triage(facts).buttons));
  return { button: standsOut(triage(facts).buttons), next: facts.next };
}

describe("what stands out on a triage card", () => {
  it("is the advice, then the warning, then the proposal", async () => {
    await begin();
    const first = await reported(council);
    expect((await shown(first)).button).toEqual(["Ask to moderate"]);
    const actor = await council.actor("j.reid");
    const step = {
      customer: {},
      limbs: ["abusive" as const],
      shownBy: null,
      whatHappened: "You swore.",
      by: "me" as const,
    };
    const about = { actor, ...step, whatToChange: "Do not swear.", earlierAdvice: null };
    const done = { on: "2026-03-02", said: "To ring less." };
    await council.use.takeStep({ ...about, incident: first, step: "advice", how: "phone", done });
    await council.pass(7 * DAY);
    const second = await reported(council);
    expect((await shown(second)).button).toEqual(["Write a warning"]);
    await council.use.takeStep({ ...about, incident: second, step: "warning", how: "letter", done: null });
    const [letter] = await council.sql`select id from letter`;
    await council.use.recordLetterSent({ actor, letter: String(letter?.["id"]), how: "letter", on: "2026-03-09" });
    await council.pass(7 * DAY);
    expect((await shown(await reported(council))).button).toEqual(["Propose a restriction"]);
  });

  it("is nothing while nothing is open", async () => {
    await begin();
    const { incident } = await aStart(council);
    await aProposal.approved(council, { incident });
    // The warning is on record, and nothing happened since: this report is from before it.
    const before = await reported(council, { occurredAt: new Date("2026-01-05T10:00:00Z") });
    await council.sql`delete from proposal_incident`;
    await council.sql`update incident set state = 'no_further_action' where id = ${incident}`;
    expect((await shown(before)).button).toEqual([]);
  });
});

describe("a serious threat of violence on the report", () => {
  const threat = { seriousThreat: true };

  it("opens the restriction at once where the policy says so", async () => {
    await begin("unacceptable-actions");
    expect(await shown(await reported(council, threat))).toEqual({
      button: ["Propose a restriction"],
      next: [
        "Warning letter: open.",
        "Restriction: open without a warning, because a serious threat of violence was made.",
      ],
    });
  });

  it("opens it of that report alone", async () => {
    await begin("unacceptable-actions");
    await reported(council, threat);
    await council.pass(HOUR);
    const { button, next } = await shown(await reported(council));
    expect(button).toEqual(["Write a warning"]);
    expect(next.join()).toContain("Restriction: not yet. No warning is on record.");
  });

  it("opens nothing where the policy gives no such reason", async () => {
    await begin();
    const { button, next } = await shown(await reported(council, threat));
    expect(button).toEqual(["Ask to moderate"]);
    expect(next.join()).toContain("Restriction: not yet.");
  });
});
