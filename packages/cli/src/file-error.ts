import { UsageError } from "./usage-error.ts";

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "no such file or directory",
  EISDIR: "it is a directory",
  ENOTDIR: "a part of the path is no directory",
  EACCES: "permission denied",
  EPERM: "operation not permitted",
  ENOSPC: "no space left",
};

/** The error of a file that cannot be read or written; whatever is no file system error stays as it is. */
export function fileError(what: string, path: string, error: unknown): unknown {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === undefined || !/^E[A-Z0-9]+$/.test(code)) return error;
  return new UsageError(`${what} ${path}: ${REASONS[code] ?? message}`);
}
