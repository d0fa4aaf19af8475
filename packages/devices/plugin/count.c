/*
 * A plug-in of QEMU's TCG that counts the instructions between two addresses, and appends each count to a file as 64
 * bits: -plugin count.so,begin=0x…,end=0x…,counts=…
 *
 * QEMU's prototypes are written out: the interface is stable by its version number, and distributions ship no header.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef uint64_t qemu_plugin_id_t;
typedef struct qemu_info_t qemu_info_t;
struct qemu_plugin_tb;
struct qemu_plugin_insn;

enum qemu_plugin_cb_flags { QEMU_PLUGIN_CB_NO_REGS };
enum qemu_plugin_op { QEMU_PLUGIN_INLINE_ADD_U64 };

typedef void (*translated)(qemu_plugin_id_t id, struct qemu_plugin_tb *block);
typedef void (*executed)(unsigned int cpu, void *data);

void qemu_plugin_register_vcpu_tb_trans_cb(qemu_plugin_id_t id, translated call);
size_t qemu_plugin_tb_n_insns(const struct qemu_plugin_tb *block);
struct qemu_plugin_insn *qemu_plugin_tb_get_insn(const struct qemu_plugin_tb *block, size_t index);
uint64_t qemu_plugin_insn_vaddr(const struct qemu_plugin_insn *instruction);
void qemu_plugin_register_vcpu_insn_exec_cb(struct qemu_plugin_insn *instruction, executed call,
                                            enum qemu_plugin_cb_flags flags, void *data);
void qemu_plugin_register_vcpu_insn_exec_inline(struct qemu_plugin_insn *instruction, enum qemu_plugin_op operation,
                                                void *to, uint64_t value);

#define EXPORT __attribute__((visibility("default")))

EXPORT int qemu_plugin_version = 1;

static uint64_t begin, end, count;
static FILE *counts;

/* The call itself is the first that counts. */
static void begins(unsigned int cpu, void *data) {
  (void)cpu, (void)data;
  count = 1;
}

static void ends(unsigned int cpu, void *data) {
  (void)cpu, (void)data;
  fwrite(&count, sizeof count, 1, counts);
  fflush(counts);
}

static void instrument(qemu_plugin_id_t id, struct qemu_plugin_tb *block) {
  (void)id;
  for (size_t i = 0; i < qemu_plugin_tb_n_insns(block); i++) {
    struct qemu_plugin_insn *instruction = qemu_plugin_tb_get_insn(block, i);
    const uint64_t address = qemu_plugin_insn_vaddr(instruction);
    if (address == begin || address == end)
      qemu_plugin_register_vcpu_insn_exec_cb(instruction, address == begin ? begins : ends, QEMU_PLUGIN_CB_NO_REGS,
                                             NULL);
    else
      qemu_plugin_register_vcpu_insn_exec_inline(instruction, QEMU_PLUGIN_INLINE_ADD_U64, &count, 1);
  }
}

static const char *value_of(const char *argument, const char *name) {
  const size_t length = strlen(name);
  return strncmp(argument, name, length) == 0 && argument[length] == '=' ? argument + length + 1 : NULL;
}

EXPORT int qemu_plugin_install(qemu_plugin_id_t id, const qemu_info_t *info, int argument_count, char **arguments) {
  (void)info;
  for (int i = 0; i < argument_count; i++) {
    const char *value;
    if ((value = value_of(arguments[i], "begin"))) begin = strtoull(value, NULL, 0);
    if ((value = value_of(arguments[i], "end"))) end = strtoull(value, NULL, 0);
    if ((value = value_of(arguments[i], "counts"))) counts = fopen(value, "wb");
  }
  if (begin == 0 || end == 0 || counts == NULL) return -1;
  qemu_plugin_register_vcpu_tb_trans_cb(id, instrument);
  return 0;
}
