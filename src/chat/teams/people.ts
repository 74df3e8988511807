/** Teams' half of a search for people: what somebody types in a field that asks for them. Nothing of it is kept. */
import { z } from "zod";
import { teamsFound } from "../../../cards/render/teams.ts";
import { PEOPLE } from "../../policy/staff/people-found.ts";
import { askPeople } from "./ask.ts";
import type { Body } from "./show-answer.ts";
import type { Turn } from "./turn.ts";

/** Of `application/search`; the dataset is what the card named, and was in a client's hands. */
const Search = z.object({ queryText: z.string(), dataset: z.enum(PEOPLE) });

/** application/search: the choices for what was typed, none for what is not ours. */
export async function answerSearch({ activity, from, counter }: Turn): Promise<Body> {
  const asked = Search.safeParse(activity.value).data;
  const found = asked ? await askPeople(counter, { from, among: asked.dataset, typed: asked.queryText }) : [];
  return {
    statusCode: 200,
    type: "application/vnd.microsoft.search.searchResponse",
    value: { results: teamsFound(found) },
  };
}
