import { describe, expect, it } from "vitest";
import { Restriction } from "../../../src/policy/restrictions/restriction.ts";

const written = (kind: string, parameters: unknown, more: object = {}) =>
  Restriction.safeParse({ kind, clause: null, scope: "organisation", parameters, ...more });

const faultOf = (kind: string, parameters: unknown, more: object = {}) => {
  const [issue] = written(kind, parameters, more).error?.issues ?? [];
  return issue && `${issue.path.join(".")}: ${issue.message}`;
};

describe("parameters of restrictions", () => {
  it("fills in what the contract gives as default", () => {
    expect(written("third_party_only", {}).data?.parameters).toEqual({ channels: ["phone"] });
  });

  it.each([
    ["no_email", { channels: ["email"] }, 'parameters: Unrecognized key: "channels"'],
    ["named_officer", { officer: " " }, "parameters.officer: must not be empty"],
    ["channels_only", { channels: [] }, "parameters.channels: name at least one channel"],
    ["no_contact_with_officers", { officers: [] }, "parameters.officers: name at least one officer"],
    ["call_times", {}, "parameters: give days, windows, maxMinutes or maxPerWeek"],
    [
      "call_times",
      { windows: [{ from: "9:00", to: "12:00" }] },
      "parameters.windows.0.from: must be a time such as 10:00",
    ],
    ["call_times", { windows: [{ from: "12:00", to: "12:00" }] }, "parameters.windows.0.to: must be later than from"],
    ["call_times", { maxMinutes: 0 }, "parameters.maxMinutes: must be more than 0"],
    ["topic_closed", { reader: "a@northmoor.example" }, "parameters: give topicRefs or keywords"],
  ])("%s %j: %s", (kind, parameters, fault) => expect(faultOf(kind, parameters)).toBe(fault));

  it("refuses a kind, a scope or a key that nobody knows", () => {
    expect(faultOf("no_fax", {})).toMatch(/^kind: /);
    expect(faultOf("no_email", {}, { scope: [] })).toMatch(/^scope: /);
    expect(faultOf("no_email", {}, { until: "2026" })).toMatch(/^: Unrecognized key/);
  });
});
