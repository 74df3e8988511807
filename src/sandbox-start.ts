/** The sandbox's two councils: into the register at the first start, and onto the local chats at every one. */
import type { Express } from "express";
import type { Db } from "../db/connect.ts";
import { findChannel } from "../db/queries/deliveries.ts";
import { findOrganisationId } from "../db/queries/organisations.ts";
import { background } from "../db/transaction.ts";
import { createSandbox, type SlackAccess } from "./sandbox/sandbox.ts";
import { COUNCILS } from "./sandbox/worlds/councils.ts";
import { datedWorld } from "./sandbox/worlds/dated.ts";
import type { chooseChannel } from "./usecases/choose-channel.ts";
import { createIntakeToken } from "./usecases/create-intake-token.ts";
import { importWorld } from "./usecases/import-world/import-world.ts";

export type PlayedCouncils = {
  readonly slack: SlackAccess | undefined;
  /** Adds the bot for everybody and chooses the register's channels. Call it once the product listens. */
  readonly open: (choose: ReturnType<typeof chooseChannel>) => Promise<void>;
  readonly stop: () => void;
};

type Playing = {
  readonly app: Express;
  readonly db: Db;
  readonly now: () => Date;
  readonly address: () => string;
  /** Where the chats keep their conversations over a restart. */
  readonly folder: string;
};

/** @throws when a council of the sandbox cannot be loaded: a fault of ours, named by its path */
export async function playCouncils({ app, db, now, address, folder }: Playing): Promise<PlayedCouncils> {
  const organisations = new Map<string, string>();
  const loaded = new Set<string>();
  const tokens = new Map<string, string>();
  for (const { world } of COUNCILS) {
    const { slug } = world.organisation;
    const known = await findOrganisationId(db, slug);
    const id = known ?? (await load(db, now, datedWorld(world, now())));
    if (!known) loaded.add(slug);
    organisations.set(slug, id);
    const made = await createIntakeToken({ db, now })({
      organisation: id,
      name: `sandbox page, ${now().toISOString()}`,
      sources: [],
    });
    if (made.code === "created") tokens.set(slug, made.token);
  }
  const sandbox = createSandbox({
    app,
    address,
    folder,
    councils: COUNCILS.map(({ world, examples }) => ({
      slug: world.organisation.slug,
      name: world.organisation.name,
      staff: world.staff,
      examples,
      isNew: loaded.has(world.organisation.slug),
    })),
    intake: (slug) => {
      const token = tokens.get(slug);
      return token ? { url: `${address()}/v1/contacts`, token, source: "sandbox", now } : undefined;
    },
  });
  return { slack: sandbox.slack, open, stop: sandbox.stop };

  async function open(choose: ReturnType<typeof chooseChannel>): Promise<void> {
    await sandbox.installBot();
    for (const [slug, organisation] of organisations) {
      const channel = sandbox.channels.find((one) => one.slug === slug);
      const chosen = await background(db, organisation, (tx) => findChannel(tx, organisation, "register"));
      if (!channel) continue;
      const { chat, tenant, id, serviceUrl } = channel;
      // Chosen before: left alone, unless the sandbox now listens at another address.
      if (chosen && (chosen.conversationId !== id || chosen.serviceUrl === serviceUrl)) continue;
      await choose({
        organisation,
        purpose: "register",
        chat,
        tenant,
        by: null,
        conversation: { id, serviceUrl },
        look: { kind: "not-looked" },
      });
    }
  }
}

async function load(db: Db, now: () => Date, json: unknown): Promise<string> {
  const outcome = await importWorld({ db, now })({ json, sandbox: true });
  if (outcome.code === "imported") return outcome.organisation;
  throw new Error(
    `the sandbox's world cannot be loaded: ${outcome.faults.map(({ path, message }) => `${path} ${message}`).join("; ")}`,
  );
}
