import { spawnSync } from "node:child_process";
import { closeSync, constants, openSync, readSync, writeSync } from "node:fs";
import { join } from "node:path";
import { ThimbleError } from "@thimble/core";

const sleeper = new Int32Array(new SharedArrayBuffer(4));

/** Milliseconds between two looks at a pipe; a request takes as long at least. */
const PAUSE = 0.02;

/** Looks at a pipe before it is asked whether there is still hope. */
const LOOKS = 1000;

const isBusy = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === "EAGAIN";

/**
 * Two named pipes, through which a thread talks with an emulator without coming back to its event loop: kernels are
 * called in the middle of an invoke.
 */
export class Channel {
  readonly #requests: number;
  readonly #replies: number;
  #deadline = 0;
  #isHopeless: () => boolean = () => false;

  /** @param folder where `requests` and `replies` come to be */
  constructor(folder: string) {
    const [requests, replies] = [join(folder, "requests"), join(folder, "replies")];
    const { status } = spawnSync("mkfifo", [requests, replies]);
    if (status !== 0)
      throw new ThimbleError("DEVICE_TOOL", "emulated cores need mkfifo; it comes with coreutils or a POSIX system");
    // Opened for both ways, a pipe does not wait for somebody at its other end.
    this.#requests = openSync(requests, constants.O_RDWR | constants.O_NONBLOCK);
    this.#replies = openSync(replies, constants.O_RDWR | constants.O_NONBLOCK);
  }

  /** Sets the milliseconds in which what follows has to be done, and what makes waiting useless. */
  limit(milliseconds: number, isHopeless: () => boolean): void {
    this.#deadline = performance.now() + milliseconds;
    this.#isHopeless = isHopeless;
  }

  /** Writes all of the bytes; `false` where time ends before. */
  write(bytes: Uint8Array): boolean {
    for (let at = 0; at < bytes.length; ) {
      const written = this.#attempt(() => writeSync(this.#requests, bytes, at));
      if (written === undefined) return false;
      at += written;
    }
    return true;
  }

  /** Reads so many bytes; `undefined` where time ends before. */
  read(length: number): Uint8Array | undefined {
    const bytes = new Uint8Array(length);
    for (let at = 0; at < length; ) {
      const count = this.#attempt(() => readSync(this.#replies, bytes, at, length - at, null));
      if (count === undefined) return undefined;
      at += count;
    }
    return bytes;
  }

  close(): void {
    closeSync(this.#requests);
    closeSync(this.#replies);
  }

  #attempt(act: () => number): number | undefined {
    for (let looks = 1; ; looks++) {
      try {
        return act();
      } catch (error) {
        if (!isBusy(error)) throw error;
      }
      if (performance.now() > this.#deadline || (looks % LOOKS === 0 && this.#isHopeless())) return undefined;
      Atomics.wait(sleeper, 0, 0, PAUSE);
    }
  }
}
