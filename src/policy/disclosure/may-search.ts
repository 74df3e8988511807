/** DESIGN decision 8, need to know: whose cases somebody finds who searches the register. */
import { maySee } from "./may-see.ts";
import type { Viewer } from "./view.ts";

export type Reach =
  | { readonly code: "every-case" }
  /** Those with an incident or an arrangement in one of these services. */
  | { readonly code: "of-services"; readonly services: readonly string[] }
  | { readonly code: "none" };

/** Nobody finds a case that they could not open. */
export function reachOf(viewer: Viewer): Reach {
  const sees = (services: readonly string[]) =>
    maySee(viewer, { view: "case", services, writtenReason: null }).code === "may";
  if (sees([])) return { code: "every-case" };
  const services = viewer.manages.filter((service) => sees([service]));
  return services.length > 0 ? { code: "of-services", services } : { code: "none" };
}
