import type { Parameters } from "../../restrictions/parameters.ts";
import type { Channel } from "../../vocabulary.ts";
import { forbids, type Rule } from "../rule.ts";
import { foldLabel } from "../words.ts";

const AT_PREMISES: readonly Channel[] = ["visit", "meeting"];
const FACE_TO_FACE: readonly Channel[] = ["visit", "meeting", "home_visit"];
const A_PAIR = 2;

/** 7.3.3: to the listed premises, or to any, by appointment only. */
export function premisesByAppointment({ premises }: Parameters<"premises_by_appointment">): Rule {
  const listed = premises?.map(foldLabel);
  return (contact) => {
    if (!AT_PREMISES.includes(contact.channel) || contact.hasAppointment) return "permitted";
    if (listed === undefined) return "breach";
    return contact.premises === undefined ? "conditional" : forbids(listed.includes(contact.premises));
  };
}

/** 7.3.6: face to face only with a witness, who is not the officer. */
export function witnessed(): Rule {
  return ({ channel, witness, reached }) => {
    if (!FACE_TO_FACE.includes(channel)) return "permitted";
    return witness === undefined ? "conditional" : forbids(witness === reached);
  };
}

/** 7.3.9: no visits at home, or in pairs. */
export function homeVisits({ mode }: Parameters<"home_visits">): Rule {
  return ({ channel, attendingStaff }) => {
    if (channel !== "home_visit") return "permitted";
    if (mode === "none") return "breach";
    return attendingStaff === undefined ? "conditional" : forbids(attendingStaff < A_PAIR);
  };
}
