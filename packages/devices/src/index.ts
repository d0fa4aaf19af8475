export { buildCounter } from "./build-counter.ts";
export { buildProgram, type DeviceProgram } from "./build-program.ts";
export { Device, type DeviceCall, type DeviceOptions, type DeviceResult } from "./device.ts";
export { type NodeCount, type OnCount, onDevice } from "./device-pack.ts";
export { obstacleTo } from "./find-tool.ts";
export { type DeviceDescription, inspectTarget, type TargetInspection } from "./inspect-target.ts";
export { type OpenDeviceOptions, type OpenedDevice, openDevice } from "./open-device.ts";
export type { Compiler, MemoryMap, Target, Tool } from "./target.ts";
export { targetNamed, targets } from "./targets.ts";
