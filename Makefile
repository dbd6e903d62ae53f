# Everything starts from a bare checkout: each target installs what it needs first.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: install demo run test check unit bench screenshots test-newest wheel bundle package package-test translations lock clean

install: .venv/installed

.venv/installed: requirements.lock pyproject.toml packaging/linux-packages
	packaging/linux-packages run
	$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Mydia Desktop needs Python 3.11 or newer; say make PYTHON=...")'
	$(PYTHON) -m venv --clear .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --no-compile --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

demo: install
	packaging/demo $(ARGS)

run: install
	$(BIN)/mydia-desktop $(ARGS)

test: install check unit

check: install
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

unit: install
	packaging/linux-packages test
	$(BIN)/pytest $(ARGS)

bench: install
	packaging/linux-packages test
	$(BIN)/pytest tests/benchmarks --override-ini addopts="--import-mode=importlib -s" $(ARGS)

screenshots: install
	packaging/linux-packages test
	$(BIN)/pytest tests/end_to_end/test_screenshots.py $(ARGS)

translations: install
	packaging/translations

test-newest: install
	packaging/linux-packages test
	tests/newest/run $(ARGS)

# What pip, pipx and uvx install, and the sources.
wheel: install
	$(BIN)/hatchling build --directory dist

# A folder that runs without Python or pip: build/bundle/mydia-desktop/mydia-desktop.
bundle: install
	packaging/linux-packages package
	$(BIN)/pyinstaller --noconfirm --log-level ERROR --distpath build/bundle --workpath build/pyinstaller \
	    packaging/mydia-desktop.spec

# That folder as a Debian package in dist.
package: bundle
	$(BIN)/python packaging/linux/make_deb.py dist

# Installs it in a Debian 12 of its own, uses it there and removes it (root, some minutes, once 300 MB).
package-test: package
	packaging/linux-packages package-test
	$(BIN)/pytest tests/packaging $(ARGS)

# No download hosts may get into the lock: the versions and their hashes say everything.
lock:
	uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-emit-find-links --no-header \
	    pyproject.toml --extra builtin --group dev --output-file requirements.lock $(ARGS)

clean:
	rm -rf .venv .cache .mypy_cache .ruff_cache .pytest_cache .import_linter_cache dist build
