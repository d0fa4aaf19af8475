import type { Scores } from "./recognize.ts";

/** A word and when it was recognized: the end of the window. */
export interface Word {
  readonly seconds: number;
  readonly label: string;
  /** The averaged score. */
  readonly score: number;
}

/** How words are told from scores. */
export interface WordOptions {
  readonly labels: readonly string[];
  /** Labels that are no words. */
  readonly ignore: readonly string[];
  /** The least averaged score. */
  readonly threshold: number;
}

/** Scores are averaged over this time, so that one window does not make a word. */
const AVERAGE_SECONDS = 0.3;

/** The words that scores tell of, each once for as long as it lasts. */
export function* findWords(all: Iterable<Scores>, { labels, ignore, threshold }: WordOptions): Generator<Word> {
  let recent: Scores[] = [];
  let last = "";
  for (const scores of all) {
    recent = [...recent.filter(({ seconds }) => seconds > scores.seconds - AVERAGE_SECONDS), scores];
    const averages = scores.scores.map(
      (_, i) => recent.reduce((sum, { scores }) => sum + scores[i]!, 0) / recent.length,
    );
    const best = averages.reduce((top, score, i) => (score > averages[top]! ? i : top), 0);
    const label = labels[best] ?? `class ${best}`;
    if (averages[best]! < threshold || label === last) continue;
    last = label;
    if (!ignore.includes(label)) yield { seconds: scores.seconds, label, score: averages[best]! };
  }
}
