/** The administrator's form: who is here, and with which roles. */
import type { Press } from "../model/world.ts";
import { actorOf, email } from "./actor.ts";
import type { Product } from "./open.ts";

export async function saveStaff(
  product: Product,
  { person, status, roles }: Extract<Press, { do: "staff" }>,
): Promise<string> {
  const { council } = product;
  const [row] = await council.sql`select o.*, m.email as manager from officer o
    left join officer m on m.id = o.line_manager where o.email = ${email(person)}`;
  if (!row) throw new Error(`${person} is not on the staff list`);
  const outcome = await council.use.saveOfficer({
    actor: await actorOf(product, "r.byrne"),
    from: { chat: "slack", tenant: "T0NORTH" },
    version: Number(row["version"]),
    entry: {
      id: String(row["id"]),
      email: email(person),
      name: String(row["name"]),
      service: String(row["service"]),
      roles,
      status,
      lineManager: row["manager"] === null ? null : String(row["manager"]),
      deputy: null,
    },
    accounts: {},
  });
  return outcome.code === "saved" ? "accepted" : outcome.code;
}
