/** Why there is no embedded PostgreSQL. Thrown: without it there is nothing to go on with. */
export type ClusterFault =
  /** None comes with the packages for this kind of machine. */
  | { readonly code: "no-binaries"; readonly machine: string }
  /** Root started the product, PostgreSQL refuses to run as root, and its account could not be made. */
  | { readonly code: "no-account"; readonly account: string }
  /** The folder is there, and keeps that account out. */
  | { readonly code: "cannot-enter"; readonly folder: string; readonly account: string }
  /** Nothing can be written there; `reason` as the system names it, such as "EACCES". */
  | { readonly code: "cannot-write"; readonly folder: string; readonly reason: string }
  /** `log` says why. */
  | { readonly code: "not-made" | "not-started"; readonly folder: string; readonly log: string };

export class NoCluster extends Error {
  override readonly name = "NoCluster";
  readonly fault: ClusterFault;

  constructor(fault: ClusterFault) {
    super(`no embedded PostgreSQL: ${fault.code}`);
    this.fault = fault;
  }
}
