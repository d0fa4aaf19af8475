import { operatorNames } from "@thimble/schema";
import type { Override } from "./config.ts";
import { configError } from "./config-error.ts";
import type { LoadedEntry } from "./load-entry.ts";

const letters = (name: string): string => name.toUpperCase().replace(/[^A-Z0-9]/g, "");

/** The names that look most like one. */
function alike(name: string, known: readonly string[]): string {
  const wanted = letters(name);
  const same = known.filter((other) => letters(other) === wanted);
  const near = known.filter((other) => letters(other).includes(wanted) || wanted.includes(letters(other)));
  const found = (same.length > 0 ? same : near).slice(0, 3);
  return found.length > 0 ? `did you mean ${found.join(" or ")}?` : "operators are named as in TFLite: CONV_2D";
}

/** Throws `CONFIG_INVALID` for an operator, pack or kernel that a configuration names and that is not there. */
export function checkNames(entries: readonly LoadedEntry[], overrides: readonly Override[]): void {
  const kernels = entries.flatMap(({ pack }) => pack.kernels);
  const known = [...new Set([...operatorNames, ...kernels.map(({ operator }) => operator.name)])];
  const requireOperator = (name: string, where: string): void => {
    if (!known.includes(name)) throw configError(where, `there is no operator "${name}"; ${alike(name, known)}`);
  };
  entries.forEach(({ only = [], exclude = [] }, i) => {
    for (const [at, name] of only.entries()) requireOperator(name, `packs[${i}].only[${at}]`);
    for (const [at, name] of exclude.entries()) requireOperator(name, `packs[${i}].exclude[${at}]`);
  });
  overrides.forEach(({ operator, pack, kernel }, i) => {
    const where = `overrides[${i}]`;
    if (operator !== undefined) requireOperator(operator, `${where}.operator`);
    const entry = entries.find((entry) => entry.pack.id === pack);
    if (!entry)
      throw configError(
        `${where}.pack`,
        `"${pack}" is none of the packs; there are ${entries.map(({ pack }) => pack.id).join(", ")}`,
      );
    if (kernel !== undefined && !entry.pack.kernels.some(({ name }) => name === kernel))
      throw configError(`${where}.kernel`, `${pack} has no kernel "${kernel}"${kernelsOf(entry, operator)}`);
  });
}

function kernelsOf({ pack }: LoadedEntry, operator: string | undefined): string {
  const names = pack.kernels.filter((kernel) => kernel.operator.name === operator).map(({ name }) => name);
  return names.length > 0 ? `; for ${operator} it has ${names.join(", ")}` : "";
}

/** Throws `CONFIG_INVALID` where two entries are the same pack. */
export function checkTwins(entries: readonly LoadedEntry[]): void {
  entries.forEach(({ pack }, i) => {
    const twin = entries.findIndex((entry) => entry.pack.id === pack.id);
    if (twin < i)
      throw configError(
        `packs[${i}]`,
        `${pack.id}@${pack.version} is in packs[${twin}] already, as version ${entries[twin]!.pack.version}; leave out one`,
      );
  });
}
