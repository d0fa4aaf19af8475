/**
 * Proves every pack of `vendors` on all of its targets, runs the models there, and keeps what was found as JSON:
 * `node docs/scripts/measure-cores.mjs FOLDER [PACK…]`. Takes some minutes a pack.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const models = join(root, "../shared/models");

/** The models that other runtimes were counted with on the same cores. */
const MODELS = [
  "hello_world_int8",
  "keyword_scrambled_8bit",
  "micro_speech_quantized",
  "ad01_int8",
  "kws_ref_model",
  "person_detect",
  "vww_96_int8",
  "pretrainedResnet_quant",
];

const thimble = (...args) =>
  execFileSync(process.execPath, [join(root, "packages/cli/bin/thimble.js"), ...args], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
    stdio: ["ignore", "pipe", "inherit"],
  });

/** The targets that a pack's package.json names. */
const targetsOf = (pack) =>
  Object.keys(JSON.parse(readFileSync(join(pack, "package.json"), "utf8")).thimble?.pack?.targets ?? {});

/** What a failing command printed counts, too: a report of what fails. */
function tryThimble(...args) {
  try {
    return thimble(...args);
  } catch (error) {
    return error.stdout;
  }
}

const [folder, ...chosen] = process.argv.slice(2);
if (!folder) throw new Error("name a folder for what is found");
if (!existsSync(models)) throw new Error(`there are no models in ${models}`);
for (const name of chosen.length > 0 ? chosen : readdirSync(join(root, "vendors"))) {
  const pack = join(root, "vendors", name);
  const targets = targetsOf(pack);
  if (targets.length === 0) continue;
  const place = join(folder, name);
  mkdirSync(place, { recursive: true });
  tryThimble("conform", pack, "--target", targets.join(","), "--runs", "3", "--report", place);
  for (const target of targets)
    for (const model of MODELS) {
      const found = tryThimble("device", join(models, `${model}.tflite`), "--pack", pack, "--target", target, "--json");
      // Models with an operator that the pack lacks do not run: nothing is printed of them.
      if (found) writeFileSync(join(place, `${target}.${model}.json`), found);
    }
}
