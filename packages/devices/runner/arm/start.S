/* Cortex-M: the vector table, what reset does, and the calls that C cannot write. */
  .syntax unified
  .thumb

  .section .vectors, "a"
  .word stack_top
  .word reset
  .rept 14
  .word trap
  .endr

  .text
  .thumb_func
  .global reset
reset:
  ldr r0, =0xE000ED88 /* CPACR: coprocessors 10 and 11, floats and Helium, where there are any */
  ldr r1, [r0]
  ldr r2, =0x00F00000
  orrs r1, r2
  str r1, [r0]
  dsb
  isb
  bl serve

/* The address that trapped is in the exception's frame; the cause is the fault status, where the core has one. */
  .thumb_func
trap:
  mrs r0, msp
  ldr r0, [r0, #24]
  ldr r1, =0xE000ED28 /* CFSR */
  ldr r1, [r1]
  ldr r2, =stack_top /* a kernel may have used up the stack */
  mov sp, r2
  bl report_trap

  .thumb_func
  .global semihosting_call
semihosting_call:
  bkpt 0xab
  bx lr

  .thumb_func
  .global counted_call
  .global begin_count
  .global end_count
counted_call:
  push {r4, lr}
begin_count:
  blx r2
end_count:
  pop {r4, pc}
