import { buildModel } from "./build-model.ts";
import { fit } from "./gradient-descent.ts";
import { createNetwork } from "./network.ts";
import { quantizeNetwork } from "./quantize.ts";
import { seededRandom } from "./random.ts";
import { sine } from "./sine.ts";

/** Trains a network of two hidden layers on the sine, quantizes it and writes it: the same bytes on every machine. */
export function makeModel(): Uint8Array {
  const random = seededRandom(1);
  const inputs = Array.from({ length: 256 }, (_, i) => (2 * Math.PI * i) / 255);
  const samples = inputs.map((x) => ({ x, y: sine(x) }));
  const network = createNetwork([1, 16, 16, 1], 2 * Math.PI, random);
  fit(network, samples, { steps: 2000, rate: 0.03 });
  return buildModel(quantizeNetwork(network, inputs), "sine of x for x from 0 to 2π, int8");
}
