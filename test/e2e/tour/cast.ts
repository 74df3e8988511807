/** Whom README.md's tour takes for each part, in both councils. A table. */
export type Cast = {
  readonly council: string;
  readonly chat: "Slack" | "Teams";
  /** Pixels of the window in which this council's tour is played. */
  readonly width: number;
  readonly officer: string;
  readonly manager: string;
  readonly senior: string;
  /** Asked too, and does nothing. */
  readonly otherSenior: string;
  readonly registerTeam: string;
  /** The register's private channel. */
  readonly channel: string;
  readonly customerRef: string;
  /** Nobody may read it in a channel or in a posted card. */
  readonly customerName: string;
  readonly namedOfficer: string;
  /** The simulated contact of step 8. */
  readonly contact: string;
  /** What the policy wants to have been done before. `daysAgo` gives "2026-03-03". */
  readonly before: (daysAgo: (days: number) => string) => Readonly<Record<string, string>>;
  /** The policy wants the approver's reason too. */
  readonly approverWrites: boolean;
};

export const CASTS: readonly Cast[] = [
  {
    council: "Harrowdene",
    chat: "Slack",
    width: 1280,
    officer: "Bethan Price",
    manager: "Amina Yusuf",
    senior: "Patricia Nwosu",
    otherSenior: "Margaret Ashworth",
    registerTeam: "Ellie Hartley",
    channel: "# restricted-contact",
    customerRef: "H-1009",
    customerName: "Thornbury",
    namedOfficer: "Daniel Osei",
    contact: "Call from Peggy Thornbury, the customer of the tour",
    before: (daysAgo) => ({
      "How was the customer asked to moderate their behaviour?": "Phone",
      "When were they asked?": daysAgo(30),
      "Who asked them?": "Bethan Price",
      "How was the warning letter sent?": "Letter",
      "When was it sent?": daysAgo(14),
    }),
    approverWrites: false,
  },
  {
    council: "Strathcaol",
    chat: "Teams",
    width: 375,
    officer: "Agnieszka Nowak",
    manager: "Rukhsana Iqbal",
    senior: "Grace Oyelaran",
    otherSenior: "Anwar Malik",
    registerTeam: "Morag Lindsay",
    channel: "Register",
    customerRef: "S-2009",
    customerName: "Pringle",
    namedOfficer: "Shona Petrie",
    contact: "Call from Dougie Pringle, the customer of the tour",
    before: () => ({
      "If there was no warning, why not?": "The behaviour was particularly vexatious or unreasonable",
      "Say more about that reason": "Nine officers were rung at home within one evening.",
    }),
    approverWrites: true,
  },
];
