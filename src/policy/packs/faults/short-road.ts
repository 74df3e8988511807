/** The reasons for which earlier steps are left out, and what the short road needs. */
import { withArticle } from "../../arrangement/uk-words.ts";
import { DECIDING_ROLES, type DecidingRole } from "../../vocabulary.ts";
import type { Pack } from "../pack.ts";
import { repeats, rule } from "./fault.ts";

/** A bypass leaves out the warning only: the right of appeal is unaffected. */
export const bypassFaults = rule(["bypass", "appeal", "steps"], ({ bypass, appeal, steps }) => [
  ...bypass.value.flatMap(({ code, appealKept }, index) =>
    appealKept
      ? []
      : [
          {
            path: `bypass.value.${index}.appealKept`,
            message: `${code} leaves out the appeal; a bypass may leave out the warning only`,
          },
        ],
  ),
  ...repeats(bypass.value, ({ code }) => code).map((index) => ({
    path: `bypass.value.${index}.code`,
    message: `${bypass.value[index]?.code} is a reason twice`,
  })),
  ...(bypass.value.length > 0 && !appeal.alsoWithoutWarning.value
    ? [{ path: "appeal.alsoWithoutWarning", message: "a restriction without a warning can be appealed too" }]
    : []),
  ...(bypass.value.length > 0 && steps.every(({ step }) => step !== "warning")
    ? [{ path: "bypass.value", message: "there is no warning that could be left out" }]
    : []),
]);

/** A reason of a role that approves nothing would be written by nobody; and who is on duty has to be able to write it. */
export const writtenReasonFaults = rule(["bypass", "approvers", "dutySenior"], ({ bypass, approvers, dutySenior }) => {
  const lowest = lowestDecider(approvers);
  return bypass.value.flatMap(({ code, reasonBy, shortRoad }, index) => {
    if (reasonBy === null) return [];
    const path = `bypass.value.${index}.reasonBy`;
    const rank = DECIDING_ROLES.indexOf(reasonBy);
    if (rank < lowest) return [{ path, message: decidesNothing(reasonBy, lowest) }];
    const onDuty = dutySenior.value;
    return shortRoad && onDuty !== null && DECIDING_ROLES.indexOf(onDuty) < rank
      ? [
          {
            path,
            message: `${withArticle(onDuty)} is on duty, and ${code} takes the written reason of ${withArticle(reasonBy)}`,
          },
        ]
      : [];
  });
});

/** On the short road somebody is asked day and night who may decide something. */
export const dutySeniorFaults = rule(["bypass", "dutySenior", "approvers"], ({ bypass, dutySenior, approvers }) => {
  const path = "dutySenior";
  const role = dutySenior.value;
  if (role === null)
    return bypass.value.some(({ shortRoad }) => shortRoad)
      ? [{ path, message: "nobody is asked on the short road: name the role of the duty senior" }]
      : [];
  const lowest = lowestDecider(approvers);
  return DECIDING_ROLES.indexOf(role) < lowest ? [{ path, message: decidesNothing(role, lowest) }] : [];
});

const lowestDecider = (approvers: Pack["approvers"]): number =>
  Math.min(...approvers.map((one) => DECIDING_ROLES.indexOf(one.role.value)));

const decidesNothing = (role: DecidingRole, lowest: number): string =>
  `${withArticle(role)} decides nothing: the lowest role that does is ${DECIDING_ROLES[lowest]}`;
