import type { BuiltModule } from "@thimble/pack-kit";
import { formatBytes, formatNumberOf } from "../format.ts";
import { formatTable } from "../table.ts";
import type { CheckedModule } from "./check-module.ts";

/** The modules that a build wrote, with their sizes. */
export const formatModules = (modules: readonly BuiltModule[]): string =>
  `${formatTable(
    [{ title: "module" }, { title: "features" }, { title: "size", align: "right" }, { title: "gzip", align: "right" }],
    modules.map(({ file, features, bytes, gzipBytes }) => [
      file,
      features.join(" ") || "none",
      formatBytes(bytes),
      formatBytes(gzipBytes),
    ]),
  )}\n`;

/** What a checked module says of itself. */
export function formatChecked({ file, id, version, bytes, gzipBytes, kernels }: CheckedModule): string {
  const table = formatTable(
    [{ title: "kernel" }, { title: "operator" }, { title: "types" }],
    kernels.map(({ name, operator, types }) => [name, operator, types]),
  );
  const sizes = `${formatBytes(bytes)}, ${formatBytes(gzipBytes)} compressed`;
  return `${file}: ${id}@${version}, ${formatNumberOf(kernels.length, "kernel")}, ${sizes}\n\n${table}\n`;
}
