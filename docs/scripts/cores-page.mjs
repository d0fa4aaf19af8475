import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const INTRODUCTION = `# Packs on emulated cores

For each pack and each core that its package names: whether it passes the conformance suite there, the instructions of one
invoke with all kernels on the core, and bytes of code. All is made of reports
(\`node docs/scripts/measure-cores.mjs FOLDER\`, then \`node docs/scripts/write-cores.mjs FOLDER\`); [emulated
cores](devices.md) says how they are counted. Outputs are the bytes that the same kernels give as WebAssembly.
`;

const read = (path) => JSON.parse(readFileSync(path, "utf8"));

const number = (value) => value.toLocaleString("en-US");

/** A number, or nothing: models that need an operator which the pack lacks do not run. */
const numberOf = (value) => (value === undefined ? "" : number(value));

const row = (cells) => `| ${cells.join(" | ")} |`;

const table = (head, rows) => [row(head), row(head.map(() => "---")), ...rows.map(row)].join("\n");

/** Whether a pack conforms on a target, in few words. */
function verdictOf({ verdict, reason, summary }) {
  if (verdict === "skipped") return `skipped: ${reason}`;
  if (verdict === "failed") return `**no**: ${number(summary.failed)} of ${number(summary.cases)} cases fail`;
  return `✓ ${number(summary.passed)} cases, ${number(summary.randomModels)} random models`;
}

/** What was found of a pack: its report, and its models by target and name. */
function readPack(folder) {
  const models = readdirSync(folder)
    .filter((name) => /^[\w-]+\.\w+\.json$/.test(name))
    .map((name) => ({ name: name.split(".")[1], ...read(join(folder, name)) }))
    .filter(({ instructions }) => instructions !== undefined);
  return { report: read(join(folder, "report.json")), models };
}

/** Text of a program with the kernels of one model only. */
const SIZED = "person_detect";

/** What a pack's kernels call that the cores have not. */
const emulated = ({ id, emulates }) =>
  emulates === undefined
    ? ""
    : `\nEmulated intrinsics: ${emulates.join(", ")}. What is counted here are their meanings in plain C; modelled instructions are in
[the pack's README](../vendors/${id.split("/").at(-1)}/README.md).\n`;

function formatPack({ report, models }) {
  const targets = report.targets ?? [];
  const of = (target, name) => models.find((model) => model.target === target && model.name === name);
  const names = [...new Set(models.map(({ name }) => name))].sort(
    (a, b) => of(targets[0].target, a)?.instructions - of(targets[0].target, b)?.instructions,
  );
  const sizes = targets.map((target) => [
    `\`${target.target}\``,
    verdictOf(target),
    target.device?.compiler ?? "",
    numberOf(target.device?.textBytes),
    numberOf(of(target.target, SIZED)?.textBytes.model),
  ]);
  const counts = names.map((name) => [name, ...targets.map(({ target }) => numberOf(of(target, name)?.instructions))]);
  return `## \`${report.pack.id}\`
${emulated(report.pack)}
${table(["target", "conforms", "compiler", "bytes of all kernels", `of ${SIZED}'s`], sizes)}

${table(["instructions", ...targets.map(({ target }) => `\`${target}\``)], counts)}
`;
}

/** TensorFlow Lite Micro's own counts: in M4, M55, M3 and RV32IMC as the heads say. */
const OTHERS = `## TensorFlow Lite Micro

Instructions of one invoke on the same cores, counted in the same way: its reference kernels, CMSIS-NN (on M55 the best of
gcc -O2, gcc -O3 and clang) and ESP-NN's C kernels, gcc 12.2 -O2.

| instructions | M3, CMSIS-NN | M4, reference | M4, CMSIS-NN | M55, reference | M55, CMSIS-NN | RV32IMC, reference | RV32IMC, ESP-NN |
| --- | --- | --- | --- | --- | --- | --- | --- |
| hello_world_int8 | 3,750 | 5,305 | 3,574 | 5,171 | 1,858 | 6,349 | 5,586 |
| keyword_scrambled_8bit | 146,597 | 258,879 | 120,494 | 250,774 | 29,193 | 271,920 | 270,414 |
| ad01_int8 | 956,104 | 1,953,999 | 583,104 | 1,697,702 | 63,582 | 2,480,381 | 2,454,005 |
| micro_speech_quantized | 1,512,534 | 9,314,208 | 1,495,421 | 9,843,216 | 837,287 | 8,693,353 | 1,799,893 |
| kws_ref_model | 10,533,293 | 43,113,598 | 7,698,516 | 42,136,850 | 1,784,774 | 44,313,193 | 25,826,772 |
| person_detect | 30,327,408 | 95,889,710 | 22,928,821 | 92,166,733 | 6,383,652 | 105,186,095 | 58,655,991 |
| vww_96_int8 | 31,959,420 | 100,485,911 | 24,102,337 | 96,376,896 | 6,433,918 | 109,946,413 | 65,262,398 |
| pretrainedResnet_quant | 41,848,514 | 107,489,060 | 29,864,444 | 97,658,317 | 4,743,176 | 125,523,856 | 96,412,785 |
`;

/** The page of packs on cores, of a folder with a folder for each pack. */
export const coresPage = (folder) =>
  [
    INTRODUCTION,
    ...readdirSync(folder)
      .sort()
      .map((name) => formatPack(readPack(join(folder, name)))),
    OTHERS,
  ].join("\n");
