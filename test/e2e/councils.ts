/** The two fictional councils of the sandbox as the story needs them: who does what, in which chat. A table. */
import { HARROWDENE_SLACK, type Mount, STRATHCAOL_TEAMS } from "../support/product.ts";

export type CouncilFacts = {
  readonly slug: string;
  readonly name: string;
  readonly mount: Mount;
  readonly pack: string;
  readonly reporter: string;
  readonly manager: string;
  /** Next in line for a safety alert when the manager does not answer. */
  readonly deputy: string;
  /** A senior whom the behaviour reached: never asked, although the nearest in the manager's line. */
  readonly affected: { readonly name: string; readonly email: string };
  /** The two who are asked instead, the nearest first. */
  readonly asked: readonly [string, string];
  readonly registerTeam: readonly [string, string];
  readonly administrator: string;
  readonly namedOfficer: { readonly name: string; readonly email: string };
  /** Officers whom contacts reach, by what they answer. */
  readonly reached: {
    readonly early: { readonly name: string; readonly email: string };
    readonly acknowledges: { readonly name: string; readonly email: string };
    readonly saysSame: { readonly name: string; readonly email: string };
    readonly saysNotSame: { readonly name: string; readonly email: string };
  };
  readonly service: string;
  /** A customer who may deal with one named officer only, and how the register knows them. */
  readonly restricted: { readonly ref: string; readonly name: string; readonly email: string };
  /** The arrangement of the story in exactly the words of read-back, second screen, letter and register. */
  readonly sentences: readonly string[];
  /** The register's private channel, and one that anybody can read. */
  readonly channels: { readonly register: string; readonly open: string };
  /** What the pack wants to have been done before: what the form is filled in with, and what a senior says to it. */
  readonly before: {
    /** The buttons of the pack's steps before a restriction. */
    readonly steps: readonly string[];
    /** What is said when nothing was done before. */
    readonly refusal: string;
    readonly values: (daysAgo: (days: number) => string) => Readonly<Record<string, string>>;
    /** In the case, and in the read-back. */
    readonly said: string;
    /** The pack wants the approver's reason too. */
    readonly approverWrites: boolean;
  };
};

const at = (slug: string) => (email: string, name: string) => ({ email: `${email}@${slug}.example`, name });
const harrowdene = at("harrowdene");
const strathcaol = at("strathcaol");

export const HARROWDENE: CouncilFacts = {
  slug: "harrowdene",
  name: "Harrowdene Borough Council",
  mount: HARROWDENE_SLACK,
  pack: "persistent-and-abusive-behaviour",
  reporter: "Bethan Price",
  manager: "Amina Yusuf",
  deputy: "Daniel Osei",
  affected: harrowdene("p.nwosu", "Patricia Nwosu"),
  asked: ["Margaret Ashworth", "Gareth Llewellyn"],
  registerTeam: ["Ellie Hartley", "Marcus Bello"],
  administrator: "Sanjay Rao",
  namedOfficer: harrowdene("k.doyle", "Kieran Doyle"),
  reached: {
    early: harrowdene("b.price", "Bethan Price"),
    acknowledges: harrowdene("d.osei", "Daniel Osei"),
    saysSame: harrowdene("t.whitlock", "Tom Whitlock"),
    saysNotSame: harrowdene("m.chow", "Mei Lin Chow"),
  },
  service: "Housing",
  restricted: { ref: "H-1001", name: "Victor Langley", email: "v.langley@mailbox.example" },
  sentences: [
    "Write by letter instead of email. Emails are not answered.",
    "Contact one person only: Kieran Doyle. Contact with anyone else gets no answer: messages are read once by Kieran Doyle for danger or anything new, then filed.",
    "Phone us on Tuesday and Thursday, between 10am and midday, for up to 15 minutes. Calls outside these limits are ended.",
  ],
  channels: { register: "restricted-contact", open: "general" },
  before: {
    steps: ["Ask to moderate", "Write a warning"],
    refusal: "no advice is on record and no warning is on record",
    values: (daysAgo) => ({
      "How was the customer asked to moderate their behaviour?": "Phone",
      "When were they asked?": daysAgo(30),
      "Who asked them?": "Bethan Price",
      "How was the warning letter sent?": "Letter",
      "When was it sent?": daysAgo(14),
    }),
    said: "Asked to moderate",
    approverWrites: false,
  },
};

export const STRATHCAOL: CouncilFacts = {
  slug: "strathcaol",
  name: "Strathcaol Council",
  mount: STRATHCAOL_TEAMS,
  pack: "unacceptable-actions",
  reporter: "Agnieszka Nowak",
  manager: "Rukhsana Iqbal",
  deputy: "Callum Baird",
  affected: strathcaol("g.oyelaran", "Grace Oyelaran"),
  asked: ["Anwar Malik", "Fiona Drummond"],
  registerTeam: ["Morag Lindsay", "Tariq Hussain"],
  administrator: "Zara Chaudhry",
  namedOfficer: strathcaol("s.petrie", "Shona Petrie"),
  reached: {
    early: strathcaol("a.nowak", "Agnieszka Nowak"),
    acknowledges: strathcaol("c.baird", "Callum Baird"),
    saysSame: strathcaol("i.galbraith", "Iain Galbraith"),
    saysNotSame: strathcaol("o.adebayo", "Oluwaseun Adebayo"),
  },
  service: "Roads and Parking",
  restricted: { ref: "S-2001", name: "Angus Rennie", email: "angus.rennie@postbag.example" },
  sentences: [
    "Write by letter instead of email. Emails are not answered.",
    "Contact one person only: Shona Petrie. Contact with anyone else is disregarded: messages are read once for danger or anything new, then filed without an answer.",
    "Phone us on Tuesday and Thursday, between 10am and midday, for up to 15 minutes. Calls outside these limits are ended.",
  ],
  channels: { register: "Register", open: "General" },
  before: {
    steps: ["Write a warning"],
    refusal: "no warning is on record",
    values: () => ({
      "If there was no warning, why not?": "The behaviour was particularly vexatious or unreasonable",
      "Say more about that reason": "Eleven officers were rung at home within one evening.",
    }),
    said: "No warning: the behaviour was particularly vexatious or unreasonable",
    approverWrites: true,
  },
};
