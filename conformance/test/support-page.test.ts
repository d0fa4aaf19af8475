import { readFileSync } from "node:fs";
import reference from "@thimble/kernels-reference";
import { expect, test } from "vitest";
import { parseSupport } from "../src/suite/index.ts";

const page = readFileSync(new URL("../../docs/support.md", import.meta.url), "utf8");

test("docs/support.md has every operator and type of the reference pack, and no others", () => {
  const own = new Set(reference.kernels.map(({ operator, types }) => `${operator.name} ${types}`));
  expect(new Set(parseSupport(page, reference.id))).toEqual(own);
});

test("docs/support.md says of nothing that it failed", () => {
  expect(page).not.toContain("✗");
});
