/** A generated council with twenty senior officers in one chat. */
import { type Placed, TEAM, TENANT } from "../support/outside-chats.ts";

export type Generated = {
  readonly slug: string;
  readonly pack: string;
  readonly chat: "slack" | "teams";
  readonly reporter: string;
  readonly manager: string;
  readonly seniors: readonly string[];
  readonly people: readonly Placed[];
  /** A world file. */
  readonly world: object;
};

type Member = { readonly name: string; readonly role: string };

export function twentySeniors(chat: "slack" | "teams"): Generated {
  const slug = `${chat}-borough`;
  const pack = chat === "slack" ? "persistent-and-abusive-behaviour" : "unacceptable-actions";
  const seniors = Array.from({ length: 20 }, (_, place) => `Senior Officer ${place + 1}`);
  const reporter = { name: "Robin Reporter", role: "officer" };
  const manager = { name: "Morgan Manager", role: "service_manager" };
  const members: Member[] = [reporter, manager, ...seniors.map((name) => ({ name, role: "senior_officer" }))];
  const placed = members.map(({ name }, place) => placedIn(chat, name, place));
  return {
    slug,
    pack,
    chat,
    reporter: reporter.name,
    manager: manager.name,
    seniors,
    people: placed,
    world: {
      organisation: {
        slug,
        name: `The ${chat} Borough Council`,
        country: "GB",
        timeZone: "Europe/London",
        calendar: chat === "slack" ? "england-and-wales" : "scotland",
        policyPack: pack,
        ...(chat === "slack" ? { slack: { teamIds: [TEAM] } } : { teams: { tenantIds: [TENANT] } }),
      },
      staff: members.map(({ name, role }, place) => ({
        email: `${emailName(name)}@${slug}.example`,
        name,
        service: "Housing",
        roles: [role],
        lineManager: null,
        ...accountOf(placed[place]),
      })),
      customers: [],
    },
  };
}

function placedIn(chat: "slack" | "teams", name: string, place: number): Placed {
  const number = String(place + 1).padStart(2, "0");
  return chat === "slack"
    ? { name, slackId: `U0RACE${number}` }
    : { name, aadObjectId: `00000000-0000-4000-8000-0000000ace${number}` };
}

function accountOf(placed: Placed | undefined): object {
  if (placed?.slackId) return { slack: { teamId: TEAM, userId: placed.slackId } };
  return { teams: { tenantId: TENANT, aadObjectId: placed?.aadObjectId } };
}

const emailName = (name: string): string => name.toLowerCase().replaceAll(" ", ".");
