import { expect, it } from "vitest";
import { type ReportDetailsFacts, reportDetails } from "../../cards/report-details.ts";

const REPORT: ReportDetailsFacts = {
  target: { id: "00000000-0000-4000-8000-000000000001", version: 1 },
  toDecide: null,
  toTake: null,
  mayReadHistory: false,
  ref: "R-2031",
  reportedBy: "Sam Hale",
  service: "Housing",
  happened: { at: new Date("2026-03-03T14:15:00Z"), timeZone: "Europe/London" },
  channel: null,
  customer: { ref: "C-1042" },
  behaviours: [],
  what: "They rang 14 times.",
  more: {},
  seriousThreat: false,
};

it.each([
  [null, "Not said"],
  ["phone", "Phone"],
] as const)("a report that says %s for how it happened reads %s", (channel, words) => {
  const facts = reportDetails({ ...REPORT, channel }).body.flatMap((block) =>
    block.kind === "facts" ? block.facts : [],
  );
  expect(facts).toContainEqual({ label: "How", value: words });
});
