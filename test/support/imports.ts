/** Reads what a source file imports, from its syntax tree: every form of import that TypeScript has. */
import { readdirSync, readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { join, posix } from "node:path";
import { parseAst } from "vitest/node";

/**
 * `type`: erased before Node sees it. `import { type X }` is a value: Node still loads the module.
 * `target`: a path from the root, or a package's name, or `node:…`, or "computed" where no literal stands.
 */
export type Import = {
  readonly file: string;
  readonly target: string;
  readonly internal: boolean;
  readonly kind: "value" | "type";
};

type Node = { readonly type: string; readonly [key: string]: unknown };

/** Source files under the folders, as paths from the root, in a fixed order. */
export function sourceFiles(root: string, folders: readonly string[]): string[] {
  return folders
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((name) => posix.join(folder, name)),
    )
    .filter((file) => /\.(ts|tsx|js|mjs)$/.test(file))
    .sort();
}

export function importsOfFile(root: string, file: string): Import[] {
  return importsOf(file, readFileSync(join(root, file), "utf8"));
}

/** Every import of a text that would stand at `file`. Throws on a syntax error. */
export function importsOf(file: string, text: string): Import[] {
  const nodes = nodesOf(file, text);
  const loaders = ["require", ...nodes.flatMap((node) => loaderNamed(node) ?? [])];
  return nodes.flatMap((node) => {
    const found = node.type === "CallExpression" ? required(node, loaders) : specifierOf(node);
    return found ? [resolveImport(file, found.specifier, found.kind)] : [];
  });
}

/** Whether a text reads the environment of the process, in any of the ways there are. */
export function readsEnvironment(file: string, text: string): boolean {
  return nodesOf(file, text).some((node) => {
    if (node.type === "MemberExpression") return isProcess(node["object"]) && nameOf(node["property"]) === "env";
    if (node.type === "VariableDeclarator") return isProcess(node["init"]) && !isName(node["id"]);
    return node.type === "ImportDeclaration" && ["process", "node:process"].includes(String(literal(node["source"])));
  });
}

function nodesOf(file: string, text: string): Node[] {
  const nodes: Node[] = [];
  // Its successor is in vite, which is not a dependency of ours.
  // oxlint-disable-next-line typescript/no-deprecated
  collect(parseAst(text, { lang: /\.tsx?$/.test(file) ? "ts" : "js" }, file), nodes);
  return nodes;
}

function collect(value: unknown, into: Node[]): void {
  if (Array.isArray(value)) for (const item of value) collect(item, into);
  if (!isNode(value)) return;
  into.push(value);
  for (const child of Object.values(value)) if (typeof child === "object") collect(child, into);
}

type Found = { readonly specifier: string; readonly kind: "value" | "type" };

function specifierOf(node: Node): Found | undefined {
  switch (node.type) {
    case "ImportDeclaration":
      return { specifier: literal(node["source"]) ?? "", kind: node["importKind"] === "type" ? "type" : "value" };
    case "ExportNamedDeclaration":
    case "ExportAllDeclaration": {
      const specifier = literal(node["source"]);
      return specifier === undefined
        ? undefined
        : { specifier, kind: node["exportKind"] === "type" ? "type" : "value" };
    }
    case "ImportExpression":
      return { specifier: literal(node["source"]) ?? "computed", kind: "value" };
    case "TSImportType":
      return { specifier: literal(node["source"]) ?? "computed", kind: "type" };
    case "TSExternalModuleReference":
      return { specifier: literal(node["expression"]) ?? "computed", kind: "value" };
    default:
      return undefined;
  }
}

function resolveImport(file: string, specifier: string, kind: "value" | "type"): Import {
  if (specifier.startsWith(".")) {
    return { file, target: posix.join(posix.dirname(file), specifier), internal: true, kind };
  }
  return { file, target: packageOf(specifier), internal: false, kind };
}

/** "drizzle-orm/pg-core" is drizzle-orm; "fs" is node:fs. */
function packageOf(specifier: string): string {
  if (isBuiltin(specifier)) return specifier.startsWith("node:") ? specifier : `node:${specifier}`;
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}

/** `require("x")`, `createRequire(here)("x")` and the same by another name. `.resolve` of something computed loads nothing. */
function required(call: Node, loaders: readonly string[]): Found | undefined {
  const [first] = Array.isArray(call["arguments"]) ? (call["arguments"] as unknown[]) : [];
  const specifier = literal(first);
  if (isLoader(call["callee"], loaders)) return { specifier: specifier ?? "computed", kind: "value" };
  return specifier !== undefined && isResolve(call["callee"], loaders) ? { specifier, kind: "value" } : undefined;
}

function isLoader(callee: unknown, loaders: readonly string[]): boolean {
  return isCreateRequire(callee) || (isNode(callee) && isName(callee) && loaders.includes(nameOf(callee) ?? ""));
}

function isResolve(callee: unknown, loaders: readonly string[]): boolean {
  if (!isNode(callee) || callee.type !== "MemberExpression") return false;
  return nameOf(callee["property"]) === "resolve" && isLoader(callee["object"], loaders);
}

/** The name in `const vendor = createRequire(import.meta.url)`. */
function loaderNamed(node: Node): string | undefined {
  return node.type === "VariableDeclarator" && isCreateRequire(node["init"]) ? nameOf(node["id"]) : undefined;
}

function isCreateRequire(value: unknown): boolean {
  return isNode(value) && value.type === "CallExpression" && nameOf(value["callee"]) === "createRequire";
}

function isProcess(value: unknown): boolean {
  return nameOf(value) === "process";
}

function isName(value: unknown): boolean {
  return isNode(value) && value.type === "Identifier";
}

/** The name of an identifier, or the text of a literal key: `process.env` and `process["env"]` are one thing. */
function nameOf(value: unknown): string | undefined {
  if (isNode(value) && value.type === "Identifier") return String(value["name"]);
  return literal(value);
}

function literal(value: unknown): string | undefined {
  if (!isNode(value)) return undefined;
  if (value.type === "TSLiteralType") return literal(value["literal"]);
  return value.type === "Literal" && typeof value["value"] === "string" ? value["value"] : undefined;
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}
