/** A positive real factor as TFLite stores it: multiplier × 2^(shift − 31), multiplier in [2^30, 2^31) or 0. */
export interface QuantizedMultiplier {
  readonly multiplier: number;
  /** Positive shifts left. */
  readonly shift: number;
}

const TWO_31 = 2 ** 31;

/** Splits a positive finite double into a fraction in [0.5, 1) and a power of two, exactly. */
function frexp(value: number): [fraction: number, exponent: number] {
  let fraction = value;
  let exponent = 0;
  for (let step = 512; step >= 1; step /= 2) {
    if (fraction >= 2 ** (step - 1) && step > 1) {
      fraction /= 2 ** step;
      exponent += step;
    } else if (fraction < 2 ** -step) {
      fraction *= 2 ** step;
      exponent -= step;
    }
  }
  while (fraction >= 1) {
    fraction /= 2;
    exponent++;
  }
  while (fraction < 0.5) {
    fraction *= 2;
    exponent--;
  }
  return [fraction, exponent];
}

/**
 * The fixed-point form of a real factor (TFLite's `QuantizeMultiplier`): the fraction rounded to 31 bits, half away
 * from zero. Factors under 2^-32 become 0.
 */
export function quantizeMultiplier(real: number): QuantizedMultiplier {
  if (!(real > 0 && real < Number.POSITIVE_INFINITY)) return { multiplier: 0, shift: 0 };
  let [fraction, shift] = frexp(real);
  let multiplier = Math.floor(fraction * TWO_31 + 0.5);
  if (multiplier === TWO_31) {
    multiplier /= 2;
    shift++;
  }
  return shift < -31 ? { multiplier: 0, shift: 0 } : { multiplier, shift };
}
