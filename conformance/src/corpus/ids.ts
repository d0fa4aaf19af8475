/** How cases are named: `conv_2d/s8/same-odd`, and random models `random/conv_2d/s8/1`. */

const RANDOM = "random/";

/** The folder of an operator's cases. */
export const wordOf = (operator: string): string => operator.toLowerCase();

/** Whether an id or a pattern is of random models. */
export const isRandom = (id: string): boolean => id.startsWith(RANDOM);

/** What the ids of a generator's random models begin with. */
export const randomName = (operator: string, types: string): string => `${RANDOM}${wordOf(operator)}/${types}`;

/** The id of a generator's random models: from each seed others. */
export const randomId = (operator: string, types: string, seed: number): string =>
  `${randomName(operator, types)}/${seed}`;

/** Whether a name fits a pattern in which `*` stands for any part. */
export function fits(name: string, pattern: string): boolean {
  const parts = pattern.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`).test(name);
}
