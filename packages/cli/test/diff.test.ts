import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { chain } from "../../config/test/model.ts";
import { makeFile, makeFolder, runCli, runJson } from "./run-cli.ts";

const fixture = (name: string): string => fileURLToPath(new URL(`./fixtures/${name}`, import.meta.url));

const [same, wrong] = [fixture("same-pack.mjs"), fixture("wrong-pack.mjs")];

/** RELU, LOGISTIC, RELU, TANH. */
const model = (): string => makeFile("chain.tflite", chain());

describe("diff says of two sets of kernels", () => {
  test("that they are the same", async () => {
    const { exitCode, stdout } = await runCli("diff", model(), "--b", same, "--random", "20");
    expect(exitCode).toBe(0);
    expect(stdout).toContain("every layer is the same, byte for byte, for 20 inputs (random, seed 1)");
  });

  test("which layer differs first, by how much, where, and which differ by themselves", async () => {
    const file = makeFile("x.json", "[1, 2, 3, 4]");
    const { exitCode, stdout } = await runCli("diff", model(), "--b", wrong, "--input", file, "--json");
    expect(exitCode).toBe(1);
    const { layers, firstDifferent, firstBeyond, inputs } = JSON.parse(stdout);
    expect(inputs).toEqual({ count: 1, from: file });
    expect([firstDifferent, firstBeyond]).toEqual([2, 2]);
    const [relu, logistic, second, tanh] = layers;
    const none = { elements: 4, differing: 0, largest: 0, mean: 0, position: null };
    expect([relu.whole, relu.own, logistic.whole]).toEqual([none, none, none]);
    // The wrong kernel adds 1 to the last element of what comes out of LOGISTIC.
    expect(second).toMatchObject({ node: 2, operator: "RELU", isBeyond: true, b: "relu_f32 of @acme/wrong" });
    expect(second.own).toMatchObject({ differing: 1, position: [3] });
    expect([second.own.largest, second.own.mean]).toEqual([expect.closeTo(1), expect.closeTo(0.25)]);
    expect(tanh.whole.differing).toBe(1);
    expect(tanh).toMatchObject({ own: none, isBeyond: false });
  });

  test("the other way round too", async () => {
    const { firstBeyond } = await runJson("diff", model(), "--a", same, "--b", same);
    expect(firstBeyond).toBeNull();
  });

  test("as a page with a picture of each layer that differs", async () => {
    const path = join(makeFolder(), "diff.html");
    await runCli("diff", model(), "--b", wrong, "--input", makeFile("x.json", "[1, 2, 3, 4]"), "--html", path);
    const page = readFileSync(path, "utf8");
    expect(page).toContain("node 2 RELU [4] c");
    expect(page.match(/<svg /g)).toHaveLength(3);
    expect(page).not.toMatch(/<script|https?:/);
  });
});

test("random inputs are the same for the same seed", async () => {
  const argv = ["diff", model(), "--b", wrong, "--random", "3", "--json"];
  const [first, again, other] = [await runCli(...argv), await runCli(...argv), await runCli(...argv, "--seed", "2")];
  expect(again.stdout).toBe(first.stdout);
  expect(JSON.parse(other.stdout).layers[0].whole).toEqual(JSON.parse(first.stdout).layers[0].whole);
  expect(JSON.parse(other.stdout).inputs.from).toBe("random, seed 2");
});

describe("a command line that cannot be meant", () => {
  const cases: readonly [readonly string[], RegExp][] = [
    [[], /there is nothing to compare with; name packs with --b, or an environment with --b-env/],
    [["--b", same, "--random", "2", "--input", "x.json"], /--random and --input both say what the inputs are/],
    [["--b", same, "--random", "0"], /--random is "0", it must be a number, 1 or more/],
  ];

  test.each(cases)("%j", async (argv, message) => {
    const { exitCode, stderr } = await runCli("diff", model(), ...argv);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(message);
  });
});
