/** What every turn needs. */
import type { Account, Desk } from "../desk.ts";
import type { InFlight } from "../in-flight.ts";
import type { Log } from "../log.ts";
import type { Conversation } from "../messenger.ts";
import type { Tenancy } from "./tenancy.ts";
import type { Voice } from "./whisper.ts";

export type Front = Voice & {
  readonly desk: Desk;
  readonly tenancy: Tenancy;
  readonly rememberConversation: (account: Account, conversation: Conversation) => Promise<void>;
  /** Hears the service address of each activity of a tenant of ours. */
  readonly heardFrom: (tenant: string, serviceUrl: string) => void;
  readonly inFlight: InFlight;
  readonly log: Log;
};
