/** A compiler for a core, as a command of the machine. */
export interface DeviceCompiler {
  /** For people: `Cortex-M4`. */
  readonly core: string;
  readonly command: string;
  /** What it has to know of the core. */
  readonly flags: readonly string[];
}

const arm = (core: string, cpu: string): DeviceCompiler => ({
  core,
  command: "arm-none-eabi-gcc",
  flags: [`-mcpu=${cpu}`, "-mthumb"],
});

/** One for each core that the contract's headers, the kit's and plain C kernels have to compile for. */
export const deviceCompilers: readonly DeviceCompiler[] = [
  arm("Cortex-M0", "cortex-m0"),
  arm("Cortex-M3", "cortex-m3"),
  arm("Cortex-M4", "cortex-m4"),
  arm("Cortex-M7", "cortex-m7"),
  arm("Cortex-M33", "cortex-m33"),
  arm("Cortex-M55", "cortex-m55"),
  { core: "Armv7E-M by clang", command: "clang-19", flags: ["--target=thumbv7em-none-eabi"] },
  { core: "RV32IMC", command: "riscv64-unknown-elf-gcc", flags: ["-march=rv32imc", "-mabi=ilp32"] },
  { core: "Xtensa LX106", command: "xtensa-lx106-elf-gcc", flags: [] },
];
