/** What a thrown value says: kernels may throw anything. */
export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
