/** A council's own pack, copied and edited: whole cases go by it in both chats, without a change of code. */
import { REASONABLE } from "../policy/packs/known-packs.ts";
import { playInBothChats } from "./cast/scenario.ts";
import { harmed, ownLadder } from "./reasonable/own-ladder.ts";

playInBothChats(REASONABLE, [ownLadder, harmed]);
