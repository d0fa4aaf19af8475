import { readFileSync } from "node:fs";
import { parseSupport } from "@thimble/conformance/suite";
import { loadPack } from "@thimble/core";
import { expect, test } from "vitest";
import description from "../src/index.ts";

const page = readFileSync(new URL("../../../docs/support.md", import.meta.url), "utf8");

test("docs/support.md has every operator and type of the pack, and no others", async () => {
  const { id, kernels } = await loadPack(description);
  const own = new Set(kernels.map(({ operator, types }) => `${operator.name} ${types}`));
  expect(new Set(parseSupport(page, id))).toEqual(own);
});
