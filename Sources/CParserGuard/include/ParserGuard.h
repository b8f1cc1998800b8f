#pragma once

#include <stdbool.h>
#include <stdint.h>

/// The one place that touches the tree-sitter runtime while it parses.
///
/// The runtime of Debian 12 (0.20.7) has three faults that hostile or merely unusual source reaches:
/// a node with more than 65,535 children corrupts the heap, its clock stops parses early, and
/// ambiguous broken input recurses. The guards here, in the order in which a file meets them:
///
///   1. The tokens are bounded from above in one pass over the bytes. Below the bound no node can
///      have too many children. At or above it, a forked child parses first, with an allocator that
///      knows its own blocks; only if it ends well is the file parsed here (a parser is
///      deterministic), else it is refused. A newer runtime has no such bound.
///   2. A parse gets a stack in proportion to the file: the current one if enough of it is left,
///      else that of a thread made for it.
///   3. Source is served in slices, and the input ends when too much of it was served again, or too
///      much memory was asked for: a stop that, unlike a clock, falls at the same place on every
///      machine.
///   4. A carriage return without a line feed is served as a line feed, as both languages read it.
///
/// The runtime's tree does not leave this module: it is copied into one flat array of nodes, which
/// takes a fifth of the memory, cannot be walked by recursion, and needs no call to be read.

struct TSLanguage;

/// A node; the array holds each node before its children, and those in order.
typedef struct {
  uint16_t kind;  ///< By the numbering that the parser was given; 65535 for an error.
  uint8_t field;  ///< The field of its parent that the node fills, likewise; 0 for none.
  uint8_t flags;  ///< A sum of `sl_node_flags`.
  uint32_t start; ///< In bytes.
  uint32_t end;
  uint32_t size;  ///< How many nodes there are from this one to its last descendant.
} sl_node;

enum sl_node_flags {
  SL_NODE_NAMED = 1,
  SL_NODE_MISSING = 2,  ///< The parser supplied it; there is no such text.
  SL_NODE_HAS_ERROR = 4 ///< It is, or holds, an error or something missing.
};

/// A parsed file.
typedef struct {
  sl_node *nodes;
  uint32_t count;
  bool is_truncated; ///< A limit ended the input: the rest of the file is not there.
} sl_tree;

typedef enum {
  SL_PARSED,
  SL_TOO_LARGE,       ///< Over `SL_LARGEST_SOURCE` bytes.
  SL_TOO_MANY_TOKENS, ///< The trial in a child process failed.
  SL_NO_MEMORY        ///< No memory for a tree, or no stack for a thread.
} sl_outcome;

enum { SL_LARGEST_SOURCE = 64 << 20 };

/// A grammar and the numbering in which its nodes are wanted.
typedef struct {
  const struct TSLanguage *language;
  const uint16_t *kinds; ///< A number for each of the grammar's symbols.
  uint32_t kind_count;
  const uint8_t *fields; ///< A number for each of its fields; that of 0 is 0.
  uint32_t field_count;
  uint32_t tokens_per_line; ///< How many tokens a line feed may stand for.
} sl_grammar;

/// A parser; used by one thread at a time.
typedef struct sl_parser sl_parser;

/// Returns null if the grammar does not suit the runtime, or the tables do not suit the grammar.
/// The tables are copied.
sl_parser *sl_parser_new(sl_grammar grammar);
void sl_parser_delete(sl_parser *parser);

/// Parses; fills `tree` exactly when the outcome is `SL_PARSED`. Free its nodes by `sl_tree_free`.
sl_outcome sl_parser_parse(
  sl_parser *parser, const uint8_t *bytes, uint32_t length, sl_tree *tree);
void sl_tree_free(sl_tree tree);

/// An upper bound, but for a margin that the limit allows for, of the tokens in the source.
uint64_t sl_token_bound(const uint8_t *bytes, uint32_t length, uint32_t tokens_per_line);

/// Whether the runtime counts a node's children in 32 bits, so that tokens need no bound.
bool sl_runtime_is_unbounded(void);
