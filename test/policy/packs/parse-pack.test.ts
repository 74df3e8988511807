import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parsePack } from "../../../src/policy/packs/parse-pack.ts";
import { packById } from "../../../src/policy/packs/shelf.ts";

const FOLDER = new URL("../../../src/policy/packs/", import.meta.url);

type Json = { [key: string]: Json } & { value: Json } & Json[];

/** A fresh copy of a pack that a test may spoil. */
function aPack(id = "unacceptable-actions"): Json {
  return JSON.parse(readFileSync(new URL(`${id}.json`, FOLDER), "utf8"));
}

function at(json: Json, path: string): { holder: Json; key: string } {
  const keys = path.split(".");
  const key = keys.pop() ?? "";
  return { holder: keys.reduce<Json>((part, next) => part[next] as Json, json), key };
}

function faultsWhen(path: string, value: unknown, id?: string) {
  const json = aPack(id);
  const { holder, key } = at(json, path);
  if (value === undefined) Reflect.deleteProperty(holder, key);
  else Object.assign(holder, { [key]: value });
  const parsed = parsePack(json);
  return parsed.ok ? [] : parsed.faults;
}

describe("the packs that come with the product", () => {
  it.each(["persistent-and-abusive-behaviour", "unacceptable-actions"])("%s is right", (id) => {
    expect(parsePack(aPack(id))).toMatchObject({ ok: true, pack: { id, version: 1 } });
    expect(packById(id, 1)?.id).toBe(id);
  });

  it("is found by id and version, and by nothing else", () => {
    expect(packById("unacceptable-actions", 2)).toBeUndefined();
    expect(packById("no-such-policy")).toBeUndefined();
  });

  it("offers the nine restrictions of 7.3.1 to 7.3.9, each with its clause", () => {
    const offered = packById("persistent-and-abusive-behaviour")?.restrictions.value ?? [];
    expect(offered.filter(({ clause }) => clause !== null).map(({ clause, kind }) => `${clause} ${kind}`)).toEqual([
      "7.3.1 third_party_only",
      "7.3.2 no_email",
      "7.3.3 premises_by_appointment",
      "7.3.4 named_officer",
      "7.3.5 call_times",
      "7.3.6 witnessed",
      "7.3.7 topic_closed",
      "7.3.8 social_media",
      "7.3.9 home_visits",
    ]);
  });

  it("offers a sole point of contact first under unacceptable actions", () => {
    expect(packById("unacceptable-actions")?.restrictions.value[0]).toEqual({ kind: "named_officer", clause: null });
  });
});

describe("a pack that contradicts itself is refused with the path and a plain message", () => {
  const persistent = "persistent-and-abusive-behaviour";
  it.each([
    ["restrictions.value.1.clause", "7.3.1", persistent, "restrictions.value.1.clause", "clause 7.3.1 is used twice"],
    [
      "restrictions.value.1.kind",
      "named_officer",
      undefined,
      "restrictions.value.1.kind",
      "named_officer is offered twice",
    ],
    [
      "approvers.0.role.value",
      "mayor",
      undefined,
      "approvers.0.role.value",
      "is not one of: service_manager, senior_officer, executive",
    ],
    [
      "approvers.1.kinds",
      ["no_email"],
      undefined,
      "restrictions.value.11",
      "nobody is named who decides all_contact of every scope and length",
    ],
    [
      "approvers.0.scopes",
      ["services"],
      undefined,
      "restrictions.value.0",
      "nobody is named who decides named_officer of every scope and length",
    ],
    ["approvers.1.asks.value", 1, undefined, "approvers.1.asks", "asks 1 people when 2 have to decide"],
    [
      "length.defaultMonths.value",
      13,
      undefined,
      "length.defaultMonths",
      "13 months by default is beyond the maximum of 12",
    ],
    [
      "bypass.value.0.appealKept",
      false,
      undefined,
      "bypass.value.0.appealKept",
      "serious_threat leaves out the appeal; a bypass may leave out the warning only",
    ],
    [
      "appeal.alsoWithoutWarning.value",
      false,
      undefined,
      "appeal.alsoWithoutWarning",
      "a restriction without a warning can be appealed too",
    ],
    ["steps.1.step", "advice", persistent, "steps.1.step", "advice is on the ladder twice"],
    [
      "openProposal.expireWorkingDays.value",
      1,
      undefined,
      "openProposal",
      "a proposal is reminded of, then escalated, then expires, in that order",
    ],
    ["workingHours.value.to", "08:00", undefined, "workingHours", "the working day ends before it starts"],
    ["effective.until", "2020-01-01", undefined, "effective.until", "ends before it starts"],
    ["ombudsman", undefined, undefined, "ombudsman", "is missing"],
    ["version", "1", undefined, "version", "is not a number"],
    ["version", 1.5, undefined, "version", "is not a whole number"],
    ["version", 0, undefined, "version", "is smaller than 1"],
    ["calender", "scotland", undefined, "calender", "is not a part of a pack"],
    ["atOnce.value", [], undefined, "atOnce.value", "is empty"],
    [
      "atOnce.assumed",
      true,
      undefined,
      "atOnce",
      'say either where the policy says this ("from") or that it is "assumed": true',
    ],
    [
      "acknowledgeMinutes.assumed",
      undefined,
      undefined,
      "acknowledgeMinutes",
      'say either where the policy says this ("from") or that it is "assumed": true',
    ],
  ])("%s = %j", (path, value, id, faultPath, message) => {
    expect(faultsWhen(path, value, id)).toContainEqual({ path: faultPath, message });
  });

  it("names every fault at once", () => {
    const json = aPack();
    Object.assign(json, { id: "No Id", version: -1, calendar: { value: "wales", assumed: true } });
    const parsed = parsePack(json);
    expect(parsed.ok ? [] : parsed.faults.map(({ path }) => path)).toEqual(["id", "version", "calendar.value"]);
  });

  it.each([[null], ["text"], [7], [[]]])("refuses %j", (json) => {
    expect(parsePack(json)).toMatchObject({ ok: false, faults: [{ path: "(the whole file)" }] });
  });

  it("has no axis that may be left out", () => {
    const axes = Object.keys(aPack());
    expect(axes.length).toBeGreaterThan(30);
    expect(axes.filter((axis) => faultsWhen(axis, undefined).length === 0)).toEqual([]);
  });
});
