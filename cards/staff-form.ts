/** An officer added or changed. Field ids: email (new), name, service, roles, lineManager, deputy, status (change), slack, teams. */
import { ROLE_WORDS } from "../src/policy/arrangement/plain-words.ts";
import { sentenceCase } from "../src/policy/arrangement/uk-words.ts";
import { type Chat, OFFICER_STATUSES, type OfficerStatus, ROLES, type Role } from "../src/policy/vocabulary.ts";
import { line } from "./blocks.ts";
import { optionsOf } from "./labels.ts";
import type { Field, Form, Option, Target } from "./model.ts";
import { section } from "./section.ts";
import { STATUS_WORDS } from "./staff-list.ts";

/** Somebody who is there, or null for somebody new. */
export type StaffFormFacts = {
  readonly target: Target;
  /** Where an account can be linked. */
  readonly chats: readonly Chat[];
  readonly officer: {
    readonly name: string;
    readonly service: string;
    readonly roles: readonly Role[];
    readonly status: OfficerStatus;
    /** Work email, name and service. */
    readonly lineManager: Option | null;
    readonly deputy: Option | null;
    readonly accounts: Readonly<Record<Chat, string | null>>;
  } | null;
};

export function staffForm({ target, chats, officer }: StaffFormFacts): Form {
  return {
    name: officer ? "staff-change" : "staff-add",
    title: officer ? "Change an officer" : "Add an officer",
    submit: "Save",
    intro: [
      line(
        officer
          ? `${officer.name}. If they have left, their open work goes to their deputy, or else to their line manager, who is told.`
          : "They can use the register once an account is linked.",
      ),
    ],
    fields: [
      ...section("Who they are", [
        ...(officer ? [] : [text("email", "Work email", { required: true })]),
        text("name", "Name", { required: true, value: officer?.name }),
        text("service", "Service", { required: true, value: officer?.service }),
        ...(officer ? [status(officer.status)] : []),
      ]),
      ...section("What they do", [
        {
          kind: "choices",
          id: "roles",
          label: "Roles",
          required: true,
          options: optionsOf(ROLES, ROLE_WORDS),
          value: officer?.roles ?? ["officer"],
        },
        colleague("lineManager", "Line manager", officer?.lineManager),
        { ...colleague("deputy", "Deputy", officer?.deputy), hint: "Stands in for them while they are away." },
      ]),
      ...section(
        "Their accounts",
        chats.map((chat) => account(chat, officer?.accounts[chat])),
      ),
    ],
    target,
  };
}

function colleague(id: string, label: string, now: Option | null | undefined): Field {
  const chosen = now ? { known: [now], value: [now.value] } : { known: [] };
  return { kind: "people", id, label, required: false, among: "staff", many: false, ...chosen };
}

function status(value: OfficerStatus): Field {
  const options = OFFICER_STATUSES.map((code) => ({ value: code, label: sentenceCase(STATUS_WORDS[code]) }));
  return { kind: "choice", id: "status", label: "Status", required: true, options, value };
}

function account(chat: Chat, value: string | null | undefined): Field {
  return chat === "slack"
    ? text("slack", "Slack member ID", {
        value,
        hint: `In their Slack profile: More, then Copy member ID. ${UNLINKED}`,
      })
    : text("teams", "Teams object ID", { value, hint: `In Microsoft Entra: their Object ID. ${UNLINKED}` });
}

const UNLINKED = "Leave this empty to link no account.";

type TextMore = {
  readonly required?: boolean;
  readonly value?: string | null | undefined;
  readonly hint?: string;
};

function text(id: string, label: string, { required = false, value, hint }: TextMore): Field {
  return {
    kind: "text",
    id,
    label,
    required,
    multiline: false,
    maxLength: 200,
    ...(hint ? { hint } : {}),
    ...(value ? { value } : {}),
  };
}
