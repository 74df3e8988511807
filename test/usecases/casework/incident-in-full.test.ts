/** CASEWORK section 1, the incident: where it was, an injury (with the RIDDOR prompt), what evidence there is. */
import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openCase } from "../../../src/chat/handlers/proposal-case.ts";
import { sendReport } from "../../../src/chat/handlers/report.ts";
import { readReport } from "../../../src/chat/handlers/triage.ts";
import { cardOf } from "../../../src/jobs/card-of.ts";
import { aCouncil, aProposal, type Council } from "../builders.ts";
import type { Person } from "../northmoor.ts";

let council: Council;
beforeEach(async () => {
  council = await aCouncil();
});
afterEach(() => council.drop());

const FULL = {
  customerRef: "C-1042",
  what: "They threw a chair.",
  place: "The front desk, Moor Street",
  injury: "injured",
  evidence: "The camera of the front desk, kept by Facilities",
};
const DETAILS = /front desk|Moor Street|camera|Facilities/;

const from = (account: Person) => ({ chat: "slack", tenant: "T0NORTH", account }) as const;
/** Sam Hale sends the form; what they are told, and the report's id. */
const sends = async (values: Readonly<Record<string, string>>) => {
  const target = { id: randomUUID(), version: 0 };
  const submission = { from: from("s.hale"), form: "report", target, values } as const;
  const deps = { ...council.use, now: () => council.clock.now };
  const told = JSON.stringify(await sendReport(deps)(await council.actor("s.hale"), submission));
  const [row] = await council.sql`select id, place, injury, evidence from incident where submission = ${target.id}`;
  return { told, id: String(row?.["id"]), row };
};
const cards = async (kind: string) => {
  const rows = await council.sql`select id from copy where kind = ${kind} order by created_at, id`;
  const taken = await Promise.all(
    rows.map(({ id }) => council.use.takeDelivery({ organisation: council.organisation, copy: String(id) })),
  );
  return taken.map((one) => JSON.stringify(one && cardOf(one.facts)));
};
const press = (id: string, account: Person) =>
  ({ from: from(account), action: "triage-read", target: { id, version: 1 } }) as const;

describe("a report", () => {
  it("keeps where it was, whether anybody was hurt, and where the evidence is", async () => {
    const { row } = await sends(FULL);
    const { place, injury, evidence } = FULL;
    expect(row).toMatchObject({ place, injury, evidence });
  });

  it("may leave all of it empty, which is not a no", async () => {
    const { row, told } = await sends({ customerRef: "C-1042", what: "They rang 14 times." });
    expect(row).toMatchObject({ place: null, injury: null, evidence: null });
    expect([told, ...(await cards("triage")), ...(await cards("report-receipt"))].join()).not.toMatch(/RIDDOR|hurt/);
  });

  it.each([
    ["injured", /Tell health and safety today: an injury like this may have to be reported under RIDDOR/],
    [
      "serious",
      /has to be reported under RIDDOR.*within 10 days, or within 15 if the injury only means more than 7 days off work/,
    ],
  ])("with somebody %s tells reporter and manager what to see to today", async (injury, prompt) => {
    const { told } = await sends({ ...FULL, injury });
    expect(told).toMatch(prompt);
    expect(await cards("report-receipt")).toEqual([expect.stringMatching(prompt)]);
    expect(await cards("triage")).toEqual([expect.stringMatching(/somebody was hurt/)]);
    expect(await cards("triage")).toEqual([expect.stringMatching(prompt)]);
  });

  it("where nobody was hurt prompts for nothing", async () => {
    const { told } = await sends({ ...FULL, injury: "none" });
    expect([told, ...(await cards("triage"))].join()).not.toMatch(/RIDDOR|was hurt/);
  });

  it("posts none of the details: they open for those entitled", async () => {
    const { told, id } = await sends(FULL);
    expect([told, ...(await cards("triage")), ...(await cards("report-receipt"))].join()).not.toMatch(DETAILS);
    const opened = JSON.stringify(await readReport(council.use)(await council.actor("j.reid"), press(id, "j.reid")));
    expect(opened).toContain("The front desk, Moor Street");
    expect(opened).toContain("The camera of the front desk, kept by Facilities");
    expect(opened).toMatch(/Was anybody hurt.*Yes/);
    const other = JSON.stringify(await readReport(council.use)(await council.actor("p.shah"), press(id, "p.shah")));
    expect(other).not.toMatch(DETAILS);
  });

  it.each([
    [{ moderatedHow: "phone", moderatedOn: "2026-03-01" }, "By phone, 1 March 2026"],
    [{ moderatedHow: "letter" }, "In writing"],
    [{ moderatedOn: "2026-03-01" }, "1 March 2026"],
  ])("says in words how the customer was asked to moderate: %o", async (values, words) => {
    const { id } = await sends({ ...FULL, ...values, matterKind: "complaint", matterRef: "CO-17" });
    const opened = JSON.stringify(await readReport(council.use)(await council.actor("j.reid"), press(id, "j.reid")));
    expect(opened).toContain(`{"label":"Asked to moderate","value":"${words}"}`);
    expect(opened).toContain('{"label":"It was about","value":"A complaint, CO-17"}');
  });

  it("shows them to those asked to decide, in the case", async () => {
    const { id: incident } = await sends({ ...FULL, injury: "serious" });
    const { id } = await aProposal.awaitingDecision(council, { incident });
    const shown = { ...press(id, "d.okafor"), action: "proposal-read" } as const;
    const read = JSON.stringify(await openCase(council.use)(await council.actor("d.okafor"), shown));
    expect(read).toMatch(DETAILS);
    expect(read).toContain("Yes, more than 7 days off work or a specified injury");
    expect((await cards("approval")).join()).not.toMatch(DETAILS);
  });

  it("is not cut: what is too long is said, and nothing is written", async () => {
    const { told, row } = await sends({ ...FULL, place: "x".repeat(201) });
    expect(row).toBeUndefined();
    expect(told).toMatch(/"faults":\{"place":/);
  });
});
