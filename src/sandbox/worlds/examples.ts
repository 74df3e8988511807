/** Contacts to simulate, for each council by its slug. A long file on purpose: it is a table. The tests hold what each label and hint promises. */
import type { ContactExample } from "../page/facts.ts";

const CHILD_SAFETY = {
  channel: "email",
  subject: "Children left on their own next door",
  protectedReason: "safeguarding",
} as const;

export const EXAMPLES = {
  harrowdene: [
    {
      label: "Call from Peggy Thornbury, the customer of the tour",
      hint: "Nothing to keep to yet. Once you have given her one point of contact, it is outside the arrangement.",
      contact: {
        channel: "phone",
        customer: { phone: "07700 900109" },
        officer: { email: "b.price@harrowdene.example" },
      },
    },
    {
      label: "Call from Victor Langley to somebody who is not his point of contact",
      hint: "Outside the arrangement. Bethan Price is told what to do, and so is Kieran Doyle.",
      contact: {
        channel: "phone",
        customer: { phone: "07700 900101" },
        officer: { email: "b.price@harrowdene.example" },
      },
    },
    {
      label: "Call from Victor Langley to Kieran Doyle, his point of contact",
      hint: "Allowed. Nobody is disturbed.",
      contact: {
        channel: "phone",
        customer: { phone: "07700 900101" },
        officer: { email: "k.doyle@harrowdene.example" },
      },
    },
    {
      label: "Email from Moira Pennington, who has to write letters",
      hint: "Outside the arrangement. Joanna Kowalska is told in Teams, and the register's channel is told without a name.",
      contact: {
        channel: "email",
        customer: { email: "m.pennington@mailbox.example" },
        officer: { email: "j.kowalska@harrowdene.example" },
      },
    },
    {
      label: "Email from Moira Pennington about the safety of children",
      hint: "Allowed, whatever the arrangement says: such contact is protected.",
      contact: {
        ...CHILD_SAFETY,
        customer: { email: "m.pennington@mailbox.example" },
        officer: { email: "d.osei@harrowdene.example" },
      },
    },
    {
      label: "Call from a landline that two people share, without a name",
      hint: "Perhaps one of the two. Only the register team is asked; the officer is told nothing.",
      contact: {
        channel: "phone",
        customer: { phone: "01632 960110" },
        officer: { email: "b.price@harrowdene.example" },
      },
    },
    {
      label: "Call from a number that is not on the register",
      hint: "Nothing to keep to. Nobody is told.",
      contact: {
        channel: "phone",
        customer: { phone: "07700 900999" },
        officer: { email: "b.price@harrowdene.example" },
      },
    },
  ],
  strathcaol: [
    {
      label: "Call from Dougie Pringle, the customer of the tour",
      hint: "Nothing to keep to yet. Once you have given him one point of contact, it is outside the arrangement.",
      contact: {
        channel: "phone",
        customer: { phone: "07700 900209" },
        officer: { email: "a.nowak@strathcaol.example" },
      },
    },
    {
      label: "Call from Angus Rennie to somebody who is not his point of contact",
      hint: "Outside the arrangement. Agnieszka Nowak is told what to do, and so is Oluwaseun Adebayo.",
      contact: {
        channel: "phone",
        customer: { phone: "07700 900201" },
        officer: { email: "a.nowak@strathcaol.example" },
      },
    },
    {
      label: "Call from Angus Rennie to Oluwaseun Adebayo, his point of contact",
      hint: "Allowed. Nobody is disturbed.",
      contact: {
        channel: "phone",
        customer: { phone: "07700 900201" },
        officer: { email: "o.adebayo@strathcaol.example" },
      },
    },
    {
      label: "Email from Bridget McAuley, who has to write letters",
      hint: "Outside the arrangement. Callum Baird is told what to do, and the register's channel is told without a name.",
      contact: {
        channel: "email",
        customer: { email: "b.mcauley@postbag.example" },
        officer: { email: "c.baird@strathcaol.example" },
      },
    },
    {
      label: "Email from Bridget McAuley about the safety of children",
      hint: "Allowed, whatever the arrangement says: such contact is protected.",
      contact: {
        ...CHILD_SAFETY,
        customer: { email: "b.mcauley@postbag.example" },
        officer: { email: "c.baird@strathcaol.example" },
      },
    },
    {
      label: "Call from a landline that two people share, without a name",
      hint: "Perhaps one of the two. Only the register team is asked; the officer is told nothing.",
      contact: {
        channel: "phone",
        customer: { phone: "01632 960210" },
        officer: { email: "a.nowak@strathcaol.example" },
      },
    },
    {
      label: "Call from a number that is not on the register",
      hint: "Nothing to keep to. Nobody is told.",
      contact: {
        channel: "phone",
        customer: { phone: "07700 900998" },
        officer: { email: "a.nowak@strathcaol.example" },
      },
    },
  ],
} as const satisfies Readonly<Record<string, readonly ContactExample[]>>;
