#define _GNU_SOURCE
#include "internal.h"

#include <pthread.h>
#include <unistd.h>

typedef struct {
  void (*body)(void *);
  void *context;
} call;

// The lowest address of this thread's stack, or 0 if it cannot be known; asked once a thread.
static uintptr_t stack_floor(void) {
  static _Thread_local uintptr_t floor;
  static _Thread_local bool is_known;
  if (is_known) return floor;
  is_known = true;
#if defined(__linux__)
  pthread_attr_t attributes;
  if (pthread_getattr_np(pthread_self(), &attributes)) return floor;
  void *start;
  size_t size, guard = 0;
  if (!pthread_attr_getstack(&attributes, &start, &size)) {
    pthread_attr_getguardsize(&attributes, &guard);
    floor = (uintptr_t)start + guard;
  }
  pthread_attr_destroy(&attributes);
#elif defined(__APPLE__)
  pthread_t self = pthread_self();
  floor = (uintptr_t)pthread_get_stackaddr_np(self) - pthread_get_stacksize_np(self);
#endif
  return floor;
}

static size_t stack_left(void) {
  uintptr_t floor = stack_floor();
  uintptr_t here = (uintptr_t)__builtin_frame_address(0);
  return floor && here > floor ? here - floor : 0;
}

static void *start(void *argument) {
  call *self = argument;
  self->body(self->context);
  return NULL;
}

static bool call_on_thread(size_t bytes, call *self) {
  size_t page = (size_t)sysconf(_SC_PAGESIZE);
  pthread_attr_t attributes;
  if (pthread_attr_init(&attributes)) return false;
  pthread_t thread;
  bool has_started = !pthread_attr_setstacksize(&attributes, (bytes + page - 1) / page * page) &&
                     !pthread_create(&thread, &attributes, start, self);
  pthread_attr_destroy(&attributes);
  return has_started && !pthread_join(thread, NULL);
}

bool sl_with_stack(size_t bytes, void (*body)(void *), void *context) {
  if (stack_left() >= bytes) {
    body(context);
    return true;
  }
  return call_on_thread(bytes, &(call){body, context});
}
