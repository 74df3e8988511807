/** DESIGN decision 8, need to know: who may see what, at the moment of opening. */
import type { Role } from "../vocabulary.ts";
import type { View, Viewer } from "./view.ts";

export type Disclosure =
  /** Show it, and record that it was opened. */
  | { readonly code: "may" }
  /** An auditor sees a case only with a reason in writing. */
  | { readonly code: "reason-missing" }
  /** Not this person; the register team can help. */
  | { readonly code: "may-not" };

type Rule = (viewer: Viewer, view: View) => Disclosure["code"];

const no: Rule = () => "may-not";

/** Whoever is asked to decide reads what they decide on; a pack may ask a service manager, also one of another service. */
const toDecide: Rule = (viewer, view) => allow(view.view === "proposal" && addressed(viewer, view));

/** A proposal stays open to those it was addressed to for 28 days after it was closed. */
const ADDRESSED_FOR_MS = 28 * 24 * 60 * 60 * 1_000;

/** What each role sees. A person with several roles sees what any one of them does. */
const RULES: Readonly<Record<Role, Rule>> = {
  officer: no,
  service_manager: (viewer, view) => {
    if (view.view === "report") return allow(view.service !== null && manages(viewer, [view.service]));
    const theirs = (view.view === "case" || view.view === "proposal") && manages(viewer, view.services);
    return theirs ? "may" : toDecide(viewer, view);
  },
  senior_officer: (viewer, view) => toDecide(viewer, view),
  executive: (viewer, view) => toDecide(viewer, view),
  register_team: () => "may",
  social_work: (viewer, view) => allow(view.view === "social_work_question" && view.putTo.includes(viewer.id)),
  auditor: (_viewer, view) => {
    if (view.view === "case") return view.writtenReason?.trim() ? "may" : "reason-missing";
    return allow(view.view === "audit" || view.view === "figures");
  },
  administrator: (_viewer, view) => allow(view.view === "accounts"),
};

/** Whether this person sees this view now; somebody who has left sees nothing. */
export function maySee(viewer: Viewer, view: View): Disclosure {
  if (!viewer.active) return { code: "may-not" };
  const answers = [ofAnybody(viewer, view), ...viewer.roles.map((role) => RULES[role](viewer, view))];
  if (answers.includes("may")) return { code: "may" };
  return { code: answers.includes("reason-missing") ? "reason-missing" : "may-not" };
}

/** Whatever their role: their own report or proposal, an alert sent to them, how a customer may be dealt with. */
const ofAnybody: Rule = (viewer, view) => {
  switch (view.view) {
    case "report":
      return allow(view.reportedBy === viewer.id);
    case "alert":
      return allow(view.recipients.includes(viewer.id));
    case "instruction":
      return "may";
    case "proposal":
      return allow(view.proposedBy === viewer.id);
    case "case":
    case "social_work_question":
    case "audit":
    case "figures":
    case "accounts":
      return "may-not";
  }
};

function allow(may: boolean): Disclosure["code"] {
  return may ? "may" : "may-not";
}

function manages(viewer: Viewer, services: readonly string[]): boolean {
  return viewer.manages.some((service) => services.includes(service));
}

function addressed({ id }: Viewer, { addressedTo, closedAt, now }: Extract<View, { view: "proposal" }>): boolean {
  const inTime = closedAt === null || now.getTime() - closedAt.getTime() <= ADDRESSED_FOR_MS;
  return inTime && addressedTo.includes(id);
}
