import type { AnyPack, ChooseKernel, InterpreterOptions } from "@thimble/core";
import { UsageError } from "../usage-error.ts";
import { explainModel } from "./explain-model.ts";
import { namesOf } from "./names-of.ts";
import { type PackExports, packExports } from "./pack-exports.ts";
import type { ResolvedModelReport, ResolverReport } from "./resolver-report.ts";

/** A pack of which a module needs some kernels. */
interface Needed {
  readonly pack: AnyPack;
  readonly exports: PackExports;
  /** What the module calls the pack, where it imports it. */
  readonly variable: string;
  /** In the pack's order. */
  readonly kernels: readonly string[];
}

/**
 * A TypeScript module that imports the kernels that models need and nothing else, and chooses among them as the
 * configuration does.
 *
 * @throws UsageError where a node has no kernel
 */
export async function emitTypeScript(
  report: ResolverReport,
  bytes: ReadonlyMap<string, Uint8Array>,
  { packs }: InterpreterOptions,
): Promise<string> {
  const nodes = report.models.flatMap(({ nodes }) => nodes);
  const problem = nodes.find((node) => node.problem)?.problem;
  if (problem) throw new UsageError(`a node has no kernel, so that there is nothing to import: ${problem.message}`);
  const needed: Needed[] = [];
  for (const pack of packs) {
    const used = new Set(nodes.filter((node) => node.pack?.startsWith(`${pack.id}@`)).map(({ kernel }) => kernel));
    if (used.size === 0) continue;
    const kernels = pack.kernels.map(({ name }) => name).filter((name) => used.has(name));
    needed.push({ pack, exports: await packExports(pack), variable: variableOf(pack.id, needed.length), kernels });
  }
  const choose = chooseFrom(new Set(chosenOf(needed)));
  requireSame(report, (at) =>
    explainModel(at.model, bytes.get(at.model)!, { entries: [], overrides: [], options: { packs, choose } }),
  );
  return format(report, needed);
}

/** Throws where a node gets another kernel from the module: an override may be about one node, a module is about all. */
function requireSame({ models }: ResolverReport, again: (model: ResolvedModelReport) => ResolvedModelReport): void {
  for (const model of models)
    again(model).nodes.forEach(({ kernel, pack, operator }, i) => {
      const { kernel: wanted, pack: by, name } = model.nodes[i]!;
      if (kernel !== wanted || pack !== by)
        throw new UsageError(
          `an override gives the node "${name}" (${operator}) to ${wanted} of ${by}, and others of its kind to ${kernel} of ${pack}: a module of kernels cannot say that; use the configuration itself`,
        );
    });
}

/** `wasmSimd` for `@thimble/wasm-simd`. */
function variableOf(id: string, index: number): string {
  const words = id
    .replace(/^@[^/]*\//, "")
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== "");
  const name = words.map((word, i) => (i === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1))).join("");
  return /^[A-Za-z]/.test(name) ? name : `pack${index}`;
}

/** Names in braces or brackets: in one line where they fit in it, otherwise each in its own. */
function list(before: string, names: readonly string[], after: string, indent: string): string {
  const line = `${indent}${before}${names.join(", ")}${after}`;
  if (line.length <= WIDTH) return line;
  return `${indent}${before.trimEnd()}\n${names.map((name) => `${indent}  ${name},\n`).join("")}${indent}${after.trimStart()}`;
}

const WIDTH = 120;

const importOf = ({ pack, exports, variable, kernels }: Needed): string =>
  exports.kernels
    ? list("import { ", kernels.map((name) => exports.kernels!.get(name)!).sort(), ` } from "${pack.id}";`, "")
    : `import ${variable} from "${pack.id}";`;

function packOf({ pack, exports, variable, kernels }: Needed): string {
  if (exports.isWasm) return `    await loadPack(${variable}),`;
  if (!exports.kernels) return `    ${variable},`;
  const names = kernels.map((name) => exports.kernels!.get(name)!);
  return list(`definePack({ id: "${pack.id}", version: "${pack.version}", kernels: [`, names, "] }),", "    ");
}

const keyOf = (pack: string, kernel: string): string => `${pack} ${kernel}`;

const chosenOf = (needed: readonly Needed[]): readonly string[] =>
  needed.flatMap(({ pack, kernels }) => kernels.map((kernel) => keyOf(pack.id, kernel)));

/** What the module does with kernels that are there but that no node got. */
function chooseFrom(chosen: ReadonlySet<string>): ChooseKernel {
  return (_, offers) => offers.filter(({ kernel, pack }) => chosen.has(keyOf(pack.id, kernel.name)));
}

/** The part of a module that leaves out kernels of packs that are imported whole. */
const choice = (needed: readonly Needed[]): readonly [declaration: string, option: string] => {
  if (needed.every(({ exports }) => exports.kernels)) return ["", ""];
  const keys = chosenOf(needed).map((key) => `  "${key}",\n`);
  return [
    `\n/** Pack and name of every kernel that a node gets. */\nconst chosen: ReadonlySet<string> = new Set([\n${keys.join("")}]);\n`,
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the template is the emitted module's
    "  choose: (_, offers) => offers.filter(({ kernel, pack }) => chosen.has(`${pack.id} ${kernel.name}`)),\n",
  ];
};

function format({ models }: ResolverReport, needed: readonly Needed[]): string {
  const functions = [
    ...(needed.some(({ exports }) => exports.kernels) ? ["definePack"] : []),
    "type InterpreterOptions",
    ...(needed.some(({ exports }) => exports.isWasm) ? ["loadPack"] : []),
  ];
  const [declaration, option] = choice(needed);
  return `// The kernels of ${namesOf(models)}. Made by: thimble resolver --emit ts
import { ${functions.join(", ")} } from "@thimble/core";
${needed.map(importOf).join("\n")}
${declaration}
/** Options of an interpreter: \`Interpreter.create(model, await kernelOptions())\`. */
export const kernelOptions = async (): Promise<InterpreterOptions> => ({
  packs: [
${needed.map(packOf).join("\n")}
  ],
${option}});
`;
}
