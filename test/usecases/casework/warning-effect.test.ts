/** How often a warning was enough, counted from the record (unacceptable actions, paragraph 3; CASEWORK section 7). */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { registerHere } from "../../cli/register.ts";
import { aCouncil, aProposal, type Council, reported } from "../builders.ts";

let council: Council;
beforeEach(async () => {
  council = await aCouncil("unacceptable-actions");
});
afterEach(() => council.drop());

/** Jordan Reid writes the warning that a report led to, and sends it on the day. */
async function warned(customer: string): Promise<string> {
  const incident = await reported(council, { customer: { ref: customer } });
  const actor = await council.actor("j.reid");
  const taken = await council.use.takeStep({
    actor,
    incident,
    step: "warning",
    customer: {},
    limbs: ["abusive"],
    shownBy: null,
    whatHappened: "You rang 14 times.",
    whatToChange: "Ring once a week.",
    how: "letter",
    by: "me",
    done: null,
    earlierAdvice: null,
  });
  expect(taken.code).toBe("taken");
  const [letter] = await council.sql`select id from letter where recorded_at is null`;
  const on = council.clock.now.toISOString().slice(0, 10);
  await council.use.recordLetterSent({ actor, letter: String(letter?.["id"]), how: "letter", on });
  return incident;
}

const again = async (customer: string, day: string) => {
  council.clock.now = new Date(`${day}T10:00:00Z`);
  return await reported(council, { customer: { ref: customer } });
};
const figure = async (day: string) => {
  council.clock.now = new Date(`${day}T10:00:00Z`);
  const read = await council.use.readRegister({ actor: await council.actor("r.byrne"), page: 1 });
  return read.code === "page" ? read.warnings : read.code;
};

describe("how often a warning was enough", () => {
  it("is counted by the pack's period, for the register team, once a warning is old enough", async () => {
    await warned("C-1042");
    await warned("C-1043");
    await again("C-1042", "2026-04-01");
    expect(await figure("2026-09-03")).toEqual({ judged: 0, enough: 0, months: 6 });
    // Sent on Monday 2 March, deemed received on the 4th; the first day after six months is 5 September.
    expect(await figure("2026-09-05")).toEqual({ judged: 2, enough: 1, months: 6 });
  });

  it("leaves out what was found to be nobody's fault, and what happened before the letter arrived", async () => {
    await warned("C-1042");
    const incident = await again("C-1042", "2026-04-01");
    const actor = await council.actor("j.reid");
    await council.use.noFurtherAction({ actor, incident, reason: "A misunderstanding." });
    await again("C-1042", "2026-03-03");
    expect(await figure("2026-09-05")).toMatchObject({ judged: 1, enough: 1 });
  });

  it("leaves out warnings from before, which are on record because they failed", async () => {
    const steps = [{ step: "warning", on: "2026-02-02", how: "letter", by: null }] as const;
    await aProposal.approved(council, { steps });
    expect(await figure("2026-10-01")).toMatchObject({ judged: 0 });
  });

  it("is printed at the command line, with what it means", async () => {
    await warned("C-1042");
    await council.sql`update ladder_step set given_on = '2020-01-06'`;
    const { exit, out } = await registerHere(council.url, ["figures", "--organisation", "northmoor"]);
    const [first, second] = out.split("\n");
    expect({ exit, first }).toEqual({ exit: 0, first: "Warnings: of 1 old enough to judge, 1 was enough." });
    expect(second).toContain("within 6 months of its receipt");
    expect(out).not.toMatch(/Morgan|C-1042/);
  });
});
