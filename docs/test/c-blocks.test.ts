import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildModule } from "@thimble/pack-kit";
import { describe, expect, onTestFinished, test } from "vitest";
import { codeBlocks, pages } from "./pages.ts";

/** Declarations that are copied from the headers, and what the kit's tests build, file by file. */
const isCompiledElsewhere = ({ page, file }: { readonly page: string; readonly file?: string | undefined }) =>
  page === "abi.md" || file !== undefined;

const blocks = pages
  .flatMap(codeBlocks)
  .filter((block) => block.language === "c" && !isCompiledElsewhere(block))
  .map((block) => [`${block.page}:${block.line}`, block.code] as const);

const portable = fileURLToPath(new URL("../../vendors/portable/kernels/portable_kernels.h", import.meta.url));

/** Kernels that a list names. */
const KERNELS = `#include <portable_kernels.h>
#define DEFINE(name) const thimble_kernel name = {.struct_size = sizeof(thimble_kernel)};
PORTABLE_KERNELS(DEFINE)
DEFINE(acme_conv_2d_s8)
`;

/** A list of the kernel that a block defines. */
const listOf = (kernel: string): string => `#include <thimble/thimble.h>
extern const thimble_kernel ${kernel};
static const thimble_kernel *const kernels[] = {&${kernel}};
THIMBLE_DEFINE_PACK(THIMBLE_PACK_ID, THIMBLE_PACK_VERSION, kernels);
`;

/** What makes a whole pack of a block. */
function restOf(code: string): string {
  const [, kernel] = /THIMBLE_KERNEL\((\w+)/.exec(code) ?? [];
  return kernel ? listOf(kernel) : KERNELS;
}

describe("C is compiled as a pack's is, warnings and all", () => {
  test.each(blocks)("%s", async (_, code) => {
    const sources = mkdtempSync(join(tmpdir(), "thimble-docs-c-"));
    onTestFinished(() => rmSync(sources, { recursive: true }));
    copyFileSync(portable, join(sources, "portable_kernels.h"));
    writeFileSync(join(sources, "block.c"), code);
    writeFileSync(join(sources, "rest.c"), restOf(code));
    const built = buildModule({
      id: "@acme/kernels",
      version: "1.0.0",
      sources,
      flags: ["-Wno-unused", "-Wno-unused-parameter"],
    });
    await expect(built).resolves.toBeInstanceOf(Uint8Array);
  });
});
