/* The channel through semihosting (Arm's "Semihosting for AArch32 and AArch64"; RISC-V's takes over its calls). */
#include "runner.h"

enum { SYS_OPEN = 0x01, SYS_WRITE = 0x05, SYS_READ = 0x06, SYS_EXIT = 0x18 };
enum { MODE_READ = 1, MODE_WRITE = 5, APPLICATION_EXIT = 0x20026 };

/* The architecture's own instruction for it. */
uintptr_t semihosting_call(uint32_t operation, const void *arguments);

static uintptr_t requests, replies;

static uintptr_t open_file(const char *name, uintptr_t length, uintptr_t mode) {
  const uintptr_t arguments[] = {(uintptr_t)name, mode, length};
  return semihosting_call(SYS_OPEN, arguments);
}

void channel_open(void) {
  requests = open_file("requests", 8, MODE_READ);
  replies = open_file("replies", 7, MODE_WRITE);
}

/* Moves bytes one way; the call tells how many are left. */
static void transfer(uint32_t operation, uintptr_t file, const uint8_t *bytes, uint32_t length) {
  while (length > 0) {
    const uintptr_t arguments[] = {file, (uintptr_t)bytes, length};
    const uint32_t left = semihosting_call(operation, arguments);
    if (left >= length) machine_exit();
    bytes += length - left;
    length = left;
  }
}

void channel_read(void *bytes, uint32_t length) { transfer(SYS_READ, requests, bytes, length); }

void channel_write(const void *bytes, uint32_t length) { transfer(SYS_WRITE, replies, bytes, length); }

_Noreturn void machine_exit(void) {
  for (;;) semihosting_call(SYS_EXIT, (const void *)APPLICATION_EXIT);
}
