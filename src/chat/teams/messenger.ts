/** Teams' half of delivery (../messenger.ts). Every call ends as a Delivery; nothing here throws. */
import type { Conversation, Delivery, Destination, Messenger } from "../messenger.ts";
import { channelFacts } from "./channel-facts.ts";
import type { Connector } from "./connector.ts";
import { messageOf, openConversation, postMessage, putMessage, type Written } from "./conversations.ts";
import { type Failure, refused } from "./failure.ts";
import { reaches } from "./reaches.ts";

export type Home = {
  /** "28:…" */
  readonly botId: string;
  /** The service address for somebody of a tenant who has no conversation yet; `undefined` when none is known. */
  readonly addressFor: (tenant: string) => string | undefined;
};

/** The copy's id is not sent: a bot cannot read its messages back, so nobody could look for it. */
export function createMessenger(connector: Connector, home: Home): Messenger {
  return {
    chat: "teams",
    post: async (to, card) => {
      const conversation = await conversationFor(connector, home, to);
      if ("kind" in conversation) return conversation;
      return delivered(conversation, await postMessage(connector, conversation, messageOf(card)));
    },
    update: async ({ conversation, message }, card) =>
      delivered(conversation, await putMessage(connector, conversation, { message, body: messageOf(card) })),
    find: () => Promise.resolve(undefined),
    channelFacts: (tenant, channel) => channelFacts(connector, tenant, located(home, tenant, channel)),
    reaches: (person) => reaches(connector, person, { serviceUrl: home.addressFor(person.tenant), botId: home.botId }),
  };
}

/** A person's conversation is opened when it is not known; the one used is in what is given back. */
function conversationFor(
  connector: Connector,
  { botId, addressFor }: Home,
  to: Destination,
): Promise<Conversation | Failure> | Conversation | Failure {
  if (to.kind === "channel") return located({ addressFor }, to.tenant, to.conversation);
  if (to.conversation !== null) return to.conversation;
  const serviceUrl = addressFor(to.tenant);
  return serviceUrl === undefined
    ? refused("service_address_unknown")
    : openConversation(connector, to, { serviceUrl, botId });
}

/** A channel that was chosen at the command line has no service address of its own. */
function located(
  { addressFor }: Pick<Home, "addressFor">,
  tenant: string,
  { id, serviceUrl }: Conversation,
): Conversation {
  return { id, serviceUrl: serviceUrl ?? addressFor(tenant) ?? null };
}

function delivered(conversation: Conversation, end: Written): Delivery {
  return end.kind === "written" ? { kind: "posted", posted: { conversation, message: end.id } } : end;
}
