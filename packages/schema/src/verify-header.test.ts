import { expect, it } from "vitest";
import { readModel } from "./model.ts";

const text = (value: string) => new TextEncoder().encode(value);

it.each([
  ["an empty file", new Uint8Array(0), "MODEL_TRUNCATED", "the model is empty"],
  ["a file of 5 bytes", Uint8Array.of(28, 0, 0, 0, 84), "MODEL_TRUNCATED", "5 bytes are too few"],
  ["HTML", text("<!DOCTYPE html><html>"), "MODEL_NOT_TFLITE", "it starts with '<!DO': an HTML or XML page, was the"],
  ["short HTML", text("<p>"), "MODEL_NOT_TFLITE", "it starts with '<p>': an HTML"],
  ["JSON", text('{"error": 404}'), "MODEL_NOT_TFLITE", "JSON"],
  ["a Git LFS pointer", text("version https://git-lfs.github.com/spec/v1"), "MODEL_NOT_TFLITE", "git lfs pull"],
  ["a ZIP archive", text("PK\u0003\u0004 and so on"), "MODEL_NOT_TFLITE", "ZIP"],
  ["gzip data", Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0), "MODEL_NOT_TFLITE", "'\\x1f\\x8b\\x08\\x00': gzip"],
  ["plain text", text("Hello, world"), "MODEL_NOT_TFLITE", "bytes 4 to 8 are 'o, w', not 'TFL3'"],
])("refuses %s and says what it is", (_, bytes, code, message) => {
  expect(() => readModel(bytes)).toThrow(expect.objectContaining({ code, message: expect.stringContaining(message) }));
});

it("refuses what is not bytes", () => {
  expect(() => readModel("model.tflite" as unknown as Uint8Array)).toThrow(
    expect.objectContaining({ code: "MODEL_NOT_TFLITE", message: expect.stringContaining("Uint8Array") }),
  );
});
