import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { errorCodes, ThimbleError } from "./error.ts";

it("puts the path of what is at fault before the message", () => {
  const error = new ThimbleError("MODEL_INVALID", "is wrong", { where: "subgraphs[0]" });
  expect(error.message).toBe("subgraphs[0]: is wrong");
  expect(error.where).toBe("subgraphs[0]");
});

it("is an Error with a name, a code and the cause it was given", () => {
  const cause = new RangeError("too far");
  const error = new ThimbleError("PACK_INVALID", "is wrong", { cause });
  expect(error).toBeInstanceOf(Error);
  expect(error).toMatchObject({ name: "ThimbleError", code: "PACK_INVALID", message: "is wrong", cause });
});

it("has no cause of its own when it was given none", () => {
  expect(Object.hasOwn(new ThimbleError("PACK_INVALID", "is wrong"), "cause")).toBe(false);
});

it("has every code and its meaning in the documentation", () => {
  const page = readFileSync(new URL("../../../docs/errors.md", import.meta.url), "utf8");
  const rows = Object.entries(errorCodes).map(([code, meaning]) => `| \`${code}\` | ${meaning} |`);
  expect(page.slice(page.indexOf("| `")).trim()).toBe(rows.join("\n"));
});
