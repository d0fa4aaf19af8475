import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { indexModule } from "./builds.ts";
import { operators, type PackChoice } from "./choices.ts";
import { packageJson } from "./package-json.ts";

const template = fileURLToPath(new URL("../template/", import.meta.url));

/** The template's files, without those of other operators. */
const filesFor = ({ operator, place }: PackChoice): readonly string[] =>
  readdirSync(template, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(template, join(entry.parentPath, entry.name)))
    .filter((path) => {
      const [, word] = /^kernels\/(\w+)\.c$/.exec(path.replaceAll(sep, "/")) ?? [];
      const isOfAnother = word !== undefined && word !== "pack" && word !== operator;
      return !isOfAnother && !(place === "engines" && path.includes("devices"));
    });

/** Names that npm would leave out of a package, or act on, have an underscore in the template. */
const nameOf = (path: string): string => path.replace(/(^|[\\/])_/g, "$1.");

/**
 * Writes a pack into a folder that is not there, or is empty.
 *
 * @throws Error naming the folder when there is something in it
 */
export function writePack(folder: string, choice: PackChoice): readonly string[] {
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new Error(`${folder} is not empty; name another folder, or empty it`);
  const words: Readonly<Record<string, string>> = {
    name: choice.name,
    word: choice.operator,
    OPERATOR: operators[choice.operator].name,
  };
  const fill = (text: string): string => text.replace(/\{\{(\w+)\}\}/g, (_, key: string) => words[key]!);
  const written = new Map(
    filesFor(choice).map((path) => [nameOf(path), fill(readFileSync(join(template, path), "utf8"))]),
  );
  written.set("package.json", packageJson(choice));
  written.set("index.js", indexModule(choice));
  for (const [path, content] of written) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return [...written.keys()].sort();
}
