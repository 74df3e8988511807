import { describe, expect, it } from "vitest";
import { type AlertChannelFacts, alertChannel } from "../../cards/alert-channel.ts";
import { type AlertState, alertOfficer } from "../../cards/alert-officer.ts";
import { type AlertPointOfContactFacts, alertPointOfContact } from "../../cards/alert-point-of-contact.ts";
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
const theirs: AlertPointOfContactFacts = {
  target: alert.target,
  ref: "A-0917",
  customerRef: "C-1042",
  channel: "email",
  occurred: when,
  contacts: 1,
  isReader: false,
  customerTold: false,
  reached: ["Sam Hale"],
  missed: [],
  told: { managers: [] },
  handled: false,
  state: { code: "open" },
};
const ELSE = "This contact is said to be from someone else";
const OF_YOURS = "A customer of yours contacted somebody else";
const said = (judgement: "same" | "not_same" | null): AlertState => ({
  code: "someone-else",
  by: "Sam Hale",
  when,
  judgement,
});

describe("the title of an alert that is said to be someone else", () => {
  it.each([
    [null, ELSE, ELSE, "Contact said to be from someone else"],
    ["not_same", ELSE, ELSE, "Contact said to be from someone else"],
    ["same", "This contact is outside an arrangement", OF_YOURS, "Contact outside an arrangement"],
  ] as const)("with the register team saying %s", (judgement, officer, pointOfContact, channel) => {
    const state = said(judgement);
    expect(alertOfficer({ ...alert, outcome: "breach", state }).title).toBe(officer);
    expect(alertPointOfContact({ ...theirs, state }).title).toBe(pointOfContact);
    expect(alertChannel({ ...masked, state }).title).toBe(channel);
  });

  it("or to be allowed says so on every copy", () => {
    const state: AlertState = { code: "allowed", by: "Sam Hale", when };
    expect(alertOfficer({ ...alert, state }).title).toBe("This contact is said to be allowed");
    expect(alertPointOfContact({ ...theirs, state }).title).toBe("This contact is said to be allowed");
    expect(alertChannel({ ...masked, state }).title).toBe("Contact said to be allowed");
  });

  it("says nothing of it before", () => {
    expect(alertPointOfContact(theirs).title).toBe(OF_YOURS);
    expect(alertChannel(masked).title).toBe("Contact outside an arrangement");
  });
});
