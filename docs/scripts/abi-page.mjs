import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { readHeader } from "./read-header.mjs";

const include = join(
  dirname(createRequire(import.meta.url).resolve("@thimble/abi/package.json")),
  "include",
  "thimble",
);

/** In the order in which one reads them. */
const HEADERS = [
  "version.h",
  "status.h",
  "types.h",
  "tensor.h",
  "node.h",
  "params.h",
  "host.h",
  "kernel.h",
  "pack.h",
  "ext/subgraphs.h",
  "ext/variables.h",
  "ext/draft/profiler.h",
];

/** A text in a page: what looks like markup is code. */
const prose = (text) =>
  text
    .split(/\n{2,}/)
    .map((paragraph) =>
      /^ {4}/m.test(paragraph) ? `\`\`\`c\n${paragraph.replace(/^ {4}/gm, "")}\n\`\`\`` : inline(paragraph),
    )
    .join("\n\n");

const inline = (text) =>
  text
    .replace(/\s*\n\s*/g, " ")
    .replace(/</g, "&lt;")
    .replace(/\[(\w[^\]]*)\](?!\()/g, "\\[$1\\]");

const cell = (text) => inline(text).replaceAll("|", "\\|");

const table = (title, members) =>
  [
    `| ${title} | |`,
    "|---|---|",
    ...members.map(({ declaration, doc }) => `| \`${declaration.replaceAll("|", "\\|")}\` | ${cell(doc)} |`),
  ].join("\n");

function section({ kind, name, doc, members, code }) {
  const parts = [`### ${name}`, prose(doc)];
  if (members) parts.push(table(kind === "enum" ? "value" : "field", members));
  else parts.push(`\`\`\`c\n${code}\n\`\`\``);
  return parts.filter((part) => part !== "").join("\n\n");
}

/** The page of the kernel contract, made of its headers. */
export function abiPage() {
  const headers = HEADERS.map((name) => {
    const { about, declarations } = readHeader(readFileSync(join(include, name), "utf8"));
    return [`## ${name}`, prose(about), ...declarations.map(section)].join("\n\n");
  });
  return `# Kernel contract

Made of the headers in [\`packages/abi/include/thimble\`](../packages/abi/include/thimble), which are the contract: C11, without
a library. [How to write a pack](packs.md) shows them in use. In brackets stands when something may be used.

${headers.join("\n\n")}
`;
}
