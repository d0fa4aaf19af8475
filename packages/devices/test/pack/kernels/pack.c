/* Kernels that use every kind of memory, keep state, and fail in the ways that end a program. */
#include <thimble/kit/glue.h>
#include <thimble/kit/modelled.h>
#include <thimble/thimble.h>

#define KERNEL(kernel, operator, prepare_function, reset_function)                      \
  THIMBLE_KERNEL(kernel, operator, "float32 -> float32", THIMBLE_EXACT_AS_STORED,        \
                 .prepare = prepare_function, .invoke = kernel##_invoke, .reset = reset_function)

typedef struct {
  uint32_t count;
  uint32_t steps;
} record;

/* NEG through its record, a constant and scratch: in integers, which need no library. An element is an instruction. */
static thimble_status neg_prepare(const thimble_host *host, thimble_node *node) {
  const thimble_tensor_info *info = host->tensor_info(host, thimble_input(node, 0));
  record *data = host->allocate_persistent(host, node, sizeof *data);
  uint32_t *sign = host->allocate_constants(host, node, sizeof *sign);
  if (!data || !sign) return THIMBLE_OUT_OF_MEMORY;
  data->count = info->element_count;
  *sign = 0x80000000u;
  return host->request_scratch(host, node, info->byte_length);
}

static thimble_status neg_f32_invoke(const thimble_host *host, thimble_node *node) {
  (void)host;
  const record *data = node->data;
  const uint32_t *sign = node->constants, *input = thimble_input(node, 0)->data;
  uint32_t *scratch = node->scratch, *output = thimble_output(node, 0)->data;
  for (uint32_t i = 0; i < data->count; i++) scratch[i] = input[i];
  for (uint32_t i = 0; i < data->count; i++) {
    THIMBLE_MODELLED();
    output[i] = scratch[i] ^ *sign;
  }
  return THIMBLE_OK;
}

/* ROUND says how often it ran since it was reset, as a float's bits. */
static thimble_status round_prepare(const thimble_host *host, thimble_node *node) {
  return host->allocate_persistent(host, node, sizeof(record)) ? THIMBLE_OK : THIMBLE_OUT_OF_MEMORY;
}

static thimble_status round_f32_invoke(const thimble_host *host, thimble_node *node) {
  (void)host;
  *(uint32_t *)thimble_output(node, 0)->data = ++((record *)node->data)->steps;
  return THIMBLE_OK;
}

static thimble_status round_reset(const thimble_host *host, thimble_node *node) {
  (void)host;
  ((record *)node->data)->steps = 0;
  return THIMBLE_OK;
}

static thimble_status sin_f32_invoke(const thimble_host *host, thimble_node *node) {
  (void)host, (void)node;
  __builtin_trap();
}

static thimble_status cos_f32_invoke(const thimble_host *host, thimble_node *node) {
  (void)host, (void)node;
  for (volatile uint32_t forever = 1; forever;) continue;
  return THIMBLE_OK;
}

static thimble_status log_f32_invoke(const thimble_host *host, thimble_node *node) {
  (void)host, (void)node;
  return 77;
}

/* ABS asks for an extension, of which a device has none, and writes behind its output. */
static thimble_status abs_f32_invoke(const thimble_host *host, thimble_node *node) {
  uint32_t *output = thimble_output(node, 0)->data;
  output[0] = host->extension(host, "acme.nothing/1") != NULL;
  output[3] = 0x12345678;
  return THIMBLE_OK;
}

KERNEL(neg_f32, "NEG", neg_prepare, NULL);
KERNEL(round_f32, "ROUND", round_prepare, round_reset);
KERNEL(sin_f32, "SIN", NULL, NULL);
KERNEL(cos_f32, "COS", NULL, NULL);
KERNEL(log_f32, "LOG", NULL, NULL);
KERNEL(abs_f32, "ABS", NULL, NULL);

static const thimble_kernel *const kernels[] = {&neg_f32, &round_f32, &sin_f32, &cos_f32, &log_f32, &abs_f32};

THIMBLE_DEFINE_PACK(THIMBLE_PACK_ID, THIMBLE_PACK_VERSION, kernels);
THIMBLE_DEFINE_MODELLED_COUNT()
