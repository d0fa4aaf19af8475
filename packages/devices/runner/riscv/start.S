/* RV32: what reset does, and the calls that C cannot write. */
  .option arch, +zicsr

  .section .vectors, "ax"
  .global reset
reset:
  la sp, stack_top
  la t0, trap
  csrw mtvec, t0
  call serve

  .balign 4
trap:
  la sp, stack_top /* a kernel may have used up the stack */
  csrr a0, mepc
  csrr a1, mcause
  call report_trap

  .text
  .global semihosting_call
  .option push
  .option norvc
  .balign 16 /* the three instructions have to lie in one page */
semihosting_call:
  slli zero, zero, 0x1f
  ebreak
  srai zero, zero, 7
  ret
  .option pop

  .global counted_call
  .global begin_count
  .global end_count
counted_call:
  addi sp, sp, -16
  sw ra, 12(sp)
begin_count:
  jalr a2
end_count:
  lw ra, 12(sp)
  addi sp, sp, 16
  ret
