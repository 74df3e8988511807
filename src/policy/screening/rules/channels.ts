import type { Parameters } from "../../restrictions/parameters.ts";
import { forbids, type Rule } from "../rule.ts";
import { foldLabel } from "../words.ts";

/** 7.3.1: on the listed channels only through somebody else. Through somebody else is settled before any rule. */
export function thirdPartyOnly({ channels }: Parameters<"third_party_only">): Rule {
  return ({ channel }) => forbids(channels.includes(channel));
}

/** 7.3.2: no e-mail. */
export function noEmail(): Rule {
  return ({ channel }) => forbids(channel === "email");
}

/** 7.3.8: no social media, or not on the listed platforms. Whether it is denied or restricted changes the words only. */
export function socialMedia({ platforms }: Parameters<"social_media">): Rule {
  const listed = platforms?.map(foldLabel);
  return ({ channel, platform }) => {
    if (channel !== "social_media") return "permitted";
    if (listed === undefined) return "breach";
    return platform === undefined ? "conditional" : forbids(listed.includes(platform));
  };
}

/** Only the listed channels are open. */
export function channelsOnly({ channels }: Parameters<"channels_only">): Rule {
  return ({ channel }) => forbids(!channels.includes(channel));
}

/** No channel is open. */
export function allContact(): Rule {
  return () => "breach";
}
