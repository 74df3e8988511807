/**
 * What each kind of restriction says, in words that read the same in a letter to the customer, on an approval card and
 * in the register: no "you", no "the customer". A long file on purpose: it is the table of the twelve kinds.
 */
import type { Provision } from "../needs/offer.ts";
import type { Pack } from "../packs/pack.ts";
import type { Restriction } from "../restrictions/restriction.ts";
import { callLimits } from "./call-limits.ts";
import { topicWords } from "./closed-topics.ts";
import { CHANNEL_WORDS, CONTACTS_WORDS } from "./plain-words.ts";
import { listOf, sentenceCase } from "./uk-words.ts";

export type RestrictionWords = { readonly may: string; readonly mayNot: string };

export type Wording = {
  /** The name of an officer or of a point of contact outside the staff, as the letter prints it. */
  readonly nameOf: (id: string) => string;
  /** The same, and for somebody outside the staff how to reach them: no switchboard puts a customer through to them. */
  readonly reachOf: (id: string) => string;
  readonly pack: Pack;
  /** The named way that stays open under `all_contact`, with who reads what comes by it. */
  readonly openWay: string | null;
  /** Given beside the restrictions. */
  readonly provisions: readonly Provision[];
};

const READ_ONCE = "messages are read once for danger or anything new, then filed without an answer";

/** What may be done, and what may not, in whole sentences. Clauses 7.3.1 to 7.3.9 where the policy numbers them. */
export function restrictionWords(restriction: Restriction, wording: Wording): RestrictionWords {
  const { kind, parameters } = restriction;
  switch (kind) {
    case "third_party_only": {
      const contacts = listOf(parameters.channels.map((channel) => CONTACTS_WORDS[channel]));
      return {
        may: `${sentenceCase(contacts)} are taken from a representative only, such as a solicitor, a councillor or a friend.`,
        mayNot: "Without a representative they are not taken.",
      };
    }
    case "no_email":
      return { may: "Write by letter instead of email.", mayNot: "Emails are not answered." };
    case "premises_by_appointment": {
      const where = parameters.premises === undefined ? "any of our offices" : listOf(parameters.premises, "or");
      return { may: `Visit ${where} by appointment.`, mayNot: "Without an appointment there is no entry." };
    }
    case "named_officer":
      return namedOfficer(restriction.parameters, wording);
    case "call_times":
      return parameters.maxPerWeek === 0
        ? { may: "Contact us in any way other than by phone.", mayNot: "Phone calls are not taken." }
        : { may: `Phone us ${callLimits(parameters)}.`, mayNot: "Calls outside these limits are ended." };
    case "witnessed":
      return {
        may: "Visits, meetings and home visits take place with a witness present.",
        mayNot: "Without a witness they do not go ahead.",
      };
    case "topic_closed":
      return topicClosed(parameters, wording);
    case "social_media":
      return socialMedia(parameters);
    case "home_visits":
      return parameters.mode === "none"
        ? { may: "Meet us in any way other than at home.", mayNot: "We do not make home visits." }
        : { may: "Home visits are made by two of our officers together.", mayNot: "One officer alone does not visit." };
    case "no_contact_with_officers": {
      const officers = listOf(parameters.officers.map(wording.nameOf), "or");
      return {
        may: `Contact any officer other than ${officers}.`,
        mayNot: `There is no contact with ${officers}, from either side.`,
      };
    }
    case "channels_only": {
      const ways = listOf(
        parameters.channels.map((channel) => CHANNEL_WORDS[channel]),
        "or",
      );
      return { may: `Contact us by ${ways} only.`, mayNot: `Contact in any other way gets no answer: ${READ_ONCE}.` };
    }
    case "all_contact":
      return {
        may: `One way stays open: ${wording.openWay ?? "none is named"}.`,
        mayNot: `All other contact gets no answer: ${READ_ONCE}.`,
      };
  }
}

type Kind<K extends Restriction["kind"]> = Restriction<K>["parameters"];

function namedOfficer(
  { officer, deputy, channels }: Kind<"named_officer">,
  { nameOf, reachOf, pack }: Wording,
): RestrictionWords {
  const name = nameOf(officer);
  const by =
    channels === undefined
      ? ""
      : ` by ${listOf(
          channels.map((channel) => CHANNEL_WORDS[channel]),
          "or",
        )}`;
  const away = deputy === undefined ? "" : ` When ${name} is away, contact ${reachOf(deputy)}.`;
  const elsewhere = channels === undefined ? "Contact with anyone else" : `Contact with anyone else${by}`;
  return {
    may: `Contact one person only${by}: ${reachOf(officer)}.${away}`,
    mayNot:
      pack.contactOutside.value === "disregarded"
        ? `${elsewhere} is disregarded: ${READ_ONCE}.`
        : `${elsewhere} gets no answer: messages are read once by ${name} for danger or anything new, then filed.`,
  };
}

function topicClosed(parameters: Kind<"topic_closed">, { nameOf }: Wording): RestrictionWords {
  return {
    may: "Contact us about any other matter.",
    mayNot: `Contact about ${topicWords(parameters)} is read by ${nameOf(parameters.reader)} and is neither answered nor acknowledged.`,
  };
}

function socialMedia({ platforms, mode }: Kind<"social_media">): RestrictionWords {
  const pages = platforms === undefined ? "our social media pages" : `our pages on ${listOf(platforms)}`;
  return {
    may: `Contact us in any way other than on ${pages}.`,
    mayNot:
      mode === "denied"
        ? `Access to ${pages} is closed.`
        : `Access to ${pages} is restricted, and messages there are not answered.`,
  };
}
