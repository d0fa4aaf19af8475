import { formatFixed } from "../format.ts";
import type { Word } from "./find-words.ts";

/** What `thimble run --stream --json` prints. */
export interface StreamReport {
  readonly command: "run";
  readonly model: string;
  readonly frontend: string;
  readonly recording: string;
  /** `id@version`, in the order of priority. */
  readonly packs: readonly string[];
  /** Length of the recording. */
  readonly seconds: number;
  /** How often the model classified. */
  readonly classifications: number;
  readonly words: readonly Word[];
}

/** `0.98 s  yes  0.99`, and how much was heard. */
export function formatStream({ words, seconds, classifications }: StreamReport): string {
  const lines = words.map(
    ({ seconds, label, score }) => `${formatFixed(seconds, 2)} s  ${label}  ${formatFixed(score, 2)}`,
  );
  const heard = `${formatFixed(seconds, 2)} s of sound, ${classifications} classifications`;
  return `${[...(lines.length > 0 ? lines : ["no words"]), "", heard].join("\n")}\n`;
}
