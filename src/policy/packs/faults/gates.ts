/** The gates that a pack asks: none twice, none left out that no pack may leave out, none that can never open. */
import type { GateName } from "../../vocabulary.ts";
import { repeats, rule } from "./fault.ts";

/** What holds for every arrangement, whatever the policy: ends, reasons, a way left open, people who decide. */
const ALWAYS: readonly GateName[] = ["linked", "dated", "way_left_open", "approvers"];

export const gateFaults = rule(["gates", "steps"], ({ gates, steps }) => [
  ...repeats(gates.value).map((index) => ({
    path: `gates.value.${index}`,
    message: `${gates.value[index]} is asked twice`,
  })),
  ...ALWAYS.filter((name) => !gates.value.includes(name)).map((name) => ({
    path: "gates.value",
    message: `${name} is not asked; every pack asks it`,
  })),
  ...(steps.length > 0 && !gates.value.includes("warned")
    ? [{ path: "gates.value", message: "warned is not asked, so the earlier steps could be left out without a reason" }]
    : []),
]);

/** An unanswered question holds a proposal for ever unless an attempt to ask is enough after some days. */
export const socialWorkFaults = rule(
  ["gates", "socialWork", "socialWorkAttemptWorkingDays"],
  ({ gates, socialWork, socialWorkAttemptWorkingDays }) =>
    gates.value.includes("social_work") &&
    socialWork.asked.value === "always" &&
    socialWorkAttemptWorkingDays.value === null
      ? [
          {
            path: "socialWorkAttemptWorkingDays",
            message: "social_work is always asked and could never open without an answer: say after how many days",
          },
        ]
      : [],
);

/** What does not hold a decision has to be something that is asked. */
export const heldFaults = rule(["shortRoad"], ({ shortRoad }) =>
  shortRoad.asksWithoutHolding.value.flatMap((name, index) =>
    ALWAYS.includes(name)
      ? [{ path: `shortRoad.asksWithoutHolding.value.${index}`, message: `${name} always holds a decision` }]
      : [],
  ),
);
