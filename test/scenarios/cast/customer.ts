/** A customer of a scenario: nobody else has their number or address. */
export type Customer = {
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  /** By which the register knows them: read from a card once somebody has put them on record. */
  ref: string;
};

/** Gives each customer of a council a number of their own. */
export function customers(): (name: string) => Customer {
  let met = 0;
  return (name) => {
    met += 1;
    return {
      name,
      phone: `07700 900${String(100 + met)}`,
      email: `${name.toLowerCase().replace(/\W+/g, ".")}@mailbox.example`,
      ref: "",
    };
  };
}

/** As a phone system or a mail gateway names them. */
export function calling({ phone, email }: Customer, channel: string): object {
  return channel === "email" ? { email } : { phone };
}
