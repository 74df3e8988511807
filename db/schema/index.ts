export * from "./casework.ts";
export * from "./columns.ts";
export * from "./contact.ts";
export * from "./delivery.ts";
export * from "./organisation.ts";
export * from "./register.ts";
