import { expect, test } from "vitest";
import { abiPage } from "../scripts/abi-page.mjs";
import { readPage } from "./pages.ts";

test("abi.md is made of the headers (pnpm --filter @thimble/docs generate)", () => {
  expect(readPage("abi.md")).toBe(abiPage());
});

test("the API reference has what packages export", () => {
  expect(readPage("api/@thimble/core.md")).toContain("### Interpreter");
  expect(readPage("api/@thimble/config.md")).toContain("### defineConfig()");
});

test("an operator's page has its parameters, packs and sources", () => {
  const page = readPage("operator/conv_2d.md");
  for (const part of ["`thimble_conv_2d_params`", "`@thimble/wasm-simd`", "vendors/portable/kernels/conv_2d.c"])
    expect(page).toContain(part);
});
