/** What a thrown value says: kernels and engines may throw anything. */
export const reasonOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));
