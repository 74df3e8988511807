/** Who works at the council of the scenarios: the same people in Slack and in Teams, for both policies. A table. */
import type { Calendar } from "../../../src/policy/vocabulary.ts";
import { type Placed, TEAM, TENANT } from "../../support/outside-chats.ts";

export type Chat = "slack" | "teams";

type Member = {
  readonly name: string;
  readonly role: string;
  readonly service: string;
  /** By the names of this table. */
  readonly lineManager?: string;
  readonly deputy?: string;
};

const HOUSING = "Housing";
const COUNCIL_TAX = "Council Tax";

/** Bethan reports to Ruth, and above Ruth are Grace, Hugh and Maya, in this order. */
const MEMBERS = {
  bethan: { name: "Bethan Howell", role: "officer", service: HOUSING, lineManager: "ruth" },
  ruth: { name: "Ruth Calder", role: "service_manager", service: HOUSING, lineManager: "grace", deputy: "dara" },
  dara: { name: "Dara Quinn", role: "officer", service: HOUSING, lineManager: "ruth" },
  omar: { name: "Omar Siddiq", role: "officer", service: COUNCIL_TAX, lineManager: "idris" },
  idris: { name: "Idris Bowen", role: "service_manager", service: COUNCIL_TAX, lineManager: "hugh" },
  grace: { name: "Grace Okoye", role: "senior_officer", service: HOUSING, lineManager: "hugh" },
  hugh: { name: "Hugh Tanner", role: "senior_officer", service: COUNCIL_TAX, lineManager: "maya" },
  maya: { name: "Maya Lindgren", role: "senior_officer", service: "Planning" },
  elena: { name: "Elena Marsh", role: "executive", service: "Executive" },
  victor: { name: "Victor Adeyemi", role: "executive", service: "Executive" },
  nadia: { name: "Nadia Rahman", role: "register_team", service: "Customer and Transformation" },
  tom: { name: "Tom Fielding", role: "register_team", service: "Customer and Transformation" },
  petra: { name: "Petra Novak", role: "social_work", service: "Social Work" },
  sam: { name: "Sam Whitby", role: "administrator", service: "Customer and Transformation" },
  // Points of contact, each for one scenario: one of them leaves.
  kit: { name: "Kit Lawson", role: "officer", service: HOUSING, lineManager: "ruth", deputy: "lena" },
  lena: { name: "Lena Fischer", role: "officer", service: HOUSING, lineManager: "ruth" },
  jonas: { name: "Jonas Weir", role: "officer", service: HOUSING, lineManager: "ruth" },
  mina: { name: "Mina Patel", role: "officer", service: HOUSING, lineManager: "ruth" },
} as const satisfies Readonly<Record<string, Member>>;

export type FirstName = keyof typeof MEMBERS;

const EVERYBODY: readonly (readonly [FirstName, Member])[] = Object.entries(MEMBERS).map(([first, member]) => [
  first as FirstName,
  member,
]);

export const FIRST_NAMES: readonly FirstName[] = EVERYBODY.map(([first]) => first);

export const nameOf = (first: FirstName): string => MEMBERS[first].name;
export const emailOf = (first: FirstName, chat: Chat): string => `${first}@${slugOf(chat)}.example`;
export const slugOf = (chat: Chat): string => `${chat}-council`;

/** The one text is an English council's, the other a Scottish one's. */
export const calendarOf = (pack: string): Calendar =>
  pack === "unacceptable-actions" ? "scotland" : "england-and-wales";

/** Where everybody is: each in both chats, for the council that is there. */
export const PLACED: readonly Placed[] = EVERYBODY.map(([first, { name }], place) => ({
  name,
  slackId: slackIdOf(first),
  aadObjectId: `00000000-0000-4000-8000-0000000ca5${String(place + 10)}`,
}));

function slackIdOf(first: FirstName): string {
  return `U0${first.toUpperCase()}`;
}

/** The world file of the council in this chat. */
export function worldOf(chat: Chat, pack: string): object {
  return {
    organisation: {
      slug: slugOf(chat),
      name: `The ${chat === "slack" ? "Slack" : "Teams"} Borough Council`,
      country: "GB",
      timeZone: "Europe/London",
      calendar: calendarOf(pack),
      policyPack: pack,
      ...(chat === "slack" ? { slack: { teamIds: [TEAM] } } : { teams: { tenantIds: [TENANT] } }),
    },
    staff: EVERYBODY.map(([first, member], place) => ({
      email: emailOf(first, chat),
      name: member.name,
      service: member.service,
      roles: [member.role],
      lineManager: member.lineManager ? emailOf(member.lineManager as FirstName, chat) : null,
      deputy: member.deputy ? emailOf(member.deputy as FirstName, chat) : null,
      ...accountOf(chat, PLACED[place]),
    })),
    customers: [],
  };
}

function accountOf(chat: Chat, placed: Placed | undefined): object {
  if (chat === "slack") return { slack: { teamId: TEAM, userId: placed?.slackId } };
  return { teams: { tenantId: TENANT, aadObjectId: placed?.aadObjectId } };
}
