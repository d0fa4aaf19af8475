import type { Profiler, ProfilerEvent } from "@thimble/core";

/** What a profiler saw of one node. */
export interface NodeSamples {
  readonly event: ProfilerEvent;
  readonly microseconds: number[];
}

/** A profiler that keeps how long each call of each node took. A node that calls subgraphs includes their nodes. */
export class NodeTimer implements Profiler {
  readonly #nodes = new Map<ProfilerEvent["node"], NodeSamples>();
  /** Calls that have begun: more than one only within a node that calls a subgraph. */
  readonly #starts: number[] = [];

  /** In the order the nodes ran first. */
  get nodes(): readonly NodeSamples[] {
    return [...this.#nodes.values()];
  }

  begin(): void {
    this.#starts.push(performance.now());
  }

  end(event: ProfilerEvent): void {
    const microseconds = (performance.now() - this.#starts.pop()!) * 1000;
    const samples = this.#nodes.get(event.node);
    if (samples) samples.microseconds.push(microseconds);
    else this.#nodes.set(event.node, { event, microseconds: [microseconds] });
  }

  /** Forgets what was seen. */
  clear(): void {
    this.#nodes.clear();
    this.#starts.length = 0;
  }
}
