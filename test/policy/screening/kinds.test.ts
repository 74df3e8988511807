/** The table of SCREENING section 4, row by row. A long file on purpose. */
import { describe, expect, it } from "vitest";
import type { RestrictionKind } from "../../../src/policy/vocabulary.ts";
import { aContact, aMatch, aRestriction, screened } from "../../support/screening-builders.ts";

type Row = readonly [contact: object, outcome: "breach" | "conditional" | "permitted", handling?: readonly string[]];

function table(kind: RestrictionKind, parameters: object, rows: readonly Row[]): void {
  describe(`${kind} ${JSON.stringify(parameters)}`, () => {
    for (const [contact, outcome, handling] of rows) {
      it(`${JSON.stringify(contact)} is ${outcome}`, () => {
        const { answer } = screened(aContact(contact), { customer: [aMatch([aRestriction({ kind, parameters })])] });
        expect(answer.outcome).toBe(outcome);
        expect(answer.handling).toEqual(handling ?? answer.handling);
      });
    }
  });
}

const ann = { email: "ann@northmoor.example" };
const ben = { email: "ben@northmoor.example" };
const cat = { email: "cat@northmoor.example" };
const dan = { extension: "2004" };
const eve = { email: "eve@northmoor.example" };
const mp = { name: "Tobias Wren", relationship: "mp" };

table("third_party_only", {}, [
  [{ channel: "phone" }, "breach", ["end_call", "take_through_representative"]],
  [{ channel: "visit" }, "permitted", []],
  [{ channel: "phone", onBehalf: mp }, "permitted", []],
  [{ channel: "phone", direction: "outbound" }, "permitted", []],
]);

table("third_party_only", { channels: ["visit", "letter"] }, [
  [{ channel: "phone" }, "permitted"],
  [{ channel: "visit" }, "breach"],
]);

table("no_email", {}, [
  [{ channel: "email" }, "breach", ["ask_to_write", "do_not_reply"]],
  [{ channel: "web_form" }, "permitted"],
  [{ channel: "email", direction: "outbound" }, "permitted"],
]);

table("premises_by_appointment", {}, [
  [{ channel: "visit" }, "breach", ["refuse_entry"]],
  [{ channel: "meeting", premises: "Civic Centre" }, "breach"],
  [{ channel: "visit", appointmentRef: "AP-1" }, "permitted"],
  [{ channel: "visit", appointmentRef: " " }, "breach"],
  [{ channel: "home_visit" }, "permitted"],
]);

table("premises_by_appointment", { premises: ["Civic Centre"] }, [
  [{ channel: "visit", premises: "civic centre" }, "breach"],
  [{ channel: "visit", premises: "Library" }, "permitted"],
  [{ channel: "meeting" }, "conditional", ["refuse_entry"]],
  [{ channel: "meeting", appointmentRef: "AP-1" }, "permitted"],
]);

table("named_officer", { officer: "Ann@northmoor.example " }, [
  [{ officer: ann }, "permitted"],
  [{ officer: { extension: "2001" } }, "permitted"],
  [{ officer: dan }, "breach", ["do_not_reply", "redirect_to_named_officer"]],
  [{ officer: { email: "somebody@northmoor.example" } }, "breach"],
  [{ service: "Housing" }, "breach"],
  [{}, "breach"],
  [{ officer: eve, direction: "outbound" }, "permitted"],
]);

table("named_officer", { officer: "ben@northmoor.example", channels: ["phone"] }, [
  [{ officer: eve, channel: "letter" }, "permitted"],
  [{ officer: ben, channel: "phone" }, "permitted"],
  [{ officer: dan, channel: "phone" }, "permitted"],
  [{ officer: eve, channel: "phone" }, "breach"],
]);

table("named_officer", { officer: "ben@northmoor.example", deputy: "eve@northmoor.example" }, [
  [{ officer: eve }, "permitted"],
  [{ officer: dan }, "breach"],
]);

table("named_officer", { officer: "cat@northmoor.example" }, [
  [{ officer: cat }, "permitted"],
  [{ officer: dan }, "breach"],
]);

table("named_officer", { officer: "care-1", deputy: "eve@northmoor.example" }, [
  [{ officer: { email: "ROWAN@care.example" } }, "permitted"],
  [{ officer: eve }, "breach"],
]);

table("call_times", { days: ["tuesday"], windows: [{ from: "10:00", to: "12:00" }], maxMinutes: 15 }, [
  [{ channel: "phone" }, "conditional", ["keep_to_time"]],
  [{ channel: "phone", durationMinutes: 15 }, "permitted"],
  [{ channel: "phone", durationMinutes: 15.5 }, "breach", ["end_call"]],
  [{ channel: "phone", occurredAt: "2026-09-15T09:00:00Z", durationMinutes: 1 }, "permitted"],
  [{ channel: "phone", occurredAt: "2026-09-15T10:59:59.999Z", durationMinutes: 1 }, "permitted"],
  [{ channel: "phone", occurredAt: "2026-09-15T11:00:00Z", durationMinutes: 1 }, "breach"],
  [{ channel: "phone", occurredAt: "2026-09-16T10:30:00+01:00", durationMinutes: 1 }, "breach"],
  [{ channel: "text_message" }, "permitted"],
]);

table("call_times", { days: ["tuesday"], windows: [{ from: "22:00", to: "24:00" }] }, [
  [{ channel: "phone", occurredAt: "2026-09-15T23:59:59+01:00" }, "permitted"],
  [{ channel: "phone", occurredAt: "2026-09-16T00:00:00+01:00" }, "breach"],
]);

table("witnessed", {}, [
  [{ channel: "visit", officer: ann }, "conditional", ["require_witness"]],
  [{ channel: "home_visit", officer: ann, direction: "outbound" }, "conditional"],
  [{ channel: "meeting", officer: ann, witness: "eve@northmoor.example" }, "permitted"],
  [
    { channel: "meeting", officer: { extension: "2001" }, witness: "ANN@northmoor.example" },
    "breach",
    ["require_witness"],
  ],
  [{ channel: "phone", officer: ann }, "permitted"],
]);

table("topic_closed", { topicRefs: ["PL-1"], keywords: ["bin", "garden fence"], reader: "ben@northmoor.example" }, [
  [{ topicRef: "PL-1" }, "breach", ["do_not_reply", "file_for_reader"]],
  [{ topicRef: "PL-2" }, "permitted"],
  [{ subject: "The GARDEN\nFENCE!" }, "breach"],
  [{ subject: "My bin's lid" }, "breach"],
  [{ subject: "The cabin" }, "permitted"],
  [{ subject: "A question", excerpt: "about the bin" }, "conditional", ["check_topic"]],
  [{ topicRef: "PL-2", excerpt: "about the bin" }, "conditional"],
  [{}, "conditional", ["check_topic"]],
  [{ subject: "  " }, "conditional"],
  [{ topicRef: "PL-1", officer: ben }, "permitted"],
  [{ topicRef: "PL-1", officer: dan }, "permitted"],
  [{ topicRef: "PL-1", officer: eve }, "breach"],
  [{ topicRef: "PL-1", onBehalf: mp }, "breach"],
  [{ onBehalf: mp }, "conditional"],
  [{ topicRef: "PL-1", direction: "outbound" }, "permitted"],
]);

table("social_media", { mode: "restricted" }, [
  [{ channel: "social_media" }, "breach", ["do_not_reply"]],
  [{ channel: "letter" }, "permitted"],
]);

table("social_media", { platforms: ["X"], mode: "denied" }, [
  [{ channel: "social_media", customer: { handle: { platform: "x", name: "@a" } } }, "breach", ["do_not_reply"]],
  [{ channel: "social_media", customer: { handle: { platform: "facebook", name: "a" } } }, "permitted"],
  [{ channel: "social_media" }, "conditional", ["do_not_reply"]],
]);

table("home_visits", { mode: "none" }, [
  [{ channel: "home_visit", attendingStaff: 3 }, "breach", ["do_not_visit"]],
  [{ channel: "home_visit", direction: "outbound" }, "breach"],
  [{ channel: "home_visit", direction: "outbound", onBehalf: mp }, "breach"],
  [{ channel: "home_visit", onBehalf: mp }, "permitted"],
  [{ channel: "visit" }, "permitted"],
]);

table("home_visits", { mode: "pairs" }, [
  [{ channel: "home_visit", direction: "outbound", attendingStaff: 1 }, "breach", ["attend_in_pairs"]],
  [{ channel: "home_visit", direction: "outbound", attendingStaff: 2 }, "permitted"],
  [{ channel: "home_visit", direction: "outbound" }, "conditional", ["attend_in_pairs"]],
]);

table("no_contact_with_officers", { officers: ["ann@northmoor.example"] }, [
  [{ officer: { extension: "2001" } }, "breach", ["do_not_reply", "pass_to_colleague"]],
  [{ officer: ann, direction: "outbound" }, "breach"],
  [{ officer: dan }, "permitted"],
  [{ service: "Housing" }, "permitted"],
]);

table("channels_only", { channels: ["letter"] }, [
  [{ channel: "email" }, "breach", ["ask_to_use_open_channel", "do_not_reply"]],
  [{ channel: "letter" }, "permitted"],
]);

table("all_contact", {}, [
  [{ channel: "letter" }, "breach", ["do_not_reply"]],
  [{ channel: "letter", onBehalf: mp }, "permitted"],
  [{ channel: "letter", direction: "outbound" }, "permitted"],
]);
