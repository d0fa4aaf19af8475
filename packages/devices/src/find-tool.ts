import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { ThimbleError } from "@thimble/core";
import type { Target, Tool } from "./target.ts";

/** Where a command is, or `undefined`. */
export function locateTool({ command }: Tool): string | undefined {
  return (process.env.PATH ?? "")
    .split(delimiter)
    .map((folder) => join(folder, command))
    .find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Where the first of some commands is. Throws `DEVICE_TOOL` where there is none. */
export function requireTool<T extends Tool>(choices: readonly T[], what: string): T & { readonly path: string } {
  for (const tool of choices) {
    const path = locateTool(tool);
    if (path !== undefined) return { ...tool, path };
  }
  throw new ThimbleError("DEVICE_TOOL", missing(choices, what));
}

const missing = (choices: readonly Tool[], what: string): string => {
  const commands = choices.map(({ command }) => command).join(" or ");
  const packages = choices.map((tool) => tool.package).join(" or ");
  return `${what} needs ${commands}, which is not on the path; install Debian's package ${packages}`;
};

/** What keeps a target from being used on this machine, or `undefined`. */
export function obstacleTo({ name, compilers, linker, emulator }: Target): string | undefined {
  const lacking = [compilers, [linker], [emulator]].find((choices) => !choices.some((tool) => locateTool(tool)));
  return lacking && missing(lacking, name);
}
