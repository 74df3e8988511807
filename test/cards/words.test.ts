import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { alertOfficer } from "../../cards/alert-officer.ts";
import { approvalRequest } from "../../cards/approval-request.ts";
import { dayOf, momentInWords, timeOf, timeSince } from "../../cards/dates.ts";
import { DANGER_FIRST, instructions, MAY_NOT_KNOW } from "../../cards/handling-words.ts";
import type { Card } from "../../cards/model.ts";
import { refusal } from "../../cards/refusals.ts";
import { reportForm } from "../../cards/report-form.ts";
import { parametersOf } from "../../cards/restriction-fields.ts";
import { PARAMETERS } from "../../src/policy/restrictions/parameters.ts";
import { CHANNELS, DIRECTIONS, HANDLINGS } from "../../src/policy/vocabulary.ts";
import { alert, approval, refusals, when } from "./support/gallery.ts";

function lines(card: Card): string[] {
  const read = card.body.flatMap((block) =>
    block.kind === "line" || block.kind === "note"
      ? [block.spans.map((span) => (typeof span === "string" ? span : span.strong)).join("")]
      : [],
  );
  return [card.title, ...read];
}

describe("dates", () => {
  it("are read in the organisation's time zone", () => {
    const summer = { at: new Date("2026-07-01T23:30:00Z"), timeZone: "Europe/London" };
    expect([dayOf(summer), timeOf(summer)]).toEqual(["2 July 2026", "12:30am"]);
    expect(momentInWords(when)).toBe("3 March 2026, 2:15pm");
  });

  it("name the day unless it is the one that the card names already, in that time zone", () => {
    const at = (utc: string) => ({ at: new Date(utc), timeZone: "Europe/London" });
    const evening = at("2026-07-01T22:50:00Z");
    expect(timeSince(at("2026-07-01T22:59:00Z"), evening)).toBe("11:59pm");
    expect(timeSince(at("2026-07-01T23:05:00Z"), evening)).toBe("2 July 2026, 12:05am");
  });
});

describe("what an officer is told to do", () => {
  const policies = [false, true];

  it("says something for every code, and ends no call but a call", () => {
    let seen = 0;
    for (const disregarded of policies)
      for (const channel of CHANNELS)
        for (const direction of DIRECTIONS)
          for (const code of HANDLINGS) {
            const said = instructions({ ...alert, disregarded, channel, direction, handling: [code] }).join(" ");
            expect(said.length).toBeGreaterThan(5);
            expect(/end the call/i.test(said) && channel !== "phone").toBe(false);
            expect(said).not.toMatch(/unread|_/);
            seen += 1;
          }
    expect(seen).toBe(2 * 9 * 2 * 16);
  });

  it("confirms a speaker where somebody speaks, and a sender or an addressee where somebody writes", () => {
    const confirmed = (channel: (typeof CHANNELS)[number], direction: (typeof DIRECTIONS)[number]) =>
      lines(alertOfficer({ ...alert, tier: "probable", channel, direction }))[2]?.split(". ")[0];
    expect(confirmed("phone", "inbound")).toBe("Confirm who you are speaking to");
    expect(confirmed("home_visit", "outbound")).toBe("Confirm who you are speaking to");
    expect(confirmed("email", "inbound")).toBe("Confirm who it is from");
    expect(confirmed("letter", "outbound")).toBe("Confirm who it is for");
  });

  it("is 'Do not answer; file it' outside a sole point of contact where the policy disregards such contact only", () => {
    const said = policies.map((disregarded) => instructions({ ...alert, disregarded, channel: "email" }));
    expect(said).toEqual([
      ["Read it. Do not reply.", "Priya Shah (Housing) is this customer's point of contact and has been told."],
      ["Do not answer; file it.", "Priya Shah (Housing) is this customer's point of contact and has been told."],
    ]);
  });

  it("is to pass it on when nobody is present", () => {
    const { pointOfContact: _, ...nobody } = alert;
    expect(instructions(nobody)).toContain("Pass to the register team.");
  });

  it("begins with what the customer may not know, and refuses nothing then", () => {
    for (const channel of CHANNELS) {
      const said = instructions({ ...alert, channel, handling: HANDLINGS, customerTold: false });
      expect(said[0]).toBe(MAY_NOT_KNOW);
      expect(said.slice(1).join(" ")).not.toMatch(
        /do not reply|end the call|do not see|do not answer|bring this to a close/i,
      );
    }
    expect(alertOfficer({ ...alert, customerTold: false }).body[0]).toEqual({
      kind: "line",
      spans: [{ strong: MAY_NOT_KNOW }],
    });
  });

  it("stands in three lines before any button", () => {
    expect(lines(alertOfficer(alert))).toEqual([
      "This contact is outside an arrangement",
      "If anyone may be in danger, deal with that first.",
      "Read it. Do not reply. Priya Shah (Housing) is this customer's point of contact and has been told.",
      "Customer C-1042 · email · 3 March 2026, 2:15pm · clause 7.3.4 · A-0917",
    ]);
  });

  it("is never more than three short lines, danger before any of it, in whatever state and for whomever", () => {
    const states = [
      { code: "open" },
      { code: "handled", by: "Priya Shah" },
      ...(["acknowledged", "allowed"] as const).map((code) => ({ code, by: "Sam Hale", when })),
      ...([null, "same", "not_same"] as const).map((judgement) => ({
        code: "someone-else" as const,
        by: "Sam Hale",
        when,
        judgement,
      })),
    ] as const;
    const codes = HANDLINGS.map((code) => [code]);
    const whole = fc.record({
      handling: fc.constantFrom(
        ...codes,
        ["do_not_reply", "redirect_to_named_officer"],
        ["check_protected", "end_call"],
      ),
      channel: fc.constantFrom(...CHANNELS),
      direction: fc.constantFrom(...DIRECTIONS),
      outcome: fc.constantFrom("breach" as const, "conditional" as const),
      tier: fc.constantFrom("identified" as const, "probable" as const),
      customerTold: fc.boolean(),
      disregarded: fc.boolean(),
      state: fc.constantFrom(...states),
      standingIn: fc.constantFrom("not-reached" as const, "no-officer" as const, "not-acknowledged" as const),
    });
    fc.assert(
      fc.property(whole, fc.boolean(), ({ standingIn, ...facts }, manager) => {
        const why = manager ? { standingIn: { why: standingIn, officers: ["Sam Hale"] } } : {};
        const card = alertOfficer({ ...alert, ...facts, ...why });
        const [title, ...said] = lines(card);
        expect(said.length).toBe(3);
        const again = facts.state.code === "someone-else" && facts.state.judgement === "same";
        const usual = !manager && facts.tier === "identified" && facts.customerTold && !again;
        expect(Math.max(...said.map((line) => line.split(" ").length))).toBeLessThanOrEqual(usual ? 40 : 65);
        const before = said.join(" ").split(DANGER_FIRST)[0]?.trim();
        const isClosed = facts.state.code === "allowed" || (facts.state.code === "someone-else" && !again);
        expect(before).toBe(facts.customerTold || isClosed ? "" : MAY_NOT_KNOW);
        expect([title, ...said].join(" ")).not.toMatch(/unread|ignore/i);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("the approval card", () => {
  const long = "You may write to one person only. ".repeat(20);
  it.each([
    ["usual", approval],
    [
      "with everything",
      {
        ...approval,
        arrangement: [long],
        kinds: [
          "offices by appointment only",
          "no reply on a closed topic",
          "limited or no access to our social media",
          "no home visits, or by two officers",
          "phone calls at set days, times and lengths",
        ],
        reportRefs: Array.from({ length: 30 }, (_, index) => `R-${2000 + index}`),
      },
    ],
  ])("is at most 8 lines and 80 words: %s", (_, facts) => {
    const shown = lines(approvalRequest(facts));
    expect(shown.length).toBeLessThanOrEqual(8);
    expect(
      shown
        .join(" ")
        .split(/\s+/)
        .filter((word) => /\w/.test(word)).length,
    ).toBeLessThanOrEqual(80);
  });

  it("puts what is open before what passed", () => {
    const shown = lines(approvalRequest(approval));
    expect(shown.findIndex((line) => line.startsWith("Open"))).toBeLessThan(
      shown.findIndex((line) => line.startsWith("Passed")),
    );
  });

  it("names the day of an approval that was not given on the day it was asked", () => {
    const asked = { ...when, at: new Date("2026-02-27T09:05:00Z") };
    expect(lines(approvalRequest({ ...approval, asked })).at(-1)).toMatch(/D\. Okafor approved, 3 March 2026, 2:15pm$/);
    expect(lines(approvalRequest(approval)).at(-1)).toMatch(/D\. Okafor approved, 2:15pm$/);
  });

  it("says in words how it ended, and then has no button", () => {
    const card = approvalRequest({ ...approval, state: { code: "approved", by: ["D. Okafor", "M. Lindqvist"], when } });
    expect(card.buttons).toEqual([]);
    expect(lines(card).at(-1)).toBe(
      "Approved by D. Okafor and M. Lindqvist, 3 March 2026, 2:15pm. In force from 4 March 2026 to 4 September 2026. Review 3 August 2026.",
    );
  });
});

describe("the report form", () => {
  it("asks for what it needs first, and says from where on all can stay empty", () => {
    const { fields } = reportForm({ target: { id: "0197a", version: 1 }, services: ["Housing"] });
    const rest = fields.findIndex(({ section }) => section === "You can leave the rest empty");
    const first = fields.slice(0, rest).map(({ id }) => id);
    expect(first).toEqual(["customerRef", "name", "phone", "email", "notKnown", "what", "seriousThreat"]);
    expect(fields.slice(rest).filter(({ required }) => required)).toEqual([]);
  });

  it("asks where it was, whether anybody was hurt and what evidence there is, and answers none of it itself", () => {
    const { fields } = reportForm({ target: { id: "0197a", version: 1 }, services: ["Housing"] });
    const rest = fields.slice(fields.findIndex(({ section }) => section === "You can leave the rest empty"));
    const asked = rest.filter(({ id }) => ["place", "injury", "evidence"].includes(id));
    expect(asked.map(({ label, value }) => [label, value])).toEqual([
      ["Where was it?", undefined],
      ["Was anybody hurt?", undefined],
      ["What evidence is there, and where is it kept?", undefined],
    ]);
    expect(asked[1]?.hint).toMatch(/specified injury is, for example, a broken bone/);
  });
});

describe("a refusal", () => {
  it.each(refusals.map((facts) => [facts.code, facts] as const))("says why and what next: %s", (code, facts) => {
    const said = lines(refusal(facts)).join(". ");
    expect(said.split(/[.:] /).length).toBeGreaterThan(1);
    expect(said).not.toContain(code);
  });

  it("is never the same for two reasons", () => {
    const said = refusals.map((facts) => lines(refusal(facts)).join(" "));
    expect(new Set(said).size).toBe(refusals.length);
    expect(refusals.length).toBe(26);
  });

  it("tells the loser who decided and when", () => {
    const [, said] = lines(refusal({ code: "already-decided", by: "M. Lindqvist", when, verdict: "rejected" }));
    expect(said).toBe("M. Lindqvist rejected this on 3 March 2026 at 2:15pm. Nothing was changed by your click.");
  });

  it("of an approval says what stands in the way before what to do about it", () => {
    const { body } = refusal({ code: "held", open: ["No incident explains this: no emails"] });
    expect(body.map(({ kind }) => kind)).toEqual(["line", "list", "line"]);
  });
});

describe("the answers about a restriction", () => {
  it("become parameters that the policy accepts", () => {
    const values = {
      "named_officer-officer": " p.shah@northmoor.example ",
      "named_officer-channels": ["email"],
      "call_times-days": ["tuesday"],
      "call_times-from": "10:00",
      "call_times-to": "12:00",
      "call_times-maxMinutes": "10",
    };
    expect(PARAMETERS.named_officer.parse(parametersOf("named_officer", values))).toEqual({
      officer: "p.shah@northmoor.example",
      channels: ["email"],
    });
    expect(PARAMETERS.no_email.parse(parametersOf("no_email", {}))).toEqual({});
    expect(PARAMETERS.call_times.parse(parametersOf("call_times", values))).toEqual({
      days: ["tuesday"],
      windows: [{ from: "10:00", to: "12:00" }],
      maxMinutes: 10,
    });
  });

  it("leave what is missing to the policy's own check", () => {
    expect(PARAMETERS.call_times.safeParse(parametersOf("call_times", {})).success).toBe(false);
    expect(PARAMETERS.call_times.safeParse(parametersOf("call_times", { "call_times-from": "10:00" })).success).toBe(
      false,
    );
    expect(PARAMETERS.named_officer.safeParse(parametersOf("named_officer", {})).success).toBe(false);
  });
});
