import { describe, expect, it } from "vitest";
import { type AlertChannelFacts, alertChannel } from "../../cards/alert-channel.ts";
import { type AlertState, alertOfficer } from "../../cards/alert-officer.ts";
import { alert, when } from "./support/gallery.ts";

const masked: AlertChannelFacts = {
  target: alert.target,
  ref: "A-0917",
  outcome: "breach",
  service: "Housing",
  channel: "email",
  occurred: when,
  reached: 1,
  contacts: 1,
  kinds: ["named_officer"],
  told: { officers: 1, managers: [], pointOfContact: false },
  state: { code: "open" },
};
const said = (judgement: "same" | "not_same" | null): AlertState => ({
  code: "someone-else",
  by: "Sam Hale",
  when,
  judgement,
});

describe("the title of an alert that is said to be someone else", () => {
  it.each([
    [null, "This contact is said to be from someone else", "Contact said to be from someone else"],
    ["not_same", "This contact is said to be from someone else", "Contact said to be from someone else"],
    ["same", "This contact is outside an arrangement", "Contact outside an arrangement"],
  ] as const)("with the register team saying %s", (judgement, officer, channel) => {
    const state = said(judgement);
    expect(alertOfficer({ ...alert, outcome: "breach", state }).title).toBe(officer);
    expect(alertChannel({ ...masked, state }).title).toBe(channel);
  });

  it("says nothing of it before", () => {
    expect(alertChannel(masked).title).toBe("Contact outside an arrangement");
  });
});
