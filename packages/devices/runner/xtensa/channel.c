/* The channel through the calls of Xtensa's instruction set simulator, which QEMU has as its semihosting. */
#include "runner.h"

enum { SYS_EXIT = 1, SYS_READ = 3, SYS_WRITE = 4, SYS_OPEN = 5 };
enum { READ_ONLY = 0, WRITE_ONLY = 1 };

/* The instruction for it: registers a2 to a5, as a function's arguments are. */
int32_t simulator_call(uint32_t operation, uintptr_t first, uintptr_t second, uintptr_t third);

static uintptr_t requests, replies;

void channel_open(void) {
  requests = (uintptr_t)simulator_call(SYS_OPEN, (uintptr_t) "requests", READ_ONLY, 0);
  replies = (uintptr_t)simulator_call(SYS_OPEN, (uintptr_t) "replies", WRITE_ONLY, 0);
}

/* Moves bytes one way; the call tells how many it moved. */
static void transfer(uint32_t operation, uintptr_t file, const uint8_t *bytes, uint32_t length) {
  while (length > 0) {
    const int32_t moved = simulator_call(operation, file, (uintptr_t)bytes, length);
    if (moved <= 0) machine_exit();
    bytes += moved;
    length -= (uint32_t)moved;
  }
}

void channel_read(void *bytes, uint32_t length) { transfer(SYS_READ, requests, bytes, length); }

void channel_write(const void *bytes, uint32_t length) { transfer(SYS_WRITE, replies, bytes, length); }

_Noreturn void machine_exit(void) {
  for (;;) simulator_call(SYS_EXIT, 0, 0, 0);
}
