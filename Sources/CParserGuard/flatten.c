#include "internal.h"

#include <stdlib.h>

enum { ERROR_SYMBOL = 65535, BYTES_PER_NODE = 4, NODES_AT_LEAST = 256 };

typedef struct {
  const TSLanguage *language;
  const sl_grammar *grammar;
  sl_node *nodes;
  uint32_t count;
  uint32_t capacity;
} flattening;

static bool make_room(flattening *self) {
  if (self->count < self->capacity) return true;
  uint32_t capacity = self->capacity * 2;
  sl_node *nodes = realloc(self->nodes, capacity * sizeof *nodes);
  if (!nodes) return false;
  self->nodes = nodes;
  self->capacity = capacity;
  return true;
}

// Appends the node under the cursor. Until it is closed, its size is the index of its parent.
static bool append(flattening *self, const TSTreeCursor *cursor, uint32_t parent, bool is_suspect) {
  if (!make_room(self)) return false;
  TSNode node = ts_tree_cursor_current_node(cursor);
  TSSymbol symbol = ts_node_symbol(node);
  TSFieldId field = self->count ? ts_tree_cursor_current_field_id(cursor) : 0;
  uint8_t flags = 0;
  uint16_t kind = ERROR_SYMBOL;
  if (symbol < self->grammar->kind_count) {
    kind = self->grammar->kinds[symbol];
    if (ts_language_symbol_type(self->language, symbol) == TSSymbolTypeRegular) {
      flags |= SL_NODE_NAMED;
    }
  } else {
    flags |= SL_NODE_NAMED;
  }
  // Something missing makes each of its ancestors an erroneous node: a sound one needs no question.
  if (is_suspect) {
    if (ts_node_has_error(node) || kind == ERROR_SYMBOL) flags |= SL_NODE_HAS_ERROR;
    if (ts_node_is_missing(node)) flags |= SL_NODE_MISSING | SL_NODE_HAS_ERROR;
  }
  self->nodes[self->count++] = (sl_node){
    .kind = kind,
    .field = field < self->grammar->field_count ? self->grammar->fields[field] : 0,
    .flags = flags,
    .start = ts_node_start_byte(node),
    .end = ts_node_end_byte(node),
    .size = parent,
  };
  return true;
}

static bool is_suspect(const flattening *self, uint32_t index) {
  return (self->nodes[index].flags & SL_NODE_HAS_ERROR) != 0;
}

static bool walk(flattening *self, TSTreeCursor *cursor, bool root_has_error) {
  if (!append(self, cursor, 0, root_has_error)) return false;
  uint32_t current = 0;
  for (;;) {
    if (ts_tree_cursor_goto_first_child(cursor)) {
      uint32_t child = self->count;
      if (!append(self, cursor, current, is_suspect(self, current))) return false;
      current = child;
      continue;
    }
    for (;;) {
      uint32_t parent = self->nodes[current].size;
      self->nodes[current].size = self->count - current;
      if (current == 0) return true;
      if (ts_tree_cursor_goto_next_sibling(cursor)) {
        current = self->count;
        if (!append(self, cursor, parent, is_suspect(self, parent))) return false;
        break;
      }
      ts_tree_cursor_goto_parent(cursor);
      current = parent;
    }
  }
}

bool sl_flatten(const TSTree *source, const sl_grammar *grammar, sl_tree *tree) {
  TSNode root = ts_tree_root_node(source);
  flattening self = {
    .language = grammar->language,
    .grammar = grammar,
    .capacity = ts_node_end_byte(root) / BYTES_PER_NODE + NODES_AT_LEAST,
  };
  self.nodes = malloc(self.capacity * sizeof *self.nodes);
  if (!self.nodes) return false;
  TSTreeCursor cursor = ts_tree_cursor_new(root);
  bool is_whole = walk(&self, &cursor, ts_node_has_error(root));
  ts_tree_cursor_delete(&cursor);
  if (!is_whole) {
    free(self.nodes);
    return false;
  }
  tree->nodes = self.nodes;
  tree->count = self.count;
  return true;
}
