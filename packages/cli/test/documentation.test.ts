import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { makeFolder, runCli } from "./run-cli.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** The blocks of cli.md with commands on what is in the project. What `bench` prints is another each time. */
const blocks = [...readFileSync(join(root, "docs/cli.md"), "utf8").matchAll(/^```\n(\$ .*?)```$/gms)]
  .map(([, block]) => block!)
  .filter((block) => /(docs\/examples|conformance\/cases)\//.test(block) && !block.includes("thimble bench"));

const ECHO = /^echo '(.*)' > (\S+)$/;

/** Runs the commands of a block and returns it with what they print now. */
async function retell(block: string): Promise<string> {
  const folder = makeFolder();
  const told: string[] = [];
  for (const [line, command] of block.matchAll(/^\$ (.*)$/gm)) {
    told.push(`${line}\n`);
    const [, content, file] = ECHO.exec(command!) ?? [];
    if (file) writeFileSync(join(folder, file), content!);
    else told.push(await output(command!, folder));
  }
  return told.join("");
}

/** What a command prints, with the paths as it names them. */
async function output(command: string, folder: string): Promise<string> {
  const argv = command.split(" ").slice(1);
  const paths = argv.map((argument, i) => {
    if (/^(docs|conformance)\//.test(argument)) return join(root, argument);
    return argv[i - 1] === "--input" || argv[i - 1] === "--out" ? join(folder, argument) : argument;
  });
  const { stdout, stderr } = await runCli(...paths);
  return (stdout + stderr).replaceAll(root, "");
}

const withoutTimes = (text: string): string => text.replaceAll(/[\d.,]+ µs/g, "… µs");

describe("docs/cli.md shows what the commands print", () => {
  test("in five blocks", () => {
    expect(blocks).toHaveLength(5);
  });

  test.each(blocks.map((block) => [block.trimEnd().match(/.*\bthimble .*/)![0], block]))("%s", async (_, block) => {
    expect(withoutTimes(await retell(block))).toBe(withoutTimes(block));
  });
});
