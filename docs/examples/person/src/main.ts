import { Detector } from "./detector.ts";

const find = <T extends Element>(selector: string): T => document.querySelector<T>(selector)!;

const [file, canvas, verdict, meter, facts] = [
  find<HTMLInputElement>("input"),
  find<HTMLCanvasElement>("canvas"),
  find<HTMLOutputElement>("output"),
  find<HTMLMeterElement>("meter"),
  find<HTMLElement>("#facts"),
];

const context = canvas.getContext("2d", { willReadFrequently: true })!;

/** Draws a picture into the canvas, its middle as a square. */
function draw(picture: ImageBitmap): void {
  const side = Math.min(picture.width, picture.height);
  const [left, top] = [(picture.width - side) / 2, (picture.height - side) / 2];
  context.imageSmoothingQuality = "high";
  context.drawImage(picture, left, top, side, side, 0, 0, canvas.width, canvas.height);
}

/** Shows what is in the chosen picture. */
async function look(detector: Detector): Promise<void> {
  const [chosen] = file.files ?? [];
  if (!chosen) return;
  draw(await createImageBitmap(chosen));
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  const { person, microseconds } = detector.detect(data);
  verdict.textContent = `${person >= 0.5 ? "A person" : "No person"}: ${Math.round(100 * person)} %`;
  meter.value = person;
  const { arena, steps } = detector.interpreter;
  facts.textContent = `${steps.length} nodes in ${(microseconds / 1000).toFixed(2)} ms, ${arena.usedBytes.toLocaleString("en-US")} bytes of arena`;
}

try {
  const detector = await Detector.load("./person_detect.tflite");
  verdict.textContent = "Ready.";
  file.disabled = false;
  file.addEventListener("change", () => {
    look(detector).catch((error: unknown) => {
      verdict.textContent = `This picture cannot be read: ${String(error)}`;
    });
  });
} catch (error) {
  verdict.textContent = error instanceof Error ? error.message : String(error);
}
