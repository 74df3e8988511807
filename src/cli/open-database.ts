/** The database of a command, whether the product is running or not. */
import { connectAsApplication } from "../../db/connect.ts";
import { openCluster } from "../../db/embedded/cluster.ts";
import type { DatabasePlace } from "../config.ts";
import type { OpenDatabase } from "./command.ts";

/**
 * Opens the database. The embedded server is joined when the product has it running; one that was started
 * for this command is stopped again by `close`.
 */
export async function openDatabase(place: DatabasePlace): Promise<OpenDatabase> {
  if ("databaseUrl" in place) {
    const app = connectAsApplication(place.databaseUrl, { max: 2 });
    return { app, ownerUrl: place.databaseUrl, folder: undefined, close: app.close };
  }
  const cluster = await openCluster(place.dataFolder);
  const app = connectAsApplication(cluster.url, { max: 2 });
  const close = async () => {
    await app.close();
    await cluster.stop();
  };
  return { app, ownerUrl: cluster.url, folder: cluster.folder, close };
}
