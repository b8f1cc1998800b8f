# All of it works on a fresh machine: set-up brings what is missing and is quick when nothing is.

SWIFT ?= swift
RELEASE = .build/release/stopleak

.PHONY: help build demo test lint format generate bench clean setup

help:
	@echo "make demo      build, then show the five incidents found"
	@echo "make test      all tests"
	@echo "make build     the release binary, $(RELEASE)"
	@echo "make lint      what the formatter would change"
	@echo "make format    change it"
	@echo "make generate  write the files that are generated and checked in"
	@echo "make bench     time and memory beside other tools"
	@echo "make clean     remove what was built or unpacked"

setup:
	@Scripts/setup

build: setup
	@$(SWIFT) build -c release --product stopleak

demo: build
	@Scripts/demo

test: setup
	@$(SWIFT) test

lint:
	@$(SWIFT) format lint --strict --recursive --parallel Sources Tests Package.swift

format:
	@$(SWIFT) format format --in-place --recursive --parallel Sources Tests Package.swift

generate: setup
	@$(SWIFT) run Generate

bench: build
	@Scripts/bench

clean:
	@rm -rf .build .grammars
