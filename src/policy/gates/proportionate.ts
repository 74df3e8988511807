/** 7.3: "appropriate and proportionate" and "tailored to deal with the individual circumstances of the customer". */
import { isSaid } from "../said.ts";
import type { Gate } from "./gate.ts";

/** Asks for both texts: why nothing less would do, and what was tailored to this customer. */
export const proportionate: Gate = ({ nothingLess, tailored }, pack) => {
  const gate = { gate: "proportionate", source: pack.judgedBy.from ?? "CASEWORK section 2" } as const;
  const questions = [
    ...(isSaid(nothingLess) ? [] : ["Why would nothing less do?"]),
    ...(isSaid(tailored) ? [] : ["What was tailored to this customer?"]),
  ];
  return questions.length === 0
    ? { code: "pass", ...gate, words: "nothing less would do" }
    : { code: "ask", ...gate, question: questions.join(" ") };
};
