import { ThimbleError } from "@thimble/core";
import type { Compiler, MemoryMap, Target, Tool } from "./target.ts";

const MB = 2 ** 20;

const armGcc: Compiler = { name: "gcc", command: "arm-none-eabi-gcc", package: "gcc-arm-none-eabi", flags: [] };
const armClang: Compiler = {
  name: "clang",
  command: "clang-19",
  package: "clang-19",
  flags: ["--target=arm-none-eabi", "-fshort-enums"],
};
const riscvGcc: Compiler = {
  name: "gcc",
  command: "riscv64-unknown-elf-gcc",
  package: "gcc-riscv64-unknown-elf",
  flags: [],
};
const xtensaGcc: Compiler = {
  name: "gcc",
  command: "xtensa-lx106-elf-gcc",
  package: "gcc-xtensa-lx106",
  flags: [],
};

const emulator = (
  architecture: string,
  debianPackage: string,
  ...words: string[]
): Tool & Pick<Target["emulator"], "arguments"> => ({
  command: `qemu-system-${architecture}`,
  package: debianPackage,
  arguments: words,
});

const qemuArm = (...words: string[]) => emulator("arm", "qemu-system-arm", ...words);
const qemuXtensa = (core: string) => emulator("xtensa", "qemu-system-misc", "-M", "sim", "-cpu", core);

/** The boards without security attribution begin alike. */
const mps2 = (image: number): MemoryMap => ({ code: 0, data: 0x2000_0000, image, imageBytes: 16 * MB });

const cortexM = (
  name: string,
  core: string,
  flags: readonly string[],
  machine: readonly string[],
  memory: MemoryMap,
  compilers: readonly Compiler[] = [armGcc, armClang],
): Target => ({
  name: `cortex-${name}`,
  core: `Cortex-${core}`,
  flags: [`-mcpu=cortex-${name}`, "-mthumb", ...flags],
  compilers,
  linker: armGcc,
  emulator: qemuArm(...machine),
  memory,
  runner: ["arm", "semihosting"],
});

const xtensa = (name: string, core: string, cpu: string): Target => ({
  name: `xtensa-${name}`,
  core,
  flags: ["-mtext-section-literals"],
  compilers: [xtensaGcc],
  linker: xtensaGcc,
  emulator: qemuXtensa(cpu),
  memory: { code: 0x5000_0000, data: 0x6000_0000, image: 0x6100_0000, imageBytes: 64 * MB },
  runner: ["xtensa"],
});

const HARD_FLOAT = "-mfloat-abi=hard";

/** Every emulated core there is. */
export const targets: readonly Target[] = [
  cortexM(
    "m0",
    "M0",
    [],
    // The chip's own memory would hold few cases: it is the instruction set that counts.
    ["-M", "microbit", "-global", "nrf51-soc.flash-size=0x400000", "-global", "nrf51-soc.sram-size=0x2000000"],
    { code: 0, data: 0x2000_0000, image: 0x2100_0000, imageBytes: 16 * MB },
  ),
  cortexM("m3", "M3", [], ["-M", "mps2-an385"], mps2(0x2100_0000)),
  cortexM(
    "m4",
    "M4 with DSP extension and FPU",
    [HARD_FLOAT, "-mfpu=fpv4-sp-d16"],
    ["-M", "mps2-an386"],
    mps2(0x2100_0000),
  ),
  cortexM(
    "m7",
    "M7 with DSP extension and FPU",
    [HARD_FLOAT, "-mfpu=fpv5-d16"],
    ["-M", "mps2-an500"],
    mps2(0x6000_0000),
  ),
  cortexM("m33", "M33 with DSP extension and FPU", [HARD_FLOAT, "-mfpu=fpv5-sp-d16"], ["-M", "mps2-an505"], {
    code: 0x1000_0000,
    data: 0x3800_0000,
    image: 0x8000_0000,
    imageBytes: 16 * MB,
  }),
  cortexM(
    "m55",
    "M55 with Helium",
    [HARD_FLOAT],
    ["-M", "mps3-an547"],
    { code: 0x1000_0000, data: 0x3000_0000, image: 0x7000_0000, imageBytes: 64 * MB },
    [armClang, armGcc],
  ),
  {
    name: "rv32imc",
    core: "RV32IMC (Ibex)",
    flags: ["-march=rv32imc", "-mabi=ilp32"],
    compilers: [riscvGcc],
    linker: riscvGcc,
    emulator: emulator("riscv32", "qemu-system-misc", "-M", "virt", "-bios", "none", "-cpu", "lowrisc-ibex"),
    memory: { code: 0x8000_0000, data: 0x8040_0000, image: 0x8100_0000, imageBytes: 64 * MB },
    runner: ["riscv", "semihosting"],
  },
  xtensa("lx106", "Xtensa LX106", "lx106"),
  xtensa("mac16", "Xtensa DE212 with MAC16", "de212"),
];

/** A target by its name; throws `OPTION_INVALID` for one that there is not. */
export function targetNamed(name: string): Target {
  const target = targets.find((target) => target.name === name);
  if (target) return target;
  const known = targets.map((target) => target.name).join(", ");
  throw new ThimbleError("OPTION_INVALID", `there is no target "${name}"; there are ${known}`);
}
