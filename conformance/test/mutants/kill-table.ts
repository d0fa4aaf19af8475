/** How a mutant was killed. */
export interface Kill {
  readonly id: string;
  readonly what: string;
  /** The checks that failed in the first case that saw it. */
  readonly by: readonly string[];
  readonly in: string;
}

const HEAD = `# What kills which mutant

Each mutant is a right kernel that is wrong in one line. The suite has to fail every one of them; the table says what saw it
first. \`WRITE_KILL_TABLE=1 vitest run test/mutants/mutants.test.ts\` writes it anew.
`;

/** The table in Markdown, by mutant. */
export function formatKillTable(kills: readonly Kill[]): string {
  const rows = [...kills]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, what, by, in: where }) => `| ${id} | ${what.replaceAll("|", "\\|")} | ${by.join(", ")} | ${where} |`);
  return [HEAD, "| mutant | what is wrong | killed by | in |", "|---|---|---|---|", ...rows, ""].join("\n");
}
