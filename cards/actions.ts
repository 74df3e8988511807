/** The names of what can be pressed and sent. They travel through the chats, so they never change once used. */
import { z } from "zod";

export const ACTIONS = [
  "report",
  "check",
  "triage-no-further-action",
  "triage-propose",
  "triage-read",
  "safety-acknowledge",
  "proposal-read",
  "approve",
  "return",
  "reject",
  "declare-interest",
  "proposal-edit",
  "alert-acknowledge",
  "alert-someone-else",
  "alert-allowed",
  "alert-report",
  "alert-open",
  "match-same",
  "match-not-same",
  "letter-read",
  "letter-sent",
  "register-page",
  "register-entry",
] as const;
export const ActionName = z.enum(ACTIONS);
export type ActionName = z.infer<typeof ActionName>;

export const FORMS = [
  "report",
  "check",
  "no-further-action",
  "proposal-kinds",
  "proposal-details",
  "proposal-confirm",
  "approve-confirm",
  "return",
  "reject",
  "allowed",
  "letter-sent",
] as const;
export const FormName = z.enum(FORMS);
export type FormName = z.infer<typeof FormName>;
