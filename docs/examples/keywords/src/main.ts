import workletUrl from "./microphone-worklet.js?url";
import { SAMPLE_RATE } from "./sample-rate.ts";
import type { Heard } from "./spotter.ts";

const find = <T extends Element>(selector: string): T => document.querySelector<T>(selector)!;

const [button, file, output, list] = [
  find<HTMLButtonElement>("button"),
  find<HTMLInputElement>("input"),
  find<HTMLOutputElement>("output"),
  find<HTMLOListElement>("ol"),
];

const worker = new Worker(new URL("./spotter-worker.ts", import.meta.url), { type: "module" });

const modelUrl = (name: string): string => new URL(name, document.baseURI).href;

worker.postMessage({ models: ["audio_preprocessor_int8.tflite", "micro_speech_quantized.tflite"].map(modelUrl) });

worker.addEventListener("message", ({ data }: MessageEvent<{ ready?: true; heard?: Heard; problem?: string }>) => {
  if (data.problem) output.textContent = data.problem;
  if (data.ready) {
    output.textContent = "Ready.";
    button.disabled = file.disabled = false;
  }
  if (data.heard) show(data.heard);
});

function show({ word, score, seconds }: Heard): void {
  output.textContent = word;
  const line = document.createElement("li");
  line.textContent = `${seconds.toFixed(2)} s  ${word}  ${Math.round(100 * score)} %`;
  list.append(line);
}

const hear = (samples: Float32Array): void => worker.postMessage({ samples }, [samples.buffer]);

/** Listens to the microphone. A context of 16 kHz has the browser bring the sound to what the models know. */
async function listen(): Promise<void> {
  const context = new AudioContext({ sampleRate: SAMPLE_RATE });
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
  await context.audioWorklet.addModule(workletUrl);
  const microphone = new AudioWorkletNode(context, "microphone");
  microphone.port.onmessage = ({ data }: MessageEvent<Float32Array>) => hear(data);
  context.createMediaStreamSource(stream).connect(microphone);
  output.textContent = "Listening …";
  button.disabled = true;
}

/** Hears a recording, with silence around it: the second model looks at a second of sound. */
async function hearFile(recording: File): Promise<void> {
  const context = new OfflineAudioContext(1, 1, SAMPLE_RATE);
  const sound = await context.decodeAudioData(await recording.arrayBuffer());
  const padded = new Float32Array(sound.length + SAMPLE_RATE);
  padded.set(sound.getChannelData(0), SAMPLE_RATE / 2);
  hear(padded);
}

const report = (error: unknown): void => {
  output.textContent = error instanceof Error ? error.message : String(error);
};

button.addEventListener("click", () => listen().catch(report));
file.addEventListener("change", () => {
  const [recording] = file.files ?? [];
  if (recording) hearFile(recording).catch(report);
});
