# All of it works on a fresh machine: set-up brings what is missing and is quick when nothing is.

SHELL = bash
SWIFT ?= swift
BINARY = .build/release/stopleak
FORMATTED = Sources Tests Package.swift

# What the binary is made of; folders are named too, because a file that is gone changes them.
INPUTS = Package.swift $(wildcard .grammars/stamp) $(shell find Sources)

# On Linux the program carries the Swift runtime: it starts in 3 ms, not 20, and needs no Swift.
ifeq ($(shell uname),Linux)
PORTABLE = --static-swift-stdlib --pkg-config-path $(CURDIR)/.build/static
endif

.PHONY: help setup build demo test lint format generate bench clean

help:
	@echo "make demo      build, then show the five incidents found"
	@echo "make test      all tests"
	@echo "make build     the release binary, $(BINARY)"
	@echo "make lint      what the formatter would change"
	@echo "make format    change it"
	@echo "make generate  write the files that are generated and checked in"
	@echo "make bench     time and memory beside other tools"
	@echo "make clean     remove what was built or unpacked"

setup:
	@Scripts/setup

# The linker's word about a function of Foundation that nobody calls is not the user's business.
$(BINARY): $(INPUTS) | setup
	@set -o pipefail; $(SWIFT) build -c release --product stopleak $(PORTABLE) 2>&1 \
	  | { grep -v 'warning: the use of .mktemp. is dangerous' || true; }
	@touch $@

build: setup $(BINARY)

demo: build
	@Scripts/demo

test: setup
	@$(SWIFT) test --disable-xctest

lint:
	@$(SWIFT) format lint --strict --recursive --parallel $(FORMATTED)

format:
	@$(SWIFT) format format --in-place --recursive --parallel $(FORMATTED)

generate: setup
	@$(SWIFT) run Generate

bench: build
	@Scripts/bench

clean:
	@rm -rf .build .grammars
