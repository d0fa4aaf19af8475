/** The page of the kernel contract, made of its headers. */
export function abiPage(): string;
