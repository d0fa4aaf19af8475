import { spawn } from "node:child_process";

/** What a command said, and how it ended: 0 is well. */
export interface ToolResult {
  readonly code: number;
  readonly said: string;
}

/** Runs a command to its end. */
export function runTool(path: string, args: readonly string[], directory?: string): Promise<ToolResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(path, args, { cwd: directory, stdio: ["ignore", "pipe", "pipe"] });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (bytes: Buffer) => (said += bytes.toString()));
    child.on("error", reject);
    child.on("close", (code) => resolve({ code: code ?? 1, said: said.trim() }));
  });
}
