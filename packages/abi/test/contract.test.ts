import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readContract } from "../scripts/read-contract.mjs";
import { writeGolden } from "../scripts/write-golden.mjs";
import { writeTypescript } from "../scripts/write-typescript.mjs";
import { ABI_MAJOR } from "../src/index.ts";

const read = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), "utf8");

const contract = await readContract();

describe("what is made from the headers", () => {
  it("is committed: abi.txt", () => {
    expect(read("abi.txt")).toBe(writeGolden(contract));
  });

  it("is committed: the TypeScript layouts", () => {
    expect(read("src/generated/contract.ts")).toBe(writeTypescript(contract));
  });
});

/** A struct's size and the version may grow; everything else that a minor version had stays as it was. */
const mayChange = (line: string): boolean => /^struct |^macro THIMBLE_ABI_MINOR /.test(line);

describe("within a major version the contract only grows", () => {
  const lines = new Set(read("abi.txt").split("\n"));
  const versions = readdirSync(new URL("../history", import.meta.url)).filter((name) =>
    name.startsWith(`${ABI_MAJOR}.`),
  );

  it("has the history of its major version", () => {
    expect(versions).toContain(`${ABI_MAJOR}.0.txt`);
  });

  it.each(versions)("has all that %s has", (version) => {
    const missing = read(`history/${version}`)
      .split("\n")
      .filter((line) => !mayChange(line) && !lines.has(line));
    expect(missing).toEqual([]);
  });
});
