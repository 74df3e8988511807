import { describe, expect, it } from "vitest";
import { contactId, readContact } from "../../../src/policy/screening/read-contact.ts";

const plain = {
  id: "c-1",
  occurredAt: "2026-09-15T11:00:00+01:00",
  direction: "inbound",
  channel: "phone",
  customer: { phone: "07700 900123" },
};

const pathsOf = (raw: unknown) => {
  const read = readContact(raw);
  return read.status === "accepted" ? [] : read.errors.map(({ path }) => path);
};

describe("a contact", () => {
  it.each([
    ["as plain as can be", {}],
    ["with a value nobody can use", { customer: { phone: "" } }],
    ["without seconds", { occurredAt: "2026-09-15T11:00+01:00" }],
    ["in the future", { occurredAt: "2031-01-01T00:00:00Z" }],
    ["to an officer nobody knows", { officer: { email: "agency temp" } }],
    ["with 2,000 letters outside the basic plane", { excerpt: "𝄞".repeat(2000) }],
    ["with a field nobody knows", { colour: "blue" }],
    ["with null for what it does not have", { officer: null, subject: null, customer: { ref: null, phone: "1" } }],
    ["with null in a handle's place", { customer: { phone: "07700 900123", handle: null } }],
    ["with a conversation of any length", { conversation: "<root@mail.example> ".repeat(500) }],
  ])("is accepted %s", (_, more) => expect(readContact({ ...plain, ...more }).status).toBe("accepted"));

  it.each([
    ["an empty id", { id: " " }, "id"],
    ["no offset", { occurredAt: "2026-09-15T11:00:00" }, "occurredAt"],
    ["neither seconds nor an offset", { occurredAt: "2026-09-15T11:00" }, "occurredAt"],
    ["a day that is none", { occurredAt: "2026-02-30T11:00:00Z" }, "occurredAt"],
    ["a year the database cannot hold", { occurredAt: "0000-01-01T00:00:00Z" }, "occurredAt"],
    ["another channel", { channel: "fax" }, "channel"],
    ["another direction", { direction: "incoming" }, "direction"],
    ["nobody", { customer: {} }, "customer"],
    ["nobody but null", { customer: { phone: null, name: null } }, "customer"],
    ["null for what it must have", { channel: null }, "channel"],
    ["a handle with null in it", { customer: { handle: { platform: "x", name: null } } }, "customer.handle.name"],
    ["an officer who is null all through", { officer: { email: null, extension: null } }, "officer"],
    ["nobody it knows", { customer: { shoeSize: "9" } }, "customer"],
    ["no customer", { customer: undefined }, "customer"],
    ["half a handle", { customer: { handle: { platform: "x" } } }, "customer.handle.name"],
    ["an empty officer", { officer: {} }, "officer"],
    ["another relationship", { onBehalf: { name: "A B", relationship: "landlord" } }, "onBehalf.relationship"],
    ["another reason", { protectedReason: "complaint" }, "protectedReason"],
    ["2,001 letters", { excerpt: "x".repeat(2001) }, "excerpt"],
    ["a null character", { subject: "a\u0000b" }, "subject"],
    ["half a person", { attendingStaff: 1.5 }, "attendingStaff"],
  ])("is rejected with %s", (_, more, path) => expect(pathsOf({ ...plain, ...more })).toEqual([path]));

  it("is rejected when it is no object at all", () => {
    expect(pathsOf("nonsense")).toEqual([""]);
    expect(pathsOf(null)).toEqual([""]);
  });

  it("never repeats a value in a fault", () => {
    const bad = { ...plain, channel: "07700 900123", onBehalf: { name: 5, relationship: "Alex Morgan" } };
    expect(JSON.stringify(readContact(bad))).not.toMatch(/07700|Alex/);
  });

  it("has an id to look up, however bad the rest", () => {
    expect(contactId({ id: "c-1", channel: "fax", customer: {} })).toBe("c-1");
    expect(contactId({ id: 5 })).toBeUndefined();
    expect(contactId(null)).toBeUndefined();
  });
});
