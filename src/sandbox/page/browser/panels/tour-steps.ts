/** The tour: ten steps from a first report to an alert, as the README tells them. A table of words. */
export type Step = { readonly title: string; readonly text: string };

export const TOUR: readonly Step[] = [
  {
    title: "Be an officer",
    text: "Choose Bethan Price, who works in Housing at Harrowdene. You see her Slack as she does.",
  },
  {
    title: "Report a contact",
    text: "Type /report-contact and press Enter. Give the customer reference H-1009, say what happened, and press Send report. A window says who looks at it next: close it.",
  },
  {
    title: "Look at the report",
    text: "Choose Amina Yusuf, the service manager of Housing. A number beside her name shows that something waits. Press Propose a restriction on the card.",
  },
  {
    title: "Propose a restriction",
    text: "Say how and when the customer was asked to moderate their behaviour, by whom, and when the warning letter was sent. Choose one named officer only, press Continue, type Daniel and choose Daniel Osei, say why, press Continue, answer what senior staff will ask, press Continue, read it through and press Confirm.",
  },
  {
    title: "Approve it",
    text: "Choose Patricia Nwosu, a senior officer. Press Approve on her card, read the exact words of the arrangement, and press Confirm.",
  },
  {
    title: "See every copy change",
    text: "Choose Margaret Ashworth, who was asked too. Her card now says who decided and when, and its buttons are gone.",
  },
  {
    title: "Send the letter",
    text: "Choose Amina Yusuf again. Press Read the letter, then Mark letter as sent. Until that is done, officers are told that the customer may not know.",
  },
  {
    title: "Let a contact come in",
    text: "Open Simulate a contact, choose Call from Peggy Thornbury, the customer of the tour, and press Send the contact.",
  },
  {
    title: "Read the alert",
    text: "Choose Bethan Price: she is told what to do now. Press Acknowledge. Then choose Ellie Hartley of the register team: her channel shows the same contact without a name.",
  },
  {
    title: "Check, and look at the register",
    text: "As Bethan Price type /check-contact, give H-1009 and say why: the answer is hers alone. As Ellie Hartley type /contact-register: the arrangement is there.",
  },
];
