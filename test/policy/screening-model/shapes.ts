/** What the contract calls things (SCREENING sections 1, 4 and 7), written out again for the model. */

export type Person = {
  readonly ref?: string;
  readonly name?: string;
  readonly phone?: string;
  readonly email?: string;
  readonly address?: string;
  readonly uprn?: string;
  readonly handle?: { readonly platform: string; readonly name: string };
};

export type ContactFile = {
  readonly id: string;
  readonly occurredAt: string;
  readonly direction: "inbound" | "outbound";
  readonly channel: string;
  readonly customer: Person;
  readonly officer?: { readonly email: string } | { readonly extension: string };
  readonly service?: string;
  readonly onBehalf?: {
    readonly name: string;
    readonly relationship: string;
    readonly ref?: string;
    readonly phone?: string;
    readonly email?: string;
  };
  readonly conversation?: string;
  readonly subject?: string;
  readonly topicRef?: string;
  readonly excerpt?: string;
  readonly protectedReason?: string;
  readonly durationMinutes?: number;
  readonly appointmentRef?: string;
  readonly witness?: string;
  readonly attendingStaff?: number;
  readonly premises?: string;
};

export type Parameters = {
  readonly channels?: readonly string[];
  readonly premises?: readonly string[];
  readonly officer?: string;
  readonly deputy?: string;
  readonly days?: readonly string[];
  readonly windows?: readonly { readonly from: string; readonly to: string }[];
  readonly maxMinutes?: number;
  readonly maxPerWeek?: number;
  readonly topicRefs?: readonly string[];
  readonly keywords?: readonly string[];
  readonly reader?: string;
  readonly platforms?: readonly string[];
  readonly mode?: string;
  readonly officers?: readonly string[];
};

export type RestrictionFile = {
  readonly kind: string;
  readonly clause: string | null;
  readonly scope: "organisation" | readonly string[];
  readonly parameters: Parameters;
};

export type IdentifierFile = {
  readonly kind: "phone" | "email" | "handle" | "address" | "uprn";
  readonly value: string;
  readonly platform?: string;
  readonly shared?: boolean;
  readonly validUntil?: string | null;
};

export type CustomerFile = {
  readonly ref: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly identifiers: readonly IdentifierFile[];
};

export type ArrangementFile = {
  readonly customer: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly liftedAt?: string;
  readonly restrictions: readonly RestrictionFile[];
};

export type StaffFile = {
  readonly email: string;
  readonly service: string | null;
  readonly extension: string | null;
  readonly status: "active" | "absent" | "left";
  readonly deputy: string | null;
};

export type WorldFile = {
  readonly organisation: { readonly country: string; readonly timeZone: string };
  readonly staff: readonly StaffFile[];
  readonly contacts: readonly { readonly id: string; readonly email: string | null }[];
  readonly customers: readonly CustomerFile[];
  readonly arrangements: readonly ArrangementFile[];
};

export type Outcome = "breach" | "conditional" | "permitted" | "possible_match" | "clear" | "not_checked";
export type Verdict = "breach" | "conditional" | "permitted";
export type Tier = "identified" | "probable" | "possible";

export type Answer = {
  readonly outcome: Outcome;
  readonly match: { readonly tier: Tier; readonly customerRef?: string } | null;
  readonly restrictions: readonly {
    readonly id: string;
    readonly kind: string;
    readonly clause: string | null;
    readonly outcome: Verdict;
  }[];
  readonly handling: readonly string[];
  readonly alert: boolean;
};
