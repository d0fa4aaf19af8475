/** The models' thread: samples come in as messages, words go out. */
import { Spotter } from "./spotter.ts";

const fetchBytes = async (url: string): Promise<ArrayBuffer> => {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`there is no model at ${url} (${response.status}); put it there`);
  return response.arrayBuffer();
};

type Message = { readonly models: readonly [frontend: string, model: string] } | { readonly samples: Float32Array };

let spotter: Spotter | undefined;

addEventListener("message", async ({ data }: MessageEvent<Message>) => {
  try {
    if ("models" in data) {
      const [frontend, model] = await Promise.all(data.models.map(fetchBytes));
      spotter = await Spotter.load(frontend!, model!);
      postMessage({ ready: true });
    } else for (const heard of spotter?.hear(data.samples) ?? []) postMessage({ heard });
  } catch (error) {
    postMessage({ problem: error instanceof Error ? error.message : String(error) });
  }
});
