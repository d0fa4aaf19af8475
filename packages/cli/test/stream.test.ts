import { readFileSync } from "node:fs";
import { join } from "node:path";
import { hasShared, needsShared, sharedFolder } from "@thimble/goldens";
import { describe, expect, test } from "vitest";
import wavefile from "wavefile";
import { findWords } from "../src/stream/find-words.ts";
import { echoModelFile } from "./models.ts";
import { makeFile, runCli, runJson } from "./run-cli.ts";

const recording = (samples: number): string => {
  const wav = new wavefile.WaveFile();
  wav.fromScratch(
    1,
    1000,
    "16",
    Int16Array.from({ length: samples }, (_, i) => i),
  );
  return makeFile("x.wav", wav.toBuffer());
};

describe("words", () => {
  const options = { labels: ["silence", "go"], ignore: ["silence"], threshold: 0.6 };
  const scores = (...go: number[]) => go.map((score, i) => ({ seconds: i / 10, scores: [1 - score, score] }));

  test("are told once for as long as they last, when their average is high enough", () => {
    const [word, ...others] = findWords(scores(0, 0, 0.9, 0.9, 0.9, 0.9, 0.9), options);
    expect(word).toEqual({ seconds: 0.3, label: "go", score: expect.closeTo(0.6, 1) });
    expect(others).toEqual([]);
  });

  test("are told again after something else", () => {
    const words = [...findWords(scores(1, 1, 0, 0, 0, 0, 1, 1, 1), options)];
    expect(words.map(({ label }) => label)).toEqual(["go", "go"]);
  });

  test("are none where no class stands out, and have a number where they have no name", () => {
    expect([...findWords(scores(0.5, 0.5), options)]).toEqual([]);
    expect([...findWords(scores(1), { ...options, labels: [] })][0]).toMatchObject({ label: "class 1" });
  });
});

describe("a stream", () => {
  const frontend = () => echoModelFile({ type: "int16", shape: [4] });

  test("is cut into windows, whose features the model gets together", async () => {
    const model = echoModelFile({ type: "int16", shape: [8], scale: 1 });
    const report = await runJson(
      "run",
      model,
      "--stream",
      recording(20),
      "--frontend",
      frontend(),
      "--stride",
      "4",
      "--threshold",
      "5",
    );
    expect(report).toMatchObject({ seconds: 0.02, classifications: 4 });
    expect(report.words.map(({ label }: { label: string }) => label)).toEqual(["class 7"]);
  });

  test.each([
    [
      "models that do not fit",
      () => ["--frontend", echoModelFile({ shape: [3] })],
      /INPUT_TYPE: the frontend gives int8 \[3\], the model takes int16 \[8\]/,
    ],
    ["no frontend", () => [], /--stream needs --frontend/],
    [
      "an input",
      () => ["--frontend", frontend(), "--input", "x.bin"],
      /^thimble: --input does not go with --stream, which reads a recording$/m,
    ],
    ["--range", () => ["--frontend", frontend(), "--range", "0,1"], /--range does not go with --stream/],
    ["--pixels", () => ["--frontend", frontend(), "--pixels", "value"], /--pixels does not go with --stream/],
    ["--out", () => ["--frontend", frontend(), "--out", "x"], /--out does not go with --stream/],
    ["--invocations", () => ["--frontend", frontend(), "--invocations", "2"], /--invocations does not go with/],
    ["--arena", () => ["--frontend", frontend(), "--arena", "999"], /--arena does not go with --stream/],
    [
      "fewer labels than classes",
      () => ["--frontend", frontend(), "--labels", "yes,no"],
      /INPUT_SIZE: --labels names 2 classes, the model has 8$/m,
    ],
    [
      "something to ignore that is no label",
      () => ["--frontend", frontend(), "--labels", "a,b,c,d,e,f,g,h", "--ignore", "a,x"],
      /^thimble: --ignore names "x", which is not among --labels$/m,
    ],
    [
      "a frontend for longer recordings",
      () => ["--frontend", echoModelFile({ type: "int16", shape: [32] })],
      /INPUT_SIZE: .*x\.wav has 20 samples, a window of the frontend takes 32$/m,
    ],
    ["a stride of 0", () => ["--frontend", frontend(), "--stride", "0"], /--stride is "0"/],
  ])("with %s is refused", async (_, more, message) => {
    const model = echoModelFile({ type: "int16", shape: [8], scale: 1 });
    const { stderr, exitCode } = await runCli("run", model, "--stream", recording(20), ...more());
    expect(stderr).toMatch(message);
    expect(exitCode).not.toBe(0);
  });
});

test.each(["frontend", "stride", "labels", "ignore", "threshold"])("--%s is for a stream", async (option) => {
  const { stderr, exitCode } = await runCli("run", "x.tflite", `--${option}`, "1");
  expect(stderr).toBe(`thimble: --${option} needs --stream, the recording\n`);
  expect(exitCode).toBe(2);
});

describe.skipIf(!hasShared)(needsShared("real sound"), () => {
  const hear = async (wav: string) => {
    const [model, frontend] = ["micro_speech_quantized", "audio_preprocessor_int8"].map((name) =>
      join(sharedFolder, "models", `${name}.tflite`),
    );
    const { words } = await runJson(
      "run",
      model!,
      "--stream",
      wav,
      "--frontend",
      frontend!,
      "--labels",
      "silence,unknown,yes,no",
    );
    return words as { label: string; seconds: number }[];
  };
  const sample = (name: string) => join(sharedFolder, "samples", `${name}_1000ms.wav`);

  test.each([
    ["yes", ["yes"]],
    ["no", ["no"]],
    ["silence", []],
    ["noise", []],
  ])("of %s has the words %j", async (name, words) => {
    expect((await hear(sample(name))).map(({ label }) => label)).toEqual(words);
  });

  test("of several seconds has each word at its time", async () => {
    const names = ["silence", "yes", "silence", "no", "noise", "yes", "no"];
    const parts = names.flatMap((name) => [
      ...new wavefile.WaveFile(readFileSync(sample(name))).getSamples(false, Int16Array),
    ]);
    const wav = new wavefile.WaveFile();
    wav.fromScratch(1, 16000, "16", Int16Array.from(parts));
    const words = await hear(makeFile("words.wav", wav.toBuffer()));
    expect(words.map(({ label, seconds }) => `${label} in second ${Math.floor(seconds)}`)).toEqual([
      "yes in second 1",
      "no in second 3",
      "yes in second 5",
      "no in second 6",
    ]);
  });
});
