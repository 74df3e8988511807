/** What is wrong with an entry of the staff list, beside the field where it can be put right. */
import type { Faults, Form, Values } from "../../../cards/model.ts";
import { listOf } from "../../policy/arrangement/uk-words.ts";
import type { StaffRefusal } from "../../policy/staff/staff-entry.ts";
import { ROLES } from "../../policy/vocabulary.ts";
import type { SaveOutcome } from "../../usecases/directory/save-officer.ts";
import { among, one, several } from "./handler.ts";

const EMAIL = /^[^\s@]+@[^\s@]+$/;

/** Faults that are seen without the register. */
export function entryFaults({ fields }: Form, values: Values): Faults {
  const asks = (id: string) => fields.some((field) => field.id === id);
  return {
    ...(asks("email") && !EMAIL.test(one(values, "email") ?? "")
      ? { email: "Enter their work email, such as name@council.example." }
      : {}),
    ...(one(values, "name") ? {} : { name: "Enter their name." }),
    ...(one(values, "service") ? {} : { service: "Enter the service they work in." }),
    ...(among(ROLES, several(values, "roles")).length > 0 ? {} : { roles: "Choose at least one role." }),
    ...Object.fromEntries(
      ["slack", "teams"].flatMap((id) =>
        /[\s/]/.test(one(values, id) ?? "") ? [[id, "This is no account id: it has no spaces and no slashes."]] : [],
      ),
    ),
  };
}

type NotSaved = Extract<SaveOutcome, { code: "refused" | "which-tenant" }>;

/** Why the register did not take it, each beside its field. */
export function refusalFaults(outcome: NotSaved, values: Values): Faults {
  if (outcome.code === "which-tenant")
    return { [outcome.chat]: "There are several workspaces. Link it at the command line: npm run register -- link." };
  return Object.fromEntries(outcome.refusals.map((refusal) => said(refusal, outcome.nameOf, values)));
}

function said(refusal: StaffRefusal, nameOf: (id: string) => string, values: Values): readonly [string, string] {
  switch (refusal.code) {
    case "email-taken":
      return ["email", `${nameOf(refusal.by)} has this email. Open their entry and change that.`];
    case "unknown-line-manager":
      return ["lineManager", NOBODY];
    case "unknown-deputy":
      return ["deputy", NOBODY];
    case "own-line-manager":
      return ["lineManager", OWN];
    case "own-deputy":
      return ["deputy", OWN];
    case "line-manager-cycle":
      return ["lineManager", "The line above them leads back to them. Choose somebody else, or leave it empty."];
    case "deputy-cycle":
      return [
        "deputy",
        `${listOf(refusal.through.map(nameOf))} are all away and stand in for each other. Choose somebody who is here.`,
      ];
    case "account-taken":
      return [refusal.chat, `This account is linked to ${nameOf(refusal.by)}. Take it off their entry first.`];
    case "last-administrator":
      return [
        lostBy(values),
        "Nobody else here is an administrator with a linked account. Make somebody else one first.",
      ];
  }
}

const OWN = "This is the officer themselves. Choose somebody else, or leave it empty.";
const NOBODY = "Nobody who works here has this email any more. Look for them again, or leave it empty.";

/** By which answer the last administrator would be none any more. */
function lostBy(values: Values): string {
  if ((one(values, "status") ?? "active") !== "active") return "status";
  return several(values, "roles").includes("administrator") ? "slack" : "roles";
}
