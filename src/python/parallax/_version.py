"""The version, which is that of the jar."""

VERSION = "0.3.0"
