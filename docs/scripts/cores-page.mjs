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
    number(target.device?.textBytes ?? 0),
    number(of(target.target, SIZED)?.textBytes.model ?? 0),
  ]);
  const counts = names.map((name) => [
    name,
    ...targets.map(({ target }) => (of(target, name) ? number(of(target, name).instructions) : "")),
  ]);
  return `## \`${report.pack.id}\`

${table(["target", "conforms", "compiler", "bytes of all kernels", `of ${SIZED}'s`], sizes)}

${table(["instructions", ...targets.map(({ target }) => `\`${target}\``)], counts)}
`;
}

/** The page of packs on cores, of a folder with a folder for each pack. */
export const coresPage = (folder) =>
  `${INTRODUCTION}\n${readdirSync(folder)
    .sort()
    .map((name) => formatPack(readPack(join(folder, name))))
    .join("\n")}`;
