/** What is said when the embedded PostgreSQL cannot be had (db/embedded/no-cluster.ts). */
import { type ClusterFault, NoCluster } from "../../db/embedded/no-cluster.ts";

/**
 * Two lines: what is wrong, and what to do.
 * @returns nothing for an error of another kind
 */
export function noCluster(error: unknown): string | undefined {
  return error instanceof NoCluster ? wordsOf(error.fault) : undefined;
}

const ELSEWHERE = "set DATA_FOLDER to another folder";

function wordsOf(fault: ClusterFault): string {
  switch (fault.code) {
    case "no-binaries":
      return `No PostgreSQL comes with the packages for ${fault.machine}.\nSet DATABASE_URL to a PostgreSQL server of your own.`;
    case "no-account":
      return `PostgreSQL does not run as root, and the account "${fault.account}" that it would run as could not be made.\nMake it (useradd --system --user-group ${fault.account}), or start this as somebody else than root.`;
    case "cannot-enter":
      return `The data folder ${fault.folder} cannot be entered by the account "${fault.account}": PostgreSQL runs as that one, as it does not run as root.\nLet others pass (chmod o+x ${fault.folder}), or ${ELSEWHERE}.`;
    case "cannot-write":
      return `Nothing can be written to the data folder ${fault.folder} (${fault.reason}).\nMake it a folder that you may write to, or ${ELSEWHERE}.`;
    case "not-made":
      return `PostgreSQL could not make its files in the data folder ${fault.folder}.\nRead why in ${fault.log}, put that right, or ${ELSEWHERE}.`;
    case "not-started":
      return `PostgreSQL did not start on the data folder ${fault.folder}.\nRead why in ${fault.log}, put that right, or ${ELSEWHERE}.`;
  }
}
