/** The reasons for which earlier steps are left out, and what the short road needs. */
import { DECIDING_ROLES } from "../../vocabulary.ts";
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
  ...(bypass.value.length > 0 && steps.length === 0
    ? [{ path: "bypass.value", message: "there is no earlier step that could be left out" }]
    : []),
]);

/** On the short road somebody is asked day and night who may decide something. */
export const dutySeniorFaults = rule(["bypass", "dutySenior", "approvers"], ({ bypass, dutySenior, approvers }) => {
  const path = "dutySenior";
  const role = dutySenior.value;
  if (role === null)
    return bypass.value.some(({ shortRoad }) => shortRoad)
      ? [{ path, message: "nobody is asked on the short road: name the role of the duty senior" }]
      : [];
  const lowest = Math.min(...approvers.map((one) => DECIDING_ROLES.indexOf(one.role.value)));
  return DECIDING_ROLES.indexOf(role) < lowest
    ? [{ path, message: `a ${role} decides nothing: the lowest role that does is ${DECIDING_ROLES[lowest]}` }]
    : [];
});
