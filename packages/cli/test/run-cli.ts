import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { onTestFinished } from "vitest";
import { type ExitCode, main } from "../src/index.ts";

/** What a command line came to. */
export interface CliResult {
  readonly exitCode: ExitCode;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command line in this process. */
export async function runCli(...argv: string[]): Promise<CliResult> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const exitCode = await main(argv, { stdout, stderr });
  const text = (stream: PassThrough): string => (stream.read() as Buffer | null)?.toString() ?? "";
  return { exitCode, stdout: text(stdout), stderr: text(stderr) };
}

/** The JSON document that a command line prints. */
// biome-ignore lint/suspicious/noExplicitAny: the documents are what the tests look at
export async function runJson(...argv: string[]): Promise<any> {
  const { exitCode, stdout, stderr } = await runCli(...argv, "--json");
  if (exitCode !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

/** A folder of its own for the test that asks. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "thimble-cli-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes a file into a folder of its own and returns its path. */
export function makeFile(name: string, content: string | Uint8Array): string {
  const path = join(makeFolder(), name);
  writeFileSync(path, content);
  return path;
}
