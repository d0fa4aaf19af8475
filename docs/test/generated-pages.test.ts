import { expect, test } from "vitest";
import { abiPage } from "../scripts/abi-page.mjs";
import { readPage } from "./pages.ts";

test("abi.md is made of the headers (pnpm --filter @thimble/docs generate)", () => {
  expect(readPage("abi.md")).toBe(abiPage());
});
