/** What thimble's API advises, as the option that does it. */
export const optionRemedy = (message: string): string =>
  message.replace(/pass arenaBytes: (\d+)/, "run it with --arena $1");
