/** The operations of a Fourier transform on numbers of one type, with KISS FFT's roundings. */
export interface FftArithmetic {
  /** The sine or cosine x as a twiddle factor. */
  twiddle(x: number): number;
  /** x ÷ divisor where the transform scales down as it goes, x where it does not. */
  scaleDown(x: number, divisor: number): number;
  multiply(a: number, b: number): number;
  /** The real part of (ar + i ai) × (br + i bi), rounded once. */
  productReal(ar: number, ai: number, br: number, bi: number): number;
  /** The imaginary part. */
  productImaginary(ar: number, ai: number, br: number, bi: number): number;
  /** A sum or difference as the type holds it. */
  wrap(x: number): number;
  half(x: number): number;
}

const toInt16 = (x: number): number => (x << 16) >> 16;

/** Q0.30 to Q0.15, rounded half up. */
const round15 = (x: number): number => toInt16((x + 0x4000) >> 15);

const multiplyS16 = (a: number, b: number): number => round15(a * b);

/** int16 in Q0.15. */
export const fftS16: FftArithmetic = {
  twiddle: (x) => Math.floor(0.5 + 0x7fff * x),
  scaleDown: (x, divisor) => multiplyS16(x, Math.trunc(0x7fff / divisor)),
  multiply: multiplyS16,
  productReal: (ar, ai, br, bi) => round15(ar * br - ai * bi),
  productImaginary: (ar, ai, br, bi) => round15(ar * bi + ai * br),
  wrap: toInt16,
  half: (x) => x >> 1,
};

/**
 * ⌊(a × b + c × d) ÷ 2^31⌉ of int32, half rounded up, modulo 2^32. b and d are split into halves of 16 bits, so that
 * doubles hold every sum.
 */
function sumOfProducts31(a: number, b: number, c: number, d: number): number {
  const low = Math.floor((a * (b & 0xffff) + c * (d & 0xffff) + 0x40000000) / 0x10000);
  return Math.floor((a * (b >> 16) + c * (d >> 16) + low) / 0x8000) | 0;
}

const multiplyS32 = (a: number, b: number): number => sumOfProducts31(a, b, 0, 0);

/** int32 in Q0.31. */
export const fftS32: FftArithmetic = {
  twiddle: (x) => Math.floor(0.5 + 0x7fffffff * x),
  scaleDown: (x, divisor) => multiplyS32(x, Math.trunc(0x7fffffff / divisor)),
  multiply: multiplyS32,
  productReal: (ar, ai, br, bi) => sumOfProducts31(ar, br, -ai, bi),
  productImaginary: (ar, ai, br, bi) => sumOfProducts31(ar, bi, ai, br),
  wrap: (x) => x | 0,
  half: (x) => x >> 1,
};

/** float32, computed in double and rounded when stored; nothing is scaled down. */
export const fftF32: FftArithmetic = {
  twiddle: (x) => x,
  scaleDown: (x) => x,
  multiply: (a, b) => a * b,
  productReal: (ar, ai, br, bi) => ar * br - ai * bi,
  productImaginary: (ar, ai, br, bi) => ar * bi + ai * br,
  wrap: (x) => x,
  half: (x) => x / 2,
};
