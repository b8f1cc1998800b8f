#include "internal.h"

#include <stdlib.h>
#include <string.h>

enum {
  SLICE = 1024,
  SERVED_PER_BYTE = 8,        // real and hostile files alike were served at most three times
  ALLOCATED_PER_BYTE = 1024, // sound code stays under a tenth of it
  ALLOCATED_AT_LEAST = 16 << 20,
  STACK_PER_BYTE = 128,       // a frame of the recursion takes 97 bytes, and an input byte to cause
  STACK_AT_LEAST = 1 << 20,
  TOKEN_LIMIT = 43000,        // two thirds of 65,536, less a little: see sl_token_bound
};

struct sl_parser {
  TSParser *parser;
  sl_grammar grammar;
  uint16_t *kinds;
  uint8_t *fields;
};

static void *copy_of(const void *source, size_t size) {
  void *copy = malloc(size);
  return copy ? memcpy(copy, source, size) : NULL;
}

sl_parser *sl_parser_new(sl_grammar grammar) {
  const TSLanguage *language = grammar.language;
  if (ts_language_symbol_count(language) != grammar.kind_count) return NULL;
  if (ts_language_field_count(language) + 1 != grammar.field_count) return NULL;
  sl_count_allocations();
  sl_parser *self = malloc(sizeof *self);
  if (!self) return NULL;
  *self = (sl_parser){
    .parser = ts_parser_new(),
    .grammar = grammar,
    .kinds = copy_of(grammar.kinds, grammar.kind_count * sizeof *grammar.kinds),
    .fields = copy_of(grammar.fields, grammar.field_count * sizeof *grammar.fields),
  };
  self->grammar.kinds = self->kinds;
  self->grammar.fields = self->fields;
  if (!self->kinds || !self->fields || !ts_parser_set_language(self->parser, language)) {
    sl_parser_delete(self);
    return NULL;
  }
  return self;
}

void sl_parser_delete(sl_parser *self) {
  ts_parser_delete(self->parser);
  free(self->kinds);
  free(self->fields);
  free(self);
}

void sl_tree_free(sl_tree tree) { free(tree.nodes); }

static bool is_spent(const sl_job *job) {
  uint64_t allocated = sl_allocated() - job->allocated_before;
  return job->served > (uint64_t)job->length * SERVED_PER_BYTE + SLICE ||
         allocated > (uint64_t)job->length * ALLOCATED_PER_BYTE + ALLOCATED_AT_LEAST;
}

// A stop moves the end of the file to where serving had got to, and no nearer: the runtime asks again
// for bytes that it had, and does not survive being told that they are gone.
static const char *serve(void *payload, uint32_t offset, TSPoint point, uint32_t *count) {
  (void)point;
  sl_job *job = payload;
  if (!job->is_truncated && is_spent(job)) {
    job->is_truncated = true;
    job->end = job->furthest;
  }
  uint32_t rest = offset < job->end ? job->end - offset : 0;
  *count = rest < SLICE ? rest : SLICE;
  job->served += *count;
  if (offset + *count > job->furthest) job->furthest = offset + *count;
  return *count ? (const char *)job->bytes + offset : "";
}

void sl_job_run(sl_job *job) {
  job->end = job->length;
  job->allocated_before = sl_allocated();
  TSInput input = {.payload = job, .read = serve, .encoding = TSInputEncodingUTF8};
  TSTree *tree = ts_parser_parse(job->parser, NULL, input);
  if (!tree) {
    ts_parser_reset(job->parser);
    job->outcome = SL_NO_MEMORY;
    return;
  }
  bool is_whole = sl_flatten(tree, job->grammar, &job->tree);
  ts_tree_delete(tree);
  job->tree.is_truncated = job->is_truncated;
  job->outcome = is_whole ? SL_PARSED : SL_NO_MEMORY;
}

static bool needs_trial(const sl_job *job) {
  uint32_t per_line = job->grammar->tokens_per_line;
  // Most files are too short to reach the limit whatever they hold.
  if ((uint64_t)job->length * (per_line > 2 ? per_line : 2) < TOKEN_LIMIT) return false;
  if (sl_runtime_is_unbounded()) return false;
  return sl_token_bound(job->bytes, job->length, per_line) >= TOKEN_LIMIT;
}

static void run_guarded(void *context) {
  sl_job *job = context;
  if (needs_trial(job) && !sl_job_survives_trial(job)) {
    job->outcome = SL_TOO_MANY_TOKENS;
    return;
  }
  sl_job_run(job);
}

static bool is_lone_return(const uint8_t *bytes, uint32_t length, uint32_t offset) {
  return bytes[offset] == '\r' && (offset + 1 == length || bytes[offset + 1] != '\n');
}

// Returns a copy in which each lone carriage return is a line feed, or null if there is none.
static uint8_t *copy_with_line_feeds(const uint8_t *bytes, uint32_t length, bool *has_memory) {
  *has_memory = true;
  uint32_t offset = 0;
  for (;;) {
    const uint8_t *found = offset < length ? memchr(bytes + offset, '\r', length - offset) : NULL;
    if (!found) return NULL;
    offset = (uint32_t)(found - bytes);
    if (is_lone_return(bytes, length, offset)) break;
    offset += 1;
  }
  uint8_t *copy = malloc(length);
  if (!copy) {
    *has_memory = false;
    return NULL;
  }
  memcpy(copy, bytes, length);
  for (; offset < length; offset++) {
    if (is_lone_return(bytes, length, offset)) copy[offset] = '\n';
  }
  return copy;
}

sl_outcome sl_parser_parse(
  sl_parser *self, const uint8_t *bytes, uint32_t length, sl_tree *tree) {
  if (length > SL_LARGEST_SOURCE) return SL_TOO_LARGE;
  bool has_memory;
  uint8_t *copy = copy_with_line_feeds(bytes, length, &has_memory);
  if (!has_memory) return SL_NO_MEMORY;
  sl_job job = {
    .parser = self->parser,
    .grammar = &self->grammar,
    .bytes = copy ? copy : bytes,
    .length = length,
    .outcome = SL_NO_MEMORY,
  };
  bool has_run =
    sl_with_stack((size_t)length * STACK_PER_BYTE + STACK_AT_LEAST, run_guarded, &job);
  free(copy);
  if (!has_run) return SL_NO_MEMORY;
  *tree = job.tree;
  return job.outcome;
}
