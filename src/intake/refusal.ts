/** What a whole request is refused with (SCREENING section 1). One bad contact is none of these. */
import type { Response } from "express";

export type Refusal =
  | { readonly code: "unauthorised" }
  | { readonly code: "token-revoked" }
  | { readonly code: "source-not-allowed" }
  | { readonly code: "too-large" }
  | { readonly code: "too-many-contacts"; readonly most: number }
  | { readonly code: "not-json" }
  | { readonly code: "not-the-shape"; readonly errors: readonly { readonly path: string; readonly message: string }[] }
  | { readonly code: "too-fast"; readonly seconds: number }
  | { readonly code: "register-unavailable"; readonly seconds: number }
  | { readonly code: "failed" };

type Shown = {
  readonly status: number;
  readonly message: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly errors?: readonly { readonly path: string; readonly message: string }[];
};

/** Sends a refusal as JSON: `{ "error": code, "message": what to do, "errors"?: [{ path, message }] }`. */
export function refuse(response: Response, refusal: Refusal): void {
  const { status, headers = {}, ...shown } = shownAs(refusal);
  if (response.headersSent) return;
  response
    .status(status)
    .set(headers)
    .json({ error: refusal.code, ...shown });
}

function shownAs(refusal: Refusal): Shown {
  switch (refusal.code) {
    case "unauthorised":
      return {
        status: 401,
        message: "Send a valid intake token: Authorization: Bearer TOKEN.",
        headers: { "WWW-Authenticate": "Bearer" },
      };
    case "token-revoked":
      return { status: 403, message: "This token was revoked. Ask the register team for another." };
    case "source-not-allowed":
      return { status: 403, message: "This token may not be used for this source." };
    case "too-large":
      return { status: 413, message: "A request may have at most 4 MB. Send fewer contacts at a time." };
    case "too-many-contacts":
      return { status: 413, message: `A request may have at most ${refusal.most} contacts.` };
    case "not-json":
      return { status: 415, message: "Send application/json in UTF-8, not compressed." };
    case "not-the-shape":
      return { status: 422, message: 'Send { "source": "…", "contacts": [ … ] }.', errors: refusal.errors };
    case "too-fast":
      return {
        status: 429,
        message: "Too many contacts. Wait, then send them again.",
        headers: { "Retry-After": String(refusal.seconds) },
      };
    case "register-unavailable":
      return {
        status: 503,
        message:
          "The register cannot be read, so nothing was checked. Treat the customer as unknown and send the contacts again.",
        headers: { "Retry-After": String(refusal.seconds) },
      };
    case "failed":
      return { status: 500, message: "Something went wrong on our side. Send the contacts again." };
  }
}
