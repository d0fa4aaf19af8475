import { fileError } from "./file-error.ts";
import { main } from "./main.ts";
import { reportError } from "./report-error.ts";

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  // A reader that stops early (`thimble inspect … | head`) is no failure.
  if (error.code === "EPIPE") process.exit();
  process.exit(reportError(fileError("cannot write", "stdout", error), false, process));
});

// There is nowhere left to say it; the exit code does.
process.stderr.on("error", () => {});

process.exitCode = await main(process.argv.slice(2), process);
