import type { Parameters } from "../../restrictions/parameters.ts";
import { forbids, type Rule, type RuleContext } from "../rule.ts";
import { namedPerson, whoAnswers } from "../staff.ts";

/** 7.3.4: on the listed channels, or on all, only to one person, or to the deputy of one who is away. */
export function namedOfficer(parameters: Parameters<"named_officer">, { staff }: RuleContext): Rule {
  const { officer, deputy, channels } = parameters;
  const answering = whoAnswers(staff, officer, deputy);
  return ({ channel, reached }) => {
    if (channels !== undefined && !channels.includes(channel)) return "permitted";
    return forbids(reached === undefined || !answering.includes(reached));
  };
}

/** Not to the listed officers, whoever starts it. */
export function noContactWithOfficers(
  { officers }: Parameters<"no_contact_with_officers">,
  { staff }: RuleContext,
): Rule {
  const listed = officers.map((officer) => namedPerson(staff, officer));
  return ({ reached }) => forbids(reached !== undefined && listed.includes(reached));
}
