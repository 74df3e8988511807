import { tellWhileNobody } from "../named-away/tell-team.ts";
import type { DueHandler } from "./due-handler.ts";

/** Nobody stands in for a named officer: the register team is told every working day until somebody does (CASEWORK section 5). */
export const nobodyAnswers: DueHandler = async (tx, { organisationId, subjectId }, { at, chats }) => {
  await tellWhileNobody(tx, { organisation: organisationId, chats, now: at }, subjectId);
};
