import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compileObject, linkObjects } from "../src/compiler.ts";
import { compactRelocations } from "../src/relocations/compact-relocations.ts";

/** A word of a module's data: a number, or a pointer to data or to a function. */
type Word = `(const void *)${number}` | `&words[${number}]` | `(const void *)f${number}`;

/** A module whose data are words, with numbers between them. */
async function link(
  words: readonly { readonly gap: number; readonly word: Word }[],
  variables = "",
): Promise<Uint8Array> {
  const items = words.flatMap(({ gap, word }) => [...Array<string>(gap).fill("(const void *)-1"), word]);
  const source = `${variables}
    static const void *words[];
    static int f0(void) { return 0; }
    static int f1(void) { return 1; }
    static const void *words[] = { ${items.join(", ")} };
    int calls(int i) { return ((int (*)(void))words[i])(); }`;
  const flags = ["--target=wasm32", "-fPIC", "-O1", "-ffreestanding", "-fvisibility=hidden"];
  const object = await compileObject({ "words.c": new TextEncoder().encode(source) }, "words.c", flags);
  const linking = [
    "--experimental-pic",
    "-shared",
    "--no-entry",
    "--export=calls",
    "--strip-all",
    "--compress-relocations",
  ];
  return linkObjects(new Map([["words.c", object]]), linking);
}

const MEMORY_BASE = 4096;
const TABLE_BASE = 7;

/** What a module's memory holds when it has its place. */
function place(module: Uint8Array): Uint8Array {
  const memory = new WebAssembly.Memory({ initial: 2 });
  const constant = (value: number) => new WebAssembly.Global({ value: "i32", mutable: false }, value);
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(module as Uint8Array<ArrayBuffer>), {
    env: {
      memory,
      __indirect_function_table: new WebAssembly.Table({ initial: 20, element: "anyfunc" }),
      __memory_base: constant(MEMORY_BASE),
      __table_base: constant(TABLE_BASE),
      __stack_pointer: new WebAssembly.Global({ value: "i32", mutable: true }, MEMORY_BASE),
    },
  });
  (exports.__wasm_apply_data_relocs as (() => void) | undefined)?.();
  return new Uint8Array(memory.buffer);
}

/** Whether the table behind the data is all that a compacted module's memory has more. */
function expectSame(linked: Uint8Array, compact: Uint8Array, bytes: number): void {
  const [before, after] = [place(linked), place(compact)];
  expect(after.subarray(0, MEMORY_BASE + bytes)).toEqual(before.subarray(0, MEMORY_BASE + bytes));
}

const wordOf = fc.oneof(
  fc.constantFrom<Word>("(const void *)f0", "(const void *)f1"),
  fc.nat(3).map((i): Word => `&words[${i}]`),
  fc.integer().map((i): Word => `(const void *)${i}`),
);

const gapOf = fc.oneof(fc.nat(3), fc.constantFrom(125, 126, 127, 128, 253, 254, 255, 381, 600));

describe("the table of relocations", () => {
  test("gives every word what the linker's code gives it", async () => {
    const property = fc.asyncProperty(
      fc.array(fc.record({ gap: gapOf, word: wordOf }), { minLength: 4, maxLength: 12 }),
      async (words) => {
        const linked = await link(words);
        expectSame(linked, compactRelocations(linked), 4 * words.reduce((sum, { gap }) => sum + gap + 1, 0));
      },
    );
    await fc.assert(property, { numRuns: Number(process.env.FUZZ_RUNS ?? 20) });
  }, 120_000);

  test("is smaller than that code", async () => {
    const linked = await link(Array.from({ length: 100 }, () => ({ gap: 1, word: "&words[2]" })));
    const compact = compactRelocations(linked);
    expectSame(linked, compact, 800);
    expect(linked.length - compact.length).toBeGreaterThan(1000);
  });

  test("is not made for a module without addresses", async () => {
    const linked = await link([{ gap: 3, word: "(const void *)5" }]);
    expect(compactRelocations(linked)).toBe(linked);
  });

  test("does not lie in variables that begin as 0", async () => {
    const linked = await link([{ gap: 3, word: "&words[1]" }], "__attribute__((used)) static int count[64];");
    const compact = compactRelocations(linked);
    expectSame(linked, compact, 16 + 4 * 64);
  });

  test("is not made twice", async () => {
    const compact = compactRelocations(await link([{ gap: 3, word: "&words[1]" }]));
    expect(compactRelocations(compact)).toBe(compact);
  });
});
