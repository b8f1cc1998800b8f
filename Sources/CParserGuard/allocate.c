#include "internal.h"

#include <pthread.h>
#include <stdlib.h>

// How much a parse has allocated measures how much it has worked, the same on every machine.
//
// Recovery from some broken input is quadratic: at each new error the runtime copies those so far
// (`1a 1a 1a`), or retries from each earlier state (`{await & await &`), and 40 KB take ten seconds.
// Sound code allocates at most 100 bytes for a byte of source, prose and style sheets that are read
// as code 260, random bytes 4,000, such input 100,000.

static _Thread_local uint64_t allocated;

void sl_count_allocation(size_t size) { allocated += size; }

uint64_t sl_allocated(void) { return allocated; }

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
