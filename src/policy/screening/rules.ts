/** The rule of each kind of restriction (SCREENING section 4). */
import type { Parameters } from "../restrictions/parameters.ts";
import type { RestrictionKind } from "../vocabulary.ts";
import type { Rule, RuleContext } from "./rule.ts";
import { callTimes } from "./rules/call-times.ts";
import { allContact, channelsOnly, noEmail, socialMedia, thirdPartyOnly } from "./rules/channels.ts";
import { homeVisits, premisesByAppointment, witnessed } from "./rules/face-to-face.ts";
import { namedOfficer, noContactWithOfficers } from "./rules/officers.ts";
import { topicClosed } from "./rules/topic-closed.ts";

export const RULES: { readonly [K in RestrictionKind]: (parameters: Parameters<K>, context: RuleContext) => Rule } = {
  third_party_only: thirdPartyOnly,
  no_email: noEmail,
  premises_by_appointment: premisesByAppointment,
  named_officer: namedOfficer,
  call_times: callTimes,
  witnessed,
  topic_closed: topicClosed,
  social_media: socialMedia,
  home_visits: homeVisits,
  no_contact_with_officers: noContactWithOfficers,
  channels_only: channelsOnly,
  all_contact: allContact,
};
