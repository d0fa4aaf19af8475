/* Kernels that use the host's extensions: subgraphs and variables. */
#include <thimble/ext/subgraphs.h>
#include <thimble/ext/variables.h>
#include <thimble/thimble.h>

static void copy(const thimble_tensor *from, const thimble_tensor *to, uint32_t byte_length) {
  __builtin_memcpy(to->data, from->data, byte_length);
}

/* IF: inputs and outputs of a branch are copied, byte by byte. */
typedef struct {
  uint32_t input_bytes[THIMBLE_MAX_RANK];
  uint32_t output_bytes[THIMBLE_MAX_RANK];
} if_record;

static thimble_status if_prepare(const thimble_host *host, thimble_node *node) {
  const thimble_if_params *params = node->params;
  const thimble_subgraphs *subgraphs = host->extension(host, THIMBLE_EXT_SUBGRAPHS);
  if_record *record = host->allocate_persistent(host, node, sizeof *record);
  if (!subgraphs || !record) return THIMBLE_OUT_OF_MEMORY;
  if (subgraphs->require(host, node, 77) != THIMBLE_ERROR) return THIMBLE_ERROR;
  if (subgraphs->require(host, node, (uint32_t)params->then_subgraph)) return THIMBLE_ERROR;
  if (subgraphs->require(host, node, (uint32_t)params->else_subgraph)) return THIMBLE_ERROR;
  for (uint32_t i = 1; i < node->input_count; i++)
    record->input_bytes[i - 1] = host->tensor_info(host, node->inputs[i])->byte_length;
  for (uint32_t i = 0; i < node->output_count; i++)
    record->output_bytes[i] = host->tensor_info(host, node->outputs[i])->byte_length;
  return THIMBLE_OK;
}

static thimble_status if_invoke(const thimble_host *host, thimble_node *node) {
  const if_record *record = node->data;
  const thimble_if_params *params = node->params;
  const thimble_subgraphs *subgraphs = host->extension(host, THIMBLE_EXT_SUBGRAPHS);
  const uint8_t condition = *(const uint8_t *)thimble_input(node, 0)->data;
  const uint32_t branch = (uint32_t)(condition ? params->then_subgraph : params->else_subgraph);
  for (uint32_t i = 1; i < node->input_count; i++)
    copy(node->inputs[i], subgraphs->input(host, branch, i - 1), record->input_bytes[i - 1]);
  const thimble_status status = subgraphs->invoke(host, branch);
  for (uint32_t i = 0; i < node->output_count; i++)
    copy(subgraphs->output(host, branch, i), node->outputs[i], record->output_bytes[i]);
  return status;
}

static const thimble_kernel if_any = {
    .struct_size = sizeof(thimble_kernel),
    .name = "if_any",
    .operator_name = "IF",
    .types = "bool, any... -> any...",
    .prepare = if_prepare,
    .invoke = if_invoke,
};

/* VAR_HANDLE: the host has written the handle to the output when prepare returns. */
static thimble_status handle_prepare(const thimble_host *host, thimble_node *node) {
  const thimble_variables *variables = host->extension(host, THIMBLE_EXT_VARIABLES);
  return variables && variables->handle_of(host, node) >= 0 ? THIMBLE_OK : THIMBLE_ERROR;
}

static thimble_status handle_invoke(const thimble_host *host, thimble_node *node) {
  (void)host, (void)node;
  return THIMBLE_OK;
}

static const thimble_kernel var_handle = {
    .struct_size = sizeof(thimble_kernel),
    .name = "var_handle",
    .operator_name = "VAR_HANDLE",
    .types = "-> resource",
    .prepare = handle_prepare,
    .invoke = handle_invoke,
};

/* ABS of floats says that there is no output yet, every other time. */
static thimble_status abs_prepare(const thimble_host *host, thimble_node *node) {
  return host->allocate_persistent(host, node, sizeof(int32_t)) ? THIMBLE_OK : THIMBLE_OUT_OF_MEMORY;
}

static thimble_status abs_invoke(const thimble_host *host, thimble_node *node) {
  (void)host;
  int32_t *count = node->data;
  *(float *)thimble_output(node, 0)->data = 1;
  return ++*count % 2 ? THIMBLE_ABORTED : THIMBLE_OK;
}

static const thimble_kernel abs_f32 = {
    .struct_size = sizeof(thimble_kernel),
    .name = "abs_f32",
    .operator_name = "ABS",
    .types = "float32 -> float32",
    .prepare = abs_prepare,
    .invoke = abs_invoke,
};

static thimble_status neg_invoke(const thimble_host *host, thimble_node *node) {
  (void)host;
  *(float *)thimble_output(node, 0)->data = -*(const float *)thimble_input(node, 0)->data;
  return THIMBLE_OK;
}

static const thimble_kernel neg_f32 = {
    .struct_size = sizeof(thimble_kernel),
    .name = "neg_f32",
    .operator_name = "NEG",
    .types = "float32 -> float32",
    .invoke = neg_invoke,
};

static const thimble_kernel *const kernels[] = {&if_any, &var_handle, &abs_f32, &neg_f32};

THIMBLE_DEFINE_PACK(THIMBLE_PACK_ID, THIMBLE_PACK_VERSION, kernels);
