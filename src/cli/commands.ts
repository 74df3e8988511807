/** Every command, in the order of the help. */

import type { Command } from "./command.ts";
import { channel } from "./commands/channel.ts";
import { delegate } from "./commands/delegate.ts";
import { deliveriesList, deliveriesResend } from "./commands/deliveries.ts";
import { doctor } from "./commands/doctor.ts";
import { figures } from "./commands/figures.ts";
import { importFile } from "./commands/import-file.ts";
import { intakeToken, intakeTokenList, intakeTokenRevoke } from "./commands/intake-token.ts";
import { link, unlink } from "./commands/link.ts";
import { notSameList, notSameRevoke } from "./commands/not-same.ts";
import { policyAdopt, policyDutySenior, policySimulate } from "./commands/policy.ts";
import { policyCheck } from "./commands/policy-check.ts";

export const COMMANDS: readonly Command[] = [
  importFile,
  intakeToken,
  intakeTokenList,
  intakeTokenRevoke,
  link,
  unlink,
  delegate,
  channel,
  notSameList,
  notSameRevoke,
  policyCheck,
  policySimulate,
  policyAdopt,
  policyDutySenior,
  figures,
  doctor,
  deliveriesList,
  deliveriesResend,
];
