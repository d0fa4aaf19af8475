/** A picture of eight bits a channel, three channels a pixel. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue, pixel by pixel from the upper left. */
  readonly rgb: Uint8Array;
}

/** A picture whose channels are computed: `channel(pixel, 0)` is a pixel's red. */
export function makePicture(
  width: number,
  height: number,
  channel: (pixel: number, channel: 0 | 1 | 2) => number,
): Picture {
  const rgb = new Uint8Array(width * height * 3);
  for (let pixel = 0; pixel < width * height; pixel++)
    for (const c of [0, 1, 2] as const) rgb[pixel * 3 + c] = channel(pixel, c);
  return { width, height, rgb };
}

/** A picture's luma after BT.601, a byte a pixel: grey stays as it is. */
export function toGrey({ rgb }: Picture): Uint8Array {
  return Uint8Array.from({ length: rgb.length / 3 }, (_, pixel) => {
    const [red, green, blue] = rgb.subarray(pixel * 3, pixel * 3 + 3) as unknown as readonly [number, number, number];
    return (red * 19595 + green * 38470 + blue * 7471 + 0x8000) >> 16;
  });
}
