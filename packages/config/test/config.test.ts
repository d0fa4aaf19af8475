import { fileURLToPath } from "node:url";
import { Interpreter } from "@thimble/core";
import reference, { singleRounding } from "@thimble/kernels-reference";
import { describe, expect, test } from "vitest";
import { defineConfig, resolveConfig, type ThimbleConfig } from "../src/index.ts";
import { importModule } from "../src/node/index.ts";
import acme from "./fixtures/acme.mjs";
import { chain } from "./model.ts";

const acmePath = fileURLToPath(new URL("./fixtures/acme.mjs", import.meta.url));

const resolve = (config: ThimbleConfig, environment?: string) => resolveConfig(config, { environment, importModule });

/** Which pack runs each node of the chain: RELU, LOGISTIC, RELU, TANH. */
async function packsOf(config: ThimbleConfig, environment?: string): Promise<readonly string[]> {
  const { options } = await resolve(config, environment);
  const interpreter = await Interpreter.create(chain(), options);
  return interpreter.steps.map(({ pack }) => pack.id.split("/")[1]!);
}

const messageOf = async (run: Promise<unknown>): Promise<string> => {
  const error = (await run.then(
    () => undefined,
    (reason: unknown) => reason,
  )) as Error & { code?: string };
  expect(error).toMatchObject({ name: "ThimbleError", code: "CONFIG_INVALID" });
  return error.message;
};

describe("packs", () => {
  test("are asked in their order, and the reference behind them", async () => {
    expect(await packsOf({ packs: [acme] })).toEqual(["kernels", "kernels-reference", "kernels", "kernels"]);
    expect(await packsOf({ packs: [reference, acme] })).toEqual(new Array(4).fill("kernels-reference"));
  });

  test("may be names or paths, in any order of loading", async () => {
    expect(await packsOf({ packs: [acmePath, "@thimble/kernels-reference"] })).toEqual(
      await packsOf({ packs: [acme] }),
    );
  });

  test("have options, which their module configures them with", async () => {
    const packs = [{ pack: acmePath, options: { tier: "fast" } }];
    expect((await resolve({ packs })).options.packs.map(({ id }) => id)).toEqual(["@acme/fast", reference.id]);
  });

  test("run only some operators, or all but some", async () => {
    expect(await packsOf({ packs: [{ pack: acme, only: ["TANH"] }] })).toEqual([
      ...new Array(3).fill("kernels-reference"),
      "kernels",
    ]);
    expect(await packsOf({ packs: [{ pack: acme, exclude: ["RELU"] }] })).toEqual([
      ...new Array(3).fill("kernels-reference"),
      "kernels",
    ]);
  });

  test("round as the configuration asks", async () => {
    const { options } = await resolve({ packs: [acme], rounding: "single" });
    expect(options.packs).toEqual([acme, singleRounding]);
    expect(await packsOf({ packs: [acme], rounding: "single" })).toEqual(new Array(4).fill("kernels-reference"));
  });
});

describe("overrides", () => {
  test("by operator, type, index and name; the first that fits counts", async () => {
    const to = { pack: reference.id };
    const packs = [acme];
    expect(await packsOf({ packs, overrides: [{ operator: "RELU", ...to }] })).toEqual([
      ...new Array(3).fill("kernels-reference"),
      "kernels",
    ]);
    expect((await packsOf({ packs, overrides: [{ operator: "RELU", type: "int8", ...to }] }))[0]).toBe("kernels");
    expect((await packsOf({ packs, overrides: [{ operator: "RELU", type: "float32", ...to }] }))[0]).toBe(
      "kernels-reference",
    );
    expect(await packsOf({ packs, overrides: [{ node: 2, ...to }] })).toEqual([
      "kernels",
      "kernels-reference",
      "kernels-reference",
      "kernels",
    ]);
    expect(await packsOf({ packs, overrides: [{ node: "d", ...to }] })).toEqual([
      "kernels",
      "kernels-reference",
      "kernels",
      "kernels-reference",
    ]);
    const two = [
      { node: 2, pack: "@acme/kernels" },
      { operator: "RELU", ...to },
    ];
    expect(await packsOf({ packs, overrides: two })).toEqual([
      "kernels-reference",
      "kernels-reference",
      "kernels",
      "kernels",
    ]);
  });

  test("name a kernel", async () => {
    const overrides = [{ operator: "TANH", pack: reference.id, kernel: "tanh_f32" }];
    expect((await packsOf({ packs: [acme], overrides }))[3]).toBe("kernels-reference");
  });

  test("that cannot be kept are an error, with what the kernel says", async () => {
    const config = { packs: [acme], overrides: [{ node: "b", pack: "@acme/kernels" }] };
    expect(await messageOf(packsOf(config))).toBe(
      "overrides[0]: gives the node subgraphs[0].operators[1] (LOGISTIC) to @acme/kernels, which does not take it: logistic_f32: it is Monday",
    );
    const kernel = { packs: [acme], overrides: [{ operator: "TANH", pack: "@acme/kernels", kernel: "tanh_s8" }] };
    expect(await messageOf(packsOf(kernel))).toMatch(
      /to tanh_s8 of @acme\/kernels, which has no kernel for its types$/,
    );
  });
});

describe("environments", () => {
  const config = defineConfig({
    packs: [acme],
    planner: "greedy",
    environments: {
      dev: { inPlace: false },
      device: { extends: "dev", packs: [], arenaBytes: 4096 },
      a: { extends: "b" },
      b: { extends: "a" },
    },
  });

  test("change what they say and keep the rest", async () => {
    const { options: dev } = await resolve(config, "dev");
    expect(dev).toMatchObject({ planner: "greedy", inPlace: false, packs: [acme, reference] });
    const { options: device } = await resolve(config, "device");
    expect(device).toMatchObject({ planner: "greedy", inPlace: false, arenaBytes: 4096, packs: [reference] });
  });

  test("that are not there, or go round in a circle, are an error", async () => {
    expect(await messageOf(resolve(config, "prod"))).toBe(
      'environments: there is no environment "prod"; there are dev, device, a, b',
    );
    expect(await messageOf(resolve(config, "a"))).toBe(
      "environments.b.extends: a extends b extends a: environments go round in a circle",
    );
    expect(await messageOf(resolve(config, "constructor"))).toMatch(/there is no environment "constructor"/);
  });
});

describe("what is wrong is named by its key", () => {
  const cases: readonly [string, unknown, string | RegExp][] = [
    ["a key that nobody knows", { pack: [] }, /^pack: there is no such key; the keys here are packs, fallback, /],
    [
      "one of an override",
      { overrides: [{ op: "ADD", pack: "x" }] },
      /^overrides\[0\]\.op: there is no such key; .*operator/,
    ],
    ["one in an environment", { environments: { dev: { plan: 1 } } }, /^environments\.dev\.plan: there is no such key/],
    ["a value of another type", { packs: "x" }, 'packs: is "x", it has to be Array'],
    ["a pack that is a number", { packs: ["a", 3] }, /^packs\[1\]: is 3, it has to be \(string \| Object\)/],
    ["a planner", { planner: "best" }, /^planner: is "best", it has to be .*"greedy"/],
    ["a size below 0", { arenaBytes: -1 }, /^arenaBytes: is -1, it has to be >=0/],
    [
      "an operator",
      { packs: [{ pack: acme, only: ["conv2d"] }] },
      'packs[0].only[0]: there is no operator "conv2d"; did you mean CONV_2D?',
    ],
    [
      "an operator of an override",
      { overrides: [{ operator: "Relu", pack: reference.id }] },
      'overrides[0].operator: there is no operator "Relu"; did you mean RELU?',
    ],
    [
      "a pack of an override",
      { overrides: [{ pack: "@acme/kernels" }] },
      `overrides[0].pack: "@acme/kernels" is none of the packs; there are ${reference.id}`,
    ],
    [
      "a kernel",
      { overrides: [{ operator: "TANH", pack: reference.id, kernel: "tanh" }] },
      /^overrides\[0\]\.kernel: .* has no kernel "tanh"; for TANH it has tanh_/,
    ],
    [
      "two packs with one id",
      { packs: [acme, acmePath] },
      "packs[1]: @acme/kernels@1.0.0 is in packs[0] already, as version 1.0.0; leave out one",
    ],
    [
      "no pack at all",
      { fallback: false },
      "packs: there is none, and fallback is false: no kernel is left; name a pack",
    ],
    [
      "a package that is not installed",
      { packs: ["@acme/nowhere"] },
      /^packs\[0\]: no pack "@acme\/nowhere"; .*npm install @acme\/nowhere/,
    ],
    [
      "a module without a pack",
      { packs: [fileURLToPath(new URL("./fixtures/no-pack.mjs", import.meta.url))] },
      /no-pack\.mjs exports no pack by default$/,
    ],
    [
      "an option that a pack does not know",
      { packs: [{ pack: acmePath, options: { tier: "slow" } }] },
      'packs[0].options: there is no tier "slow"; tiers are fast',
    ],
    [
      "options of a pack without any",
      { packs: [{ pack: "@thimble/kernels-reference", options: {} }] },
      /^packs\[0\]\.options: .*takes no options/,
    ],
    [
      "options of a pack that is given itself",
      { packs: [{ pack: acme, options: {} }] },
      /^packs\[0\]\.options: options go with a pack's name/,
    ],
    ["a configuration that is none", 7, /^the configuration: is 7/],
  ];

  test.each(cases)("%s", async (_, config, message) => {
    const found = await messageOf(resolve(config as ThimbleConfig));
    if (typeof message === "string") expect(found).toBe(message);
    else expect(found).toMatch(message);
  });

  test("a name, where only packs themselves can be loaded", async () => {
    expect(await messageOf(resolveConfig({ packs: ["@acme/kernels"] }))).toMatch(
      /^packs\[0\]: "@acme\/kernels" is a name; import the pack/,
    );
  });
});
