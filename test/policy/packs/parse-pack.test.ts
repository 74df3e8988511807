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
  it("comes with a sample that is right and not on the shelf: a council copies it", () => {
    expect(parsePack(aPack("reasonable-contact"))).toMatchObject({ ok: true, pack: { id: "reasonable-contact" } });
    expect(packById("reasonable-contact")).toBeUndefined();
  });

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

const STEPS_ARE_FOR =
  "has no card to take a step from: name service_manager, senior_officer or executive instead, or for advice officer";
const PROPOSED_BY = "has no card to propose from: name service_manager, senior_officer or executive instead";

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
    ["approvers.0.kinds.0", "witnessed", "reasonable-contact", "approvers.0.kinds.0", "witnessed is not on offer"],
    ["offeredFirst.value", ["no_email"], "reasonable-contact", "offeredFirst.value.0", "no_email is not on offer"],
    [
      "approvers.2.longerThanMonths",
      9,
      "reasonable-contact",
      "approvers.2.longerThanMonths",
      "nothing lasts longer than 9 months: the maximum is 9",
    ],
    ["steps.0.by.value", ["auditor"], undefined, "steps.0.by.value.0", `auditor ${STEPS_ARE_FOR}`],
    ["steps.0.by.value", ["mayor"], undefined, "steps.0.by.value.0", `mayor ${STEPS_ARE_FOR}`],
    ["steps.0.by.value.1", "register_team", persistent, "steps.0.by.value.1", `register_team ${STEPS_ARE_FOR}`],
    [
      "steps.1.by.value",
      ["service_manager", "officer"],
      persistent,
      "steps.1.by.value.1",
      "a warning is written by whoever decides about the report: name service_manager, senior_officer or executive instead of officer",
    ],
    ["proposedBy.value", ["officer", "executive"], undefined, "proposedBy.value.0", `officer ${PROPOSED_BY}`],
    ["proposedBy.value", ["register_team"], undefined, "proposedBy.value.0", `register_team ${PROPOSED_BY}`],
    ["proposedBy.value", [3], undefined, "proposedBy.value.0", `3 ${PROPOSED_BY}`],
    [
      "steps.0.validMonths.value",
      0,
      undefined,
      "steps.0.validMonths.value",
      "is smaller than 1: a step that counts for no time is never on record",
    ],
    ["steps.0.step", "warning", persistent, "steps.1.step", "warning is on the ladder twice"],
    ["steps.0.written.value", null, undefined, "steps.0.written", "there are no words to give it by letter"],
    ["steps.0.how.value", ["phone"], undefined, "steps.0.script", "there are no words to give it by phone"],
    [
      "steps.0.how.value",
      ["phone"],
      undefined,
      "steps.0.written",
      "there are words for a way that the step is never given",
    ],
    [
      "steps.0.written.value.lines.5.says",
      "closing",
      undefined,
      "steps.0.written",
      "leaves out what_may_follow, which the step contains",
    ],
    [
      "steps.0.enclosesPolicy.value",
      false,
      undefined,
      "steps.0.enclosesPolicy",
      "the step contains policy_copy, and this says that it does not",
    ],
    ["steps.1.appeal.value", "on_facts", persistent, "steps.1.appeal", "the step does not contain how_to_appeal"],
    [
      "steps.0.script.value.1.words",
      "We heard that you are a nuisance.",
      persistent,
      "steps.0.script.value.1.words",
      '"nuisance" judges the customer: say what happened and what to change',
    ],
    [
      "steps.0.written.value.lines.0.words",
      "Dear {name",
      undefined,
      "steps.0.written.value.lines.0.words",
      "has a brace without its other one",
    ],
    ["bypass.value.1.code", "serious_threat", undefined, "bypass.value.1.code", "serious_threat is a reason twice"],
    ["steps", [], undefined, "bypass.value", "there is no warning that could be left out"],
    [
      "dutySenior.value",
      null,
      undefined,
      "dutySenior",
      "nobody is asked on the short road: name the role of the duty senior",
    ],
    [
      "dutySenior.value",
      "service_manager",
      undefined,
      "dutySenior",
      "a service_manager decides nothing: the lowest role that does is senior_officer",
    ],
    [
      "bypass.value.1.reasonBy",
      "service_manager",
      undefined,
      "bypass.value.1.reasonBy",
      "a service_manager decides nothing: the lowest role that does is senior_officer",
    ],
    [
      "bypass.value.0.reasonBy",
      "executive",
      "reasonable-contact",
      "bypass.value.0.reasonBy",
      "a senior_officer is on duty, and physical_harm takes the written reason of an executive",
    ],
    ["gates.value", ["warned"], undefined, "gates.value", "way_left_open is not asked; every pack asks it"],
    [
      "gates.value",
      ["linked", "dated", "way_left_open", "approvers"],
      undefined,
      "gates.value",
      "warned is not asked, so the earlier steps could be left out without a reason",
    ],
    ["gates.value.1", "warned", undefined, "gates.value.1", "warned is asked twice"],
    [
      "shortRoad.asksWithoutHolding.value",
      ["approvers"],
      undefined,
      "shortRoad.asksWithoutHolding.value.0",
      "approvers always holds a decision",
    ],
    [
      "review.monthsBeforeEnd.value",
      12,
      undefined,
      "review.monthsBeforeEnd",
      "the review would fall before the longest arrangement starts",
    ],
    [
      "review.monthsBeforeEnd.value",
      6,
      undefined,
      "review.monthsBeforeEnd",
      "the review would fall before an arrangement of the usual length starts",
    ],
    [
      "review.everyMonths.value",
      12,
      undefined,
      "review.everyMonths",
      "a review after 12 months comes after the longest arrangement has ended",
    ],
    [
      "retentionMonths.value.physical",
      6,
      undefined,
      "retentionMonths",
      "what is graver is not kept for a shorter time",
    ],
    [
      "behaviours.value.0.behaviour",
      "threat",
      undefined,
      "behaviours.value",
      "persistent_contact is missing: say how grave it is",
    ],
    ["limbs.value.1.code", "abusive", undefined, "limbs.value.1.code", "abusive is a ground twice"],
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

  it("asks social work always, and never goes on without an answer: that gate could not open", () => {
    const json = aPack();
    const gates = ["warned", "social_work", "linked", "dated", "way_left_open", "approvers"];
    Object.assign(at(json, "gates.value").holder, { value: gates });
    expect(parsePack(json)).toMatchObject({ ok: true });
    Object.assign(at(json, "socialWorkAttemptWorkingDays.value").holder, { value: null });
    expect(parsePack(json)).toMatchObject({
      ok: false,
      faults: [
        {
          path: "socialWorkAttemptWorkingDays",
          message: "social_work is always asked and could never open without an answer: say after how many days",
        },
      ],
    });
  });

  it("names every fault at once", () => {
    const json = aPack();
    Object.assign(json, { id: "No Id", version: -1, calendar: { value: "wales", assumed: true } });
    const parsed = parsePack(json);
    expect(parsed.ok ? [] : parsed.faults.map(({ path }) => path)).toEqual(["id", "version", "calendar.value"]);
  });

  it("names contradictions beside axes of the wrong shape", () => {
    const json = aPack();
    const { holder } = at(json, "approvers.0.role.value");
    Object.assign(holder, { value: "mayor" });
    Object.assign(at(json, "length.defaultMonths.value").holder, { value: 18 });
    Object.assign(at(json, "bypass.value.0.appealKept").holder, { appealKept: false });
    const parsed = parsePack(json);
    expect(parsed.ok ? [] : parsed.faults.map(({ path }) => path)).toEqual([
      "approvers.0.role.value",
      "bypass.value.0.appealKept",
      "length.defaultMonths",
    ]);
  });

  it.each([[null], ["text"], [7], [[]]])("refuses %j", (json) => {
    expect(parsePack(json)).toMatchObject({ ok: false, faults: [{ path: "(the whole file)" }] });
  });

  it("has no axis that may be left out", () => {
    const axes = Object.keys(aPack());
    expect(axes.length).toBeGreaterThan(40);
    expect(axes.filter((axis) => faultsWhen(axis, undefined).length === 0)).toEqual([]);
  });
});
