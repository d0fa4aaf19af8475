// npm start: installs, builds, runs the example model, then again with other kernels, and proves those.
import { mustSucceed } from "./pnpm.mjs";

mustSucceed(
  ["install", "--frozen-lockfile", "--reporter=silent"],
  [
    "exec",
    "turbo",
    "run",
    "build",
    "--filter=@thimble/example-sine...",
    "--filter=@thimble/example-tour...",
    "--filter=@thimble/cli...",
    "--output-logs=errors-only",
  ],
  ["--silent", "--filter=@thimble/example-sine", "start"],
  ["--silent", "--filter=@thimble/example-tour", "start"],
);
