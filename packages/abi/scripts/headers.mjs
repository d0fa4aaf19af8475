/** The headers of the contract, and the compiler that reads them. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { commands, runLLVM } from "@yowasp/clang";

const root = fileURLToPath(new URL("../include/thimble/", import.meta.url));

function readTree(directory) {
  const tree = {};
  for (const entry of readdirSync(directory, { withFileTypes: true }))
    tree[entry.name] = entry.isDirectory()
      ? readTree(`${directory}${entry.name}/`)
      : readFileSync(directory + entry.name, "utf8");
  return tree;
}

/** The include folder as the compiler's file system wants it. */
export const includeTree = { thimble: readTree(root) };

/** Loads the compiler without a word on how far it has come. */
const loaded = runLLVM(null, {}, { fetchProgress: () => {} });

/** Every header that is not a draft, by the name that an `#include` gives it. */
export const headerNames = [
  "thimble/thimble.h",
  ...Object.keys(includeTree.thimble.ext)
    .filter((name) => name.endsWith(".h"))
    .map((name) => `thimble/ext/${name}`),
];

/** A source that includes them all. */
export const everyHeader = headerNames.map((name) => `#include <${name}>\n`).join("");

/** Compiles a source with the headers; returns what the compiler printed and the files it wrote, or throws what it said. */
export async function compile(source, args, name = "source.c") {
  const [output, complaints] = [[], []];
  const gather = (list) => (bytes) => bytes && list.push(Buffer.from(bytes));
  await loaded;
  try {
    const files = await commands.clang(
      ["--target=wasm32", "-Iinclude", ...args, name],
      { [name]: source, include: includeTree },
      { stdout: gather(output), stderr: gather(complaints) },
    );
    return { output: Buffer.concat(output).toString(), complaints: Buffer.concat(complaints).toString(), files };
  } catch {
    throw new Error(`the headers do not compile:\n${Buffer.concat(complaints)}`);
  }
}
