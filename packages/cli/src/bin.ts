#!/usr/bin/env node
import { main } from "./main.ts";

// A reader that stops early (`thimble inspect … | head`) is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

process.exitCode = await main(process.argv.slice(2), process);
