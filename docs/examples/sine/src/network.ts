/** A layer y = W x + b, with W[output][input] in one row-major array. */
export interface Dense {
  readonly inputs: number;
  readonly outputs: number;
  readonly weights: Float64Array;
  readonly bias: Float64Array;
}

/** Dense layers with ReLU between them and none behind the last. */
export type Network = readonly Dense[];

/**
 * Layers of the given widths with He's initial weights: √(6 / inputs) × a uniform number in [−1, 1). Each unit of the
 * first layer gets the bias that bends it somewhere in 0 ≤ x < `range`: bent at 0, all of them would be one line.
 */
export function createNetwork(widths: readonly number[], range: number, random: () => number): Network {
  return widths.slice(1).map((outputs, i) => {
    const inputs = widths[i]!;
    const bound = Math.sqrt(6 / inputs);
    const weights = Float64Array.from({ length: inputs * outputs }, () => bound * (2 * random() - 1));
    const bias = i === 0 ? weights.map((weight) => -weight * range * random()) : new Float64Array(outputs);
    return { inputs, outputs, weights, bias };
  });
}

function applyDense({ inputs, outputs, weights, bias }: Dense, x: Float64Array): Float64Array {
  const y = Float64Array.from(bias);
  for (let o = 0; o < outputs; o++) for (let i = 0; i < inputs; i++) y[o]! += weights[o * inputs + i]! * x[i]!;
  return y;
}

const relu = (x: Float64Array): Float64Array => x.map((value) => Math.max(0, value));

/** The network's input, what each hidden layer gives, and its output. */
export function activations(network: Network, input: number): Float64Array[] {
  const all: Float64Array[] = [Float64Array.of(input)];
  network.forEach((layer, i) => {
    const y = applyDense(layer, all[i]!);
    all.push(i < network.length - 1 ? relu(y) : y);
  });
  return all;
}
