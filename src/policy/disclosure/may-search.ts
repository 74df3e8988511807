/** DESIGN decision 8, need to know: whose cases somebody finds who searches the register. */
import { maySee } from "./may-see.ts";
import type { Viewer } from "./view.ts";

export type Reach =
  | { readonly code: "every-case" }
  /** Those with an incident or an arrangement in this service. */
  | { readonly code: "own-service"; readonly service: string }
  | { readonly code: "none" };

/** Nobody finds a case that they could not open. */
export function reachOf(viewer: Viewer): Reach {
  const sees = (services: readonly string[]) =>
    maySee(viewer, { view: "case", services, writtenReason: null }).code === "may";
  if (sees([])) return { code: "every-case" };
  const { service } = viewer;
  return service !== null && sees([service]) ? { code: "own-service", service } : { code: "none" };
}
