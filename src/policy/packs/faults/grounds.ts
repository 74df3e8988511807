/** The grounds asked at triage and the behaviours reported: each once, and none forgotten. */
import { BEHAVIOURS } from "../../vocabulary.ts";
import { repeats, rule } from "./fault.ts";

export const groundFaults = rule(["limbs"], ({ limbs }) =>
  repeats(limbs.value, ({ code }) => code).map((index) => ({
    path: `limbs.value.${index}.code`,
    message: `${limbs.value[index]?.code} is a ground twice`,
  })),
);

export const behaviourFaults = rule(["behaviours"], ({ behaviours: { value } }) => [
  ...repeats(value, ({ behaviour }) => behaviour).map((index) => ({
    path: `behaviours.value.${index}.behaviour`,
    message: `${value[index]?.behaviour} is there twice`,
  })),
  ...BEHAVIOURS.filter((name) => value.every(({ behaviour }) => behaviour !== name)).map((name) => ({
    path: "behaviours.value",
    message: `${name} is missing: say how grave it is`,
  })),
]);
