// Builds its share of the modules, one behind the other: the compiler keeps the thread that it runs on.
import { parentPort, workerData } from "node:worker_threads";
import { buildModule } from "@thimble/pack-kit";

for (const { id, description } of workerData) {
  try {
    parentPort.postMessage({ id, bytes: await buildModule(description) });
  } catch (error) {
    parentPort.postMessage({ id, failure: error.message });
  }
}
