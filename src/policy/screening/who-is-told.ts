/** Who stands for the point of contact of a `named_officer` restriction at this moment (SCREENING section 4). */

type Member = {
  readonly email: string;
  readonly status: "active" | "absent" | "left";
  readonly deputy: string | null;
  readonly id: string;
};

/**
 * The named officer when present, else the deputy: the one the decision names, before the one on the staff list.
 * Nobody when neither is present. A contact outside the staff is always present. Names are e-mails or ids as given.
 */
export function standingInFor(
  named: { readonly officer: string; readonly deputy?: string | undefined },
  staff: readonly Member[],
): string | undefined {
  const member = staff.find(({ email, id }) => email === named.officer || id === named.officer);
  if (!member) return named.officer;
  if (member.status === "active") return member.email;
  const deputy = staff.find(({ id, email }) =>
    named.deputy === undefined ? id === member.deputy : email === named.deputy || id === named.deputy,
  );
  if (!deputy) return named.deputy;
  return deputy.status === "active" ? deputy.email : undefined;
}
