/** Speed and scale: large registers, many contacts, a long minute, a large deletion, two processes. */
import { connectAsOwner } from "../../../db/connect.ts";
import { startProcess } from "../child.ts";
import { type Closing, whileOpen } from "../closing.ts";
import type { BenchCluster } from "../cluster.ts";
import type { Register } from "../register.ts";
import type { BenchSlack } from "../slack.ts";
import { peopleOf } from "./day.ts";
import { type DeletionLength, measureDeletion } from "./deletion.ts";
import { ASKABLE } from "./heap.ts";
import { type LargeRegister, makeLargeRegister } from "./large-register.ts";
import { measureProcesses } from "./processes.ts";
import { measureSizes, type SizesLength } from "./sizes.ts";
import { measureSteady } from "./steady.ts";

export type ScaleBench = {
  readonly closing: Closing;
  readonly cluster: BenchCluster;
  readonly register: Register;
  readonly slack: BenchSlack;
};

/** Sections of the bench, by name. */
export const scaleOf = ({ closing: outer, cluster, register, slack }: ScaleBench) => ({
  sizes: (length: SizesLength) => whileOpen(outer, (closing) => measureSizes({ closing, cluster, register }, length)),
  deletion: async (length: DeletionLength) => {
    const large = await makeLargeRegister(cluster, register, { name: "kept", customers: 1_000 });
    return await whileOpen(outer, (closing) => measureDeletion(closing, large, length));
  },
  steady: async ({ customers, seconds }: { readonly customers: number; readonly seconds: number }) => {
    const large = await makeLargeRegister(cluster, register, { name: "steady", customers });
    return await whileOpen(outer, async (closing) => {
      const product = await startProduct(closing, { large, slack });
      return await measureSteady({ product, people: await peopleOf(large), slack }, { seconds });
    });
  },
  processes: async ({ customers, contacts }: { readonly customers: number; readonly contacts: number }) => {
    const large = await makeLargeRegister(cluster, register, { name: "processes", customers });
    return await whileOpen(outer, async (closing) => {
      const first = await startProduct(closing, { large, slack });
      const startSecond = () => startProduct(closing, { large, slack });
      return await measureProcesses(
        { first, startSecond, sql: first.sql, people: await peopleOf(large), slack },
        { contacts },
      );
    });
  },
});

/** More contacts a second than any section sends. */
const INTAKE_RATE = "1000000";

type Place = { readonly large: LargeRegister; readonly slack: BenchSlack };

/** The product as it is started for a council, and a connection that looks at what it wrote. */
async function startProduct(closing: Closing, { large: { url, token }, slack }: Place) {
  const { address, child } = await startProcess(closing, {
    script: "src/main.ts",
    environment: { ...slack.settings, DATABASE_URL: url, PORT: "0", INTAKE_RATE },
    flags: ASKABLE,
  });
  const owner = connectAsOwner(url);
  closing.add(() => owner.close());
  return { url: address, token, child, sql: owner.sql };
}
