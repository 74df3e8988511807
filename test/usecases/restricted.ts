/** A council with a channel for its register team and one customer who may not send email. */
import { importWorld } from "../../src/usecases/import-world/import-world.ts";
import { aCouncil, type Council } from "./builders.ts";
import { northmoor } from "./northmoor.ts";

const NO_EMAIL = {
  customer: "C-1043",
  decidedAt: "2026-01-05T10:00:00Z",
  decidedBy: "d.okafor@northmoor.example",
  startsAt: "2026-01-06T00:00:00Z",
  endsAt: "2026-06-06T00:00:00+01:00",
  reviewOn: "2026-05-06",
  reason: "Thirty emails a day after a warning.",
  restrictions: [{ kind: "no_email", clause: "7.3.2", scope: "organisation", parameters: {} }],
};

export async function aCouncilWithChannel(): Promise<Council> {
  const council = await aCouncil();
  const json = { ...northmoor("persistent-and-abusive-behaviour"), arrangements: [NO_EMAIL] };
  await importWorld({ db: council.db, now: () => council.clock.now })({ json, sandbox: true });
  await council.use.chooseChannel({
    organisation: council.organisation,
    purpose: "register",
    chat: "slack",
    tenant: "T0NORTH",
    by: null,
    conversation: { id: "C0REGISTER", serviceUrl: null },
    look: { kind: "not-looked" },
  });
  return council;
}

/** So many messages of that customer to Sam Hale, an hour apart: each has a card of its own. */
export async function emailed(council: Council, count: number): Promise<void> {
  const contacts = Array.from({ length: count }, (_, index) => ({
    id: `mail-${index}`,
    conversation: `conversation-${index}`,
    occurredAt: new Date(Date.parse("2026-03-02T09:30:00Z") - index * 3_600_000).toISOString(),
    direction: "inbound",
    channel: "email",
    customer: { ref: "C-1043" },
    officer: { email: "s.hale@northmoor.example" },
  }));
  await council.screen({ organisation: council.organisation, source: "test", contacts });
}
