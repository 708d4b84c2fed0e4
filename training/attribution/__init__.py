"""The attribution reader's model: PolNeAR in, `parley/language/weights/` out. The steps are in README.md."""
