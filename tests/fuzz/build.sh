#!/bin/bash -eu
# Builds the fuzzers for OSS-Fuzz, whose image has `compile_python_fuzzer` and sets $OUT; from the top of the repository.
python3 -m pip install --require-hashes --requirement requirements/site.txt
python3 -m pip install --no-deps --no-build-isolation .
export PYTHONPATH=.
for fuzzer in tests/fuzz/*_fuzzer.py; do
  compile_python_fuzzer "$fuzzer"
  name=$(basename "$fuzzer" .py)
  zip --quiet --junk-paths "$OUT/${name}_seed_corpus.zip" "tests/fuzz/corpus/${name%_fuzzer}"/*
  cp tests/fuzz/words.dict "$OUT/$name.dict"
done
