import { describeChatContract } from "../contract.ts";
import { makeSlackHarness } from "./harness.ts";

describeChatContract("slack", makeSlackHarness);
