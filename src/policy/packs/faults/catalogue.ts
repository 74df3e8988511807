/** The restrictions on offer, and who decides each. */
import { SCOPE_REACHES } from "../../vocabulary.ts";
import type { Pack } from "../pack.ts";
import { type PackFault, repeats, rule } from "./fault.ts";

/** A clause or a kind that stands there twice; one offered first that is not offered. */
export const catalogueFaults = rule(["restrictions", "offeredFirst"], ({ restrictions, offeredFirst }) => {
  const entries = restrictions.value;
  const numbered = entries.map(({ clause }, index) => clause ?? index);
  return [
    ...repeats(numbered).map((index) => ({
      path: `restrictions.value.${index}.clause`,
      message: `clause ${entries[index]?.clause} is used twice`,
    })),
    ...repeats(entries, ({ kind }) => kind).map((index) => ({
      path: `restrictions.value.${index}.kind`,
      message: `${entries[index]?.kind} is offered twice`,
    })),
    ...notOffered(restrictions, offeredFirst.value).map(([index, kind]) => ({
      path: `offeredFirst.value.${index}`,
      message: `${kind} is not on offer`,
    })),
  ];
});

/** Each kind on offer has somebody who decides it, whatever the scope and the length, and enough of them are asked. */
export const approverFaults = rule(["restrictions", "approvers"], ({ restrictions, approvers }) => [
  ...restrictions.value.flatMap(({ kind }, index) =>
    SCOPE_REACHES.every((scope) =>
      approvers.some((one) => one.kinds.includes(kind) && one.scopes.includes(scope) && one.longerThanMonths === 0),
    )
      ? []
      : [
          {
            path: `restrictions.value.${index}`,
            message: `nobody is named who decides ${kind} of every scope and length`,
          },
        ],
  ),
  ...approvers.flatMap((one, index) => ruleFaults(one, `approvers.${index}`, restrictions)),
]);

function ruleFaults(
  { kinds, quorum, asks }: Pack["approvers"][number],
  at: string,
  restrictions: Pack["restrictions"],
): readonly PackFault[] {
  const tooFew =
    asks.value < quorum.value
      ? [{ path: `${at}.asks`, message: `asks ${asks.value} people when ${quorum.value} have to decide` }]
      : [];
  return [
    ...tooFew,
    ...notOffered(restrictions, kinds).map(([index, kind]) => ({
      path: `${at}.kinds.${index}`,
      message: `${kind} is not on offer`,
    })),
  ];
}

function notOffered({ value }: Pack["restrictions"], kinds: readonly string[]) {
  return kinds.flatMap((kind, index) => (value.some((entry) => entry.kind === kind) ? [] : [[index, kind] as const]));
}

/** A rule for what lasts longer than anything may would never be looked at. */
export const idleRuleFaults = rule(["approvers", "length"], ({ approvers, length: { maxMonths } }) =>
  approvers.flatMap(({ longerThanMonths }, index) =>
    longerThanMonths >= maxMonths.value
      ? [
          {
            path: `approvers.${index}.longerThanMonths`,
            message: `nothing lasts longer than ${longerThanMonths} months: the maximum is ${maxMonths.value}`,
          },
        ]
      : [],
  ),
);
