/** `4,254` */
export const formatCount = (count: number): string => count.toLocaleString("en-US");

/** `1 case`, `4,254 cases` */
export const formatNumberOf = (count: number, noun: string): string =>
  `${formatCount(count)} ${noun}${count === 1 ? "" : "s"}`;

/** A number in a few digits: `0.25`, `12.3`, `1,204`. */
export const formatShort = (value: number): string =>
  Number.isFinite(value)
    ? Number(value.toPrecision(3)).toLocaleString("en-US", { maximumFractionDigits: 12 })
    : `${value}`;
