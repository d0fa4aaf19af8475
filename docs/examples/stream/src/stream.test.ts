import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { modelStream } from "./model-stream.ts";
import { openSine } from "./open-sine.ts";

test("gives an output for each input, in order", async () => {
  const xs = Array.from({ length: 60 }, (_, i) => i / 10);
  const ys = await Readable.from(xs.map((x) => [x]))
    .pipe(modelStream(await openSine()))
    .toArray();
  expect(ys).toHaveLength(60);
  ys.forEach(([y], i) => {
    expect(Math.abs(y - Math.sin(xs[i]!))).toBeLessThan(0.1);
  });
});

test("an input of another size ends the stream with the error that says so", async () => {
  const stream = modelStream(await openSine());
  await expect(
    Readable.from([[1, 2, 3]])
      .pipe(stream)
      .toArray(),
  ).rejects.toMatchObject({ code: "INPUT_SIZE" });
});

const main = fileURLToPath(new URL("../dist/main.js", import.meta.url));

test.skipIf(!existsSync(main))("runs between other programs", () => {
  const { stdout } = spawnSync(process.execPath, [main], { input: "0\n1.5708\n3.1416\n", encoding: "utf8" });
  expect(stdout.trim().split("\n").map(Number)).toEqual([
    expect.closeTo(0, 1),
    expect.closeTo(1, 1),
    expect.closeTo(0, 1),
  ]);
});
