/**
 * A proposal, third step: what the gates ask that only the proposer can say (CASEWORK section 2). A question stands in the
 * form when the pack asks its gate; that for the ground of the policy always.
 * Field ids: limb, matterKind, matterRef, matterAnsweredOn, accountHow, accountOn, accountNot, needs, language,
 * collectionPoint, adjustments,
 * careWorkerDeclined, nothingLess, tailored, meetings, meetingsOn, capacity, bestInterest, complainedAbout.
 */
import { CHANNEL_WORDS, DECIDERS_WORDS, ROLE_WORDS } from "../src/policy/arrangement/plain-words.ts";
import { sentenceCase, withArticle } from "../src/policy/arrangement/uk-words.ts";
import { CHANNELS, type DecidingRole, type GateName, type Limb } from "../src/policy/vocabulary.ts";
import { line, list } from "./blocks.ts";
import { groundHint, groundOptions, optionsOf } from "./labels.ts";
import type { Field, Form, Option, Target, Values } from "./model.ts";
import { CARE_WORKER_DECLINED, NEED_FIELDS } from "./need-fields.ts";
import { type Known, officers } from "./parameter-questions.ts";
import { section } from "./section.ts";
import { withValues } from "./with-values.ts";

export type ProposalGatesFacts = {
  readonly target: Target;
  readonly ref: string;
  /** Gates of the pack that are answered here. */
  readonly gates: readonly GateName[];
  /** The grounds of the policy. */
  readonly limbs: readonly { readonly code: Limb; readonly words: string }[];
  /** A restriction of premises is proposed, so meetings and polling are asked about. */
  readonly premises: boolean;
  /** Who decides it, as far as it is entered. */
  readonly decidedBy: DecidingRole;
  /** Whose decision about council meetings and voting it takes. */
  readonly meetingsDecidedBy: DecidingRole;
  /** The pack offers a social or care worker as the point of contact. */
  readonly careWorker: boolean;
  /** What a gate found that an alternative would settle, in words for a dialog. */
  readonly conflicts: readonly { readonly because: string; readonly opens: string }[];
  readonly offers: readonly Option[];
  /** What those are called whom the draft names. */
  readonly known: Known;
  readonly before: Values;
};

const WRITTEN = { kind: "text", required: false, multiline: true, maxLength: 1_500 } as const;

export function proposalGatesForm(facts: ProposalGatesFacts): Form {
  const asked = [
    ...aboutWhat(facts),
    ...facts.gates.flatMap((gate) => FIELDS[gate]?.(facts) ?? []),
    ...complaint(facts),
  ];
  return {
    name: "proposal-gates",
    title: "Propose a restriction",
    submit: "Continue",
    intro: [
      line(
        `${facts.ref}. Step 3 of 4: what ${DECIDERS_WORDS[facts.decidedBy]} will ask. They see your answers, except the last.`,
      ),
      ...(facts.conflicts.length > 0
        ? [
            line({ strong: "This conflicts with what the customer needs" }),
            list(facts.conflicts.map(({ because, opens }) => `${sentenceCase(because)}. ${opens}`)),
          ]
        : []),
    ],
    fields: withValues(asked, facts.before),
    target: facts.target,
  };
}

/** Last, whatever the pack asks: who is named in a complaint does not decide (CASEWORK section 4). */
function complaint({ known }: ProposalGatesFacts): readonly Field[] {
  return section("Complaints about us", COMPLAINED_ABOUT.fields(known));
}

const COMPLAINED_ABOUT = officers("complainedAbout", {
  label: "Who here has the customer complained about?",
  hint: "Leave this empty if nobody. They do not decide this, and those who decide are not shown the answer.",
  required: false,
});

const MATTERS: readonly Option[] = [
  { value: "complaint", label: "A complaint" },
  { value: "appeal", label: "An appeal" },
  { value: "other", label: "Something else they asked for" },
  { value: "none", label: "No matter of their own" },
];

const meetingsOptions = (decider: string): readonly Option[] => [
  { value: "none_held", label: "None are held there" },
  { value: "left_out", label: "They are left out: the customer may come to them" },
  { value: "decided_separately", label: `${sentenceCase(decider)} decided about them separately` },
];

const CAPACITY: readonly Option[] = [
  { value: "neither", label: "No" },
  { value: "minor", label: "They are under 18" },
  { value: "lacks_capacity", label: "They lack capacity" },
  { value: "both", label: "Both" },
];

/** The ground is asked whatever the pack asks: the judgement of the decision follows from it (7.4). */
function aboutWhat({ limbs, gates }: ProposalGatesFacts): readonly Field[] {
  const ground: Field = {
    kind: "choice",
    id: "limb",
    label: "Which ground of the policy is it?",
    required: true,
    hint: groundHint(limbs),
    options: groundOptions(limbs),
  };
  return section("What it is about", [ground, ...(gates.includes("own_house") ? MATTER : [])]);
}

const MATTER: readonly Field[] = [
  {
    kind: "choice",
    id: "matterKind",
    label: "What is the customer's contact about?",
    hint: "It goes on through its own procedure, whatever is decided here.",
    required: false,
    options: MATTERS,
  },
  { ...WRITTEN, multiline: false, maxLength: 60, id: "matterRef", label: "Its reference" },
  { kind: "date", id: "matterAnsweredOn", label: "When did we answer it?", required: false },
];

const FIELDS: Readonly<Partial<Record<GateName, (facts: ProposalGatesFacts) => readonly Field[]>>> = {
  customers_account: () =>
    section("The customer's side", [
      {
        kind: "choice",
        id: "accountHow",
        label: "How were they asked for their side?",
        required: false,
        options: optionsOf(CHANNELS, CHANNEL_WORDS),
      },
      { kind: "date", id: "accountOn", label: "When were they asked?", required: false },
      { ...WRITTEN, id: "accountNot", label: "If they were not asked, why not?" },
    ]),
  adjustments: ({ offers, careWorker }) =>
    section("What the customer needs", [
      ...NEED_FIELDS,
      ...(offers.length > 0
        ? [
            {
              kind: "choice",
              id: "offer",
              label: "Take this instead",
              hint: "It changes what you propose; you read it back before it is sent.",
              required: false,
              options: offers,
            } as const,
          ]
        : []),
      ...(careWorker ? [CARE_WORKER_DECLINED] : []),
    ]),
  proportionate: () =>
    section("Why this, and not less", [
      { ...WRITTEN, id: "nothingLess", label: "Why would nothing less do?" },
      {
        ...WRITTEN,
        id: "tailored",
        label: "What did you tailor to this customer?",
        hint: "The customer's letter says it, so write it for them to read.",
      },
    ]),
  meetings: ({ premises, meetingsDecidedBy }) => {
    if (!premises) return [];
    const decider = withArticle(ROLE_WORDS[meetingsDecidedBy]);
    return section("Council meetings and voting", [
      {
        kind: "choice",
        id: "meetings",
        label: "Are council meetings or polling held where this keeps the customer out?",
        required: true,
        options: meetingsOptions(decider),
      },
      { kind: "date", id: "meetingsOn", label: `If ${decider} decided separately, when?`, required: false },
    ]);
  },
  minor_or_lacks_capacity: () =>
    section("Age and capacity", [
      {
        kind: "choice",
        id: "capacity",
        label: "Is the customer under 18, or known to lack capacity?",
        required: true,
        options: CAPACITY,
      },
      { ...WRITTEN, id: "bestInterest", label: "If so, why is this in their best interest?" },
    ]),
};
