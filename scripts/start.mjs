// npm start: installs, builds, and runs the example model.
import { mustSucceed } from "./pnpm.mjs";

mustSucceed(
  ["install", "--frozen-lockfile", "--reporter=silent"],
  [
    "exec",
    "turbo",
    "run",
    "build",
    "--filter=@thimble/example-sine...",
    "--filter=@thimble/cli...",
    "--output-logs=errors-only",
  ],
  ["--silent", "--filter=@thimble/example-sine", "start"],
);
