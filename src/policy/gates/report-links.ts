/** CASEWORK section 2, "linked": which report of the customer explains which restriction of a proposal. */
import type { RestrictionKind } from "../vocabulary.ts";

export type ReportLink = {
  /** The id of the report. */
  readonly incident: string;
  /** The proposal was made from this report, and its decision deals with it; the others only explain. */
  readonly proposedFrom: boolean;
  /** None: the link was taken back. */
  readonly explains: readonly RestrictionKind[];
};

/** The links once the proposal is for these kinds: a new kind is explained by what explained those that went, else by the report proposed from. */
export function carryLinks(links: readonly ReportLink[], kinds: readonly RestrictionKind[]): ReportLink[] {
  const explained = links.flatMap(({ explains }) => explains);
  const fresh = kinds.filter((kind) => !explained.includes(kind));
  const gone = explained.filter((kind) => !kinds.includes(kind));
  return links.map((link) => {
    const takesOver = gone.length > 0 ? link.explains.some((kind) => gone.includes(kind)) : link.proposedFrom;
    const kept = link.explains.filter((kind) => kinds.includes(kind));
    return { ...link, explains: takesOver ? [...kept, ...fresh] : kept };
  });
}

/** The links as the proposer chose them, by kind; what they were not asked stays as it is. */
export function chooseLinks(
  links: readonly ReportLink[],
  chosen: Readonly<Partial<Record<RestrictionKind, readonly string[]>>>,
): ReportLink[] {
  const asked = Object.entries(chosen).map(([kind, incidents]) => ({ kind: kind as RestrictionKind, incidents }));
  const ids = new Set([...links.map(({ incident }) => incident), ...asked.flatMap(({ incidents }) => incidents)]);
  return [...ids].map((incident) => {
    const before = links.find((link) => link.incident === incident) ?? { incident, proposedFrom: false, explains: [] };
    const kept = before.explains.filter((kind) => chosen[kind] === undefined);
    const picked = asked.filter(({ incidents }) => incidents.includes(incident)).map(({ kind }) => kind);
    return { ...before, explains: [...kept, ...picked] };
  });
}
