/* Xtensa with the call0 ABI: what reset does, the vectors, and the calls that C cannot write. */
  .section .vectors, "ax"
  .global reset
reset:
  j start

  /* Cores place the vectors of exceptions differently, all at multiples of 16. */
  .balign 1024
vectors:
  .rept 64
  .balign 16
  j trap
  .endr

  .balign 4
  .literal_position
start:
  movi a2, vectors
  wsr a2, vecbase
  movi a2, 0x20 /* user vector mode, no exception in progress */
  wsr a2, ps
  rsync
  movi a1, stack_top
  movi a2, serve
  callx0 a2

trap:
  movi a1, stack_top /* a kernel may have used up the stack */
  rsr a2, epc1
  rsr a3, exccause
  bnez a2, told
  rsr a2, epc2 /* a break instruction, where 2 is the debugger's level */
  bnez a2, told
  .byte 0x20, 182, 0x03 /* rsr a2, epc6: where it is 6; the assembler's core has no such register */
told:
  movi a4, report_trap
  callx0 a4

  .text
  .balign 4
  .global simulator_call
simulator_call:
  simcall
  ret

  .balign 4
  .global counted_call
  .global begin_count
  .global end_count
counted_call:
  addi a1, a1, -16
  s32i a0, a1, 0
begin_count:
  callx0 a4
end_count:
  l32i a0, a1, 0
  addi a1, a1, 16
  ret
