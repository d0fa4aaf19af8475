/* The loop over kernels: takes an image and a list of calls, makes the calls, gives the image back. */
#include "runner.h"

enum { MOST_CALLS = 4096, POISONED_BYTES = 4096 };

/* A request: this head, `call_count` calls, `image_bytes` bytes of image. */
typedef struct {
  uint32_t image_bytes;
  uint32_t call_count;
  uint32_t poison;
} request_head;

typedef struct {
  /* Twice the kernel's position in its pack, and one more for its reset. */
  uint32_t function;
  thimble_node *node;
} call;

enum reply_kind { READY = 0x52454459, DONE = 0x444f4e45, TRAPPED = 0x54524150 };

/* A reply: this head; behind READY the kernels' names, behind DONE the image. */
typedef struct {
  uint32_t kind;
  uint32_t values[2];
} reply_head;

static void reply(uint32_t kind, uint32_t first, uint32_t second) {
  const reply_head head = {kind, {first, second}};
  channel_write(&head, sizeof head);
}

_Noreturn void report_trap(uint32_t address, uint32_t cause) {
  reply(TRAPPED, address, cause);
  machine_exit();
}

static const void *no_extension(const thimble_host *host, const char *name) {
  (void)host, (void)name;
  return NULL;
}

/* Memory was asked for on the host: what is left for invoke is to ask for extensions, of which there are none. */
static const thimble_host host = {
    .struct_size = sizeof(thimble_host), .abi_version = THIMBLE_ABI_VERSION, .extension = no_extension};

/* What kernels find on the stack is none of their own. */
static __attribute__((noinline)) void poison_stack(uint8_t byte) {
  volatile uint8_t below[POISONED_BYTES];
  for (uint32_t i = 0; i < sizeof below; i++) below[i] = byte;
}

static uint32_t length_of(const char *text) {
  uint32_t length = 0;
  while (text[length]) length++;
  return length;
}

static void greet(const thimble_pack *pack) {
  uint32_t bytes = 0;
  for (uint32_t i = 0; i < pack->kernel_count; i++) bytes += length_of(pack->kernels[i]->name) + 1;
  reply(READY, pack->kernel_count, bytes);
  for (uint32_t i = 0; i < pack->kernel_count; i++) {
    const char *name = pack->kernels[i]->name;
    channel_write(name, length_of(name) + 1);
  }
}

static thimble_status make(const thimble_pack *pack, const call *call) {
  const thimble_kernel *kernel = pack->kernels[call->function / 2];
  return counted_call(&host, call->node, call->function % 2 ? kernel->reset : kernel->invoke);
}

_Noreturn void serve(void) {
  static call calls[MOST_CALLS];
  const thimble_pack *pack = thimble_pack_describe();
  channel_open();
  greet(pack);
  for (;;) {
    request_head head;
    channel_read(&head, sizeof head);
    channel_read(calls, head.call_count * sizeof *calls);
    channel_read(image_start, head.image_bytes);
    poison_stack((uint8_t)head.poison);
    thimble_status status = THIMBLE_OK;
    uint32_t done = 0;
    for (; done < head.call_count && status == THIMBLE_OK; done++) status = make(pack, &calls[done]);
    reply(DONE, (uint32_t)status, done);
    channel_write(image_start, head.image_bytes);
  }
}
