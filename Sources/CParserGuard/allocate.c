#include "internal.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

// How much a parse has allocated measures how much it has worked, the same on every machine.
//
// Recovery from some broken input is quadratic: at each new error the runtime copies those so far
// (`1a 1a 1a`), or retries from each earlier state (`{await & await &`), and 40 KB take ten seconds.
// Sound code allocates at most 100 bytes for a byte of source, prose and style sheets that are read
// as code 260, random bytes 4,000, such input 100,000.

static _Thread_local uint64_t allocated;

void sl_count_allocation(size_t size) { allocated += size; }

uint64_t sl_allocated(void) { return allocated; }

// The runtime asks for a small block for every node, and gives nearly all of them back with the tree.
// With the system's allocator a check of 6,700 files took four percent longer, much of it for asking
// for pages by the dozen on threads other than the first. So each thread cuts blocks from chunks of
// its own, and keeps those that are given back by size. When it ends, another thread takes its store
// over.

enum {
  STEP = 16,             // blocks are multiples of this
  CLASSES = 64,          // a block larger than STEP * CLASSES is the system's
  CHUNK = 256 << 10,
};

typedef struct block {
  union {
    size_t class;        // of a block in use: its size in steps; 0 for one of the system's
    struct block *next;  // of one that was given back
  };
} block;

typedef struct store {
  block *given_back[CLASSES + 1];
  char *cursor, *end;    // what is left of the newest chunk
  struct store *next;
} store;

static _Thread_local store *own;
static store *left_behind;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_key_t key;
static bool has_key; // without one a thread's store could not be handed on, and the system serves

static void leave_behind(void *ended) {
  store *self = ended;
  own = NULL; // what is freed after this goes to a store that is this thread's again
  pthread_mutex_lock(&lock);
  self->next = left_behind;
  left_behind = self;
  pthread_mutex_unlock(&lock);
}

static store *take_store(void) {
  if (!has_key) return NULL;
  pthread_mutex_lock(&lock);
  store *self = left_behind;
  if (self) left_behind = self->next;
  pthread_mutex_unlock(&lock);
  if (!self) self = calloc(1, sizeof *self);
  if (self && pthread_setspecific(key, self)) {
    leave_behind(self);
    self = NULL;
  }
  return self;
}

static void *cut(store *self, size_t class) {
  size_t size = class * STEP;
  if ((size_t)(self->end - self->cursor) < size) {
    char *chunk = malloc(CHUNK);
    if (!chunk) return NULL;
    self->cursor = chunk;
    self->end = chunk + CHUNK;
  }
  block *found = (block *)self->cursor;
  self->cursor += size;
  return found;
}

static void *allocate(size_t size) {
  sl_count_allocation(size);
  size_t class = (size + sizeof(block) + STEP - 1) / STEP;
  block *found;
  if (class > CLASSES || !(own || (own = take_store()))) {
    found = malloc(sizeof *found + size);
    class = 0;
  } else if ((found = own->given_back[class])) {
    own->given_back[class] = found->next;
  } else {
    found = cut(own, class);
  }
  if (!found) return NULL;
  found->class = class;
  return found + 1;
}

static void *allocate_zeroed(size_t count, size_t size) {
  if (size && count > SIZE_MAX / size) return NULL;
  void *result = allocate(count * size);
  return result ? memset(result, 0, count * size) : NULL;
}

static void release(void *pointer) {
  if (!pointer) return;
  block *self = (block *)pointer - 1;
  size_t class = self->class;
  if (class == 0 || !(own || (own = take_store()))) {
    if (class == 0) free(self);
    return;
  }
  self->next = own->given_back[class];
  own->given_back[class] = self;
}

static void *reallocate(void *pointer, size_t size) {
  if (!pointer) return allocate(size);
  block *self = (block *)pointer - 1;
  if (self->class == 0) {
    sl_count_allocation(size);
    self = realloc(self, sizeof *self + size);
    return self ? self + 1 : NULL;
  }
  size_t room = self->class * STEP - sizeof *self;
  if (size <= room) {
    sl_count_allocation(size);
    return pointer;
  }
  void *result = allocate(size);
  if (!result) return NULL;
  memcpy(result, pointer, room);
  release(pointer);
  return result;
}

static void install(void) {
  has_key = !pthread_key_create(&key, leave_behind);
  ts_set_allocator(allocate, allocate_zeroed, reallocate, release);
}

void sl_count_allocations(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, install);
}
