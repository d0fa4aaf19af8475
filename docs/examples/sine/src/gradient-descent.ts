import { activations, type Dense, type Network } from "./network.ts";

/** Adam's running means of the gradient and its square, for the parameters of one layer in one row. */
interface Moments {
  readonly mean: Float64Array;
  readonly square: Float64Array;
}

const MEAN_DECAY = 0.9;
const SQUARE_DECAY = 0.999;

/** Fits a network to samples by gradient descent on the squared error of all samples, with Adam's step sizes. */
export function fit(
  network: Network,
  samples: readonly { x: number; y: number }[],
  options: { steps: number; rate: number },
): void {
  const moments = network.map((layer) => momentsOf(layer));
  for (let step = 1; step <= options.steps; step++) {
    const gradients = network.map(({ weights, bias }) => new Float64Array(weights.length + bias.length));
    for (const { x, y } of samples) addGradients(network, gradients, x, y, 2 / samples.length);
    const rate = options.rate * (1 - step / (options.steps + 1));
    for (const [i, layer] of network.entries()) descend(layer, gradients[i]!, moments[i]!, rate, step);
  }
}

function momentsOf({ weights, bias }: Dense): Moments {
  const length = weights.length + bias.length;
  return { mean: new Float64Array(length), square: new Float64Array(length) };
}

/** Back-propagates one sample's error and adds its gradients: weights first, then biases, as in {@link Moments}. */
function addGradients(
  network: Network,
  gradients: readonly Float64Array[],
  x: number,
  target: number,
  weight: number,
): void {
  const values = activations(network, x);
  let error = values.at(-1)!.map((value) => weight * (value - target));
  for (let l = network.length - 1; l >= 0; l--) {
    const { inputs, outputs, weights } = network[l]!;
    const gradient = gradients[l]!;
    const below = new Float64Array(inputs);
    for (let o = 0; o < outputs; o++) {
      gradient[inputs * outputs + o]! += error[o]!;
      for (let i = 0; i < inputs; i++) {
        gradient[o * inputs + i]! += error[o]! * values[l]![i]!;
        below[i]! += error[o]! * weights[o * inputs + i]!;
      }
    }
    error = below.map((value, i) => (values[l]![i]! > 0 ? value : 0));
  }
}

function descend(
  { weights, bias }: Dense,
  gradient: Float64Array,
  { mean, square }: Moments,
  rate: number,
  step: number,
): void {
  for (let i = 0; i < gradient.length; i++) {
    mean[i] = MEAN_DECAY * mean[i]! + (1 - MEAN_DECAY) * gradient[i]!;
    square[i] = SQUARE_DECAY * square[i]! + (1 - SQUARE_DECAY) * gradient[i]! ** 2;
    const change =
      (rate * mean[i]!) / (1 - MEAN_DECAY ** step) / (Math.sqrt(square[i]! / (1 - SQUARE_DECAY ** step)) + 1e-8);
    if (i < weights.length) weights[i]! -= change;
    else bias[i - weights.length]! -= change;
  }
}
