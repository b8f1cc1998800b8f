#include "internal.h"

#include <pthread.h>
#include <stdlib.h>

// Recovery from some broken input copies all errors so far at each new one: 40 KB of `1a 1a 1a` take
// ten seconds. Each copy is a large block, and sound code hardly makes any (at most two bytes of them
// for a byte of source, in fifteen thousand files): so their sum tells, and tells the same each time.

enum { LARGE = 4096 };

static _Thread_local uint64_t large_bytes;

void sl_count_allocation(size_t size) {
  if (size > LARGE) large_bytes += size;
}

uint64_t sl_large_bytes(void) { return large_bytes; }

static void *counted_malloc(size_t size) {
  sl_count_allocation(size);
  return malloc(size);
}

static void *counted_calloc(size_t count, size_t size) {
  sl_count_allocation(count * size);
  return calloc(count, size);
}

static void *counted_realloc(void *pointer, size_t size) {
  sl_count_allocation(size);
  return realloc(pointer, size);
}

static void install(void) {
  ts_set_allocator(counted_malloc, counted_calloc, counted_realloc, free);
}

void sl_count_allocations(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, install);
}
