#include "internal.h"

static bool is_digit(uint8_t byte) { return byte >= '0' && byte <= '9'; }

static bool is_word(uint8_t byte) {
  return is_digit(byte) || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
         byte == '_' || byte == '$';
}

// Each word is one token, or two if it starts with a digit and goes on with a letter (`1if`); each
// other byte that is not blank is at most one; a line end stands for as many as the grammar says.
//
// What this does not see adds less than a half: the blank fragment between two quotes, a third token
// in `0b12a`, an automatic semicolon before a brace. Hence a limit of two thirds of 65,536.
uint64_t sl_token_bound(const uint8_t *bytes, uint32_t length, uint32_t tokens_per_line) {
  uint64_t bound = 0;
  uint32_t offset = 0;
  while (offset < length) {
    uint8_t byte = bytes[offset++];
    if (is_word(byte)) {
      bool is_number = is_digit(byte);
      bool is_split = false;
      for (; offset < length && is_word(bytes[offset]); offset++) {
        is_split |= is_number && !is_digit(bytes[offset]);
      }
      bound += is_split ? 2 : 1;
    } else if (byte == '\n' || byte == '\r') {
      bound += tokens_per_line;
    } else if (byte != ' ' && byte != '\t') {
      bound += 1;
    }
  }
  return bound;
}

#if defined(__linux__)
// Came with a release after the one that widened the count of children.
extern bool ts_node_is_error(TSNode node) __attribute__((weak));
bool sl_runtime_is_unbounded(void) { return ts_node_is_error != 0; }
#else
// Elsewhere the package manager has had no older release for years.
bool sl_runtime_is_unbounded(void) { return true; }
#endif
