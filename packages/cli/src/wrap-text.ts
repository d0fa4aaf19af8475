/** The longest line of a report. */
const WIDTH = 110;

/** Breaks a text between words into lines that begin with `indent`. A word longer than a line stays whole. */
export function wrapText(text: string, indent: string): string {
  const lines: string[] = [];
  let line = indent;
  for (const word of text.split(" ")) {
    if (line !== indent && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = indent;
    }
    line += line === indent ? word : ` ${word}`;
  }
  return [...lines, line].join("\n");
}
