/** Whole cases under the policy of 7.1 to 7.4, told in the words of the people in them. */
import { playInBothChats } from "./cast/scenario.ts";
import { adviceByTheOfficer, adviceGivenAlready } from "./persistent/advice.ts";
import { allContact } from "./persistent/all-contact.ts";
import { overChristmas } from "./persistent/christmas.ts";
import { closedTopic } from "./persistent/closed-topic.ts";
import { warningWasEnough } from "./persistent/enough.ts";
import { harderRestriction } from "./persistent/goes-on.ts";
import { givenToSenior, standsInForManager } from "./persistent/handed-on.ts";
import { oneLandline } from "./persistent/household.ts";
import { letterNotSent } from "./persistent/letter.ts";
import { namedOfficerLeaves } from "./persistent/named-officer.ts";
import { minorIsProtected, needConflicts, socialWorkIsAsked } from "./persistent/needs.ts";
import { callTimes, faceToFace, throughSomebody } from "./persistent/other-kinds.ts";
import { appealStaysOpen } from "./persistent/protected.ts";
import { returnedTwice } from "./persistent/returned.ts";
import { fridayThreat } from "./persistent/threat.ts";
import { twoServices } from "./persistent/two-services.ts";
import { delegateDecides, nobodyLeft, twoOfThreeExcluded } from "./persistent/who-decides.ts";
import { wholeLadder } from "./persistent/whole-ladder.ts";
import { nobodysFault, rejected, withdrawnWhileRead } from "./persistent/withdrawn.ts";
import { overEaster } from "./persistent/working-time.ts";

playInBothChats("persistent-and-abusive-behaviour", [
  wholeLadder,
  adviceByTheOfficer,
  adviceGivenAlready,
  fridayThreat,
  returnedTwice,
  twoOfThreeExcluded,
  nobodyLeft,
  delegateDecides,
  givenToSenior,
  standsInForManager,
  namedOfficerLeaves,
  twoServices,
  needConflicts,
  socialWorkIsAsked,
  minorIsProtected,
  allContact,
  withdrawnWhileRead,
  rejected,
  nobodysFault,
  appealStaysOpen,
  closedTopic,
  letterNotSent,
  callTimes,
  faceToFace,
  throughSomebody,
  overEaster,
  oneLandline,
  harderRestriction,
  overChristmas,
  // Last: it takes more than a year.
  warningWasEnough,
]);
