/** Whom the register team said not to be a customer: the pages, one of them, and "Check again from now on". */
import { checkAgainForm, type GivenKind, notSameDetails } from "../../../cards/not-same-details.ts";
import { notSameList } from "../../../cards/not-same-list.ts";
import { IDENTIFIER_KINDS } from "../../policy/vocabulary.ts";
import type { NotSameEntry, NotSamePage } from "../../usecases/alerts/read-not-same.ts";
import type { RevokeNotSame, RevokeOutcome } from "../../usecases/alerts/revoke-not-same.ts";
import type { Actor } from "../../usecases/context.ts";
import { among, type OnPress, type OnSubmit, recorded, refused } from "./handler.ts";
import { WHOLE_REGISTER } from "./whole-register.ts";

export type NotSameDeps = {
  readonly readNotSame: (command: { actor: Actor; page: number }) => Promise<NotSamePage>;
  readonly readNotSameEntry: (command: { actor: Actor; judgement: string }) => Promise<NotSameEntry>;
  readonly revokeNotSame: (command: RevokeNotSame) => Promise<RevokeOutcome>;
};

const GIVEN_KINDS: readonly GivenKind[] = ["ref", "name", ...IDENTIFIER_KINDS];
const NOT_YOURS = refused({ code: "no-role", needs: ["the register team"], ask: [] });
const ENDED = recorded("This has ended", "It is not remembered any more: such a contact is matched as any other is.");

export const openNotSamePage =
  ({ readNotSame }: NotSameDeps): OnPress =>
  async (actor, { target }) => {
    const read = await readNotSame({ actor, page: target.version });
    if (read.code !== "page") return NOT_YOURS;
    const { timeZone } = read;
    const rows = read.rows.map(({ id, customer, alert, judgedBy, judgedAt, until }) => ({
      target: { id, version: 1 },
      customerRef: customer.ref,
      alertRef: alert?.ref ?? null,
      judgedBy,
      judged: { at: judgedAt, timeZone },
      until: { at: until, timeZone },
    }));
    return { kind: "told", card: notSameList({ ...read, rows, pageTargetId: WHOLE_REGISTER }) };
  };

export const openNotSame =
  ({ readNotSameEntry }: NotSameDeps): OnPress =>
  async (actor, { target }) => {
    const read = await readNotSameEntry({ actor, judgement: target.id });
    if (read.code !== "opened") return notOpened(read.code);
    const { row, timeZone } = read;
    const card = notSameDetails({
      target,
      customer: row.customer,
      given: among(GIVEN_KINDS, row.kinds),
      alert: row.alert,
      judgedBy: row.judgedBy,
      judged: { at: row.judgedAt, timeZone },
      until: { at: row.until, timeZone },
    });
    return { kind: "told", card };
  };

export const openCheckAgain =
  ({ readNotSameEntry }: NotSameDeps): OnPress =>
  async (actor, { target }) => {
    const read = await readNotSameEntry({ actor, judgement: target.id });
    if (read.code !== "opened") return notOpened(read.code);
    return { kind: "form", form: checkAgainForm({ target, customerRef: read.row.customer.ref }) };
  };

export const confirmCheckAgain =
  ({ revokeNotSame }: NotSameDeps): OnSubmit =>
  async (actor, { target }) => {
    const outcome = await revokeNotSame({ organisation: actor.organisation, judgement: target.id, by: actor });
    return outcome.code === "revoked"
      ? recorded(
          "Checked again from now on",
          `The next such contact is matched to customer ${outcome.customerRef} again.`,
        )
      : notOpened(outcome.code);
  };

const notOpened = (code: "not-yours" | "ended") => (code === "not-yours" ? NOT_YOURS : ENDED);
