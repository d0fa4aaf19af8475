/* Kernels that use every service of the host, and some that fail in every way. */
#include <thimble/thimble.h>

static const char *volatile last_operator = "none";

/* Static data of its own: two packs in one memory must not share it. */
static int32_t invocations = 0;

typedef struct {
  uint32_t count;
  float factor;
} record;

/* NEG through a record, constants and scratch: output = factor * constants[0] * input. */
static thimble_status neg_prepare(const thimble_host *host, thimble_node *node) {
  const thimble_tensor_info *info = host->tensor_info(host, thimble_input(node, 0));
  record *data = host->allocate_persistent(host, node, sizeof *data);
  float *constants = host->allocate_constants(host, node, sizeof *constants);
  float *temporary = host->allocate_temporary(host, sizeof *temporary);
  if (!data || !constants || !temporary) return THIMBLE_OUT_OF_MEMORY;
  *temporary = -1;
  data->count = info->element_count;
  data->factor = *temporary;
  *constants = 1;
  return host->request_scratch(host, node, info->byte_length);
}

static thimble_status neg_invoke(const thimble_host *host, thimble_node *node) {
  (void)host;
  const record *data = node->data;
  const float *input = thimble_input(node, 0)->data;
  float *output = thimble_output(node, 0)->data;
  float *scratch = node->scratch;
  const float *constants = node->constants;
  last_operator = "NEG";
  invocations++;
  for (uint32_t i = 0; i < data->count; i++) scratch[i] = input[i] * constants[0];
  for (uint32_t i = 0; i < data->count; i++) output[i] = scratch[i] * data->factor;
  return THIMBLE_OK;
}

static const thimble_kernel neg_f32 = {
    .struct_size = sizeof(thimble_kernel),
    .name = "neg_f32",
    .operator_name = "NEG",
    .types = "float32 -> float32",
    .prepare = neg_prepare,
    .invoke = neg_invoke,
};

/* ABS writes how often the pack's kernels ran: its own static data. */
static thimble_status abs_invoke(const thimble_host *host, thimble_node *node) {
  (void)host;
  *(float *)thimble_output(node, 0)->data = (float)++invocations;
  return THIMBLE_OK;
}

static const thimble_kernel abs_f32 = {
    .struct_size = sizeof(thimble_kernel),
    .name = "abs_f32",
    .operator_name = "ABS",
    .types = "float32 -> float32",
    .invoke = abs_invoke,
};

/* SQUARE declines with a reason, SQRT without one. */
static thimble_status square_supports(const thimble_host *host, const thimble_node *node) {
  const thimble_node_info *info = host->node_info(host, node);
  host->report(host, info->index == 0 ? "squares are round here" : "squares are round there");
  return THIMBLE_DECLINED;
}

static thimble_status sqrt_supports(const thimble_host *host, const thimble_node *node) {
  (void)host, (void)node;
  return THIMBLE_DECLINED;
}

static const thimble_kernel square_f32 = {
    .struct_size = sizeof(thimble_kernel),
    .name = "square_f32",
    .operator_name = "SQUARE",
    .types = "float32 -> float32",
    .supports = square_supports,
    .invoke = abs_invoke,
};

static const thimble_kernel sqrt_f32 = {
    .struct_size = sizeof(thimble_kernel),
    .name = "sqrt_f32",
    .operator_name = "SQRT",
    .types = "float32 -> float32",
    .supports = sqrt_supports,
    .invoke = abs_invoke,
};

/* SIN traps, COS overflows the stack, LOG reports a status that is none, EXP writes outside of the memory. */
static thimble_status sin_invoke(const thimble_host *host, thimble_node *node) {
  (void)host, (void)node;
  __builtin_trap();
}

static int32_t descend(volatile int32_t *above) {
  volatile int32_t here[1024];
  here[0] = above[0] + 1;
  return here[0] > 1000000 ? 0 : descend(here) + here[0];
}

static thimble_status cos_invoke(const thimble_host *host, thimble_node *node) {
  (void)host, (void)node;
  volatile int32_t top = 0;
  return descend(&top) == 0;
}

static thimble_status log_invoke(const thimble_host *host, thimble_node *node) {
  (void)host, (void)node;
  return 77;
}

static thimble_status exp_invoke(const thimble_host *host, thimble_node *node) {
  (void)host, (void)node;
  *(volatile int32_t *)0xfffffff0u = 1;
  return THIMBLE_OK;
}

#define FAILING(kernel, word, what) \
  static const thimble_kernel kernel = {.struct_size = sizeof(thimble_kernel), \
                                        .name = word, \
                                        .operator_name = what, \
                                        .types = "float32 -> float32", \
                                        .invoke = kernel##_invoke}

#define sin_f32_invoke sin_invoke
#define cos_f32_invoke cos_invoke
#define log_f32_invoke log_invoke
#define exp_f32_invoke exp_invoke
FAILING(sin_f32, "sin_f32", "SIN");
FAILING(cos_f32, "cos_f32", "COS");
FAILING(log_f32, "log_f32", "LOG");
FAILING(exp_f32, "exp_f32", "EXP");

/* FLOOR asks for more than there is, CEIL for memory in the wrong places and twice. */
static thimble_status floor_prepare(const thimble_host *host, thimble_node *node) {
  return host->allocate_persistent(host, node, 0xf0000000u) ? THIMBLE_OK : THIMBLE_OUT_OF_MEMORY;
}

static const thimble_kernel floor_f32 = {
    .struct_size = sizeof(thimble_kernel),
    .name = "floor_f32",
    .operator_name = "FLOOR",
    .types = "float32 -> float32",
    .prepare = floor_prepare,
    .invoke = abs_invoke,
};

static thimble_status ceil_supports(const thimble_host *host, const thimble_node *node) {
  thimble_node *writable = (thimble_node *)node;
  if (host->allocate_persistent(host, writable, 8)) host->report(host, "supports was given memory");
  return host->allocate_persistent(host, writable, 8) ? THIMBLE_DECLINED : THIMBLE_OK;
}

static thimble_status ceil_prepare(const thimble_host *host, thimble_node *node) {
  const void *first = host->allocate_persistent(host, node, 8);
  const void *second = host->allocate_persistent(host, node, 8);
  const int is_foreign_known = host->tensor_info(host, (const thimble_tensor *)node) != 0;
  const int is_extension_known = host->extension(host, "acme.nothing/1") != 0;
  if (!first || second || is_foreign_known || is_extension_known) {
    host->report(host, "the host gives what it must not");
    return THIMBLE_ERROR;
  }
  return THIMBLE_OK;
}

/* Asks for what invoke does not get: the host ends it there. */
static thimble_status ceil_invoke(const thimble_host *host, thimble_node *node) {
  (void)node;
  host->allocate_temporary(host, 16);
  return THIMBLE_OK;
}

static const thimble_kernel ceil_f32 = {
    .struct_size = sizeof(thimble_kernel),
    .name = "ceil_f32",
    .operator_name = "CEIL",
    .types = "float32 -> float32",
    .supports = ceil_supports,
    .prepare = ceil_prepare,
    .invoke = ceil_invoke,
};

/* ROUND keeps a count in its record that reset returns to what it was. */
static thimble_status round_prepare(const thimble_host *host, thimble_node *node) {
  return host->allocate_persistent(host, node, sizeof(int32_t)) ? THIMBLE_OK : THIMBLE_OUT_OF_MEMORY;
}

static thimble_status round_invoke(const thimble_host *host, thimble_node *node) {
  (void)host;
  *(float *)thimble_output(node, 0)->data = (float)++*(int32_t *)node->data;
  return THIMBLE_OK;
}

static thimble_status round_reset(const thimble_host *host, thimble_node *node) {
  (void)host;
  *(int32_t *)node->data = 0;
  return THIMBLE_OK;
}

static const thimble_kernel round_f32 = {
    .struct_size = sizeof(thimble_kernel),
    .name = "round_f32",
    .operator_name = "ROUND",
    .types = "float32 -> float32",
    .prepare = round_prepare,
    .invoke = round_invoke,
    .reset = round_reset,
};

/* A custom operator that no host knows: adds the first byte of its options. */
static thimble_status acme_prepare(const thimble_host *host, thimble_node *node) {
  const thimble_node_info *info = host->node_info(host, node);
  float *data = host->allocate_persistent(host, node, sizeof *data);
  if (!data || info->custom_options_length != 3) return THIMBLE_ERROR;
  *data = info->custom_options[2];
  return THIMBLE_OK;
}

static thimble_status acme_invoke(const thimble_host *host, thimble_node *node) {
  (void)host;
  *(float *)thimble_output(node, 0)->data = *(const float *)thimble_input(node, 0)->data + *(float *)node->data;
  return THIMBLE_OK;
}

static const thimble_kernel acme_f32 = {
    .struct_size = sizeof(thimble_kernel),
    .name = "acme_shift_f32",
    .operator_name = "AcmeShift",
    .types = "float32 -> float32",
    .prepare = acme_prepare,
    .invoke = acme_invoke,
};

static const thimble_kernel *const kernels[] = {
    &neg_f32, &abs_f32,  &square_f32, &sqrt_f32, &sin_f32,   &cos_f32,
    &log_f32, &exp_f32, &floor_f32,  &ceil_f32, &round_f32, &acme_f32,
};

THIMBLE_DEFINE_PACK(THIMBLE_PACK_ID, THIMBLE_PACK_VERSION, kernels);
