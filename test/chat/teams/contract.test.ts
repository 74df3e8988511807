import { describeChatContract } from "../contract.ts";
import { makeTeamsHarness } from "./harness.ts";

describeChatContract("teams", makeTeamsHarness);
