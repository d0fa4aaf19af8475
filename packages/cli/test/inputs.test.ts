import { readFileSync, truncateSync, writeFileSync } from "node:fs";
import { encode as encodeBmp } from "bmp-ts";
import { encode as encodePng } from "fast-png";
import { describe, expect, test } from "vitest";
import wavefile from "wavefile";
import { type EchoOptions, echoModelFile } from "./models.ts";
import { makeFile, runCli, runJson } from "./run-cli.ts";

/** What an input of this kind holds after it was read from a file. */
async function echo(options: EchoOptions, file: string, ...more: string[]): Promise<number[]> {
  const { outputs } = await runJson("run", echoModelFile(options), "--input", file, ...more);
  return outputs[0].stored ?? outputs[0].values;
}

/** The one line that refuses a file for an input of this kind. */
async function refusal(options: EchoOptions, file: string): Promise<string> {
  const { exitCode, stderr } = await runCli("run", echoModelFile(options), "--input", file);
  expect(exitCode).toBe(3);
  expect(stderr.trim().split("\n")).toHaveLength(1);
  return stderr;
}

const bytesOf = (data: ArrayBufferView): Uint8Array => new Uint8Array(data.buffer, data.byteOffset, data.byteLength);

function npy(descr: string, data: ArrayBufferView, { order = "False", shape = "(1, 4)" } = {}): string {
  const dict = `{'descr': '${descr}', 'fortran_order': ${order}, 'shape': ${shape}, }`;
  const header = `${dict.padEnd(117)}\n`;
  const prefix = [0x93, ...new TextEncoder().encode("NUMPY"), 1, 0, header.length, 0];
  return makeFile("x.npy", Uint8Array.from([...prefix, ...new TextEncoder().encode(header), ...bytesOf(data)]));
}

function wav(bitDepth: string, samples: number[] | number[][], channels = 1): string {
  const file = new wavefile.WaveFile();
  file.fromScratch(channels, 16000, bitDepth, samples as number[]);
  return makeFile("x.wav", file.toBuffer());
}

/** A recording of 16 bits whose format says that it is more than the plain ones. */
function extensibleWav(subformat: number, samples: number[]): string {
  const file = new wavefile.WaveFile();
  file.fromScratch(1, 16000, "16", samples);
  const guid = [subformat, 0x100000, 0xaa000080, 0x719b3800];
  const extension = { cbSize: 22, validBitsPerSample: 16, dwChannelMask: 4, subformat: guid };
  Object.assign(file.fmt, { audioFormat: 0xfffe, chunkSize: 40, ...extension });
  return makeFile("x.wav", file.toBuffer());
}

/** Cuts a file off after so many bytes. */
function cut(path: string, bytes: number): string {
  truncateSync(path, bytes);
  return path;
}

/** Overwrites 16-bit words of a file, by their offsets. */
function patch(path: string, words: Readonly<Record<number, number>>): string {
  const bytes = readFileSync(path);
  for (const [at, word] of Object.entries(words)) bytes.writeUInt16LE(word, Number(at));
  writeFileSync(path, bytes);
  return path;
}

const bmp = (): string => makeFile("x.bmp", encodeBmp({ width: 2, height: 2, data: Buffer.alloc(16), bitPP: 24 }).data);

const png = (width: number, height: number, channels: number, data: number[]): string =>
  makeFile("x.png", encodePng({ width, height, channels, depth: 8, data: Uint8Array.from(data) }));

describe("without a file", () => {
  test("bytes have the fixed pattern", async () => {
    const { outputs, inputs } = await runJson("run", echoModelFile({ type: "uint8", shape: [1, 9] }));
    expect(outputs[0].stored).toEqual([7, 38, 69, 100, 131, 162, 193, 224, 255]);
    expect(inputs[0].file).toBeNull();
  });

  test("floats have the same pattern in [-1, 1)", async () => {
    const { outputs } = await runJson("run", echoModelFile({ type: "float32", shape: [1, 9] }));
    expect(outputs[0].values.slice(0, 2)).toEqual([7 / 128 - 1, 38 / 128 - 1]);
  });
});

describe(".bin", () => {
  test("is taken byte by byte", async () => {
    const data = Int16Array.of(1, -2, 300, -32768);
    expect(await echo({ type: "int16" }, makeFile("x.bin", bytesOf(data)))).toEqual([...data]);
  });

  test("of the wrong size is refused with both sizes", async () => {
    expect(await refusal({}, makeFile("x.bin", Uint8Array.of(1, 2, 3)))).toMatch(/INPUT_SIZE: .*takes 4 bytes, 3 were/);
  });
});

describe(".json", () => {
  test.each([
    ["real numbers, quantized and saturated", { scale: 0.5, zeroPoint: 3 }, "[[0, 1.25], [-2, 1000]]", [3, 6, -1, 127]],
    ["floats", { type: "float32" }, "[0.5, -1, 2, 3]", [0.5, -1, 2, 3]],
    ["integers of an input without a scale", { type: "int32" }, "[1, -2, 70000, 4]", [1, -2, 70000, 4]],
    ["64-bit integers", { type: "int64" }, "[1, -2, 70000, 4]", [1, -2, 70000, 4]],
    ["a single number", { type: "float32", shape: [1, 1] }, "7", [7]],
  ] as const)("holds %s", async (_, options, text, expected) => {
    expect(await echo(options, makeFile("x.json", text))).toEqual(expected);
  });

  test.each([
    ["no JSON", {}, "[1, 2", /INPUT_TYPE: .*x\.json is no JSON file/],
    ["no numbers", { scale: 1 }, '[1, "2", 3, 4]', /element 1 is "2"/],
    ["too few numbers", { scale: 1 }, "[1]", /takes 4 numbers, 1 were given/],
    ["numbers that the type cannot hold", {}, "[1, 2, 3, 128]", /int8, which cannot hold element 3: 128/],
    [
      "a number that is not finite",
      { type: "float32" },
      "[1, 2, 1e999, 4]",
      /element 2 is Infinity; the file must hold/,
    ],
    ["arrays nested without end", {}, "[".repeat(200_000) + "]".repeat(200_000), /more than 64 deep/],
    ["objects nested without end", {}, `${'{"a":'.repeat(50_000)}1${"}".repeat(50_000)}`, /element 0 is an object;/],
    ["fractions for integers", { type: "int32" }, "[1, 2, 3.5, 4]", /cannot hold element 2: 3\.5/],
  ] as const)("with %s is refused", async (_, options, text, message) => {
    expect(await refusal(options, makeFile("x.json", text))).toMatch(message);
  });
});

describe(".npy", () => {
  test.each([
    ["its own type", { type: "int16" }, npy.bind(null, "<i2", Int16Array.of(1, -2, 3, -4)), [1, -2, 3, -4]],
    ["bytes", {}, npy.bind(null, "|i1", Int8Array.of(1, -2, 3, -4)), [1, -2, 3, -4]],
    ["floats to quantize", { scale: 0.5 }, npy.bind(null, "<f4", Float32Array.of(1, -2, 3, 0)), [2, -4, 6, 0]],
    ["doubles to quantize", { scale: 0.5 }, npy.bind(null, "<f8", Float64Array.of(1, -2, 3, 0)), [2, -4, 6, 0]],
  ] as const)("holds %s", async (_, options, file, expected) => {
    expect(await echo(options, file())).toEqual(expected);
  });

  const four = Int8Array.of(1, 2, 3, 4);
  test.each([
    ["another integer type", () => npy("|u1", four), /holds uint8 \[1, 4\], tensor "input 0" is int8/],
    [
      "another size",
      () => npy("|i1", four.subarray(1), { shape: "(3,)" }),
      /INPUT_SIZE: .*takes 4 bytes, 3 were given/,
    ],
    [
      "Fortran order",
      () => npy("|i1", four, { order: "True" }),
      /Fortran order; save it with numpy\.ascontiguousarray/,
    ],
    ["big-endian elements", () => npy(">i2", four), /big-endian/],
    ["elements that end early", () => npy("|i1", four.subarray(1)), /has 3 bytes of elements, its header says 4/],
    ["a type without numbers", () => npy("<U3", four), /no \.npy file that can be read: its header is/],
    ["a negative extent", () => npy("|i1", four, { shape: "(-1, -4)" }), /its shape is \(-1, -4\)/],
    ["a fraction of an extent", () => npy("|i1", four, { shape: "(1, 4.0)" }), /its shape is \(1, 4\.0\)/],
    ["half a header", () => cut(npy("|i1", four), 60), /it ends within its header/],
    ["no NumPy header", () => makeFile("x.npy", "hello"), /no NumPy header/],
  ])("with %s is refused", async (_, file, message) => {
    expect(await refusal({}, file())).toMatch(message);
  });
});

describe("pictures", () => {
  const levels = [0, 1, 127, 128, 200, 255];
  const grey = () => png(3, 2, 1, levels);
  const shape = [1, 2, 3, 1];

  test.each([
    ["[-1, 1]", 1 / 127.5, -1],
    ["[0, 1]", 1 / 255, -128],
    ["[0, 255]", 1, -128],
  ])("keep each grey level apart where the input covers %s", async (_, scale, zeroPoint) => {
    expect(await echo({ shape, scale, zeroPoint }, grey())).toEqual(levels.map((level) => level - 128));
  });

  test("are bytes as they are for uint8 without a scale", async () => {
    expect(await echo({ type: "uint8", shape }, grey())).toEqual(levels);
  });

  test("are in [0, 1] for floats, or in the range given", async () => {
    const options = { type: "float32", shape } as const;
    expect(await echo(options, grey())).toEqual(levels.map((level) => Math.fround(level / 255)));
    expect((await echo(options, grey(), "--range=-1,1"))[5]).toBe(1);
    expect((await echo(options, grey(), "--range", "0,255"))[4]).toBe(200);
  });

  test("become grey, or colour, as the input asks", async () => {
    const colour = png(1, 1, 3, [255, 0, 10]);
    expect(await echo({ type: "uint8", shape: [1, 1, 1, 3] }, colour)).toEqual([255, 0, 10]);
    expect(await echo({ type: "uint8", shape: [1, 1, 1] }, colour)).toEqual([77]);
    expect(await echo({ type: "uint8", shape: [1, 1, 1, 3] }, png(1, 1, 2, [9, 255]))).toEqual([9, 9, 9]);
  });

  describe("that hold the bytes of an int8 tensor", () => {
    const size = 16;
    const input = { shape: [1, size, size, 1], scale: 1, zeroPoint: -128 };
    const ramp = Array.from({ length: size * size }, (_, i) => 16 * (i % size) - 128);
    const asBytes = ramp.map((stored) => stored & 255);
    const square = () => png(size, size, 1, asBytes);

    test("are seen for what they are, and named", async () => {
      expect(await echo(input, square())).toEqual(ramp);
      const { stderr } = await runCli("run", echoModelFile(input), "--input", square());
      expect(stderr).toMatch(/note: .*x\.png looks like the bytes of an int8 tensor.*--pixels value/);
    });

    test("are what --pixels says", async () => {
      expect(await echo(input, square(), "--pixels", "value")).toEqual(asBytes.map((byte) => byte - 128));
      expect(await echo(input, square(), "--pixels", "stored")).toEqual(ramp);
      expect((await runCli("run", echoModelFile(input), "--pixels", "odd")).stderr).toMatch(/--pixels is odd/);
    });

    test("are not mistaken for black on white", async () => {
      const stripes = asBytes.map((_, i) => (i % 3 === 0 ? 0 : 255));
      expect(await echo(input, png(size, size, 1, stripes))).toEqual(stripes.map((byte) => byte - 128));
    });
  });

  test("are read from .bmp, from the upper left", async () => {
    const abgr = Buffer.from([0, 30, 20, 10, 0, 60, 50, 40]);
    const file = makeFile("x.bmp", encodeBmp({ width: 1, height: 2, data: abgr, bitPP: 24 }).data);
    expect(await echo({ type: "uint8", shape: [1, 2, 1, 3] }, file)).toEqual([10, 20, 30, 40, 50, 60]);
  });

  test.each([
    [
      "of another size",
      { shape: [1, 3, 2, 1], scale: 1 },
      grey,
      /INPUT_SIZE: .* has 3 × 2 pixels, .* takes 2 × 3; resize/,
    ],
    ["for an input that is none", { shape: [1, 6] }, grey, /INPUT_TYPE: .* shape \[1, 6\]; pictures go into/],
    ["for a range that no picture has", { shape, scale: 0.584, zeroPoint: 83 }, grey, /give --range BLACK,WHITE/],
    ["that are no PNG", { shape }, () => makeFile("x.png", "hello"), /x\.png is no PNG file that can be read/],
    ["that have a negative width", { shape }, () => patch(bmp(), { 18: 0xffff, 20: 0xffff }), /says -1 × 2 pixels$/m],
    ["that have no height", { shape }, () => patch(bmp(), { 22: 0 }), /its header says 2 × 0 pixels$/m],
    [
      "of absurd size",
      { shape },
      () => patch(bmp(), { 20: 0x7fff, 24: 0x7fff }),
      /says 2147418114 × 2147418114 pixels$/m,
    ],
    ["that end early", { shape }, () => cut(bmp(), 60), /it has 60 bytes, its header says 70$/m],
    [
      "that end within the header",
      { shape },
      () => cut(bmp(), 30),
      /BMP file that can be read: it has no BMP header$/m,
    ],
    ["that are no BMP", { shape }, () => makeFile("x.bmp", "hello"), /x\.bmp is no BMP file that can be read/],
  ] as const)("%s are refused", async (_, options, file, message) => {
    expect(await refusal(options, file())).toMatch(message);
  });
});

describe(".wav", () => {
  test("gives int16 inputs its samples, others real numbers in [-1, 1)", async () => {
    const file = wav("16", [0, 1, -32768, 32767]);
    expect(await echo({ type: "int16" }, file)).toEqual([0, 1, -32768, 32767]);
    expect(await echo({ type: "float32" }, file)).toEqual([0, 1 / 32768, -1, 32767 / 32768]);
    expect(await echo({ scale: 1 / 128 }, file)).toEqual([0, 0, -128, 127]);
  });

  test("may have other depths", async () => {
    expect(await echo({ type: "float32" }, wav("8", [128, 0, 192, 255]))).toEqual([0, -1, 0.5, 127 / 128]);
    expect(await echo({ type: "float32" }, wav("32f", [0.5, -0.25, 0, 1]))).toEqual([0.5, -0.25, 0, 1]);
    expect(await echo({ type: "float32" }, wav("64", [0.5, -0.25, 0, 1]))).toEqual([0.5, -0.25, 0, 1]);
    expect(await echo({ type: "int16" }, extensibleWav(1, [0, 1, -2, 3]))).toEqual([0, 1, -2, 3]);
    expect(await echo({ type: "float32" }, wav("24", [0, 2 ** 22, -(2 ** 23), 0]))).toEqual([0, 0.5, -1, 0]);
  });

  test.each([
    ["of another length", { type: "int16" }, () => wav("16", [1, 2, 3]), /INPUT_SIZE: .* has 3 samples, .* takes 4;/],
    [
      "in stereo",
      { type: "int16" },
      () =>
        wav(
          "16",
          [
            [1, 2, 3, 4],
            [1, 2, 3, 4],
          ],
          2,
        ),
      /has 2 channels; mix it down/,
    ],
    ["of another depth for int16", { type: "int16" }, () => wav("8", [1, 2, 3, 4]), /no 16-bit PCM/],
    [
      "in a format that is none of sound",
      { type: "int16" },
      () => patch(wav("16", [1, 2, 3, 4]), { 20: 0x55 }),
      /format is 0x55; save it as 16-bit PCM/,
    ],
    [
      "in floats of 16 bits",
      { type: "int16" },
      () => patch(wav("16", [1, 2, 3, 4]), { 20: 3 }),
      /samples are of kind 16 in format 0x3; save it as 16-bit PCM/,
    ],
    [
      "in an extensible format of floats",
      { type: "float32" },
      () => extensibleWav(3, [1, 2, 3, 4]),
      /format is 0xfffe of kind 3; save it as 16-bit PCM/,
    ],
    ["that is none", { type: "int16" }, () => makeFile("x.wav", "hello"), /x\.wav is no WAV file that can be read/],
  ] as const)("%s is refused", async (_, options, file, message) => {
    expect(await refusal(options, file())).toMatch(message);
  });
});

test("files of other kinds are refused", async () => {
  expect(await refusal({}, makeFile("x.gif", "hello"))).toMatch(/x\.gif: inputs are read from \.bin, \.npy/);
});

test("there must be a file for each input", async () => {
  const file = makeFile("x.bin", Uint8Array.of(1, 2, 3, 4));
  const { exitCode, stderr } = await runCli("run", echoModelFile({}, {}), "--input", file);
  expect(exitCode).toBe(3);
  expect(stderr).toMatch(/INPUT_SIZE: the model has 2 inputs \("input 0", "input 1"\), 1 files were given/);
});
