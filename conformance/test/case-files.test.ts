import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { formatCase } from "../src/corpus/case-file.ts";
import { casesFolder, caseWords, readConformanceCases } from "../src/corpus/case-files.ts";
import { chooseCases } from "../src/corpus/choose-cases.ts";
import { wordOf } from "../src/corpus/ids.ts";
import { generators } from "../src/index.ts";

/** `WRITE_CASES=1` writes them anew. */
const writes = process.env.WRITE_CASES === "1";

describe("the committed cases are those that the generators give", () => {
  test.each(generators)("$operator $types", async (generator) => {
    const path = join(casesFolder, wordOf(generator.operator), `${generator.types}.jsonl`);
    const lines = (await chooseCases(generator)).map(formatCase);
    const text = `${lines.join("\n")}\n`;
    if (writes) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
    expect(existsSync(path) && readFileSync(path, "utf8") === text).toBe(true);
  });
});

const validate = new Ajv2020().compile(JSON.parse(readFileSync(join(casesFolder, "schema.json"), "utf8")));

test("every committed case is as the schema describes it", () => {
  for (const { operator, types } of generators) {
    const text = readFileSync(join(casesFolder, wordOf(operator), `${types}.jsonl`), "utf8");
    for (const line of text.trimEnd().split("\n")) {
      validate(JSON.parse(line));
      expect(validate.errors).toBeNull();
    }
  }
});

test("every case has an id of its own", () => {
  const ids = caseWords().flatMap((word) => readConformanceCases(word).map(({ id }) => id));
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => !/^[a-z0-9_]+\/[a-z0-9_]+\/[a-z0-9-]+$/.test(id))).toEqual([]);
});
