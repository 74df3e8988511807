/** Whole cases under the Policy on Unacceptable Actions by Customers, told in the words of the people in them. */
import { playInBothChats } from "./cast/scenario.ts";
import { allContact } from "./unacceptable/all-contact.ts";
import { dealtWithAtOnce } from "./unacceptable/at-once.ts";
import { cameToNothing, complainedAbout, complaintSettled, oneReportExplains } from "./unacceptable/complaint.ts";
import { severalOfficers } from "./unacceptable/disregarded.ts";
import { endsAtItsEnd } from "./unacceptable/end.ts";
import { warningWasEnough } from "./unacceptable/enough.ts";
import { goesOnWithoutAGap } from "./unacceptable/extended.ts";
import { expiredOverNewYear, letterOverEaster } from "./unacceptable/holidays.ts";
import { languageAndLetters } from "./unacceptable/language.ts";
import { namedOfficerLeaves } from "./unacceptable/named-officer.ts";
import { careWorker, needConflicts, noAnswer, toldBefore } from "./unacceptable/needs.ts";
import { customerMoves } from "./unacceptable/new-number.ts";
import { officesAndMeetings } from "./unacceptable/premises.ts";
import { restrictedSon } from "./unacceptable/representative.ts";
import { returnedTwice } from "./unacceptable/returned.ts";
import { adjustmentsLater, fridayThreat, weekendClocks } from "./unacceptable/threat.ts";
import { twoServices } from "./unacceptable/two-services.ts";
import { vexatious } from "./unacceptable/vexatious.ts";
import { warningThenRestriction } from "./unacceptable/warning.ts";
import { standIn, twoOfThreeExcluded } from "./unacceptable/who-decides.ts";
import { warnedInstead, withdrawnBeforeAnswer } from "./unacceptable/withdrawn.ts";

playInBothChats("unacceptable-actions", [
  dealtWithAtOnce,
  warningThenRestriction,
  fridayThreat,
  weekendClocks,
  adjustmentsLater,
  vexatious,
  returnedTwice,
  twoOfThreeExcluded,
  standIn,
  complainedAbout,
  complaintSettled,
  oneReportExplains,
  cameToNothing,
  namedOfficerLeaves,
  twoServices,
  needConflicts,
  languageAndLetters,
  careWorker,
  noAnswer,
  toldBefore,
  severalOfficers,
  allContact,
  withdrawnBeforeAnswer,
  warnedInstead,
  officesAndMeetings,
  endsAtItsEnd,
  letterOverEaster,
  expiredOverNewYear,
  restrictedSon,
  goesOnWithoutAGap,
  customerMoves,
  // Last: it takes more than a year.
  warningWasEnough,
]);
