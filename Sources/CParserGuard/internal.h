#pragma once

#include "ParserGuard.h"

#include <stddef.h>
#include <tree_sitter/api.h>

/// A parse in progress: the source as it is served, and what became of it.
typedef struct {
  TSParser *parser;
  const sl_grammar *grammar;
  const uint8_t *bytes;
  uint32_t length;
  uint32_t end;      // where the source ends: at its length, or sooner if a limit was met
  uint32_t furthest; // how far it was served
  uint64_t served;
  uint64_t allocated_before;
  bool is_truncated;
  sl_tree tree;
  sl_outcome outcome;
} sl_job;

/// Parses and flattens on the current stack.
void sl_job_run(sl_job *job);

/// Copies the runtime's tree into `tree`; returns false for lack of memory.
bool sl_flatten(const TSTree *source, const sl_grammar *grammar, sl_tree *tree);

/// Has the runtime's allocations counted from now on.
void sl_count_allocations(void);
void sl_count_allocation(size_t size);

/// How many bytes the runtime has asked for on this thread, ever.
uint64_t sl_allocated(void);

/// Runs the job in a forked child; returns whether that ended well.
bool sl_job_survives_trial(const sl_job *job);

/// Calls `body` on a stack with at least `bytes` left; returns false if there is none.
bool sl_with_stack(size_t bytes, void (*body)(void *), void *context);
